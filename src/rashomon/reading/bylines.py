"""Who wrote it: a raw byline into the names of persons."""

from __future__ import annotations

import re
import unicodedata

from rashomon.reading.wordset import word_set

_LEAD = re.compile(
    r"^\W*(?:(?:(?:written|posted|submitted|published|reported|story|words|text|report|article|analysis|opinion|column|"
    r"commentary|review|interview|reporting|contributed|authored|created|added|compiled|updated)\s+)?by\b[:\s]*|"
    r"(?:authors?|written|writers?|reporters?|words|text|autor(?:in|es)?|auteurs?|autore|автор|текст)\s*:\s*|"
    r"(?:(?:publicado|escrito|postado|pubblicato|scritto|publié|écrit)\s+(?:por|da|par)|veröffentlicht von)\s*:?\s*|"
    r"(?:von|par|por|door|av|di|от)\s+(?=[A-ZÀ-Ý])|from\s+(?=[A-Z])|about the author:?\s*)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\b(?:photo(?:s|graph(?:s|y)?|graphed)?|pictures?|illustrations?|illustrated|video|graphics?|edit(?:ed|ing|or)|"
    r"additional reporting|translated|produced|filmed|art)\s+by\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_NOISE = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+\.\w+|(?<!\w)@\w+|\([^)]*\)|\[[^\]]*\]|[•·]?\s*\b\d+\s*min(?:ute)?s?\s+read\b.*$|"
    r"\b(?:follow|contact|email|e-mail|read more|view (?:all|profile)|more (?:from|by)|see more|is an? |was an? |"
    r"has (?:been|covered|written))\b.*$|"
    r"\b(?:last\s+)?(?:updated|published|posted|modified|publiziert|veröffentlicht|publicado em|publié le)\b.*$|"
    r"\b\d{4}-\d\d-\d\dT\d\d:\d\d.*$",
    re.IGNORECASE | re.DOTALL,
)
_SPLIT = re.compile(r"\s*(?:,|;|\||/|•|·|\n|\t|\s[-–—]\s|\s&\s|\s(?i:and|with|und|et)\s|\sAND\s)\s*")
_TITLES = re.compile(r"^(?:dr|prof|professor|mr|mrs|ms|rev|hon)\.?\s+", re.IGNORECASE)
_AFTER = re.compile(
    r"\s+(?:(?:in|for|at|of|from|on|via|special to|the)\s+.*|(?:ph\.?d|m\.?d|r\.?d|mph|msc|esq|cfa|jd)\.?)$",
    re.IGNORECASE,
)
_CREDENTIAL = re.compile(
    r"(?:ph\.?d|m\.?d|r\.?d|l\.?d|mph|msc|m\.?sc|m\.?a|b\.?a|m\.?s|b\.?s|esq|cfa|jd|rn|rdn|facc|mba)\.?", re.I
)
# Words that make a byline part a job, a desk or a firm, not a person.
_NO_PERSON = word_set(
    "staff editor editors editorial team desk bureau newsroom correspondent correspondents reporter reporters writer "
    "writers contributor contributors columnist columnists journalist agency agencies wire service services newswire "
    "press news media network networks online web digital admin administrator webmaster guest anonymous unknown author "
    "authors producer producers photographer analyst blog blogger magazine newspaper times post herald tribune gazette "
    "journal daily weekly observer chronicle mail report reports review today tv radio channel group inc llc ltd corp "
    "company foundation institute committee council association board university department ministry office "
    "community user users subscriber chief deputy senior assistant associate managing executive director "
    "president secretary adviser advisor special political diplomatic foreign business sports sport politics world "
    "international national local opinion breaking exclusive live updates update newsletter contributing "
    "freelance intern editor-in-chief co-editor publisher video redaktion redacción redação redazione rédaction "
    "редакция "
    "communications pr releases coordenadoria secretaria prefeitura assessoria equipe redactie agentur zeitung verlag "
    "daily-mail at-large ministers ministries"
)
_ALONE_NO_PERSON = word_set(
    "reuters ap afp upi pa ani pti ians tass interfax ria dpa efe ansa xinhua bloomberg cnn bbc npr abc nbc cbs "
    "fox msnbc "
    "sky aljazeera storyful getty zenger kyodo belga anadolu aap cna sputnik rt msn yahoo google facebook twitter "
    "instagram linkedin youtube flipboard wordpress home share comment comments print email login subscribe menu "
    "search by and the more other others various none null n/a na test root system default"
)
_AGENCIES = frozenset(
    {
        "associated press", "the associated press", "agence france-presse", "press association", "press trust of india",
        "united press international", "getty images", "deutsche presse-agentur", "the canadian press", "canadian press",
        "thomson reuters", "dow jones", "world news", "al jazeera", "the conversation",
    }
)  # fmt: skip
_AGENCY_AFTER = re.compile(
    rf"(?<=\w)\s+(?:{'|'.join(sorted(map(re.escape, _AGENCIES)))}|reuters|afp|bloomberg)$", re.IGNORECASE
)
_ADDRESS = re.compile(r"\w\.(?:com|org|net|info|tv|co|uk|de|fr|ru|br|in|eu|us|io|news)\b", re.IGNORECASE)
_PARTICLES = word_set("de da do dos das del della di du la le van der den von zu zur bin ibn al el ter ten y e af")
_NAME_WORD = re.compile(r"[^\W\d_][\w'’.\-‑]*\Z")
_MOST_WORDS = 6
_MOST_AUTHORS = 12


