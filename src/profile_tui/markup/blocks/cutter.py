"""The block loop: which syntax claims the text at a place, in the order in which kramdown asks."""

from __future__ import annotations

from collections.abc import Callable

from profile_tui.markup.blocks import definitions, fences, html, lists, patterns, tables
from profile_tui.markup.blocks.model import Block
from profile_tui.markup.blocks.tree import Tree
from profile_tui.markup.blocks.views import Cut, CutBuilder, View


class Cutter:
    """Cuts one text.

    Attributes:
        view: The text and its place in the page.
        text: The text.
        end: Where to stop; a line end stands before it.
        depth: How deep the text is nested.
        nesting: The same, with the elements that are being cut.
        deepest: What is nested deeper stays uncut.
    """

    deepest = 50

    def __init__(self, view: View, end: int, depth: int = 0) -> None:
        self.view = view
        self.text = view.text
        self.end = end
        self.depth = self.nesting = depth
        self._found: dict[str, tuple[int, int]] = {}
        self._fences: fences.Fences | None = None
        self._unclosed: set[str] = set()

    def inner(self, view: View, end: int) -> Cutter:
        """A cutter for what a block of this text holds."""
        return Cutter(view, end, self.depth + 1)

    def find(self, what: str, at: int) -> int:
        """Where `what` stands next; each part of the text is searched once only."""
        since, found = self._found.get(what, (at + 1, 0))
        if since <= at and (found < 0 or at <= found):
            return found
        found = self.text.find(what, at, self.end)
        self._found[what] = at, found
        return found

    def run(self, at: int, tree: Tree) -> int:
        """Cuts from `at` to the end or, in an element, to its end tag; gives the place behind that."""
        text, end, view = self.text, self.end, self.view
        plain, gap = patterns.PLAIN.match, patterns.GAP.match
        while at < end and not tree.closed:
            if found := plain(text, at, end):
                stop, then = found.span(3)
                if found[1]:
                    title = found.span(2)
                    tree.add(Block("heading", view, at, stop, None, title, found.end(1) - at))
                else:
                    if then == stop and then < end and text[then] in " {":
                        then, stop = self._paragraph_rest(then, stop)
                    tree.add_text(Block("paragraph", view, at, stop))
                if then > stop:
                    tree.kinds.append("blank")
                at = then
            elif found := gap(text, at, end):
                tree.add_blank()
                at = found.end()
            else:
                at = self._block(at, tree)
        return at

    def _block(self, at: int, tree: Tree) -> int:
        """Cuts one block that is no plain paragraph, and gives the place behind it."""
        text = self.text
        if text.startswith(("    ", "\t"), at):
            found = self._code(at, tree)
            return found if found > at else self._stray_line(at, tree)
        first = at
        while text[first] == " ":
            first += 1
        for claim in _BEFORE.get(text[first], ()):
            if (found := claim(self, at, tree)) >= 0:
                return found
        if (found := self._at_boundary(at, tree)) >= 0:
            return found
        for claim in _AFTER.get(text[first], ()):
            if (found := claim(self, at, tree)) >= 0:
                return found
        return self._paragraph(at, tree) if text[first] != "\t" else self._stray_line(at, tree)

    # --- paragraphs
    def _paragraph(self, at: int, tree: Tree) -> int:
        found = patterns.PARAGRAPH.match(self.text, at, self.end)
        assert found is not None  # a text ends in a line end
        stop, then = found.span(1)
        if then == stop and then < self.end:
            then, stop = self._paragraph_rest(then, stop)
        tree.add_text(Block("paragraph", self.view, at, stop))
        if then > stop:
            tree.add_blank()
        return then

    def _paragraph_rest(self, then: int, stop: int) -> tuple[int, int]:
        """Goes on over lines that look like the end of a paragraph and are not; gives what follows, and the end."""
        text, end = self.text, self.end
        while then == stop and then < end and self._is_paragraph_text(then):
            found = patterns.PARAGRAPH.match(text, then, end)
            assert found is not None  # a text ends in a line end
            stop, then = found.span(1)
        return then, stop

    def _is_paragraph_text(self, at: int) -> bool:
        """Whether a line that starts like an attribute list is none."""
        lead = patterns.LEAD.match(self.text, at, self.end)
        return lead is not None and self.text.startswith("{", lead.end()) and self.ial_end(at) < 0

    def _stray_line(self, at: int, tree: Tree) -> int:
        """A line that no syntax of kramdown's claims: text without a paragraph around it."""
        found = patterns.LINE.match(self.text, at, self.end)
        assert found is not None  # a text ends in a line end
        if tree.kinds[-1] == "text":
            tree.blocks[-1].stop = found.end()
        else:
            pending = tree.pending
            tree.add(Block("paragraph", self.view, at, found.end()), "text")
            tree.pending = pending
        return found.end()

    # --- leaves
    def _code(self, at: int, tree: Tree) -> int:
        stop = self.code_end(at)
        if stop > at:
            tree.add(Block("code", self.view, at, stop))
        return stop

    def code_end(self, at: int) -> int:
        """Where indented code that starts at `at` stops; at `at`, if there is none."""
        text, end = self.text, self.end
        while True:
            gap = patterns.GAP.match(text, at, end)
            found = patterns.CODE_LINES.match(text, gap.end() if gap else at, end)
            if not found:
                return at
            at = found.end()
            while at < end and not patterns.GAP.match(text, at, end) and not self._ends_code(at):
                line = patterns.LINE.match(text, at, end)
                assert line is not None  # a text ends in a line end
                at = line.end()

    def _ends_code(self, at: int) -> bool:
        text, end = self.text, self.end
        if not text.startswith(("^", "<", "{", " "), at):
            return False
        return (
            bool(patterns.END_OF_BLOCK.match(text, at, end) or patterns.HTML_LAZY_END.match(text, at, end))
            or self.ial_end(at) >= 0
        )

    def _fence(self, at: int, tree: Tree) -> int:
        if self._fences is None:
            self._fences = fences.Fences(self.text, at, self.end)
        stop = self._fences.end_of(at)
        if stop >= 0:
            tree.add(Block("code", self.view, at, stop))
        return stop

    def _quote(self, at: int, tree: Tree) -> int:
        text, end = self.text, self.end
        stop = at
        while stop == at or not self.ends_lazily(stop):
            line = patterns.LINE.match(text, stop, end)
            assert line is not None  # a text ends in a line end
            stop = line.end()
        tree.add(Block("quote", self.view, at, stop, Quote(self, at, stop)))
        return stop

    def ends_lazily(self, at: int) -> bool:
        """Whether even a quote, which takes on any text, ends before the line at `at`."""
        text, end = self.text, self.end
        return at >= end or bool(patterns.GAP.match(text, at, end)) or self._ends_code(at)

    def _heading(self, at: int, tree: Tree) -> int:
        found = patterns.ATX.match(self.text, at, self.end)
        if not found:
            return -1
        start = found.start(2)
        title = _without_id(found[2].rstrip(_RUBY_BLANKS))
        if closing := patterns.HEADING_CLOSE.search(title):
            title = title[: closing.start()].rstrip(_RUBY_BLANKS)
        if not title:
            return -1
        tree.add(Block("heading", self.view, at, found.end(), None, (start, start + len(title)), len(found[1])))
        return found.end()

    def _rule(self, at: int, tree: Tree) -> int:
        found = patterns.RULE.match(self.text, at, self.end)
        if not found:
            return -1
        tree.add(Block("rule", self.view, at, found.end()))
        return found.end()

    # --- what needs a blank line before it
    def _at_boundary(self, at: int, tree: Tree) -> int:
        text, end = self.text, self.end
        if not patterns.NEEDS_BOUNDARY.match(text, at, end):
            return -1
        if (found := patterns.SETEXT.match(text, at, end)) and tree.at_boundary():
            start = found.start(1)
            title = _without_id(found[1].rstrip(_RUBY_BLANKS))
            if title:
                level = 2 if found[2] == "-" else 1
                tree.add(Block("heading", self.view, at, found.end(), None, (start, start + len(title)), level))
                return found.end()
        if (found := patterns.MATH.match(text, at, end)) and not found[1] and tree.at_boundary():
            close = self.find("$$", found.end())
            if close >= 0:
                gap = patterns.BLANK_REST.match(text, close + 2, end)
                stop = gap.end() if gap else close + 2
                if self.before_boundary(stop):
                    tree.add(Block("math", self.view, at, stop))
                    return stop
        if patterns.TABLE_START.match(text, at, end) and tree.at_boundary():
            tree.pending = False  # kramdown hands the list to a table before it knows whether there is one
            stop = tables.table_end(text, at, end)
            if stop >= 0 and self.before_boundary(stop) and tables.has_pipes(text[at : stop - 1]):
                tree.add(Block("table", self.view, at, stop))
                return stop
        return -1

    def before_boundary(self, at: int) -> bool:
        """Whether a blank line, an end-of-block marker, an attribute list or the end stands at `at`."""
        text, end = self.text, self.end
        return (
            at >= end
            or bool(patterns.GAP.match(text, at, end) or patterns.END_OF_BLOCK.match(text, at, end))
            or self.ial_end(at) >= 0
        )

    # --- definitions, attribute lists, extensions
    def _footnote(self, at: int, tree: Tree) -> int:
        found = patterns.FOOTNOTE.match(self.text, at, self.end)
        if not found:
            return -1
        stop = self.code_end(found.end())
        tree.add(Block("definition", self.view, at, stop))
        return stop

    def _link_definition(self, at: int, tree: Tree) -> int:
        found = patterns.LINK_DEFINITION.match(self.text, at, self.end)
        if not found:
            return -1
        stop = tables.link_definition_end(self.text, found.start(1), found.end(), self.end)
        if stop >= 0:
            tree.add(Block("definition", self.view, at, stop))
        return stop

    def _abbreviation(self, at: int, tree: Tree) -> int:
        found = patterns.ABBREVIATION.match(self.text, at, self.end)
        if not found:
            return -1
        tree.add(Block("definition", self.view, at, found.end()))
        return found.end()

    def ial_end(self, at: int) -> int:
        """Where the attribute list line at `at` ends; -1 where there is none."""
        near = min(self.end, at + patterns.LONGEST_ATTRIBUTES)
        if not -1 < self.find("}", at) < near:
            return -1
        found = patterns.IAL.match(self.text, at, near)
        return found.end() if found else -1

    def _extension(self, at: int, tree: Tree) -> int:
        text, near = self.text, min(self.end, at + patterns.LONGEST_ATTRIBUTES)
        if found := patterns.ALD.match(text, at, near):
            tree.add(Block("ial", self.view, at, found.end()), "mark")
            return found.end()
        if found := patterns.EXTENSION.match(text, at, near):
            alone = text[text.rindex("}", at, found.end()) - 1] == "/"
            return self._named_extension(at, found.end(), found[1], alone, tree)
        stop = self.ial_end(at)
        if stop < 0:
            return -1
        block = Block("ial", self.view, at, stop)
        tree.blocks.append(block)
        if tree.settle() in ("", "blank", "end", "mark", "ial"):
            tree.pending = True
        elif self.ial_end(stop) < 0:
            tree.kinds.append("ial")
            tree.pending = False
        return stop

    def _named_extension(self, at: int, stop: int, name: str, alone: bool, tree: Tree) -> int:
        kind = "ial"
        if not alone:
            kind = "extension"
            close = None if name in self._unclosed else patterns.extension_end(name).search(self.text, stop, self.end)
            if not close:
                self._unclosed.add(name)
                return -1
            stop = close.end()
        block = Block(kind, self.view, at, stop)
        if name == "options":
            tree.add(block, "mark")
        else:
            tree.blocks.append(block)
            if not alone:
                tree.kinds.append("extension")
        return stop

    def _end_of_block(self, at: int, tree: Tree) -> int:
        found = patterns.END_OF_BLOCK.match(self.text, at, self.end)
        if not found:
            return -1
        tree.add(Block("ial", self.view, at, found.end()), "end")
        return found.end()


