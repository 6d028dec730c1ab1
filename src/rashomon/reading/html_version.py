"""Whether a page says that it is another version of a page elsewhere: printed, AMP, or taken over from its outlet."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from rashomon.reading.metadata import Facts


def version_note(facts: Facts, url: str | None) -> str | None:
    """The page's own word for it, where its canonical link or AMP mark-up leads to an address other than its own."""
    told = facts.links.get("canonical")
    if not url or not told:
        return None
    address = urljoin(url, told.strip())
    front = _plain(address)[1:] == ("", "")  # some systems give every page their front page's address
    if front or _plain(address) == _plain(url) or not address.startswith("http"):
        return None
    return f"another version of {address}, as its canonical link says"


def _plain(address: str) -> tuple[str, str, str]:
    """Host, path and query without what does not tell pages apart."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ("", address, "")
    host = (parts.hostname or "").removeprefix("www.")
    query = "&".join(sorted(one for one in parts.query.split("&") if one and not one.startswith(("utm_", "fbclid"))))
    return host, parts.path.rstrip("/"), query
