"""The templates that dossier and desk share, and how text from pages gets into them."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files

from jinja2 import BaseLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from rashomon.views.claim import plural
from rashomon.views.when import label, when

# Characters that turn the direction of the text around them, or that HTML may not hold: shown as a box, so that
# a page cannot make words look other than they are.
_TRICKS = re.compile("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def environment(loader: BaseLoader | None = None) -> Environment:
    """Templates in which everything is text unless a template of ours makes it markup."""
    made = Environment(
        loader=loader or views_loader(),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=plain,
    )
    made.filters["plural"] = lambda count, noun: plural(count, noun)
    made.filters["precision"] = label
    made.filters["when"] = when
    return made


def views_loader() -> PackageLoader:
    """Where the shared templates lie."""
    return PackageLoader("rashomon.views", "templates")


def plain(value: object) -> object:
    """Text without characters that could disguise it; anything else as it is."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return _TRICKS.sub("▯", value)
    return value


@cache
def shipped(*names: str) -> Markup:
    """Style sheets or scripts of ours, one after the other; they may stand in a page as they are."""
    folder = files("rashomon.views").joinpath("templates")
    text = "".join(folder.joinpath(name).read_text(encoding="utf-8") for name in names)
    return Markup(text)  # noqa: S704 (our own files, no word of a page is in them)


def digest(text: str) -> str:
    """The hash by which a content-security policy allows exactly this script or style."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
