"""The colours of lines of a file: what a reader of the page does not see is set back; links, emphasis and keys show.

Nothing is coloured before it is seen, and only the paragraph around a line is read for it, by the reader of entries.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from profile_tui.app.widgets.looks import Look
from profile_tui.markup import inline
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

Token = tuple[int, int, str]
"""A range of a line, and the name of its style: `syntax` is what only the file has."""

MARKDOWN, YAML, HTML = "markdown", "yaml", "html"
_LANGUAGES = {
    ".md": MARKDOWN, ".markdown": MARKDOWN, ".mkd": MARKDOWN, ".yml": YAML, ".yaml": YAML, ".html": HTML, ".htm": HTML,
    ".bib": "bibtex", ".json": "json", ".toml": "toml",
}  # fmt: skip
LOOKS = {
    "heading": Look("text-accent", text="bold"),
    "strong": Look(text="bold"),
    "emph": Look(text="italic"),
    "strong-emph": Look(text="bold italic"),
    "link": Look("text-primary", text="underline"),
    "key": Look("text-primary"),
    "code": Look("text-warning"),
    "liquid": Look("text-warning"),
    "syntax": Look("text-quiet"),
}
"""What tokens look like, by their names."""
_FENCE = lazily(r"[ ]{0,3}(`{3,}|~{3,})")
_STARTS_BLOCK = lazily(r"[ \t]*(?:[-*+>|:#]|\d{1,4}[.)]|\{:|<)|[ \t]*$")
_HEADING = lazily(r"[ ]{0,3}#{1,6}[ \t]*(?=\S)")
_BLOCK_SCALAR = lazily(r":[ \t]+[|>][-+\d]*[ \t]*(?:#.*)?$")
_KEYS = {
    YAML: lazily(r"[ \t]*(?:-[ \t]+)*(?P<key>[^\s#:'\"\[{&*!|>%-][^:#]*?|'[^']*'|\"[^\"]*\")(?=[ \t]*:(?:\s|$))"),
    "bibtex": lazily(r"[ \t]*(?P<heading>@\w+[ \t]*[{(][^,]*)|[ \t]*(?P<key>[\w-]+)(?=[ \t]*=)"),
    "json": lazily(r"[\s{\[,]*(?P<key>\"(?:[^\"\\]|\\.)*\")(?=\s*:)"),
    "toml": lazily(r"[ \t]*(?P<heading>\[.*\])|[ \t]*(?P<key>[\w.\"'-]+)(?=[ \t]*=)"),
}
_COMMENTS = {YAML: lazily(r"(?:^|(?<=\s))#.*"), "bibtex": lazily(r"[ \t]*%.*"), "toml": lazily(r"[ \t]*#.*")}
_REACH = 40
"""How many lines up and down a paragraph, and what a line of YAML belongs to, are looked for."""
_LONGEST_KEY = 200
"""Within how many characters of a line its key is looked for."""
_LONGEST_HEADER = 1_000
"""How many lines of front matter are looked through for its end."""
_LONGEST = 5_000
"""Up to how many characters a paragraph is read; longer ones are no prose."""


def language(suffix: str) -> str:
    """Return the language of files whose names end so; empty for one that is not known."""
    return _LANGUAGES.get(suffix.lower(), "")


class Coloring:
    """Lines, coloured where somebody looks."""

    def __init__(self, lines: Sequence[str], language_of: Callable[[int], str]) -> None:
        """Make the colours of some lines.

        Args:
            lines: The lines, without their ends.
            language_of: Gives the language of a line by its index.
        """
        self._lines = lines
        self._language_of = language_of
        self._fenced = _fenced(lines)

    def tokens(self, index: int) -> Sequence[Token]:
        """Return the ranges of a line that are set off, in order."""
        name = self._language_of(index)
        if not name or index in self._fenced:
            return ((0, len(self._lines[index]), "code"),) if index in self._fenced else ()
        if name in _KEYS:
            return () if name == YAML and self._in_block_scalar(index) else _keyed(self._lines[index], name)
        first, last = self._paragraph(index, name)
        text = "\n".join(self._lines[first:last])
        is_heading = last < len(self._lines) and self._underlines(last)
        return _prose(text, name, is_heading)[index - first] if len(text) <= _LONGEST else ()

    def _underlines(self, index: int) -> bool:
        """Whether a line makes a heading of the one above it."""
        line = self._lines[index].strip()
        return bool(line) and not line.strip("=-") and len(set(line)) == 1 and self._language_of(index) == MARKDOWN

    def _paragraph(self, index: int, language: str) -> tuple[int, int]:
        """Return the lines that are read together, the last one excluded."""
        first, last = index, index + 1
        while first > max(0, index - _REACH) and not self._begins(first, language):
            first -= 1
        while last < min(len(self._lines), index + _REACH) and not self._begins(last, language):
            last += 1
        return first, last

    def _begins(self, index: int, language: str) -> bool:
        """Whether a line has nothing to do with the one above it."""
        if index in self._fenced or index - 1 in self._fenced or self._language_of(index) != language:
            return True
        if index and self._language_of(index - 1) != language:
            return True
        line, above = self._lines[index], self._lines[index - 1] if index else ""
        if language == HTML:
            return not line.strip() or not above.strip()
        return bool(_STARTS_BLOCK.match(line) or _HEADING.match(above) or not above.strip() or _is_rule(line))

    def _in_block_scalar(self, index: int) -> bool:
        """Whether a line of YAML is text, which may look like a key."""
        depth = _indent(self._lines[index])
        for at in range(index - 1, max(-1, index - _REACH), -1):
            line = self._lines[at]
            if line.strip() and _indent(line) < depth:
                return bool(_BLOCK_SCALAR.search(line))
        return False


def of_text(lines: Sequence[str], written_in: str) -> Coloring:
    """Return the colours of a text that may begin with front matter.

    Args:
        lines: Its lines.
        written_in: Its language.
    """
    body = 0
    if written_in in (MARKDOWN, HTML) and lines and lines[0].rstrip() == "---":
        body = next((at + 1 for at in range(1, min(len(lines), _LONGEST_HEADER)) if lines[at].rstrip() == "---"), 0)
    return Coloring(lines, lambda index: YAML if index < body else written_in)


def _is_rule(line: str) -> bool:
    """Return whether a line only divides: a rule, what makes a heading of the line above, the head of a table."""
    marks = line.strip()
    if len(set(marks)) == 1:
        return len(marks) >= {"=": 1, "-": 2, "*": 3, "_": 3}.get(marks[0], len(marks) + 1)
    return marks[:1] in ("|", ":") and "-" in marks and not marks.strip("|:- ")


def _indent(line: str) -> int:
    """Return how far a line is set in."""
    return len(line) - len(line.lstrip())


def _fenced(lines: Sequence[str]) -> frozenset[int]:
    """Return the indices of the lines of code between fences."""
    fenced: set[int] = set()
    fence = ""
    for at, line in enumerate(lines):
        if ("```" in line or "~~~" in line) and (match := _FENCE.match(line)):
            if not fence:
                fence = match[1]
            elif match[1].startswith(fence) and not line.strip(" \t" + fence[0]):
                fence = ""
                fenced.add(at)
        if fence:
            fenced.add(at)
    return frozenset(fenced)


@lru_cache(maxsize=1024)
def _keyed(line: str, language: str) -> tuple[Token, ...]:
    """Return the tokens of a line of data: its key, and a comment."""
    if language == YAML and line.strip() in ("---", "..."):
        return ((0, len(line), "syntax"),)
    match = _KEYS[language].match(line[:_LONGEST_KEY])
    tokens = [(*match.span(name), name) for name, text in match.groupdict().items() if text] if match else []
    after = tokens[-1][1] if tokens else 0
    if (comments := _COMMENTS.get(language)) and '"' not in line and "'" not in line:
        comment = comments.search(line, after) if language == YAML else comments.match(line)
        if comment:
            tokens = [token for token in tokens if token[1] <= comment.start()]
            tokens.append((*comment.span(), "syntax"))
    return tuple(tokens)


@lru_cache(maxsize=512)
def _prose(text: str, language: str, is_heading: bool) -> tuple[tuple[Token, ...], ...]:
    """Return the tokens of each line of a paragraph."""
    lines = text.split("\n")
    if language == MARKDOWN and _is_rule(lines[0]):
        return (((0, len(lines[0]), "syntax"),), *((),) * (len(lines) - 1))
    heading = _HEADING.match(text) if language == MARKDOWN else None
    plain = "heading" if heading or is_heading else ""
    tokens: list[list[Token]] = [[] for _unused in lines]
    starts = [0]
    for line in lines[:-1]:
        starts.append(starts[-1] + len(line) + 1)
    at = 0
    for start, end, name in _joined(_styled(text, language, heading.end() if heading else 0, plain)):
        while at + 1 < len(starts) and starts[at + 1] <= start:
            at += 1
        for number in range(at, len(lines)):
            if starts[number] >= end:
                break
            first, last = max(start, starts[number]) - starts[number], min(end - starts[number], len(lines[number]))
            if first < last:
                tokens[number].append((first, last, name))
    return tuple(tuple(line) for line in tokens)


def _styled(text: str, language: str, begin: int, plain: str) -> Iterator[Token]:
    """Yield the ranges of a paragraph that are set off, in order; what a reader does not see is `syntax`."""
    if begin:
        yield 0, begin, "syntax"
    # A line end before it: bullets are looked for at the beginning of a line.
    seen = begin
    for run in inline.runs(f"\n{text}", Span(begin and begin + 1, len(text) + 1), markdown=language == MARKDOWN):
        start, end = max(seen, run.span.start - 1), run.span.end - 1
        if start > seen:
            yield seen, start, "syntax"
        name = _name(run, end - start) or plain
        if name and end > start and run.kind != inline.SOFT:
            yield start, end, name
        seen = max(seen, end)
    if seen < len(text):
        yield seen, len(text), "syntax"


def _joined(tokens: Iterator[Token]) -> Iterator[Token]:
    """Yield tokens, neighbours of one style as one: each costs bytes over a slow line."""
    last: Token | None = None
    for token in tokens:
        if last is not None and last[1] == token[0] and last[2] == token[2]:
            last = (last[0], token[1], token[2])
            continue
        if last is not None:
            yield last
        last = token
    if last is not None:
        yield last


def _name(run: inline.Run, size: int) -> str:
    """Return the style of a run of a text."""
    if run.kind == inline.LIQUID:
        return "liquid"
    if run.kind == inline.IMAGE:
        return "link"
    if run.kind in inline.BREAKS or len(run.text) != size:
        return "syntax"
    style = run.style
    if style.code:
        return "code"
    if style.href is not None:
        return "link"
    return ("strong-" if style.bold and style.italic else "") + (
        "emph" if style.italic else "strong" if style.bold else ""
    )
