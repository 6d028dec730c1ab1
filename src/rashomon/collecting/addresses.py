"""Which addresses may be asked: their form, and whether the machine behind them is on the public network."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from rashomon.errors import NotFetched

PORTS = {"http": 80, "https": 443}
LONGEST = 4000
_SAFE = "/%:@!$&'()*+,;=~-._?"
# Prefixes that carry an IPv4 address inside an IPv6 one: IPv4-compatible, NAT64 (RFC 6052), 6to4.
_COMPATIBLE = ipaddress.IPv6Network("::/96")
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def cleaned(url: str, base: str = "") -> str:
    """The address as it is asked for and kept: absolute, without fragment, in ASCII. Raises ``NotFetched``."""
    try:
        parts = urlsplit(urljoin(base, re.sub(r"[\x00-\x20]+", " ", url).strip()))
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise NotFetched("not an address", str(error)) from error
    scheme = parts.scheme.lower()
    if scheme not in PORTS or not host or len(url) > LONGEST:
        raise NotFetched("not an address", "it must begin with http:// or https:// and name a host")
    if parts.username is not None or parts.password is not None:
        raise NotFetched("not an address", "it holds a name and password, which are not sent")
    try:
        host = host if ":" in host else host.encode("idna").decode("ascii").lower()
    except UnicodeError as error:
        raise NotFetched("not an address", f"the host {host!r} has no valid name") from error
    place = f"[{host}]" if ":" in host else host
    where = place if port in (None, PORTS[scheme]) else f"{place}:{port}"
    return urlunsplit((scheme, where, quote(parts.path or "/", _SAFE), quote(parts.query, _SAFE), ""))


def host_of(url: str) -> str:
    """The host and port of a cleaned address: whose patience is not to be tried."""
    return urlsplit(url).netloc


def origin_of(url: str) -> str:
    """Scheme, host and port of a cleaned address: what one robots.txt speaks for."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public network: no loopback, private, link-local or reserved one, in any
    dress (an IPv4 address inside an IPv6 one is judged by itself)."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = _inner(ip) if isinstance(ip, ipaddress.IPv6Address) else None
    if inner is not None:
        return is_public(str(inner))
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified or ip.is_loopback)


def _inner(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if ip.ipv4_mapped is not None:
        return ip.ipv4_mapped
    if ip.sixtofour is not None:
        return ip.sixtofour
    if ip.teredo is not None:
        return ip.teredo[1]
    if (ip in _NAT64 or ip in _COMPATIBLE) and int(ip) > 1:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return None
