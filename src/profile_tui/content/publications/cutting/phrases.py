"""What is said beside the fields of a citation: prizes, how far a paper is on its way, places and publishers."""

from __future__ import annotations

import re

from profile_tui.text.pattern import lazily

_ADDRESS = lazily(r"(?:doi:?\s?)?(?:https?:|10\.\d{4,9}/)", re.I)
"""What an address begins with, be it on the web or a DOI."""
AWARD = lazily(
    r"(?:(?:best|outstanding|distinguished|top|notable) (?:[\w-]+ ){0,2}"
    r"(?:papers?|posters?|demos?|talks?|thesis|presentation)"
    r"(?: (?:award|prize|nomin\w+|candidate|finalists?|runner[- ]up|honou?rable mention|winner))*|"
    r"(?:[\w-]+ )?(?:paper|best paper|reviewers?) (?:award|prize)|honou?rable mention|"
    r"(?:\w+ )?(?:highly[- ]cited|hot|popular|featured|cover|most (?:cited|read|downloaded)) (?:papers?|articles?)|"
    r"editors?['’]?s?['’]? (?:choice|pick|suggestion)|"
    r"(?:oral|spotlight) (?:paper|presentation)|(?:runner[- ]up)(?: (?:award|prize))?)(?: (?:at|of) [\w ’'-]+)?",
    re.I,
)
"""What papers win."""
AWARD_WORDS = "paper papers article articles choice pick suggestion award prize mention presentation runner".split()
"""Words of which that has one."""
PRIZES = "award prize medal".split()
VERSION_WORDS = "version versions abstract abstracts draft drafts".split()
"""Words that tell of another version of a paper."""
WITH_WORDS = "with mit avec con com".split()
"""Words before people who wrote a paper, too."""
PART_WORDS = "i ii iii iv v vi vii viii part teil".split()
"""Words that number the parts of a work."""
STATES = (
    "accepted", "forthcoming", "in press", "to appear", "under review", "under revision", "under submission",
    "in revision", "submitted", "in preparation", "in print", "r&r", "r & r", "revise and resubmit",
    "revise & resubmit", "reject and resubmit", "reject & resubmit", "minor revision", "minor revisions",
    "major revision", "major revisions", "im erscheinen", "im druck", "angenommen",
    "erscheint demnächst", "à paraître", "accepté", "sous presse", "soumis", "en prensa", "próximamente", "aceptado",
    "no prelo", "aceito", "in corso di stampa", "in corso di pubblicazione", "in stampa", "te verschijnen", "in druk",
    "待发表", "待刊", "即将发表", "即将出版", "已录用", "已接收", "印刷中", "掲載予定",
    "게재 예정", "게재예정", "в печати",
)  # fmt: skip
"""How far a paper is on its way, in the languages of pages."""
STATE_WORDS = frozenset(state.split(" ")[-1] for state in STATES) - {"review"} | {"under"}
"""A word of each of them."""
STATE = lazily(
    rf"(?:conditionally |provisionally |invited )?(?:{'|'.join(STATES)})(?: (?:at|by|in|to|with|for)(?: the)?)?", re.I
)
_CITIES = (
    "amsterdam|ann arbor|athens|barcelona|basel|beijing|berkeley|berlin|bern|bloomington|bologna|bonn|boston|bristol|"
    "brussels|budapest|buenos aires|cambridge|chicago|cologne|copenhagen|dordrecht|dublin|durham|edinburgh|firenze|"
    "florence|frankfurt(?: am main)?|genève|geneva|göttingen|hamburg|heidelberg|helsinki|ithaca|jerusalem|köln|leiden|"
    "leipzig|leuven|lisboa|lisbon|london|londres|lyon|madrid|manchester|méxico|milan|milano|moscow|münchen|munich|"
    "münster|napoli|new haven|new york|oslo|oxford|padova|paris|philadelphia|prague|praha|princeton|rio de janeiro|"
    "roma|rome|são paulo|seoul|shanghai|stanford|stockholm|stuttgart|tokyo|torino|toronto|tübingen|turnhout|uppsala|"
    "utrecht|venezia|vienna|warsaw|warszawa|washington(?: d\\.?c\\.?)?|wien|wiesbaden|würzburg|zürich|zurich"
)
PLACE = lazily(rf"(?:{_CITIES})(?:(?:\s?[/–-]\s?|,? (?:and|&|und|et) |, )(?:{_CITIES}))*", re.I)
"""A city where books are published, or some of them."""
PLACE_WORDS = frozenset(city.partition("(")[0].split(" ")[-1] for city in _CITIES.split("|"))
"""A word of each city."""
PUBLISHER_WORDS = (
    "press verlag publisher publishers publishing books éditions edizioni editore editora editorial ediciones presses "
    "wydawnictwo uitgeverij förlag forlag kiadó yayınları kustannus up"
).split()
PUBLISHER = lazily(rf"\b(?:{'|'.join(PUBLISHER_WORDS)})\b|出版社|出版会|書房|書店|书店|출판사", re.I)
"""What firms that publish have in their names."""
_EDITED = (
    "edited by", "ed. by", "ed by", "hrsg. von", "hrsg von", "herausgegeben von", "sous la direction de",
    "sous la dir. de", "dirigé par", "éd. par", "éd par", "pod red.", "pod red", "red.", "под ред.", "под ред",
)  # fmt: skip
_EDITS = (
    "ed eds hg hgg hrsg dir dirs coord coords org orgs comp comps red szerk toim edd editor editors 编 編 編著".split()
)
EDIT_SIDES = dict.fromkeys((*_EDITS, *(f"{word}." for word in _EDITS), "a cura di"), -1) | dict.fromkeys(_EDITED, 1)
"""On which side of a word the editors are whom it tells of: 1 after it, -1 before it."""
LEGENDS = frozenset(
    f"{joint}{which}{sign}author"
    for joint in ("", "co", "co-", "joint ")
    for which in ("corresponding", "first", "last", "lead", "senior", "presenting")
    for sign in " -"
)
"""What an author did, in brackets after the name."""
_SERIES_WORDS = frozenset(
    "paper papers report reports note notes memorandum dp wp tr lncs lnai patent preprint preprints arxiv biorxiv "
    "medrxiv chemrxiv psyarxiv socarxiv ssrn".split()
)
"""Words of which the name of a series whose papers have numbers has one."""
_SERIES = lazily(
    r"\b(?:working|discussion|research|policy|technical|staff|occasional|seminar|conference) "
    r"(?:papers?|reports?|notes?|memorandum)\b|\b(?:DP|WP|TR)$|\bLN(?:CS|AI)$|\blecture notes\b|xiv\b|\bpatent$|"
    r"\bpreprints?$|\bSSRN$",
    re.I,
)


