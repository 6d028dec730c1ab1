"""Whom to believe that a host is who it says it is."""

from __future__ import annotations

import ssl
from pathlib import Path

import httpcore

from rashomon.errors import NotFetched, UsageError

# OpenSSL's numbers for what can be wrong with a certificate (x509_vfy.h), and what to say of it.
_EXPIRED, _NOT_YET, _OTHER_HOST = 10, 9, (62, 64)
_STRANGERS = (2, 18, 19, 20, 21)


def trusted(also: Path | None = None) -> ssl.SSLContext:
    """Certificates of the authorities that this machine and browsers trust, and of those in the file ``also``.

    Raises ``UsageError`` where the file holds none.
    """
    context = httpcore.default_ssl_context()
    if also is not None:
        try:
            context.load_verify_locations(also)
        except (OSError, ssl.SSLError) as error:
            why = "it holds no certificate" if isinstance(error, ssl.SSLError) else error.strerror
            raise UsageError(f"{also}: {why}; give a file of certificates in PEM form with --trust") from error
    return context


def distrusted(error: BaseException) -> NotFetched | None:
    """Why the host's certificate was not believed; None where the failure was another."""
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, ssl.SSLCertVerificationError):
        cause = cause.__cause__ or cause.__context__
    return None if cause is None else NotFetched("certificate not believed", _words(cause))


def _words(error: ssl.SSLCertVerificationError) -> str:
    if error.verify_code == _EXPIRED:
        return "it has expired"
    if error.verify_code == _NOT_YET:
        return "it is not valid yet; is this machine's clock right?"
    if error.verify_code in _OTHER_HOST:
        return "it was made for another host"
    if error.verify_code in _STRANGERS:
        return "nobody this machine trusts has signed it; --trust names an authority of your own"
    return str(error.verify_message)