def clean_authors(raw: str, outlet: str | None = None) -> list[str]:
    """The persons a byline names, in order; jobs, outlets, agencies, places and addresses left out."""
    text = " ".join(unicodedata.normalize("NFC", raw[:1000]).split(" ")).strip()
    text = _CREDIT.sub("", _NOISE.sub(" ", text))
    spoken = False
    while (match := _LEAD.match(text)) and match.end():
        text, spoken = text[match.end() :], True
    parts = [part.strip(" .:-–—'\"“”*•·|") for part in _SPLIT.split(text) if part]
    parts = _turned(parts)
    # A single word is a person only where somebody plainly says so: "By Voltaire". Beside names it is a firm or place.
    alone = spoken and len(parts) == 1
    found: list[str] = []
    for part in parts:
        name = _person(part, outlet, alone)
        if name and name.casefold() not in {known.casefold() for known in found}:
            found.append(name)
    return found[:_MOST_AUTHORS]


def is_person_name(words: str) -> bool:
    """Whether ``words`` look like the name of one person."""
    return _person(words, None) is not None


def _turned(parts: list[str]) -> list[str]:
    """ "Doe, Jane" is one person."""
    names = len(parts) == 2 and all(re.fullmatch(r"[A-ZÀ-Ý][\w'’-]+", part) for part in parts)
    if names and not {part.lower() for part in parts} & (_NO_PERSON | _ALONE_NO_PERSON):
        return [f"{parts[1]} {parts[0]}"]
    return parts


def _person(part: str, outlet: str | None, alone: bool = False) -> str | None:
    part = _AGENCY_AFTER.sub("", _TITLES.sub("", re.sub(r"\s+", " ", part))).strip(" .,")
    if _CREDENTIAL.fullmatch(part):
        return None
    while (match := _LEAD.match(part)) and match.end():
        part = part[match.end() :]
    cut = _without_outlet(_AFTER.sub("", part).strip(" .,"), outlet)
    words = cut.split()
    half = len(words) // 2
    if half > 1 and words[:half] == words[half:]:  # set twice, for two widths of window
        cut, words = " ".join(words[:half]), words[:half]
    if not words or len(words) > _MOST_WORDS or not all(_NAME_WORD.match(word) for word in words):
        return None
    lower = [word.lower().strip(".") for word in words]
    pieces = [piece for word in lower for piece in re.sub(r"['’]s$", "", word).split("-")]
    if any(piece in _NO_PERSON for piece in pieces) or cut.lower() in _AGENCIES or _ADDRESS.search(cut):
        return None
    if len(words) == 1 and (
        not alone or lower[0] in _ALONE_NO_PERSON or len(words[0]) < 3 or not words[0][0].isupper()
    ):
        return None
    if lower[0] == "the" or _same_outlet(cut, outlet):
        return None
    if not any(word[0].isupper() for word in words) and any(word.isascii() for word in words):
        return _cased(cut) if len(words) in (2, 3) else None
    small = [word for word in words if word[0].islower() and word.lower() not in _PARTICLES]
    if len(small) > len(words) // 2:
        return None
    return _cased(cut)


def _without_outlet(name: str, outlet: str | None) -> str:
    """ "Jane Doe Daily Bugle" is Jane Doe where the Daily Bugle prints her."""
    words = name.split()
    for k in range(2, len(words)):
        if _same_outlet(" ".join(words[k:]), outlet):
            return " ".join(words[:k])
    return name


def _same_outlet(name: str, outlet: str | None) -> bool:
    if not outlet:
        return False
    a, b = (re.sub(r"\W|^the\s|\.(?:com|org|net|co\.uk)$", "", x.lower()) for x in (name, outlet))
    return bool(a) and (a == b or (len(a) > 4 and a in b and len(name.split()) == 1))


def _cased(name: str) -> str:
    """Names in capitals as they are usually written."""
    if not (name.isupper() or name.islower()) or len(name) < 4:
        return name
    words = []
    for k, word in enumerate(name.split()):
        if k and word.lower() in _PARTICLES:
            words.append(word.lower())
        elif len(word.strip(".")) <= 2 and "." in word:
            words.append(word.upper())
        else:
            words.append(re.sub(r"(?:^|(?<=[-'’‑]))\w|(?<=^mc)\w", lambda m: m[0].upper(), word.lower()))
    return " ".join(words)
