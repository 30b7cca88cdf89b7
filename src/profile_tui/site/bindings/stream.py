"""What a page would print, in its order: text, and data in it. Tells headings, what is linked, and what nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from profile_tui.site.bindings.model import EACH, Loop, Print, Step, Use
from profile_tui.text.dataclass import dataclass, field
from profile_tui.text.pattern import lazily

_DATA = "\ufffc"
"""What stands for data in a text."""
_HEADING = lazily(
    r"^[ ]{0,3}(#{1,6})[ \t]+([^\n]*?)[ \t]*#*[ \t]*$|^([^\s#<>|-][^\n]*)\n(=+|-{3,})[ \t]*$"
    r"|<h([1-6])\b[^<>]*>(.*?)</h\5\s*>",
    re.M | re.S | re.I,
)
_TAG = lazily(r"<[^<>]*>|\{[:#][^{}]*\}|&\w+;")
_HIDING = lazily(r"<!--|-->|<(/?)(script|style|head|noscript|template|nav|body)\b", re.I)
_ADDRESS = lazily(r"\b(href|src|data-src|data-href|srcset|data|poster)\s*=\s*[\"']?([^\"'<>]*)$", re.I)
_MARKDOWN_ADDRESS = lazily(r"(!?)\[([^\[\]]*)\]\(\s*<?([^()\s<>]*)$")
_ATTRIBUTE = lazily(r"<[a-zA-Z][^<>]*$")
_ANCHOR_END = lazily(r"</a\s*>", re.I)
_BEFORE = 400


@dataclass(slots=True)
class Stream:
    """The text of a page, as far as it is known, and the data in it."""

    parts: list[str | Print] = field(default_factory=list)
    is_hidden: bool = False
    _headings: list[tuple[int, str]] = field(default_factory=list)
    _waiting: list[str] = field(default_factory=list)
    _hidden_in: str = ""
    _around: list[tuple[list[str | Print], list[str]]] = field(default_factory=list)

    def text(self, text: str) -> None:
        """Take in text."""
        if text:
            self.parts.append(text)
            self._waiting.append(text)

    def gap(self) -> None:
        """Take in something that is not known."""
        self.text(_DATA)

    def show(self, printed: Print, text: str = "") -> None:
        """Take in data.

        Args:
            printed: What is printed.
            text: What it says, where that is known.
        """
        self.parts.append(printed)
        self._waiting.append(text or _DATA)

    @property
    def is_hidden_at_end(self) -> bool:
        """Whether what hides the last of the text is an element that is not closed."""
        self.headings()
        return self._hidden_in not in ("", "<!--")

    @contextmanager
    def aside(self) -> Iterator[list[str | Print]]:
        """Collect what is printed meanwhile in a list of its own."""
        self._around.append((self.parts, self._waiting))
        self.parts, self._waiting = [], []
        yield self.parts
        self.parts, self._waiting = self._around.pop()

    @contextmanager
    def page(self) -> Iterator[None]:
        """Print to the page meanwhile, also where what is printed is collected."""
        kept, around = (self.parts, self._waiting), self._around
        self.parts, self._waiting = around[0] if around else kept
        self._around = []
        yield
        self.parts, self._waiting = kept
        self._around = around

    @contextmanager
    def section(self) -> Iterator[None]:
        """Have the headings that are printed meanwhile end where it ends."""
        self.headings()
        kept = list(self._headings)
        yield
        self.headings()
        self._headings = kept

    def headings(self) -> tuple[str, ...]:
        """Return the headings above this place, the outermost first; also tells whether a reader sees the place."""
        text = "".join(self._waiting)
        self._waiting.clear()
        for match in _HEADING.finditer(text):
            marks, words, setext, rule, level, html = match.groups()
            depth = len(marks) if marks else (1 if rule[0] == "=" else 2) if rule else int(level)
            while self._headings and self._headings[-1][0] >= depth:
                self._headings.pop()
            heading = " ".join(_TAG.sub(" ", words or setext or html or "").replace(_DATA, "").split())
            self._headings.append((depth, heading))
        for match in _HIDING.finditer(text):
            self._hide(match)
        self.is_hidden = bool(self._hidden_in)
        return tuple(words for _, words in self._headings if words)

    def _hide(self, match: re.Match[str]) -> None:
        """The beginning or the end of something that nobody sees."""
        if match[0] == "-->":
            self._hidden_in = "" if self._hidden_in == "<!--" else self._hidden_in
        elif self._hidden_in == "<!--":
            return
        elif match[0] == "<!--":
            self._hidden_in = self._hidden_in or "<!--"
        elif match[2].lower() == "body":  # where it begins, a head ends that was left open
            self._hidden_in = "" if self._hidden_in == "head" else self._hidden_in
        elif not match[1]:
            self._hidden_in = self._hidden_in or match[2].lower()
        elif self._hidden_in == match[2].lower():
            self._hidden_in = ""

    def finish(self, loops: Sequence[Loop]) -> None:
        """Give each loop what its body prints."""
        of: dict[tuple[object, ...], list[int]] = {}
        for number, loop in enumerate(loops):
            of.setdefault((loop.ref.origin, loop.ref.name, loop.entry), []).append(number)
        for index, part in enumerate(self.parts):
            if not isinstance(part, Print):
                continue
            steps = part.ref.steps
            for at in range(len(steps), 0, -1):
                own = of.get((part.ref.origin, part.ref.name, steps[:at]), ()) if steps[at - 1] is EACH else ()
                if own:
                    use = self._use(index, part, at)
                    for number in [number for number in own if number in part.around] or own:
                        if use not in loops[number].uses:
                            loops[number].uses.append(use)

    def _use(self, index: int, part: Print, at: int) -> Use:
        """How data are printed."""
        path = part.ref.steps[at:]
        before = self._before(index)
        address, markdown = _ADDRESS.search(before), _MARKDOWN_ADDRESS.search(before)
        role, label, prefix = "text", "", ""
        label_path: tuple[Step, ...] = ()
        if (address or markdown) and self._continues(index):
            role = "attribute"
        elif address:
            role, prefix = "link" if address[1].lower().endswith("href") else "image", address[2]
            label, label_path = self._label(index, at) if role == "link" else ("", ())
        elif markdown:
            role, prefix = "image" if markdown[1] else "link", markdown[3]
            label = markdown[2].replace(_DATA, "").strip()
        elif _ATTRIBUTE.search(before):
            role = "attribute"
        return Use(path, role, label, label_path, prefix, part.filters, part.conditions)

    def _continues(self, index: int) -> bool:
        """Whether more than one value makes an address, or something follows it there."""
        following = self.parts[index + 1] if index + 1 < len(self.parts) else ""
        return not isinstance(following, str) or (bool(following) and following[0] not in "\"' \n)>")

    def _before(self, index: int) -> str:
        """The text before a part."""
        size, pieces = 0, []
        for part in reversed(self.parts[max(0, index - 40) : index]):
            pieces.append(part if isinstance(part, str) else _DATA)
            size += len(pieces[-1])
            if size > _BEFORE:
                break
        return "".join(reversed(pieces))

    def _label(self, index: int, at: int) -> tuple[str, tuple[Step, ...]]:
        """The words of the anchor that an address belongs to, or the key that holds them."""
        pieces: list[str] = []
        path: tuple[Step, ...] = ()
        for part in self.parts[index + 1 : index + 30]:
            if isinstance(part, Print):
                path = path or part.ref.steps[at:]
                pieces.append(_DATA)
                continue
            end = _ANCHOR_END.search(part)
            pieces.append(part[: end.start()] if end else part)
            if end:
                break
        inner = "".join(pieces).partition(">")[2]
        words = " ".join(_TAG.sub(" ", inner).replace(_DATA, "").split()).strip("[]()| ")
        return words, path if not words and _DATA in inner else ()
