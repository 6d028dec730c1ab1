from __future__ import annotations

import pytest

from rashomon.collecting.addresses import cleaned, host_of, is_public, origin_of
from rashomon.errors import NotFetched


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "224.0.0.1", "255.255.255.255", "192.0.2.1", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1",
        "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1",
        "2002:7f00:1::", "2002:a00:1::1", "2001:db8::1", "localhost", "",
    ],
)  # fmt: skip
def test_addresses_inside_a_network_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "1.1.1.1", "2606:4700:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_others_are(address: str) -> None:
    assert is_public(address)


def test_an_address_is_cleaned() -> None:
    assert cleaned("HTTPS://Example.ORG:443/a b?q=ä#part") == "https://example.org/a%20b?q=%C3%A4"
    assert cleaned("../c?x=1", "http://example.org:8080/a/b/d") == "http://example.org:8080/a/c?x=1"
    assert cleaned("http://bücher.example") == "http://xn--bcher-kva.example/"
    assert cleaned("http://[2606:4700::1]:80/a%2Fb") == "http://[2606:4700::1]/a%2Fb"
    assert cleaned(" http://example.org/a\n/b ") == "http://example.org/a%20/b"


@pytest.mark.parametrize(
    "url",
    ["", "example.org", "file:///etc/passwd", "ftp://example.org/", "http://", "javascript:alert(1)",
     "http://me:secret@example.org/", "http://example.org:99999/", "http://[::1/", f"http://{'a' * 80}.example/",
     "http://example.org/" + "a" * 5000],
)  # fmt: skip
def test_what_is_no_address_is_said(url: str) -> None:
    with pytest.raises(NotFetched, match="not an address"):
        cleaned(url)


def test_host_and_origin() -> None:
    assert host_of("http://example.org:81/a") == "example.org:81"
    assert origin_of("https://example.org/a?b") == "https://example.org"
