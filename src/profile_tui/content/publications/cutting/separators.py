"""What parts the pieces of a citation: the table of separators, and words that are between fields."""

from __future__ import annotations

import re
from string import ascii_letters

from profile_tui.content.entries.lexicon import ANY_PARTICLE, MARKS, PARTICLE
from profile_tui.content.publications.cutting.letters import (
    BARE_INITIALS,
    CAPITAL,
    EAST,
    LATIN_CAPITAL,
    SMALL,
    SPELT_WORD,
    SUFFIX,
)
from profile_tui.text.pattern import lazily

IN = frozenset("in dans en em în v w i sisään içinde 载 載 见 收入 収録".split())
"""Words that lead in a venue."""
_JOINERS = "AND|ET|UND|و|and|et|und|y|e|i|a|og|och|ja|en|és|ve|dan|și|и|та|eta|και|và|і|와/과|&|\\+|和|及|と|및"
"""Words that part the last two names of a list, in the languages of citation styles."""
_NO_STATE = r"(?!(?i:re-?submit)\b|R (?:at|in|to)\b)"
"""Nobody is named in `Revise & Resubmit` and `R & R at`."""
_RAISED = "¹²³⁰⁴-⁹"
_AFTER_NAME = r"(?=\s*[,;，、|]|\s+(?:and|&)\s|\.?\s*(?:\n|$)|\.\s)"
_NUMBERS_OF_MARKS = (
    rf"(?:\^?\d{{1,2}}(?:,\d{{1,2}})*|[{_RAISED}]+|\s?\(\d{{1,2}}\)|\s?\[\d{{1,2}}\])[{MARKS}]*{_AFTER_NAME}"
)
"""Numbers right after a name, raised or in brackets."""
_INITIALS = rf"[^\W\d_{EAST}]\.(?:[-‐]?[^\W\d_{EAST}]\.)*"
"""Initials with no blanks between; of the signs of East Asia, one is a word and no initial."""

_NO_PART = r"(?!(?<=\b(?:Part|Teil) )[IVX])"
"""The number of a part, as in `Part I. A. Moss`, is no initial of who is after it."""
_MORE_INITIALS = rf"(?:(?:[^\S\n]{_INITIALS})+(?![^\W\d_])|(?!\w))"
"""After initials others, which a raised number may be after."""
_NO_NO = r"[\u3041-\u306d\u306f-\u3096\u4e00-\u9fff々]"
"""Characters of Japanese names: none of katakana, and not `の`, which joins words."""
_BETWEEN_NAMES = rf"・(?<={_NO_NO}・)(?=[\u4e00-\u9fff]{_NO_NO}{{1,6}}[・、，,（(「])"
"""What parts people in Japanese, who are followed by another or by a year, and not a name in katakana."""

