"""Which stories a large corpus holds: its articles grouped without reading what they say about each other."""

from rashomon.finding.seen import Seen, seen_in
from rashomon.finding.stories import Found, find_stories

__all__ = ["Found", "Seen", "find_stories", "seen_in"]