def is_state(text: str) -> bool:
    """Return whether a text says how far a paper is on its way, and nothing else; its words tell most apart."""
    return not STATE_WORDS.isdisjoint(text.lower().split(" ")) and STATE.fullmatch(text) is not None


_UNFINISHED = lazily(
    r"(?:(?:unpublished )?(?:manuscript|paper|draft|book) (?:in|under) \w+|(?:my )?job[ -]market paper|"
    r"(?:draft )?available (?:up)?on request|draft (?:coming )?soon)\.?",
    re.I,
)


def is_unfinished(text: str) -> bool:
    """Return whether a text says that a paper is not published, as `Manuscript in preparation`, and nothing else."""
    return _UNFINISHED.fullmatch(text) is not None


def is_address(text: str) -> bool:
    """Return whether a text begins with an address: each has a colon or a slash, which few other texts have."""
    return ("/" in text or ":" in text) and _ADDRESS.match(text) is not None


def counts_papers(venue: str) -> bool:
    """Return whether a venue is a series whose papers have numbers: such a number is none of another venue."""
    return not _SERIES_WORDS.isdisjoint(venue.lower().split()) and _SERIES.search(venue) is not None


_STATE_IN_TEXT = lazily(rf"(?<![^\W_])(?:{'|'.join(STATES)})(?![^\W_])", re.I)


def states_in(text: str) -> set[str]:
    """Return what a text says of how far papers are on their way, in lower case."""
    return {match[0].lower() for match in _STATE_IN_TEXT.finditer(text)}