_SURNAME = rf"{CAPITAL}[\w’'-]+"
NAME_AFTER = lazily(rf"[^\W\d_][^\s,;.:?!”\"»]*(?:\s+|,\s+){CAPITAL}|[^\W\d_]\.")
"""What a name begins with: a word with a capital, or a comma and one, after it, or an initial."""
INITIAL_BEFORE = lazily(rf"(?<!\w){CAPITAL}\.\s?{_SURNAME}$")
"""An initial and a surname."""
INITIALS_BEFORE = lazily(rf"(?<!\w){CAPITAL}\.$")
"""Initials, which end a name whose surname is first."""
SMALL_BEFORE = lazily(rf"(?<![\w’'-])(?!(?:{ANY_PARTICLE})$){SMALL}{{2,}}$")
"""A small word, which ends no name."""
_JOINS = r"(?:[;&]|and|et|und)"
_SURNAMES = rf"{_SURNAME} [eyi] {_SURNAME}"
_TWO_SURNAMES = lazily(
    rf"(?:^|\.,? |(?<=\. [eyi] )|{_JOINS} |\b(?:{LATIN_CAPITAL}{{1,3}}|[JS]r), )(?:(?:d[aeo]s?|del) )?{_SURNAMES}"
    rf"(?:, (?:{_INITIALS}[ -]?)+| {LATIN_CAPITAL}{{1,3}}(?=[,.;]))|"
    rf"(?:(?:^|{_JOINS} ){_SURNAME}|[^\W\d_]\.) {_SURNAMES}(?=,? ?[;&,(–|\n]|\.? and )|"
    rf", {_SURNAME} {_SURNAMES}(?=,? {_JOINS} )|[^\W\d_]\. {_SURNAMES}\."
)
"""Who has two surnames with a word between, as `Souza e Melo, J.` and `J. Souza e Melo`: the word parts nobody."""
JOINED = lazily(r"(?:and|et|und|&|و)\s+(?=[^\W\d_])")
"""A word that joins, where nothing but a separator is before it."""
LEAD = lazily(
    r"(?:avec|mit|con|com|(?i:(?:zusammen|gemeinsam) mit|en collaboration avec|"
    r"in collaboration with|junto con|in|dans|en|em|by|with|edited by|ed\. by|a cura di|hrsg\. von|"
    r"herausgegeben von|sous la direction de|joint(?: work)? with|"
    r"(?:to appear|accepted|published|appeared|in press|presented|submitted)(?: (?:by|to|at|in|as))?|"
    r"(?:(?:conditionally |provisionally )?accepted|under (?:review|revision|submission)|forthcoming|in revision|"
    r"r ?& ?r|(?:invited )?(?:revise|reject)(?: and| &)? re-?submit|(?:minor|major) revisions?)"
    r" (?:by|to|at|in|with|for)(?: the)?))"
    rf"(?=:?\s+(?![A-Z](?:-[A-Z])?$){CAPITAL}|$)|(?:avec|mit|con|com|with)(?=\s+(?:de|del|van|von|di|da|ter|bin|zu|ten|ibn|dos|du)\s(?:(?:der|den|la|las|los)\s)?{LATIN_CAPITAL})"
)
"""Words before a venue or before people; not a surname, as in `In B`."""
BEGIN_LEAD = frozenset((
    *"ave mit con com zus zuſ gem en en: in in: ın ın: inv ınv jun dan em em: by by: wit wıt edi edı ed. hrs".split(),
    *"hrſ her sou ſou joi joı to acc pub app pre sub ſub pro und for r& r&r rev rej min mın maj".split(), "a c", "r &"
))  # fmt: skip
"""The first three letters of those, in small letters; of shorter ones no blank after them."""
COUNT_BEFORE = lazily(rf"\d{{1,4}}\s(?={CAPITAL}[\w.’'-]+)")
"""The number of a volume that a venue follows, as in `44 Oxford Journal of Bogs 345`."""
LEAD_AFTER = lazily(r"\s([Ii]n)$")
"""The same after a title that nothing else ends."""
NUMBERED = lazily(rf"(?:[A-Z][\w.'’-]*\s(?:[\w.'’-]+\s)?[A-Z][\w'’-]*[a-z]|[\u4e00-\u9fff]{{2,4}}){_NUMBERS_OF_MARKS}")
"""A name with numbers of affiliations right after it."""
BARE = lazily(
    rf"(?<![^\W\d_])(?!(?:Part|Teil)\s)[^\W\d_]\S*[^\W\d_A-Z.]\s(?!I{{2,3}}[,;]|IV[,;]){BARE_INITIALS}"
    rf"(?: {SUFFIX})?[,;]\s"
)
"""A name that ends in initials without stops, with another one after it."""
IN_FULL = lazily(rf"(?:^|[,;&] ){_SURNAME} {SPELT_WORD},")
"""A name in full, with another one after it."""
DATE_REST = lazily(r"[./-]\d{1,2}(?!\d)(?:[./-]\d{1,2}(?!\d))?|年度?|년|[a-zß-ÿ]")
"""The month and day after a year, or a letter: 2024a."""
VOLUME = lazily(r"\s(?<=\w\s)\s*(#\d+|\d{1,4}[A-Za-z]?)$")
"""A number that a venue runs into."""
ARTICLE_NUMBER = r"[A-Za-z]{1,5}\d+(?:[-–][A-Za-z]{0,5}\d+)?"
"""The number of an article, which is in the place of pages, as the `e045` of `12(4):e045`."""
SYMBOLS = lazily(r"[\u2190-\u2bff\U0001f000-\U0001faff\u200d\ufe0f]+\s*")
CLOSING_QUOTE = lazily(r"[\w.?!,]\s?([’'])(?:(?![^\W\d_])|(?=[A-ZÀ-Þ]))")
BODY_WORDS = (
    "centre center institute institut department ministry society academy office school faculty laboratory committee "
    "council association commission agency foundation network zentrum ministerio ministère"
).split()
_BODY = "|".join(BODY_WORDS)
"""What bodies of people are called, with what they are for after it."""
_BODY_OF = r"(?:\s\w+)?\s(?:for|of|on|de|für|pour|para)\s[^,;.()]*"
BODY = lazily(rf"(?:the )?(?:\w+ )?(?:{_BODY}){_BODY_OF}", re.I)
"""The name of a body of people, as `Centre for Ice`."""
BODY_BEFORE = lazily(rf"\b(?:{_BODY})s?{_BODY_OF}$", re.I)
"""The name of a body of people that goes on after a word that joins, as `Centre for Ice and Snow`."""

