"""A page as it is read: front matter, sections, entries, and what in them could not be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, partial
from pathlib import PurePath

from profile_tui.content.entries.entry import Entry
from profile_tui.content.entries.rope import joined, pairs
from profile_tui.content.entries.section import Section
from profile_tui.content.kinds import classify, is_english, kinds
from profile_tui.content.page.outline import is_made, sections
from profile_tui.markup.blocks import Before, Block, blocks, html_block
from profile_tui.markup.frontmatter import FrontMatter, HeaderProblem, find
from profile_tui.markup.liquid.silent import without_silent_lines
from profile_tui.markup.liquid.template import Template, scan
from profile_tui.text.dataclass import dataclass, field
from profile_tui.text.memory import Uncollected
from profile_tui.text.pattern import lazily
from profile_tui.text.source import Source
from profile_tui.text.span import Span, Splice, unlike

_LANGUAGE = lazily(r"^(?:lang|language|locale):[ \t]*[\"']?([A-Za-z]{2,3}(?:[-_]\w+)*)[\"']?[ \t]*(?:#.*)?$", re.M)
_HTML = lazily(r"<html\b[^<>]*?\blang\s*=\s*[\"']?([A-Za-z]{2,3}(?:[-_]\w+)*)", re.I)
_CLOSING = lazily(r"[ \t]*</(?:main|body|html)\s*>", re.I)
_HEADING = lazily(r"<h[1-6]\b", re.I)
_TOLD = lazily(r"^(title|permalink):[ \t]*[\"']?([^\"'\n#]*?)[\"']?[ \t]*(?:#.*)?$", re.M)


def is_html(path: PurePath) -> bool:
    """Tell whether a file is HTML that kramdown never reads; an include may be taken in by a page in Markdown."""
    return path.suffix.lower() in (".html", ".htm") and not {"_includes", "includes"}.intersection(path.parts[:-1])


@dataclass(slots=True)
class _Outline:
    """The sections of a page, once they are read."""

    before: Page | None = None
    """A page that was read and differs little; None once it is of no more use."""
    sections: list[Section] | None = None


@dataclass(frozen=True)
class Page:
    """A page or an include, read once; an edit gives another one.

    Attributes:
        source: The file.
        kind: What is before the first heading: an include may hold the entries of a heading in the page around it.
        html: Whether it is HTML alone, in which Markdown means nothing.
        around: The language of the site, or of the page around an include; empty where it is not known.
    """

    source: Source
    kind: str = "text"
    html: bool = False
    around: str = ""
    _outline: _Outline = field(default_factory=_Outline, compare=False, repr=False)

    def of(self, source: Source) -> Page:
        """The page with another content; of its sections, only what changed is read again where that suffices."""
        before = self if self._outline.sections is not None else self._outline.before
        return Page(source, self.kind, self.html, self.around, _Outline(before))

    def spliced(self, splices: Iterable[Splice]) -> Page:
        """The page with splices made.

        Raises:
            ValueError: They overlap.
        """
        return self.of(self.source.splice(splices))

    @property
    def text(self) -> str:
        """The text that all spans refer to."""
        return self.source.text

    @cached_property
    def header(self) -> FrontMatter | HeaderProblem:
        """The front matter, or why Jekyll sees none."""
        return find(self.source)

    @property
    def front_matter(self) -> FrontMatter | None:
        """The front matter; None where Jekyll sees none."""
        return self.header if isinstance(self.header, FrontMatter) else None

    @property
    def body_start(self) -> int:
        """Where the body begins."""
        return self.header.body_start

    @cached_property
    def liquid(self) -> Template:
        """The body with its Liquid."""
        return scan(self.text, Span(self.body_start, len(self.text)))

    @cached_property
    def shown(self) -> str:
        """The text without what Liquid leaves nothing of: comments and lines of mere tags; all offsets stay.

        Kramdown, which runs after Liquid, finds blank lines there, so that is what blocks are cut from.
        """
        return without_silent_lines(self.liquid)

    @cached_property
    def blocks(self) -> list[Block]:
        """The body's top-level blocks; one alone where it is HTML."""
        if self.html:
            return html_block(self.shown, self.body_start)
        return blocks(self.shown, self.body_start, before=self._blocks_before())

    def _blocks_before(self) -> Before | None:
        """What a page was cut into that was read and differs little; None where there is none."""
        page = self._outline.before
        if page is None or page.html or page.body_start != self.body_start:
            return None
        start, end, _ = unlike(page.shown, self.shown)
        return Before(page.blocks, start, end, len(self.shown) - len(page.shown))

    @property
    def sections(self) -> list[Section]:
        """The sections of the body; an empty first one is left out. Their entries are read when asked for."""
        outline = self._outline
        if outline.sections is None:
            known = outline.before if not is_made(self.liquid) else None
            outline.sections = (_reread(known, self) if known else None) or self._all_sections()
            outline.before = None
            for section in outline.sections:
                if section.kind != "text" and section.found is None:
                    section.read = partial(self._read, section.kind)
        return outline.sections

    def _all_sections(self) -> list[Section]:
        """The sections, read from nothing."""
        sections_found = self._titled() or sections(self.shown, self.body_start, self.blocks, self.kind, self.liquid)
        if self.html and (end := self._end()) >= sections_found[-1].body.start:
            sections_found[-1].span = Span(sections_found[-1].span.start, end)
            sections_found[-1].body = Span(sections_found[-1].body.start, end)
        language = self._language(sections_found)
        for section in sections_found:
            section.language = language
        for section in sections_found:
            if section.undecided:
                recognised = self._recognised(section, {each.kind for each in sections_found})
                section.recognised = recognised != "text"
                section.kind = recognised if section.recognised else section.kind
        return [section for section in sections_found if section.heading or section.body.of(self.text).strip()]

    @property
    def language(self) -> str:
        """The language that the page is written in, as `fr` or `zh-Hant`; empty where nothing tells."""
        return self.sections[0].language if self.sections else self._language([])

    @property
    def declared_language(self) -> str:
        """The language that the page says it is in: its front matter, or its `<html>`."""
        header = self.front_matter
        match = (header and _LANGUAGE.search(header.yaml.of(self.text))) or _HTML.search(self.text, self.body_start)
        return match[1] if match else ""

    def _language(self, sections: Sequence[Section]) -> str:
        """The declared language; else the one that headings other than English are in; else the site's.

        Many a site has the `lang: en` that came with its template, whatever it is written in.
        """
        if declared := self.declared_language:
            return declared
        if self.around and not self.around.lower().startswith("en"):
            return self.around
        labels = [section.label for section in sections if section.label] or [self._title]
        others = [label for label in labels if label and not is_english(label)]
        if others:
            from profile_tui.content.languages.headings import spoken

            return spoken(others, text=self.text) or self.around
        return self.around

    @property
    def _title(self) -> str:
        """The title of the page, where that announces entries; else nothing."""
        told = dict(_TOLD.findall(self.header.yaml.of(self.text))) if isinstance(self.header, FrontMatter) else {}
        title: str = told.get("title", "")
        return title if classify(title) not in (None, "text") else ""

    def _end(self) -> int:
        """Where what a page in HTML says ends: before the tags that close it, if no heading follows."""
        closing = _CLOSING.search(self.shown, self.body_start)
        if closing is None or _HEADING.search(self.shown, closing.end()):
            return len(self.text)
        return closing.start()

    def _titled(self) -> list[Section] | None:
        """The sections of a page that its title announces, as `Publications`; None where it holds no such entries."""
        header = self.front_matter
        if header is None or self.kind != "text":
            return None
        keys = dict(_TOLD.findall(header.yaml.of(self.text)))
        kind = classify(keys.get("title", ""))
        if kind in (None, "text") or not kinds()[kind].listed or keys.get("permalink", "/") == "/":
            return None
        sections_found = sections(self.shown, self.body_start, self.blocks, kind, self.liquid)
        own = [
            section for section in sections_found if section.kind == kind and (section.open or section.heading is None)
        ]
        return sections_found if any(kinds()[kind].read(self.text, section) for section in own) else None

    def _recognised(self, section: Section, others: set[str]) -> str:
        """The kind that a section's entries tell where its heading does not; `others` are those of all sections."""
        asked = [kind for kind in kinds().values() if not (kind.recognised_once and kind.name in others)]
        return next((kind.name for kind in asked if kind.recognises(self.text, section)), "text")

    def _read(self, kind: str) -> None:
        """Reads and numbers the entries of a kind."""
        before = 0
        with Uncollected():
            for section in self.of_kind(kind):
                entries = kinds()[kind].read(self.text, section)
                for number, entry in enumerate(entries, before + 1):
                    entry.number = number
                section.found = entries
                before += len(entries)

    def of_kind(self, kind: str) -> list[Section]:
        """The sections of a kind, in page order."""
        return [section for section in self.sections if section.kind == kind]

    def entries(self, kind: str) -> Sequence[Entry]:
        """The entries of a kind, in page order."""
        by_section = [section.entries for section in self.of_kind(kind)]
        return by_section[0] if len(by_section) == 1 else joined(*by_section)

    def lines(self, span: Span) -> tuple[int, int]:
        """First and last line of a range, 1-based, both within; a line end at its end does not count."""
        last = span.end - 1 if span.end > span.start and self.text[span.end - 1] == "\n" else span.end
        return self.source.line_number(span.start), self.source.line_number(max(span.start, last))

    def unread(self, section: Section) -> list[tuple[int, int]]:
        """Line ranges, 1-based, of a section of a known kind that no entry covers and that are not blank."""
        known = self._unread.get(id(section))
        if known is None or known[0] is not section or known[1] is not section.entries:
            known = self._unread[id(section)] = (section, section.entries, self._find_unread(section))
        return known[2]

    @cached_property
    def _unread(self) -> dict[int, tuple[Section, Sequence[Entry], list[tuple[int, int]]]]:
        """What was found of sections, with the entries it was found from."""
        return {}

    def _find_unread(self, section: Section) -> list[tuple[int, int]]:
        """What `unread` returns."""
        if section.kind == "text" or self._is_covered(section):
            return []
        read = [entry.span for entry in section.entries]
        read += [unit.span for unit in section.units if unit.type == "head"]
        covered = {line for first, last in map(self.lines, read) for line in range(first, last + 1)}
        line_runs: list[list[int]] = []
        for line, content in self._body_lines(section):
            if line in covered or not content.strip():
                continue
            if line_runs and line_runs[-1][1] == line - 1:
                line_runs[-1][1] = line
            else:
                line_runs.append([line, line])
        return [(first, last) for first, last in line_runs]

    def _is_covered(self, section: Section) -> bool:
        """Whether only blanks are between the entries of a section; quick on a long list that moved as a whole."""
        entries, text = section.entries, self.text
        if not entries:
            return False
        around = text[section.body.start : entries[0].span.start] + text[entries[-1].span.end : section.body.end]
        return not around.strip() and all(
            not text[entry.span.end + by : other.span.start + by].strip() for entry, other, by in pairs(entries)
        )

    def _body_lines(self, section: Section) -> Iterator[tuple[int, str]]:
        """The lines of a section's body with their numbers."""
        first = self.source.line_number(section.body.start)
        yield from enumerate(section.body.of(self.text).split("\n"), first)


def _reread(known: Page, page: Page) -> list[Section] | None:
    """Return the sections of a page, as far as those that are known of it before a change go; see `reread`."""
    from profile_tui.content.page.reread import reread

    return reread(known, page)
