"""Whether two statements are one claim, and whether they stand on the same side of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from rashomon.ports import Entailer
from rashomon.relating.clashes import clash
from rashomon.relating.denials import LONGEST, denies
from rashomon.relating.guards import conflict
from rashomon.relating.likeness import SHARED, Likeness, Weights, likeness, roughly, same_run
from rashomon.relating.proposition import Proposition
from rashomon.relating.retold import follows, retold
from rashomon.relating.roles import swapped, turned_round
from rashomon.relating.wordlists import listed, opposites
from rashomon.relating.words import stem

# Read on the pairs of ten stories: above SURE the words alone decide, below MAYBE a pair is not worth asking about.
SURE = 0.64
MAYBE = 0.34
# A pair that does not even look opposed is asked about from here on; each question costs some milliseconds.
LIKELY = 0.45
MOST_ASKED = 2000
# Two statements whose words stand against each other are one claim only when nearly all of both is shared, or more
# than most of both and nearly all of the shorter one.
SURE_OPPOSED = 0.75
MOST_OPPOSED, NEARLY_ALL = 0.7, 0.8
ENTAILS = 0.8
# Where more than half is shared, a little less will do (read on 151 stories: three of three are one claim).
ENTAILS_LIKE, HALF = 0.7, 0.55
CONTRADICTS = 0.9
# Likeness that is less than CERTAIN is given up where the entailer sees a contradiction and hardly any entailment:
# read on the pairs of ten stories, eight of ten such pairs were no one claim.
CERTAIN = 0.86
HARDLY, RATHER = 0.13, 0.5
# Up to this likeness, what one says is not so has to be spoken of by the other.
ALMOST = 0.8
# The part of the shorter statement that both must share before a contradiction makes one claim of them.
COVERED = 0.7
# One speaker, two articles, opposite words: a changed account needs less in common than two speakers' claims.
CHANGED, CHANGED_SCORE = 0.45, 0.4
# What a writer tells in passing is contradicted only by what is this like it.
OWN_VOICE = 0.6
_NOT = ("dis", "un", "in", "im", "il", "ir")

Chances: TypeAlias = tuple[float, float, float]
Question: TypeAlias = tuple[int, int, Likeness]


@dataclass(frozen=True, slots=True)
class Match:
    """``a`` and ``b`` are positions; ``opposed`` whether their own words stand against each other; ``denial`` whether
    one was found as what the other denies; ``clash`` whether they are two claims that cannot both be true."""

    a: int
    b: int
    score: float
    opposed: bool
    reason: str
    denial: bool = False
    clash: bool = False


@dataclass(frozen=True, slots=True)
class Sifted:
    """Pairs that may be one claim: ``found`` are one, ``unsure`` are unless the entailer speaks against it, ``asked``
    are if it says so."""

    found: list[Match]
    unsure: list[Match]
    asked: list[Question]


def sift(
    propositions: Sequence[Proposition], pairs: Iterable[tuple[int, int]], weights: Weights, kinds: dict[str, str]
) -> Sifted:
    """What the words of each pair tell; each is judged alone."""
    sifted = Sifted([], [], [])
    for i, j in pairs:
        a, b = propositions[i], propositions[j]
        # Only what its source stands against is matched by less than MAYBE (see `denies`).
        if not _comparable(a, b) or not (a.against or b.against or roughly(a, b, weights) > MAYBE - 0.001):
            continue
        like = likeness(a, b, weights)
        if len(like.shared) < SHARED:
            continue
        other = clash(a, b, weights, kinds)
        if other or conflict(a, b, kinds) is not None:
            sifted.found.extend([Match(i, j, like.score, False, other, clash=True)] if other else [])
            continue
        match = _by_words(i, j, a, b, like, weights)
        if match is not None:
            (sifted.unsure if _is_unsure(a, b, match) else sifted.found).append(match)
        elif like.score >= (MAYBE if _opposes(a, b, like) else LIKELY):
            sifted.asked.append((i, j, like))
    return sifted


def decided(
    propositions: Sequence[Proposition], sifted: Sifted, entailer: Entailer | None, dropped: Counter[str]
) -> list[Match]:
    """The pairs that are one claim, best first."""
    if entailer is None:
        found = [*sifted.found, *sifted.unsure]
    else:
        asked = sorted(sifted.asked, key=lambda q: (-q[2].score, q[0], q[1]))
        if len(asked) > MOST_ASKED:
            dropped["pair of statements too many to ask the entailer about"] += len(asked) - MOST_ASKED
        found = [*sifted.found, *_confirmed(propositions, sifted.unsure, entailer)]
        found += _by_entailer(propositions, asked[:MOST_ASKED], entailer)
    return sorted(found, key=lambda m: (-m.score, m.a, m.b))


def _comparable(a: Proposition, b: Proposition) -> bool:
    """One attribution's own pieces are not accounts of each other, nor is one article's own voice; a thing or a wish
    states nothing."""
    if not (a.clausal and b.clausal) or (a.attribution is not None and a.attribution == b.attribution):
        return False
    if a.article != b.article:
        return True
    if a.attribution is None and b.attribution is None:
        return False
    return not any(s.overlaps(t) for s in a.evidence for t in b.evidence)


def _by_words(i: int, j: int, a: Proposition, b: Proposition, like: Likeness, weights: Weights) -> Match | None:
    if not swapped(a, b):
        against, run = opposed(a, b, like.shared), like.score >= MAYBE and same_run(a, b)
        if against and (turned_round(a, b, like.shared) or turned_round(b, a, like.shared)):
            return None
        enough = (MOST_OPPOSED if like.cover >= NEARLY_ALL else SURE_OPPOSED) if against else SURE
        aside = not against and not run and like.score < ALMOST and (_is_aside(a, b, like) or _is_aside(b, a, like))
        if like.score >= enough and not aside and _says_enough(a, b, like, against):
            return Match(i, j, like.score, against, f"nearly the same words ({like.score:.2f})")
        if run and not against:
            return Match(i, j, max(like.score, SURE), False, "a run of the same words")
        again = None if against else retold(a, b, like)
        if again is not None:
            return Match(i, j, like.score, False, again)
    reason = denies(a, b, weights, like.score) or denies(b, a, weights, like.score)
    if reason is not None:
        return Match(i, j, like.score, opposed(a, b, like.shared), reason, denial=True)
    if like.cover >= CHANGED and like.score >= CHANGED_SCORE and _changed(a, b, like):
        return Match(i, j, like.score, True, "the same speaker says the opposite elsewhere")
    return None


def _is_aside(a: Proposition, b: Proposition, like: Likeness) -> bool:
    """Whether one says that something is not so that the other does not speak of, or that what the other tells need
    not be."""
    if not a.denied:
        return bool(a.negated.intersection(like.shared)) and not b.negated.intersection(like.shared)
    return any(head not in b.words for head in a.denied)


def _is_unsure(a: Proposition, b: Proposition, match: Match) -> bool:
    if match.opposed or match.denial or match.score >= CERTAIN or (a.voice is not None and a.voice == b.voice):
        return False
    return not same_run(a, b)


def _confirmed(propositions: Sequence[Proposition], unsure: Sequence[Match], entailer: Entailer) -> list[Match]:
    """The matches by words alone that the entailer does not speak against: where one account follows from the other it
    need not be asked whether the other follows from the one."""
    sides = [sorted((propositions[m.a].text, propositions[m.b].text)) for m in unsure]
    there = entailer.judge([(one, two) for one, two in sides]) if sides else []
    open_ = [k for k, answer in enumerate(there) if answer[0] < HARDLY]
    back = dict(zip(open_, entailer.judge([(sides[k][1], sides[k][0]) for k in open_]) if open_ else [], strict=True))
    return [
        m
        for k, m in enumerate(unsure)
        if k not in back or back[k][0] >= HARDLY or max(there[k][2], back[k][2]) < RATHER
    ]


def _both_ways(
    propositions: Sequence[Proposition], pairs: Sequence[tuple[int, int]], entailer: Entailer
) -> list[tuple[Chances, Chances]]:
    """For each pair what the entailer says of the second after the first, and of the first after the second."""
    questions = [
        q
        for i, j in pairs
        for q in ((propositions[i].text, propositions[j].text), (propositions[j].text, propositions[i].text))
    ]
    answers = entailer.judge(questions) if questions else []
    return list(zip(answers[::2], answers[1::2], strict=True))


def _changed(a: Proposition, b: Proposition, like: Likeness) -> bool:
    """Whether one speaker affirms in one article what the words of another article's account deny."""
    if a.voice is None or a.voice != b.voice or a.article == b.article or (a.mood, b.mood) != ("told", "told"):
        return False
    if max(len(a.words), len(b.words)) > LONGEST:
        return False
    return not swapped(a, b) and bool((a.denied ^ b.denied) & set(like.shared)) and _denies_told(a, b, like)