_TABLE = (
    ("numbered", " (9*", rf"(?<=[^\W\d_]){_NUMBERS_OF_MARKS}"),
    ("break", " ", r"\s*\n\s*"),
    ("address", "9a", r"(?:\b[Dd][Oo][Ii](?::\s?|\s))?(?:https?://|\b10\.\d{4,9}/)[^\s<>\ufffc]*[^\s<>\ufffc.,;:)\]]"),
    ("dots", ".", r"\.\.\.+|…"),
    (
        "year",
        "9",
        r"(?:(?<![\d:/–#№-])(?<!\d\.)|(?<=[^\d./-]\d/)|(?<=[^\d./-]\d\d/))(?:1[89]\d\d|20[0-3]\d)(?!\d|[:–]\d|[/.-]\d(?!\d?(?!\d)))(?=[年년]|[a-z]?(?![^\W\d_]{2})|(?<=\s\d{4})[A-ZÀ-Þ])"
        r"(?!(?<=[A-Z]\d{4})-\d|-[A-Z]{2,}-\d)",
    ),
    (
        "joiner",
        " ,",
        rf"(?<=[\w.)\]’'{MARKS}])[,;،]?\s+(?!(?:et|ET)\.? (?:al|AL)\b)(?:{_JOINERS})\s+(?=[^\W\d_]){_NO_STATE}",
    ),
    ("initials", "a", rf"(?<![^\W\d_])(?<![^\W\d_][-‐]){_NO_PART}{_INITIALS}{_MORE_INITIALS}"),
    (
        "stop",
        ".",
        r"\.(?=\s|$|[)\]”\"»“„«,;:\ufffc])(?<!\b[DMS][rst]\.)(?<!\bMrs\.)(?<!\bvs\.)(?!\sal\b)|"
        r"\.(?=[A-Z][a-z])(?:(?<=[a-z\d]{3}\.)|(?<=[a-z] [A-Z]{2}\.)|(?<=[a-z] [A-Z]-[A-Z]\.))|"
        r"[?!](?=\s|$|[”\"»“„«\ufffc)\]]|(?<=\w[?!])['’])|[。！？．]",
    ),
    (
        "sign",
        ",*",
        rf"[，；、：،؛]|[,;:](?!\d)|[,;:](?<=\d[,;:])|{_BETWEEN_NAMES}|\ufffc|"
        r"(?<=\s)(?:[-–—―‒|·•]|//)(?=\s)|[|｜·•]",
    ),
    ("slash", " *", r"(?<=[\w.])\s?/\s?(?=[^\W\d_])"),
    ("bracket", "(", r"[()\[\]{}（）【】]"),
    (
        "quote",
        '"',
        r"[“”\"„«»「」『』《》¨]|``|''|(?<![^\W\d_])[‘'‚](?=\w)|(?<=[\w.?!,])[’'](?![^\W\d_])|(?<=[^\W\d_]{2})’(?=[A-ZÀ-Þ])",
    ),
    (
        "mark",
        "*",
        rf"\$\s*(?:\{{\}}\s*)?(?:\^[^$\n]{{1,20}}|\\(?:d?dagger|ast|star|sharp|S|P)\b[^$\n]{{0,20}}|[{MARKS}\d,;\s]{{1,20}})\$"
        rf"(?![^\W\d_]|-)|\^\{{[^{{}}\n]{{1,20}}\}}|(?<=\S)[{MARKS}]+|[{MARKS}]+(?=\s|$|,)",
    ),
    ("formula", "*", r"\$\$[^$\n]{1,99}\$\$|\$(?=\S)[^$\n]{1,99}(?<=\S)\$(?!\d)"),
)
"""Each type of separator, with the signs (of `_FIRST`) that it begins with, in the order in which they are tried."""
_FIRST = {
    ",": r"[,;:،]",
    ".": r"[.?!…。！？．]",
    "a": rf"[^\W\d_{_RAISED}]",
    " ": r"\s",
    "(": r"[()\[\]{}（）【】]",
    "9": rf"[\d{_RAISED}]",
    '"': r"[“”\"„«»「」『』《》¨`‘’‚']",
    "*": r"[^\w\s]",
}
"""What separators begin with, each tried only for what is none of those before it: no other can be there."""
_SAFE = "".join(sorted({*ascii_letters} - {*"Dd", "h"} - {word[0] for word in _JOINERS.split("|")}))
"""Letters with which no word begins that joins, nor an address."""
_USUAL = rf",(?=\s(?:[{_SAFE}]|(?!\s|(?:{_JOINERS})\s)))"
"""What most of them are: only a comma."""
_LETTER = rf"[^\W\d_{_RAISED}]"
_GAP = rf" (?:(?=[{_SAFE}])|(?![\s/]|[(\[]\d\d?[)\]]|(?:{_JOINERS})\s))"
"""A blank that is only one between two words."""
_WORD_BEFORE_ANOTHER = (
    rf"[A-Za-z][A-Za-z]++ (?=[{_SAFE}][A-Za-z]|(?!(?:{_JOINERS})\s|[Dd][Oo][Ii]|http)[A-Za-z][A-Za-z])"
)
_PLAIN = (
    rf"{_WORD_BEFORE_ANOTHER}|{_LETTER}(?<!\b[Dd](?=[Oo][Ii][:\s]))(?:[A-Za-z]++{_LETTER}*+|{_LETTER}++)(?!://)|"
    rf"{_GAP}|{_LETTER}(?![^\W\d_]|\.)|"
    r"\d(?<![^\W\d_]\d)(?<!1(?=0\.))(?<!1(?=[89]\d\d(?!\d)))(?<!2(?=0\d\d(?!\d)))\d*+|"
    r"[-–](?<=\w[-–])(?=\w)|['’](?<=[^\W\d_]['’])(?=[a-z])"
)
"""What is within pieces, where no separator can begin: words, numbers, and what joins them."""
_TRIED = [(sign, [(name, pattern) for name, signs, pattern in _TABLE if sign in signs]) for sign in _FIRST]
KINDS = ("", "usual", *(name for _, rows in _TRIED for name, _ in rows))
"""The type of separator that each group of `SEPARATOR` is; the first is none, so that no group is a piece's text."""
SEPARATOR = lazily(
    rf"(?:{_PLAIN})*+(?:({_USUAL}) ?+|"
    + "|".join(rf"(?={_FIRST[sign]})(?:{'|'.join(f'({pattern})' for _, pattern in rows)}|.)" for sign, rows in _TRIED)
    + r"|[\s\S]?)",
    re.S,
)
"""All of them, each with the plain text before it; of text that no separator is after, there is no group."""

