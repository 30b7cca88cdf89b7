"""Invented YAML headers at random: comments, blank lines, quotes, flow and block collections, odd spacing, emoji."""

from __future__ import annotations

import random

WORDS = ["Ice", "Lake Inari", "snow", "é", "研究", "😀 sun", "A. Frost", "on thin ice"]
SCALARS = [
    *WORDS, "'it''s'", '"a: b"', '"say \\"x\\""', "2024", "1.5", "true", "no", "2024-03-01", "~", "", "'é 😀'", "/cv/",
    "https://example.org/a#b", "plain with 'quotes' in", '"{{ site.title }}"', "'# none'", "two words  here", "12:30",
]  # fmt: skip
FLOW_SCALARS = [*WORDS, "'a, b'", '"[c]"', "1", "null", "2024-03-01"]
COMMENTS = ["# note", "#", "# key: value", "# - item", "# 😀 'open"]


class Headers:
    """Writes headers; the same `random.Random` writes the same ones."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng

    def header(self) -> str:
        """A header's lines, without fences."""
        lines: list[str] = []
        if self.rng.random() < 0.05:
            return self.rng.choice(["", "# nothing yet\n", "\n"])
        self.mapping(lines, 0, 0)
        return "".join(f"{line}\n" for line in lines)

    def file(self, header: str) -> bytes:
        """A whole page around a header, with one of several kinds of line ends."""
        text = f"---\n{header}---\n\n# News\n\n- a\n"
        kind = self.rng.random()
        if kind < 0.2:
            text = text.replace("\n", "\r\n")
        elif kind < 0.3:
            ends = ("\n", "\r\n")
            text = "".join(line + self.rng.choice(ends) for line in text.splitlines())
        return text.encode()

    def mapping(self, lines: list[str], indent: int, depth: int) -> None:
        """A block map."""
        names = self.rng.sample(["title", "url", "tags", "date", "a-b", "x y", "'q'", '"r"', "研", "links"], k=5)
        for name in names[: self.rng.randint(1, 4)]:
            self.between(lines, indent)
            self.pair(lines, indent, depth, name)

    def between(self, lines: list[str], indent: int) -> None:
        """Sometimes a comment or blank lines."""
        roll = self.rng.random()
        if roll < 0.12:
            lines.append(" " * indent + self.rng.choice(COMMENTS))
        elif roll < 0.2:
            lines.extend([""] * self.rng.randint(1, 2))
        elif roll < 0.23:
            lines.append(self.rng.choice(COMMENTS))

    def pair(self, lines: list[str], indent: int, depth: int, name: str) -> None:
        """A key with a value of any kind."""
        key = " " * indent + name + (" :" if self.rng.random() < 0.05 else ":")
        roll = self.rng.random()
        if depth < 2 and roll < 0.15:
            lines.append(key + self.tail())
            self.mapping(lines, indent + self.rng.choice([1, 2, 4]), depth + 1)
        elif depth < 2 and roll < 0.35:
            lines.append(key + self.tail())
            self.sequence(lines, indent + self.rng.choice([0, 2, 4]), depth + 1)
        elif roll < 0.45:
            lines.append(f"{key} {self.flow()}{self.tail()}")
        elif roll < 0.55:
            self.block(lines, key, indent)
        else:
            value = self.rng.choice(SCALARS)
            gap = " " * self.rng.choice([1, 1, 1, 3]) if value else ""
            anchor = f"&k{len(lines)} " if value and self.rng.random() < 0.02 else ""
            lines.append(f"{key}{gap}{anchor}{value}{self.tail()}")

    def sequence(self, lines: list[str], indent: int, depth: int) -> None:
        """A block list of scalars, of maps, or of lists."""
        dash = " " * indent + "-" + " " * self.rng.choice([1, 1, 1, 3])
        kind = self.rng.choice(["scalar", "scalar", "map", "flow", "list"])
        for _ in range(self.rng.randint(1, 4)):
            if kind == "scalar":
                lines.append(f"{dash}{self.rng.choice(SCALARS) or 'x'}{self.tail()}")
            elif kind == "flow":
                lines.append(f"{dash}{self.flow()}{self.tail()}")
            else:
                first = len(lines)
                if kind == "map":
                    self.pair(lines, len(dash), depth, "name")
                    self.pair(lines, len(dash), depth, "url")
                else:
                    self.sequence(lines, len(dash), 2)
                lines[first] = dash + lines[first][len(dash) :]
            self.between(lines, indent)

    def flow(self) -> str:
        """A flow list or map."""
        items = [self.rng.choice(FLOW_SCALARS) for _ in range(self.rng.randint(0, 3))]
        if self.rng.random() < 0.3:
            return "{" + ", ".join(f"k{at}: {item}" for at, item in enumerate(items)) + "}"
        separator = self.rng.choice([", ", ",", " , "])
        return "[" + separator.join(items) + ("," if items and self.rng.random() < 0.1 else "") + "]"

    def block(self, lines: list[str], key: str, indent: int) -> None:
        """A literal or folded text."""
        header = self.rng.choice("|>") + self.rng.choice(["", "-", "+"])
        lines.append(f"{key} {header}{self.tail()}")
        inner = " " * (indent + self.rng.choice([2, 4]))
        for _ in range(self.rng.randint(1, 3)):
            lines.append(inner + self.rng.choice(["Ice melts in May", "# heading, no comment", "a: b", "  more", "😀"]))
            if self.rng.random() < 0.2:
                lines.append("")
        if lines[-1].startswith(inner + " "):
            lines.append(inner + "end")

    def tail(self) -> str:
        """What may follow a value on its line."""
        roll = self.rng.random()
        return f"  {self.rng.choice(COMMENTS)}" if roll < 0.1 else " " if roll < 0.13 else ""
