"""Texts that tell of papers and are no BibTeX: what they are, and what to give instead."""

from __future__ import annotations

import re

from profile_tui.text.catalogue import _
from profile_tui.text.errors import UsageError
from profile_tui.text.pattern import lazily

_FORMS = (
    ("RIS", lazily(r"^TY[ \t]{1,2}-[ \t]+[A-Z]{3,}", re.M)),
    ("NBIB", lazily(r"^PMID[ \t]?-[ \t]+\d+", re.M)),
    ("EndNote", lazily(r"^%0[ \t]+\w.*\n%\w[ \t]|<records>\s*<record>", re.M)),
    ("CSL-JSON", lazily(r"[\[{]\s*(?:\{\s*)?\"[\w-]+\"\s*:.*\"(?:title|DOI|container-title)\"\s*:", re.S)),
    ("XML", lazily(r"<\?xml\b")),
    ("RTF", lazily(r"\{\\rtf")),
    ("\\bibitem", lazily(r"\\bibitem\b")),
)
"""How other forms of bibliographies begin, by their names."""
_DOI = lazily(r"\b10\.\d{4,9}/[^\s\"<>{}\\,;]+[^\s\"<>{}\\,;.)\]]")


def complaint(text: str) -> UsageError:
    """Return the complaint about a text that holds no BibTeX entry, with the line where it tells of a paper."""
    name, at = _form(text)
    doi = _DOI.search(text)
    instead = _("paste its BibTeX, which begins with @article{key, or the like")
    if doi:
        instead = _("paste its BibTeX, or look it up by its DOI, {doi}").format(doi=doi[0])
    line = text.count("\n", 0, at) + 1
    if name:
        return UsageError(_("this is {name}, not BibTeX; {instead}").format(name=name, instead=instead), line=line)
    if doi:
        return UsageError(_("this isn't a BibTeX entry; {instead}").format(instead=instead), line=line)
    return UsageError(_("there is no BibTeX entry; one begins with @article{key, or the like"))


def check(text: str) -> None:
    """Raise the complaint about a text that is in another form of bibliographies."""
    if _form(text)[0]:
        raise complaint(text)


def _form(text: str) -> tuple[str, int]:
    """Return the form of bibliographies that a text is in, and where it begins; an empty name where it is none."""
    for name, form in _FORMS:
        if match := form.search(text):
            return name, match.start()
    return "", len(text) - len(text.lstrip())
