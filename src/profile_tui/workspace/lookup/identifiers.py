"""The identifiers of papers, wherever they are: by themselves, after a word that names them, or in an address."""

from __future__ import annotations

import re

from profile_tui.text.pattern import lazily

_DOI = lazily(r"(?<![\w.])(10\.\d{4,9}/[^\s\"]+)", re.I)
_DOI_ALONE = lazily(r"(?:doi\s*[:=]?\s*)?(10\.\d{4,9}/.+)", re.I)
_AFTER_DOI = lazily(
    r"(?:v\d+)?(?:\.(?:full|abstract|article-info|supplementary-material|full-text))?(?:\.(?:pdf|html?|xml|txt|epub))?"
    r"(?:\+html)?$"
    r"|/(?:full|abstract|pdf|epdf|meta|html|summary|references|fulltext)(?:\.html?)?/?$",
    re.I,
)
"""What publishers put after a DOI in their addresses."""
_TRACKED = lazily(r"\?[\w.-]+=.*|#(?:[a-z][\w-]*|:~:.*)$", re.I)
"""What mails and readers put after a DOI."""
_OWN = (
    ("zenodo.org", lazily(r"records?/(\d+)"), "10.5281/zenodo.{}"),
    ("nature.com", lazily(r"articles/(s?\d[\w-]*\d|[a-z]+[\d.]+)(?:\.pdf)?"), "10.1038/{}"),
)
"""Hosts whose addresses hold the end of a DOI, and its beginning."""
_ISBN = lazily(r"(?:isbn(?:-1[03])?\s*:?\s*)?((?:97[89][\s-]?)?(?:\d[\s-]?){9}[\dx])", re.I)
_ARXIV = r"(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})"
_ARXIV_ALONE = lazily(rf"(?:arxiv\s*[:.]?\s*)?({_ARXIV})(?:v\d+)?(?:\s*\[[\w.-]+\])?", re.I)
_ARXIV_DOI = lazily(rf"10\.48550/arxiv\.({_ARXIV})(?:v\d+)?", re.I)
_ARXIV_PATH = lazily(rf"(?:abs|pdf|html|format|e-print|ps|src|bibtex|papers)/({_ARXIV})(?:v\d+)?(?:\.pdf)?", re.I)
_ARXIV_HOST = lazily(r"(?:[\w-]+\.)?arxiv\.org|huggingface\.co|alphaxiv\.org|ar5iv\.(?:labs\.arxiv\.org|org)", re.I)
_ADDRESS = lazily(r"(?:https?://)?(?:www\.)?((?:[\w-]+\.)+[a-z]{2,})(?::\d+)?/([^\s]*)", re.I)
_PAIRS = {")": "(", "]": "[", "}": "{", ">": "<"}


def address(text: str) -> tuple[str, str]:
    """Return host and path of an address on the web, with its query; two empty texts where it is none."""
    match = _ADDRESS.fullmatch(bare(text))
    return (match[1].casefold(), match[2]) if match else ("", "")


def at_host(text: str, host: re.Pattern[str], path: re.Pattern[str], alone: re.Pattern[str]) -> str:
    """Return the identifier in an address of a service, or one that stands alone; empty where there is none.

    Args:
        text: What was typed.
        host: The hosts of the service.
        path: A path there, with the identifier as its group.
        alone: An identifier without an address, as the first of its groups that has something.
    """
    at, rest = address(text)
    if at and not host.fullmatch(at):
        return ""
    match = path.fullmatch(rest) if at else alone.fullmatch(bare(text))
    return next(filter(None, match.groups()), "") if match else ""


def bare(text: str) -> str:
    """Return text without the blanks, quotes and brackets around it, and without the stop after it."""
    text = text.strip().strip("\"'“”").strip()
    if text[:1] in "<([{" and _PAIRS.get(text[-1:]) == text[:1] and text.count(text[0]) == 1:
        text = text[1:-1].strip()
    return text.rstrip(".,;")


def doi(text: str) -> str:
    """Return the DOI that a text is, or that an address holds; empty where there is none."""
    text = bare(text)
    host, path = address(text)
    if not host:
        match = _DOI_ALONE.fullmatch(text)
        return match[1] if match and " " not in match[1] else ""
    if "%" in path:
        from urllib.parse import unquote

        path = unquote(path)
    if host in ("doi.org", "dx.doi.org"):
        match = _DOI.match(_TRACKED.sub("", path))
        return match[1] if match else ""
    if own := next(
        (form.format(found[1]) for at, rest, form in _OWN if at == host and (found := rest.match(path))), ""
    ):
        return own
    match = _DOI.search(re.split(r"[?#]|&(?=\w+=)", path)[0]) or _DOI.search(path)
    return _AFTER_DOI.sub("", match[1].split("&")[0]).rstrip(".,;/") if match else ""


def arxiv(text: str) -> str:
    """Return the number at arXiv that a text is, or that an address or a DOI of arXiv's own holds, without version."""
    text = bare(text)
    host, path = address(text)
    if host and _ARXIV_HOST.fullmatch(host):
        match = _ARXIV_PATH.match(path)
    else:
        match = _ARXIV_DOI.fullmatch(doi(text)) or _ARXIV_ALONE.fullmatch(text)
    return match[1] if match else ""


def isbn(text: str) -> str:
    """Return the ISBN that a text is; empty where it is none."""
    match = _ISBN.fullmatch(bare(text))
    digits = re.sub(r"[\s-]", "", match[1]).upper() if match else ""
    values = [10 if digit == "X" else int(digit) for digit in digits]
    weights = range(10, 0, -1) if len(values) == 10 else (1, 3) * 6 + (1,)
    if len(values) != len(weights):
        return ""
    total = sum(weight * value for weight, value in zip(weights, values, strict=True))
    return digits if total % (11 if len(values) == 10 else 10) == 0 else ""


def is_title(text: str) -> bool:
    """Whether a text may be a title: words, and nothing that looks like an address or an identifier."""
    words = [word for word in text.split() if any(map(str.isalpha, word))]
    return len(words) > 1 and not address(text)[0]
