"""What the makers of a page call its parts (classes, ids), told by kind."""

from __future__ import annotations

import re
from functools import lru_cache

KINDS = (
    "body",
    "related",
    "social",
    "subscribe",
    "comment",
    "navigation",
    "head",
    "media",
    "advert",
    "quote",
    "share",
    "live",
)
_PATTERNS = {
    "body": r"(?:article|story|entry|post|blog|content|news|page|main|body)[-_]*(?:body|content|text|copy|inner|main)"
    r"|body[-_]?(?:copy|text|content)|(?:^|[\s_-])(?:articlebody|prose|paragraph|rich-?text|wysiwyg)",
    "related": r"related|recommend|trending|popular|most[-_]?(?:read|viewed|shared|recent)|more[-_]?(?:from|"
    r"stories|on|news|articles|in|like)"
    r"|read[-_]?(?:more|next|also)|also[-_]?(?:read|like|on)|outbrain|taboola|teaser|promo|similar|suggest|"
    r"up[-_]?next|latest"
    r"|(?:^|[\s_-])cards?(?:$|[\s_-])|carousel|link[-_]?list|story[-_]?list|revcontent|zergnet|see[-_]?also|"
    r"headline[-_]?list|external",
    "social": r"social|follow|facebook|twitter|instagram|whatsapp|addthis|addtoany|sharedaddy|jetpack|pinterest|"
    r"linkedin",
    "subscribe": r"newsletter|subscri|sign[-_]?up|signin|log[-_]?in|paywall|regwall|donat|cookie|consent|gdpr|"
    r"modal|popup|overlay"
    r"|promobox|call[-_]?to[-_]?action|(?:^|[\s_-])cta|membership|notification|alert",
    "comment": r"comment|disqus|respond|repl(?:y|ies)|discussion|livefyre|feedback|rating|review[-_]?form|poll|"
    r"quiz|survey",
    "navigation": r"(?:^|[\s_-])nav|navigation|menu|breadcrumb|footer|foot(?:$|[\s_-])|side[-_]?bar|(?:left|"
    r"right)[-_]?(?:rail|col)|masthead|toolbar"
    r"|pagin|pager|widget|topbar|site[-_]?header|page[-_]?header|utility|skip|jump|toc(?:$|[\s_-])|"
    r"table[-_]?of[-_]?contents|disclaimer|legal|copyright",
    "head": r"byline|author|(?:^|[\s_-])bio|dateline|date(?:$|[\s_-])|(?:^|[\s_-])date|timestamp|time(?:$|[\s_-])|"
    r"meta|tags?(?:$|[\s_-])|tag[-_]?list|categor|posted"
    r"|kicker|eyebrow|headline|title|heading|(?:^|[\s_-])dek|standfirst|summary|excerpt|lede|subhead|topic|label|"
    r"header|publish|source",
    "media": r"caption|figure|gallery|slideshow|slide|photo|image|img|video|player|media|credit|embed|thumb|"
    r"podcast|audio|infographic",
    "advert": r"(?:^|[\s_-])ads?(?:$|[\s_-]|slot|unit|box|container|wrap)|advert|sponsor|dfp|(?:^|[\s_-])gpt|"
    r"affiliate|partner|commerce|product|shop|buy|deal",
    "quote": r"quote|blockquote|tweet|pullout|highlight|callout|fact[-_]?box|info[-_]?box|aside|sidebox|inset",
    "share": r"shar(?:e|ing)|print|e-?mail|tools|button|btn|bookmark|save|icon",
    "live": r"live[-_]?blog|live[-_]?(?:update|feed|entry|post)|liveblog|timeline|post[-_]?update|stream|key[-_]?event",
}
_COMPILED = tuple(re.compile(_PATTERNS[kind]) for kind in KINDS)
LABEL_BIT = {kind: 1 << k for k, kind in enumerate(KINDS)}


def kinds_of_label(label: str) -> int:
    """The kinds a label's words point to, as bits of `LABEL_BIT`."""
    bits = 0
    for word in label.split():
        bits |= _kinds_of_word(word)
    return bits


# Pages share most words of their labels and hardly any whole label; no pattern looks beyond a word.
@lru_cache(maxsize=16384)
def _kinds_of_word(word: str) -> int:
    bits = 0
    for k, pattern in enumerate(_COMPILED):
        if pattern.search(word):
            bits |= 1 << k
    return bits
