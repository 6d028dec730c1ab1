"""Lines that surround articles: what each is, by the words newspapers use for it."""

from __future__ import annotations

import re

from rashomon.reading.lines import Line

_PLATFORM = r"(?:facebook|twitter|instagram|youtube|patreon|soundcloud|telegram|whatsapp|spotify|linkedin|pinterest|tiktok|flipboard|reddit|substack|itunes|apple podcasts|google news|rss)"
_I = re.IGNORECASE

# In this order: the first that fits names the reason.
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, _I))
    for name, pattern in (
        ("advertisement", r"^[\W_]*(?:advertisements?|advert|ad|sponsored(?: content)?|promoted(?: content)?|promo content|"
                          r"story continues(?: below.*)?|article continues(?: below.*)?|paid content|publicidad[ea]?)[\W_]*$"),
        ("disclaimer", r"^(?:disclaimer\W|the (?:statements|views|opinions|views and opinions)\b.{0,90}\b(?:expressed|contained)\b"
                       r".{0,120}\b(?:author|authors|writer|writers|columnist)\b|"
                       r"(?:all )?(?:views|opinions)\b.{0,40}\bexpressed\b.{0,100}\b(?:author|authors|own)\b|"
                       r"this (?:site|website|article) does not (?:give|provide|constitute) )"),
        ("copyright", r"^\W*(?:copyright\b|\u00a9|\(c\) ?\d{4})|\ball rights reserved\b"),
        ("comment form", r"^(?:click to comment|leave a (?:reply|comment)|post a comment|add (?:a )?comments?|view (?:all )?comments?|"
                         r"comments?(?: \(?\d+\)?)?|\d+ comments?|loading comments\W*|show comments?|join the (?:discussion|conversation)|"
                         r"notify of|inline feedbacks|what do you think\??|log in to (?:leave a )?(?:reply|comment)|"
                         r"your email address will not be published.*|reply|be the first to comment.*|sort by (?:newest|oldest|best)|"
                         r"newest|oldest|most voted|avatar|start the conversation|have your say)\W*$"),
        ("share buttons", r"^(?:share|tweet|pin|pin it|email|e-mail|print|reddit|mix|share this.*|share on .{2,20}|share via .{2,20}|"
                          r"share to .{2,20}|copy (?:the )?link|link copied|whatsapp|facebook|twitter|linkedin|flipboard|pinterest|"
                          r"telegram|messenger|google ?\+|blogger|save|bookmark|\d[\d.,]*[km]? ?(?:shares?|views?|likes?|comments?|retweets?)|"
                          r"shares?|(?:share|tweet|email|print|facebook|twitter|linkedin|whatsapp|\W)+|get short url)\W*$"),
        ("newsletter or subscription", r"^(?:subscribe|sign up|sign in|log in|register|donate|quick donate|join|get the app)\b.{0,40}$|"
                         r"^(?:please |remember to |don.t forget to )*(?:please )?(?:subscribe|sign up|sign-up|register|join us|join our|support us|"
                         r"become a (?:member|patron|subscriber|supporter))\b.{0,120}$|"
                         r"\btake a second to support\b|\bby (?:subscribing|signing up|clicking|registering|submitting)\b.{0,30}\b(?:i|you)\b|"
                         r"^(?:please )?(?:follow|like|find|join|watch|support|subscribe to)\b.{1,80}\b(?:on|via|@) ?" + _PLATFORM + r"\b.{0,20}$|"
                         r"\b(?:our|free|daily|weekly|the) (?:e-?mail )?newsletters?\b.{0,60}$|"
                         r"^get (?:the|our|breaking|daily|more)\b.{0,80}\b(?:inbox|newsletter|alerts?|e-?mails?|phone|delivered)\b|"
                         r"\b(?:your|his|our) donations?\b.{0,60}\b(?:make|help|keep|difference)|^amount to donate\b|"
                         r"^(?:validating payment|waiting for paypal)|^let our news meet your inbox"),
        ("cookie or terms text", r"\b(?:uses?|accept(?:ing)?|our) cookies?\b|\bcookie policy\b|^(?:terms (?:of (?:use|service)|& conditions|and conditions)|"
                         r"privacy policy|about us|contact us|advertise(?: with us)?|site ?map|careers|faq|help)\b.{0,30}$|"
                         r"\bprotected by recaptcha\b"),
        ("related link", r"^\W*(?:read (?:more|also|next|full|this|it)|see (?:also|more)|also read|more (?:on|from|in|stories|news|like)|related(?: \w+)?\s*[:|]|"
                         r"related(?: (?:articles?|stories|posts?|news|topics|content|links?|coverage|tags))?$|recommended(?: for you)?\W*$|don.?t miss\W*$|"
                         r"you (?:may|might) (?:also )?(?:like|be interested).*|most (?:read|popular|viewed|shared|commented|recent)\b.{0,20}$|"
                         r"trending\b.{0,20}$|popular\b.{0,20}$|latest(?: \w+)?\W*$|hot opinion$|staff picks\W*$|editor.?s.? picks?\W*$|"
                         r"what to read next|up next|next up|click here\b|watch(?: \w+)?\s*:.*|watch\W*$|listen\W*$|(?:next|previous) (?:article|story|post)\b.*|"
                         r"continue reading\W*$|read full\b.*|more\W*$|show more\W*$|load more\W*$|view all\W*$|all stories|top stories\W*$|"
                         r"in this (?:article|story)\W*$|developing: .*)"),
        ("tags", r"^(?:tags?|topics?|filed under|categories|category|keywords?|related topics|this article is related to|posted in)\b\s*(?::|$|[A-Z#])"),
        ("photo credit", r"^\W{0,2}(?:(?:photo|image|picture|illustration|video|pic)s?\W{0,2}(?:credits?|source|by|courtesy|via)?\s*[:/©(|].*|"
                         r"(?:photo|image|picture) (?:credits?|courtesy|by)\b.*|credits?\s*:.*)$|^\((?:photo|image|picture)\b.*\)$"),
        ("caption", r"\((?:photo|image|picture|photograph|credit|file photo|illustration)s?(?: credits?| by| courtesy| source)?\s*[:©].{0,80}\)\W*$|"
                    r"(?:/|\|)\s*(?:reuters|afp|ap|getty(?: images)?|epa|shutterstock|flash ?90|bloomberg|ap photo)\b.{0,20}$|"
                    r"\bgetty images\b.{0,20}$|\((?:reuters|afp|ap|ap photo|epa|getty|nasa)(?:[/,].{0,40})?\)$"),
    )
)  # fmt: skip


def kind_of(line: Line) -> str | None:
    """What piece of furniture ``line`` is, or None where its words do not tell."""
    if len(line.text) > 420:
        return None
    for name, pattern in _KINDS:
        if pattern.search(line.text):
            return name
    return None
