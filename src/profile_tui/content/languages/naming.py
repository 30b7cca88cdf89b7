"""Words by which a sentence names research interests: what is before the first, and between the last two."""

from __future__ import annotations

import re
from functools import lru_cache

from profile_tui.text.pattern import lazily

_JOINTS = {
    "en": r"and|&|as well as",
    "fr": r"et|ainsi que",
    "de": r"und|sowie",
    "es": r"y|e",
    "pt": r"e",
    "it": r"e|ed",
    "ca": r"i",
    "nl": r"en",
    "sv": r"och",
    "da": r"og",
    "nb": r"og",
    "no": r"og",
    "fi": r"ja",
    "pl": r"i|oraz",
    "cs": r"a",
    "sk": r"a",
    "ro": r"și|şi",
    "tr": r"ve",
    "ru": r"и",
    "uk": r"і|та",
    "el": r"και",
    "hu": r"és",
    "id": r"dan",
    "vi": r"và",
    "ko": r"및|그리고",
}
"""What is between the last two of several things, by language; words are set off by blanks."""
_EASTERN = {"zh": r"以及|和|与|及|與", "ja": r"および|及び|ならびに|と"}
_MORE = lazily(
    r"\s*(?:and |und |et |y |e )?(?:more|others?|so on|so forth|beyond|etc\.?|usw\.?|u\.a\.|mehr|autres|otros|outros|"
    r"altri|等(?:等|方向|领域)?|など)\s*",
    re.I,
)
_ADVERBS = (
    r"(?:(?:mainly|primarily|currently|broadly|generally|especially|particularly|specifically|mostly|also|very|"
    r"hauptsächlich|vor allem|insbesondere|principalement|notamment|surtout|principalmente|"
    r"especialmente|soprattutto)\s+)*"
)
_LEADS = {
    "en": r"(?:(?:currently|broadly|generally|mainly|primarily|overall|in general|more broadly),?\s+)?"
    rf"(?:(?:my|our|the|his|her|current|main|primary|broad|general|research|academic|scientific|areas?|topics?|"
    rf"fields?|of|interests?|focus|work|expertise|specialties|keywords|team|group|lab)(?:\s+(?:my|our|current|main|primary|"
    rf"broad|general|research|academic|scientific|areas?|topics?|fields?|of|interests?|focus|work|expertise|group|lab))*\s+"
    rf"{_ADVERBS}(?:are|is|include|includes|cover|covers|span|spans|comprise|lies?|focus(?:es)?|concerns?|centers?|"
    rf"cent(?:er|re)s?)\s+{_ADVERBS}(?:(?:in|on|around|at)\s+)?(?:the\s+(?:\w+\s+)?(?:areas?|fields?|topics?)\s+of\s+)?"
    rf"|(?:I|we)(?:\s+am|\s+are|['’]m|['’]re)\s+{_ADVERBS}(?:interested\s+in|working\s+on|focused\s+on)\s+{_ADVERBS}"
    rf"|(?:I|we)\s+{_ADVERBS}(?:work|focus|do research|specialize|specialise)\s+{_ADVERBS}(?:on|in)\s+{_ADVERBS}"
    rf"|(?:I|we)\s+{_ADVERBS}(?:study|research|investigate)\s+{_ADVERBS})",
    "fr": rf"(?:mes|nos|ses)\s+[^,;]{{3,60}}?\s+{_ADVERBS}(?:sont|portent|incluent|comprennent|concernent|couvrent)\s+"
    rf"{_ADVERBS}(?:sur\s+)?|je m['’]intéresse\s+{_ADVERBS}(?:à|aux)\s+|je travaille\s+{_ADVERBS}sur\s+",
    "de": rf"(?:meine|unsere)\s+[^,;]{{3,60}}?\s+{_ADVERBS}(?:sind|umfassen|liegen|gelten)\s+{_ADVERBS}"
    rf"(?:in den Bereichen\s+|im Bereich\s+|in\s+)?|ich (?:forsche|arbeite)\s+{_ADVERBS}(?:zu|an|über)\s+",
    "es": rf"(?:mis|nuestros|nuestras)\s+[^,;]{{3,60}}?\s+{_ADVERBS}(?:son|incluyen|abarcan|comprenden)\s+{_ADVERBS}"
    rf"|me interesan?\s+{_ADVERBS}|trabajo\s+{_ADVERBS}(?:en|sobre)\s+",
    "pt": rf"(?:os )?(?:meus|minhas|nossos)\s+[^,;]{{3,60}}?\s+{_ADVERBS}(?:são|incluem|abrangem)\s+{_ADVERBS}"
    rf"|trabalho\s+{_ADVERBS}(?:com|em|sobre)\s+",
    "it": rf"(?:i )?(?:miei|nostri)\s+[^,;]{{3,60}}?\s+{_ADVERBS}(?:sono|includono|comprendono|riguardano)\s+{_ADVERBS}"
    rf"|mi occupo\s+{_ADVERBS}di\s+",
    "zh": r"(?:我|本人|本课题组|课题组|目前|的|主要|研究|学术)*(?:研究)?(?:兴趣|方向|领域|興趣|領域)(?:主要|目前)?"
    r"(?:包括|集中在|聚焦于|是|为|為|有|涉及|涵盖)了?\s*[:：]?\s*|(?:我|本人)?(?:主要|目前)?(?:从事|研究)\s*",
}
_PARTIAL = lazily(
    r"\b(?:I|we|my|our|which|who|whose|where|that|is|are|am|was|were|has|have|including|such as|especially|"
    r"particularly|in particular|but|because|while|e\.g|i\.e|je|nous|qui|ich|wir|die ich|yo|que|het|ik)\b|"
    r"[吗呢]|(?:です|ます|입니다|습니다)|"
    r"^\s*(?:and|too|also|as well|und|auch|et|aussi|with|from|by|for|mit|avec|con|com)\b|特别是|尤其|例如|比如"
)
"""What is in a sentence and not in the name of a field."""