def _says_enough(a: Proposition, b: Proposition, like: Likeness, against: bool) -> bool:
    """Whether enough words are shared; of three ("fair trial in the senate") hardly any may be left over."""
    if len(like.shared) > 3:
        return True
    left = len(a.words) + len(b.words) - 2 * len(like.shared)
    return len(like.shared) == 3 and not against and (left <= 1 or same_run(a, b))


def opposed(a: Proposition, b: Proposition, shared: Sequence[str]) -> bool:
    """Whether the words of one say the opposite of the other's: a negation over what they share, or antonyms."""
    common = set(shared) - listed("negators")
    # "is not written" and "is not agreed, not written" say the same of the writing, whatever each denies first.
    one = any(_once(head, a) for head in common & a.denied - b.negated) and "~oppose" not in b.words
    two = any(_once(head, b) for head in common & b.denied - a.negated) and "~oppose" not in a.words
    mine, theirs = set(a.words) - common, set(b.words) - common
    turned = any(not theirs.isdisjoint(opposites()[x]) for x in mine & opposites().keys())
    turned = turned or _prefixed(mine, theirs) or _prefixed(theirs, mine)
    return (one != two) != turned


def _prefixed(words: set[str], others: set[str]) -> bool:
    """Whether some word is another's opposite by what stands before it: "disadvantage"."""
    return any(
        word.startswith(_NOT) and any(word.removeprefix(p) in others for p in _NOT if word.startswith(p))
        for word in words
    )


