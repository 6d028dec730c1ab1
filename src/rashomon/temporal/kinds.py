"""What sort of event a verb or noun names."""

from __future__ import annotations

_WORDS: dict[str, str] = {
    "call": "call phone telephone ring",
    "vote": "vote abstain veto elect",
    "statement": "announce declare deny confirm",
    "meeting": "meet visit host summon",
    "publication": "publish release leak declassify broadcast",
    "sanction": "sanction expel blacklist",
    "appointment": "appoint nominate resign fire dismiss oust",
    "attack": "attack bomb shell kill shoot storm raid",
    "ruling": "rule convict acquit sentence indict arrest charge",
    "agreement": "sign agree ratify",
}
KINDS: dict[str, str] = {word: kind for kind, words in _WORDS.items() for word in words.split()}
