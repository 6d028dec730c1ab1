"""What sort of event a verb, or a verb with a noun, names."""

from __future__ import annotations

from rashomon.temporal.listed import listed

_VERBS: dict[str, str] = {
    "call": "phone telephone ring",
    "vote": "vote abstain veto",
    "meeting": "meet host convene summon",
    "publication": "publish leak declassify broadcast",
    "sanction": "sanction expel blacklist embargo",
    "appointment": "appoint nominate resign dismiss oust inaugurate elect reelect",
    "attack": "attack bomb shell kill shoot storm raid assassinate ambush bombard invade",
    "ruling": "convict acquit indict sentence overturn uphold",
    "agreement": "sign ratify",
    "statement": "announce declare deny confirm testify reveal",
}
VERBS: dict[str, str] = {verb: kind for kind, verbs in _VERBS.items() for verb in listed(verbs)}

# Verbs that name an event only with a noun of the sort that follows as their object (or as subject of a passive).
_WITH: dict[str, tuple[str, str]] = {
    "call": (
        "have hold make receive",
        "call conversation",
    ),
    "meeting": ("have hold attend chair open conclude", "meeting talk summit negotiation conference session"),
    "vote": (
        "pass adopt approve reject block endorse back defeat",
        "resolution bill law legislation budget measure act motion amendment",
    ),
    "sanction": ("impose lift announce introduce extend tighten", "sanction embargo tariff restriction"),
    "agreement": ("reach strike conclude seal agree announce", "agreement deal accord treaty truce ceasefire pact"),
    "publication": (
        "release post print air issue",
        "report document transcript article book statement memo file video tape recording letter cable",
    ),
    "appointment": (
        "name fire take leave",
        "office post minister ambassador secretary chief director chairman chairwoman adviser advisor",
    ),
    "attack": ("launch carry stage mount", "attack strike raid assault offensive bombing"),
    "ruling": ("deliver hand issue", "ruling verdict judgment sentence injunction"),
    "statement": ("give deliver make issue", "speech statement address testimony interview"),
}
WITH: dict[tuple[str, str], str] = {
    (verb, noun): kind for kind, (verbs, nouns) in _WITH.items() for verb in listed(verbs) for noun in listed(nouns)
}

WITH |= dict.fromkeys((("pass", "plan"), ("adopt", "plan"), ("approve", "plan"), ("reject", "plan")), "vote")

# Nouns that are events by themselves where a date belongs to them: "the vote on 23 December".
_NOUNS: dict[str, str] = {
    "call": "conversation",
    "vote": "vote referendum veto election",
    "meeting": "meeting summit talks",
    "publication": "publication",
    "sanction": "expulsion",
    "appointment": "resignation appointment inauguration",
    "attack": "attack bombing raid shooting strike invasion assassination massacre",
    "ruling": "ruling verdict conviction",
    "agreement": "agreement ceasefire accord",
    "statement": "speech testimony announcement statement",
}
NOUNS: dict[str, str] = {noun: kind for kind, nouns in _NOUNS.items() for noun in listed(nouns)}

# What is attacked in words only, and who is dismissed from an office.
WORDS = frozenset(
    listed(
        "policy plan law bill record idea decision remark comment proposal position argument opponent rival critic "
        "claim report handling credibility"
    )
)
OFFICES = frozenset(
    listed(
        "minister secretary director chief chairman adviser advisor official officer employee staff aide judge "
        "ambassador commissioner prosecutor attorney general governor head case lawsuit suit charge complaint appeal"
    )
)

# Verbs that only say that their subject came about.
CAME_ABOUT = frozenset(("take", "happen", "occur"))
# Verbs that leave it to their object to say what happened.
LIGHT = frozenset(("have", "hold", "make", "give", "take"))
