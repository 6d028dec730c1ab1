"""The language an article is written in."""

from __future__ import annotations

from functools import cache
from typing import Any

# Below this the identifier guesses.
LEAST = 40


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the language of ``text``, None where it is too short to tell."""
    if len(text) < LEAST:
        return None
    code, sure = _identifier().classify(text[:4000])
    return str(code) if sure > 0.5 else None
