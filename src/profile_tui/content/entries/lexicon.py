"""The words by which pages are read: what titles have and names have not, what links are called, what headings say.

Words of the trade in general; none is there for the sake of one page.
"""

from __future__ import annotations

import re

from profile_tui.text.pattern import lazily

NOT_NAMES = frozenset(
    """
    in proc proc. proceedings conference journal transactions the a an accepted under preprint arxiv ieee acm
    on of for with and to workshop symposium international annual advances nature science letters review
    submitted published appear forthcoming paper code project pdf bib bibtex slides video poster website
    dataset demo blog link github oral spotlight best award university department vol vol. no no. pp pp.
    springer elsevier press thesis phd technical report note work progress page homepage abstract model data
    supplementary talk media doi using based via towards toward from by is are at as into through over between
    against without within how what why when can do does not beyond learning networks network neural deep
    graph graphs attention transformer transformers language vision visual image images models modeling
    modelling method methods approach framework frameworks system systems analysis detection prediction
    recognition generation optimization representation representations classification segmentation estimation
    reconstruction inference reasoning knowledge adaptive efficient robust unsupervised supervised
    self-supervised adversarial generative diffusion multimodal multi-modal large scale survey benchmark study
    evaluation understanding improving enhancing exploring rethinking attack attacks defense privacy security
    private search retrieval recommendation algorithms algorithm theory problem problems design architecture
    control dynamics simulation distributed federated reinforcement policy intelligence artificial machine
    computer computing software engineering information medical clinical dimension dimensional detecting
    scholar learned training tuning fine-tuning pre-training embedding embeddings features feature task tasks
    """.split()
)
"""Words that titles and venues have and names have not, in lower case."""

_LABELS = (
    "paper",
    "pdf",
    "code",
    "project(?!ion)",
    "bib(tex)?",
    "arxiv",
    "doi",
    "slides?",
    "video",
    "poster",
    "demo",
    "website",
    "web",
    "site",
    "home ?page",
    "github",
    "git",
    "blog",
    "page",
    "supp(lementary)?( material)?s?",
    "appendix",
    "data(set)?s?",
    "model",
    "abstract",
    "abs",
    "link",
    "html",
    "url",
    "talk",
    "openreview",
    "media",
    "news",
    "press",
    "hugging ?face",
    "preprint",
    "proceedings",
    "journal",
    "conference",
    "acm",
    "ieee",
    "springer",
    "论文",
    "代码",
    "项目",
    "链接",
    "publisher",
    "software",
    "tool",
    "repo(sitory)?",
    "program",
    "full text",
    "report",
    "version",
    "app",
    "docs?",
    "documentation",
    "presentation",
    "recording",
    "tweet",
    "twitter",
    "thread",
    "colab",
    "pypi",
    "cite",
    "citation",
    "award",
    "oral",
    "spotlight",
    "test",
    "more",
)
_LABEL = rf"\W*({'|'.join(_LABELS)})\b"
LABEL = lazily(_LABEL, re.I)
"""How the label of a link to a paper's material begins."""
SMALL_LABEL = lazily(_LABEL)
"""The same in small letters, which is told sooner."""

_OTHER_HEADINGS = (
    "projects?",
    "contacts?",
    "about",
    "biography",
    "bio",
    "short bio",
    "introduction",
    "misc",
    "miscellaneous",
    "links?",
    "students?",
    "visitors?",
    "software",
    "patents?",
    "hobb(y|ies)",
    "codes?",
    "open[- ]source",
    "datasets?",
    "skills?",
    "languages?",
    "travel",
    "gallery",
    "photos?",
    "team",
    "members?",
    "group",
    "cv",
    "resume",
    "friends",
    "acknowledge?ments?",
    "statistics",
    "competitions?",
    "one more thing",
    "blogs?",
    "posts?",
    "openings?",
    "positions?",
    "join",
)
TEXT_HEADING = lazily(
    rf"\b({'|'.join(_OTHER_HEADINGS)})\b|兴趣爱好|爱好|项目|专利|关于|联系|简介|技能|招生|主页",
    re.I,
)
"""Headings of sections that hold no entries."""
ONLY_TEXT = lazily(
    rf"\W*(?:(?:selected|other|my|our|granted|invention)\s+)?(?:{'|'.join(_OTHER_HEADINGS)}|项目|专利)"
    rf"(?:\s*(?:and|&|/)\s*\w+|\s+copyrights?)?\W*",
    re.I,
)
"""The same where nothing else is said, so that it isn't a topic (`Language models`, `The Frost project`)."""

MARKS = "*†‡§#^✉¶∗⋆☆★♯♠♣♦✝✢⚹📧"
"""Characters that mark names."""
PARTICLES = frozenset(
    (
        "van von der den de del della degli dei di da dal das dos du la las los le el al af bin ibn ter ten zu zur zum"
    ).split()
)
"""Small words with which surnames begin, as in `Ludo van der Berg`."""
ANY_PARTICLE = "|".join(sorted(PARTICLES))
"""One of them, to be put into patterns."""
PARTICLE = lazily(rf"(?:{ANY_PARTICLE}|d)[\s'’-]")
_ET_AL = (
    r"(?:et\.?\s?al(?:ii)?\b\.?|(?-i:al)\.|v\.\s?dğr|et\scoll\.?|u\.\s?a\.|e\.\s?a\.|κ\.\s?ά\.|и\sдр\b\.?|a\skol\b\.?|"
    r"ve\sark\b\.?|ve\sdiğ(?:erleri)?\b\.?|vd\b\.?|[ye]\scols?\b\.?|e\scolab\b\.?|ir\skt\b\.?|a\sspol\b\.?|y\sotros|e\soutros|et\sautres|ym\.|m\.\s?fl\.|mfl\.|dkk\.?|idr\.|"
    r"in\sdrugi|és\smtsai|och\sandra|und\sandere|e\saltri|i\sinni|"
    r"(?-i:i\s(?:in|wsp|sur)|o\.\s?fl|та\sін|и\sсоавт|и\sсъавт|và\s(?:c\.s|cộng\ssự))(?:\.|\Z)|"
    r"等|ほか|기타|\.\.\.|…|etc\b\.?|others\b|and\sothers\b)\.?"
)
ET_AL = lazily(_ET_AL, re.I)
"""What stands for the authors that a list leaves out."""
AND_OTHERS = lazily(f" {_ET_AL}", re.I)
"""The same, after a name."""
_ANYWHERE = f" {_ET_AL}".replace(r"\b", "").replace(r"(?:\.|\Z)", "")
_MAY_BE_OTHERS = lazily(_ANYWHERE, re.I)
_LIKE_OTHERS = lazily(" (?=[eavuκиyimdéoт等ほ기.…])" + _ANYWHERE[1:].replace("(?-i:", "(?:"))


def may_have_others(text: str) -> bool:
    """Return whether some part of a text may have that; most have not, which small letters tell sooner."""
    return _LIKE_OTHERS.search(text.lower()) is not None and _MAY_BE_OTHERS.search(text) is not None
