"""Follows a page through its layouts and includes, and notes its loops and what they print."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from fnmatch import fnmatch
from typing import Any

from profile_tui.markup.liquid import expressions
from profile_tui.markup.liquid.expressions import Constant, Expression, Path, Range
from profile_tui.markup.liquid.expressions import Value as Written
from profile_tui.markup.liquid.template import LiquidBlock, Template
from profile_tui.markup.liquid.tokens import OUTPUT, Token
from profile_tui.site.bindings import conditions
from profile_tui.site.bindings.conditions import Decision
from profile_tui.site.bindings.model import EACH, Condition, Loop, Place, Print, Ref, Step, known
from profile_tui.site.bindings.stream import Stream
from profile_tui.site.bindings.values import (
    NOTHING,
    UNKNOWN,
    Captured,
    Known,
    Mixed,
    Value,
    filtered,
    items_of,
    ref_of,
    step_anywhere,
    step_into,
)
from profile_tui.text.dataclass import dataclass, field
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

_MOST_ITEMS = 40
_MOST_DEPTH = 12
_RENDERED = lazily(r"\{\{-?\s*(.*?)\s*-?\}\}", re.S)
_LEAVES = ("break", "continue")


class TemplateFile(NamedTuple):
    """A page, include or layout.

    Attributes:
        name: Its path relative to the root.
        template: Its body.
        data: Its front matter.
    """

    name: str
    template: Template
    data: Mapping[str, Any]


@dataclass(slots=True)
class Interpreter:
    """One run over a page.

    Attributes:
        page: The page.
        site: What `site` stands for.
        find: Gives an include by its tag's name and its file's; None where it is not there.
        loops: The loops that were found.
        is_complete: Whether all that is included was there.
        lookups: The values that are looked up in data files; see `Bindings`.
        steps_left: How many tags and outputs are followed at most; loops in loops could be endless.
    """

    page: TemplateFile
    site: Known
    find: Callable[[str, str], TemplateFile | None]
    loops: list[Loop] = field(default_factory=list)
    is_complete: bool = True
    lookups: dict[Place, tuple[tuple[Step, ...], str]] = field(default_factory=dict)
    steps_left: int = 8_000
    stream: Stream = field(default_factory=Stream)
    _variables: dict[str, Value] = field(default_factory=dict)
    _around: list[int] = field(default_factory=list)
    _when: list[Condition] = field(default_factory=list)
    _files: list[TemplateFile] = field(default_factory=list)

    def run(self, layouts: list[TemplateFile]) -> None:
        """Follow the page in its layouts, the innermost of which is the first."""
        self._variables = {
            "site": self.site,
            "page": Known(dict(self.page.data), Ref("page", self.page.name)),
            "paginator": Known({"posts": Ref("collection", "posts")}),
            "jekyll": Known({"environment": "production"}),
            "forloop": UNKNOWN,
        }
        self._render([*layouts[::-1], self.page])
        self.stream.finish(self.loops)
        if self.stream.is_hidden_at_end:
            # an element that is never closed, of which browsers know better where it ends
            for loop in self.loops:
                loop.hidden = False

    def _render(self, files: list[TemplateFile]) -> None:
        """A layout, and in the place of its content the next; the last is the page."""
        first, rest = files[0], files[1:]
        self._variables["layout"] = Known(dict(first.data))
        self._variables["content"] = Known(_Content(rest)) if rest else UNKNOWN
        self._file(first)

    def _file(self, file: TemplateFile) -> None:
        """All of one file."""
        self._files.append(file)
        template = file.template
        self._run(template, template.span)
        self._files.pop()

    def _run(self, template: Template, span: Span) -> str:
        """A part of a file; returns `break` or `continue` where it ends in such a tag for certain."""
        at = span.start
        index = bisect_left(template.tokens, span.start, key=lambda token: token.span.start)
        while index < len(template.tokens) and template.tokens[index].span.start < span.end:
            token = template.tokens[index]
            self.stream.text(template.text[at : token.span.start])
            self.steps_left -= 1
            if self.steps_left < 0:
                self.is_complete = False
                return "break"
            block = template.block_of(token)
            if block is not None:
                leaves = self._block(template, block)
                if leaves:
                    return leaves
                at = block.span.end
                index = bisect_left(template.tokens, at, key=lambda token: token.span.start)
                continue
            if token.name in _LEAVES:
                return token.name
            self._token(template, token)
            at = token.span.end
            index += 1
        self.stream.text(template.text[at : span.end])
        return ""

    def _token(self, template: Template, token: Token) -> None:
        """A tag that isn't a block, or an output."""
        content = token.content.of(template.text)
        if token.type == OUTPUT:
            self._output(expressions.expression(content))
        elif token.name == "assign":
            made = expressions.assignment(content)
            if made:
                self._variables[made.variable] = self._value(made.expression)
        elif token.name.startswith("include"):
            self._include(token.name, content)
        elif token.name == "bibliography":
            self._bibliography(token, content)

    def _block(self, template: Template, block: LiquidBlock) -> str:
        """A block."""
        name = block.name
        if name in ("if", "unless", "ifchanged"):
            return self._if(template, block)
        if name == "case":
            return self._case(template, block)
        if name in ("for", "tablerow"):
            self._for(template, block)
        elif name == "capture":
            self._capture(template, block)
        elif name == "raw":
            self.stream.text(block.body.of(template.text))
        elif name != "comment":
            return self._run(template, block.body)
        return ""

    def _if(self, template: Template, block: LiquidBlock) -> str:
        """An `if` or `unless`: the branch that holds, or all that may."""
        before: list[Condition] = []
        for branch in block.branches:
            condition = branch.tag.content.of(template.text)
            decision = Decision(True)
            if branch.tag.name in ("if", "elsif", "unless"):
                decision = conditions.decide(expressions.condition(condition), self._of)
                decision = decision.negated() if branch.tag.name == "unless" else decision
            if branch.tag.name == "ifchanged":
                decision = Decision(None)
            if decision.holds is False:
                continue
            with self._conditions([*before, *decision.of_entry]):
                leaves = self._run(template, branch.body)
            if decision.holds:
                return leaves
            if leaves:
                self._when += decision.negated().of_entry  # what follows is for the other entries
            before += decision.negated().of_entry
        return ""

    @contextmanager
    def _conditions(self, more: list[Condition]) -> Iterator[None]:
        """While conditions hold."""
        kept = len(self._when)
        self._when += more
        yield
        del self._when[kept:]

    def _case(self, template: Template, block: LiquidBlock) -> str:
        """A `case`: the branches that may hold."""
        subject = self._of(expressions.value(block.open.content.of(template.text)))
        for branch in block.branches[1:]:
            decision = Decision(True)
            if branch.tag.name == "when":
                words = re.split(r"\s+or\s+|\s*,\s*", branch.tag.content.of(template.text))
                decisions = [conditions.equals(subject, self._of(expressions.value(word))) for word in words]
                decision = decisions[0] if len(decisions) == 1 else Decision(None)
                decision = next((other for other in decisions if other.holds), decision)
                if all(other.holds is False for other in decisions):
                    continue
            with self._conditions(list(decision.of_entry)):
                leaves = self._run(template, branch.body)
            if decision.holds and branch.tag.name == "when":
                return leaves
        return ""

    def _for(self, template: Template, block: LiquidBlock) -> None:
        """A loop: over what is known, item by item; over a store, once for all."""
        loop = expressions.loop(block.open.content.of(template.text))
        body = block.branches[0].body
        if loop is None:
            self._run(template, body)
            return
        source = self._numbers(loop.source) if isinstance(loop.source, Range) else self._of(loop.source)
        limit = self._limit(loop.limit) or (-1 if loop.offset is not None else 0)
        before = dict(self._variables)
        kept = len(self._when)
        added = self._noted(source, block.open, loop.is_reversed, limit)
        items = items_of(source)
        several = items if isinstance(items, list) else [items]
        for item in several[:_MOST_ITEMS]:
            self._variables[loop.variable] = item
            leaves = self._run(template, body)
            del self._when[kept:]
            if leaves == "break":
                break
        if not several and len(block.branches) > 1:
            self._run(template, block.branches[1].body)
        self._variables[loop.variable] = before.get(loop.variable, NOTHING)
        del self._around[len(self._around) - added :]

    def _numbers(self, numbers: Range) -> Value:
        """The numbers of a range; one that is not known where its ends are not."""
        ends = [self._of(end) for end in (numbers.first, numbers.last)]
        known = [end.data for end in ends if isinstance(end, Known) and isinstance(end.data, int)]
        return Known(list(range(known[0], min(known[1], known[0] + _MOST_ITEMS) + 1))) if len(known) == 2 else UNKNOWN

    def _limit(self, written: Written | None) -> int:
        """How many entries a loop shows; 0 for all, -1 where that is not known."""
        if written is None:
            return 0
        value = self._of(written)
        if isinstance(value, Known):
            return value.data if isinstance(value.data, int) and not isinstance(value.data, bool) else 0
        return -1

    def _noted(self, source: Value, tag: Token, is_reversed: bool, limit: int) -> int:
        """Notes a loop over data of the site; returns how many loops are around its body now."""
        refs = [source] if isinstance(source, Ref) else list(source.refs) if isinstance(source, Mixed) else []
        if isinstance(source, Known) and source.ref and isinstance(source.data, list):
            refs = [source.ref] if any(isinstance(item, dict) for item in source.data) else []
        for ref in refs:
            self._loop(ref, tag, is_reversed=is_reversed, limit=limit, understood=not isinstance(source, Mixed))
        return len(refs)

    def _loop(
        self, ref: Ref, tag: Token, *, is_reversed: bool = False, limit: int = 0, understood: bool = True,
        query: str = "",
    ) -> None:  # fmt: skip
        """Notes a loop."""
        loop = Loop(
            ref,
            self.page.name,
            self._files[-1].name,
            tag.span,
            self.stream.headings(),
            str(self.page.data.get("title") or ""),
            is_reversed,
            limit,
            understood,
            self.stream.is_hidden,
            self.loops[self._around[-1]] if self._around else None,
            query=query,
        )
        self._around.append(len(self.loops))
        self.loops.append(loop)

    def _bibliography(self, tag: Token, words: str) -> None:
        """A `bibliography` tag of jekyll-scholar."""
        query = self._rendered(words)
        files = re.findall(r"(?:-f|--file)[\s=]+[\"']?([\w./-]+)", query)
        usual = str(known(self.site.data, ("scholar", "bibliography")) or "references.bib")
        for file in files or [""]:
            name = file.removesuffix(".bib")
            self._loop(Ref("bibliography", "" if fnmatch(f"{name}.bib", usual) else name), tag, query=query)
            self._around.pop()

    def _capture(self, template: Template, block: LiquidBlock) -> None:
        """Text that is put aside."""
        with self.stream.aside() as parts:
            self._run(template, block.body)
        name = block.open.content.of(template.text).strip("\"' ")
        if all(isinstance(part, str) for part in parts):
            self._variables[name] = Known("".join(map(str, parts)))
        else:
            self._variables[name] = Captured(tuple(parts))

    def _output(self, expression: Expression) -> None:
        """An output: text where it is known, else a print."""
        value = self._value(expression)
        if isinstance(value, Known) and isinstance(value.data, _Content):
            with self.stream.page(), self.stream.section():  # a layout that compresses HTML collects its content first
                self._render(value.data.files)
            return
        filters = tuple(step.name for step in expression.filters)
        if isinstance(value, Captured):
            for part in value.parts:
                self.stream.text(part) if isinstance(part, str) else self.stream.show(part)
        elif isinstance(value, Ref):
            self.stream.show(self._print(value, filters))
        elif isinstance(value, Known):
            if value.ref is not None and EACH in value.ref.steps:
                self.stream.show(self._print(value.ref, filters), str(value.data))
            elif isinstance(value.data, (str, int, float)):
                self.stream.text(str(value.data))
        else:
            self.stream.gap()

    def _print(self, ref: Ref, filters: tuple[str, ...]) -> Print:
        """What is printed here."""
        return Print(ref, filters, tuple(self._when), tuple(self._around))

    def _include(self, tag: str, words: str) -> None:
        """An include, with its parameters."""
        named = expressions.inclusion(words)
        name = self._rendered(named.file) if named else ""
        file = self.find(tag, name) if name and "{" not in name else None
        if named is None or file is None:
            self.is_complete = False
            return
        if len(self._files) >= _MOST_DEPTH:
            return
        before = self._variables.get("include", NOTHING)
        self._variables["include"] = Known({key: self._of(value) for key, value in named.parameters.items()})
        self._file(file)
        self._variables["include"] = before

    def _rendered(self, words: str) -> str:
        """The words of a tag with the outputs in them; those that are not known stay as they are."""

        def text(match: re.Match[str]) -> str:
            value = self._value(expressions.expression(match[1]))
            return str(value.data) if isinstance(value, Known) and value.data is not None else match[0]

        return _RENDERED.sub(text, words)

    def _value(self, expression: Expression) -> Value:
        """What an expression stands for."""
        value = self._of(expression.value)
        for step in expression.filters:
            value = filtered(value, step, [self._of(argument) for argument in step.arguments])
        return value

    def _of(self, written: Written) -> Value:
        """What a constant or a variable stands for."""
        if isinstance(written, Constant):
            return Known(written.value)
        return self._path(written)

    def _path(self, path: Path) -> Value:
        """What a variable stands for."""
        if not path.steps or not isinstance(path.steps[0], str):
            return UNKNOWN
        value = self._variables.get(path.steps[0], NOTHING)
        for at, step in enumerate(path.steps[1:], 2):
            if isinstance(step, Path):
                inner = self._path(step)
                if isinstance(inner, Ref) and (table := ref_of(value)) and table.origin == "data" and table.steps:
                    shown = next((step for step in path.steps[at:] if isinstance(step, str)), "")
                    self.lookups.setdefault(inner.source, (table.steps, shown))
                if not isinstance(inner, Known) or not isinstance(inner.data, (str, int)):
                    value = step_anywhere(value)
                    continue
                step = inner.data
            value = step_into(value, step)
        return value


@dataclass(frozen=True, slots=True)
class _Content:
    """What stands for the content of a layout: the layouts and the page within."""

    files: list[TemplateFile]