_INTERESTED = lazily(
    r"\b(?:research|scholarly|academic|scientific|intellectual|current|main|primary|broad(?:er)?)\s+interests?\b|"
    r"\binterests?\s+(?:are|include|lie|span|cover|range|center|centre|focus|concern|comprise)|"
    r"\b(?:areas?|fields?|topics?)\s+of\s+(?:interest|research|expertise|speciali[sz]ation)\b|"
    r"(?:\s(?:am|are|is)|['’](?:m|re|s))\s+(?:\w+\s+){0,2}interested\s+in\b|\bresearch\s+(?:areas|topics|directions)\b|"
    r"\bresearch\s+(?:\w+ly\s+)?(?:focus|cent(?:er|re)|lies\b|spans?\b|covers?\b|includes?\b)",
    re.I,
)
"""What a sentence says that tells of interests, however many it names."""
_WORKS = lazily(
    r"\b(?:I|he|she|we|they)\s+(?:\w+ly\s+)?(?:(?:speciali[sz]es?|works?|focus(?:es)?|do(?:es)?\s+research)\s+(?:on|in)\b|"
    r"(?:study|studies|research|researches|investigates?)\b)|"
    r"\b(?:my|our|his|her|their)\s+(?:\w+\s+){0,3}?(?:research|work|scholarship)\s+(?:\w+ly\s+)?"
    r"(?:explor|examin|investigat|address|concern|stud|bridg|focus|cent|span|cover|looks?\s+at)",
    re.I,
)
"""What a sentence says that tells of work: where it names several things, they are interests."""
_SEVERAL = lazily(r"[,;，、；]|\s(?:and|&|et|und|y|e|en|och|og)\s", re.I)
_ASKED = lazily(r"\b(?:you|your|students?|candidates?|anyone|applicants?|those|everyone)\b", re.I)
"""Whose interests a sentence may be about, which are not the owner's."""


@lru_cache(maxsize=8)
def joint_of(language: str) -> re.Pattern[str]:
    """Return what joins the last two of several things on a page in a language, or in English."""
    code = language[:2].lower()
    words = "|".join({_JOINTS["en"], _JOINTS.get(code, _JOINTS["en"])})
    eastern = f"|\\s*(?:{_EASTERN[code]})\\s*" if code in _EASTERN else ""
    return re.compile(rf"\s+(?:{words})\s+{eastern}", re.I)


def joint_word(language: str) -> str:
    """Return the word that joins the last two of several things in a language; that of English where it is unknown."""
    return _JOINTS.get(language[:2].lower(), _JOINTS["en"]).partition("|")[0]


def is_lead(sentence: str, language: str) -> int:
    """Return the length of what a sentence says before it names interests; 0 where it says nothing before."""
    code = language[:2].lower()
    matches = (
        re.match(_LEADS[language], sentence, re.I)
        for language in dict.fromkeys((code, "en", "zh"))
        if language in _LEADS
    )
    return max((match.end() for match in matches if match), default=0)


def remainder(words: str) -> bool:
    """Return whether the last of several things says no more than that there are others."""
    return _MORE.fullmatch(words) is not None


def is_part_of_a_sentence(words: str) -> bool:
    """Return whether words have a verb or say something of what they name."""
    return _PARTIAL.search(words) is not None


def speaks_of_interests(sentence: str) -> bool:
    """Return whether a sentence, of a page in any language, says what somebody is interested in or does research on."""
    if _INTERESTED.search(sentence):
        return not _ASKED.search(sentence)
    works = _WORKS.search(sentence) or any(re.match(lead, sentence, re.I) for lead in _LEADS.values())
    if works and _SEVERAL.search(sentence) and not _ASKED.search(sentence):
        return True
    from profile_tui.content.languages.headings import meanings

    return any(meaning.kind == "interests" and meaning.tag != "en" for meaning in meanings(sentence))