class Quote:
    """What a quote holds."""

    def __init__(self, cutter: Cutter, start: int, stop: int) -> None:
        self._cutter = cutter
        self._start = start
        self._stop = stop

    def blocks(self) -> list[Block]:
        """The quote's blocks."""
        tree = Tree()
        if self._cutter.depth < self._cutter.deepest:
            view = self._built()
            self._cutter.inner(view, len(view.text)).run(0, tree)
        return tree.blocks

    def is_loose(self) -> bool:
        """A quote is no item."""
        return False

    def is_spaced(self) -> bool:
        """A quote is no item."""
        return False

    def _built(self) -> Cut:
        builder = CutBuilder(self._cutter.view)
        for line in patterns.LINE.finditer(self._cutter.text, self._start, self._stop):
            builder.add(patterns.QUOTE_START.sub("", line[0]), line.start(), line.end())
        return builder.built()


_RUBY_BLANKS = patterns.BLANKS + "\0"  # what Ruby's rstrip takes away


def _without_id(title: str) -> str:
    found = patterns.HEADING_ID.search(title)
    return title[: found.start()].rstrip(_RUBY_BLANKS) if found else title


_Claim = Callable[[Cutter, int, Tree], int]
_LIST: tuple[_Claim, ...] = (lists.cut_list,)
# By the first character of the line, in kramdown's order; what needs a boundary is asked between the two.
_BEFORE: dict[str, tuple[_Claim, ...]] = {
    "~": (Cutter._fence,),
    "`": (Cutter._fence,),
    ">": (Cutter._quote,),
    "#": (Cutter._heading,),
    "*": (Cutter._rule, lists.cut_list),
    "-": (Cutter._rule, lists.cut_list),
    "_": (Cutter._rule,),
    "+": _LIST,
    **dict.fromkeys("0123456789", _LIST),
    ":": (definitions.cut_definitions,),
    "<": (html.cut_html,),
}
_AFTER: dict[str, tuple[_Claim, ...]] = {
    "[": (Cutter._footnote, Cutter._link_definition),
    "*": (Cutter._abbreviation,),
    "{": (Cutter._extension,),
    "^": (Cutter._end_of_block,),
}