def _once(head: str, p: Proposition) -> bool:
    """Whether a word denied does not stand elsewhere in the statement too, undenied."""
    return sum(stem(word) == head for word in p.run) < 2


def _contradicts(there: float, back: float, like: Likeness) -> bool:
    """Both ways; or one way, where nearly all of the shorter is shared and only what a pronoun means is left open."""
    if min(there, back) >= CONTRADICTS:
        return True
    return max(there, back) >= CONTRADICTS and like.cover >= NEARLY_ALL and len(like.shared) + like.names > 2


def _denies_told(a: Proposition, b: Proposition, like: Likeness) -> bool:
    """Whether the words of one say the opposite of the other's, which tells it as a fact and does not only suppose it
    or ask for it."""
    if not opposed(a, b, like.shared):
        return False
    if like.score < OWN_VOICE and (a.attribution is None or b.attribution is None):
        return False
    shared = set(like.shared)
    unreal = (a.denied & shared & (b.supposed | b.wished)) | (b.denied & shared & (a.supposed | a.wished))
    return not unreal


def _opposes(a: Proposition, b: Proposition, like: Likeness) -> bool:
    """Whether their words stand against each other, and about the same side of what is done."""
    shared = like.shared
    return opposed(a, b, shared) and not turned_round(a, b, shared) and not turned_round(b, a, shared)


def _by_entailer(
    propositions: Sequence[Proposition], pairs: Sequence[tuple[int, int, Likeness]], entailer: Entailer
) -> list[Match]:
    found = []
    answers = _both_ways(propositions, [(i, j) for i, j, _ in pairs], entailer)
    for (i, j, like), (there, back) in zip(pairs, answers, strict=True):
        a, b = propositions[i], propositions[j]
        if swapped(a, b):
            continue  # the model is no judge of who did it to whom
        entails, against = min(there[0], back[0]), min(there[2], back[2])
        if entails >= (ENTAILS_LIKE if like.score >= HALF else ENTAILS):
            found.append(Match(i, j, (like.score + entails) / 2, False, f"each says the other ({entails:.2f})"))
        elif max(there[0], back[0]) >= 0.95 and like.cover >= 0.75 and against < 0.2:
            reason = f"one says what the other says, and more ({max(there[0], back[0]):.2f})"
            found.append(Match(i, j, (like.score + entails) / 2, False, reason))
        elif against < 0.2 and (again := follows(a, b, like, there[0], back[0])) and not opposed(a, b, like.shared):
            found.append(Match(i, j, (like.score + entails) / 2, False, again))
        elif like.cover >= COVERED and _denies_told(a, b, like) and _contradicts(there[2], back[2], like):
            found.append(
                Match(
                    i,
                    j,
                    (like.score + against) / 2,
                    True,
                    f"one says what the other denies ({max(there[2], back[2]):.2f})",
                )
            )
    return found
