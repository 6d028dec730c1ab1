from __future__ import annotations

import time
from pathlib import Path

from rashomon.collecting.feeds import is_feed, links_of

RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><link>https://example.org/</link>
<item><title>A</title><link>/a</link></item><item><title>B</title><link>https://other.example/b#top</link></item>
<item><title>A again</title><link>/a</link></item><item><title>bad</title><link>javascript:alert(1)</link></item>
<item><title>C</title><link>/c</link></item></channel></rss>"""
ATOM = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>
<entry><title>A</title><link rel="alternate" href="a.html"/></entry></feed>"""
LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
<!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">
<!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;"><!ENTITY h "&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;">
<!ENTITY x SYSTEM "file:///etc/hostname">]>
<rss version="2.0"><channel><item><title>&h;&x;</title><link>https://example.org/&x;a</link></item></channel></rss>"""


def test_entries_in_their_order_each_once() -> None:
    url = "https://example.org/news/feed.xml"
    assert links_of(RSS, url, 10) == ["https://example.org/a", "https://other.example/b", "https://example.org/c"]
    assert links_of(RSS, url, 2) == ["https://example.org/a", "https://other.example/b"]
    assert links_of(ATOM, url, 10) == ["https://example.org/news/a.html"]


def test_a_feed_is_known_by_its_first_element() -> None:
    assert is_feed(RSS)
    assert is_feed(ATOM)
    assert not is_feed(b"<!doctype html><html><body><pre>&lt;rss&gt; <rss></pre>")
    assert not is_feed(b"words")


def test_a_hostile_feed_costs_little_and_reads_no_file() -> None:
    start = time.process_time()
    links = links_of(LAUGHS, "https://example.org/feed.xml", 10)
    assert time.process_time() - start < 5
    hostname = Path("/etc/hostname").read_text().strip()
    assert all(hostname not in link for link in links if hostname)