FOLDED = {
    "\ufffc": "!",
    "。": ".", "．": ".", "，": ",", "；": ";", "、": ",", "・": ",", "،": ",", "؛": ";", "：": ":", "｜": "|",
    "—": "–", "―": "–", "‒": "–", "//": "//", "（": "(", "【": "(", "{": "(", "）": ")", "】": ")", "}": ")",
}  # fmt: skip
"""Separators that mean the same as a common one."""
OPENING_QUOTES = "“„«「『《‘'‚``\"¨"
_TURNED = {"»": "«", "”": "”"}
"""What closes a quotation that begins with the mark that ends others, as `»Fog«` and `”Fog”`."""


_THE_BODY = lazily(
    rf"the (?:{CAPITAL}[\w’'-]*\s){{1,4}}(?:Collaboration|Consortium|Group|Network|Project|Team)(?=[.,;(*\n]|\s\(|$)"
)
"""A body of people with its article, as a list of authors ends in one: `and the Lamp Survey Consortium.`"""


def parts_small(text: str, start: int, end: int) -> bool:
    """Return whether a word or sign that joins parts what is before it from a small word.

    That is a particle, the article of a body of people, or, after a slash, `to appear`.
    """
    if text.startswith("the ", end) and _THE_BODY.match(text, end):
        return True
    leads = text.startswith(" /", start) and (LEAD.match(text, end) or text.startswith(("arXiv", "bioRxiv"), end))
    return bool(leads) or PARTICLE.match(text, end) is not None


def is_in_surname(text: str, at: int) -> bool:
    """Return whether the word that is at a place is between the two surnames of one person."""
    if text[at : at + 3] not in (" e ", " y ", " i "):
        return False
    names = _TWO_SURNAMES.finditer(text, max(0, at - 80), at + 80)
    return any(each.start() < at < each.start() + len(each[0].rstrip()) for each in names)


def opens(text: str, start: int, end: int, *, within: str) -> bool:
    """Return whether a quotation mark opens; `within` is the one that opened before and is not closed, else empty."""
    quote = text[start:end]
    if not within and (closing := _TURNED.get(quote)):
        begins = text[end : end + 1].isalnum() and not text[max(0, start - 1) : start].strip(" \n([")
        return begins and closing in text[end:]
    return (quote in OPENING_QUOTES and not within) or (quote in ("„", "«", "「", "『", "《") and within != "»")
