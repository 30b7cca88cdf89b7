"""Texts on which YAML readers disagree, or which a careless writer would turn into something else."""

from __future__ import annotations

import re
from itertools import product

# Scalars that Psych and PyYAML are known to read differently, and their neighbours.
ODD = re.findall(
    r"\S+",
    """
:x ::a :1 :a\\b : :" :"a" 1,000 1,2 1, ,1 12:30 1:2 24:00 09:30 9:5 1:60 1:2:3 1:2:3:4 -1:30 +1:30 1:2.5 1:2. 1__0:30
2024-1-1 2024-01-01 2024-12-31 2024-13-01 2024-02-29 2023-02-29 2024-02-30 2024-13-45 0000-02-29 24-01-01 2024-01
2024-01-01T10:00:00 2024-01-01t10:00:00Z 2024-01-01T10:00:00.5+01:00 2024-01-01T25:00:00 2024-1-1T1:00:00-5 -2024-01-01
-.5 +.5 .5 5. +5 -5 . +. -. .e+5 1.e+5 1.5e3 1.5e+3 1e3 1e+3 1_ 1__0 1._5 1_.5 685.230_15e+03 1.10 2401.01234 _1 1,.5
tRue True TRUE true False fALSE yes Yes no NO on ON off OFF y n Y N null Null NULL ~ nUll trues yes! oui non
= << !x 0123 08 0o7 0 -0 +0 00 0b1 0b 0b_ 0b102 -0b11 0x1F 0x 0x_ 0xg 0_7 0,7 1_000_000 1,000.5 1,0,0
99999999999999999999
.inf -.inf +.inf .INF .nan .NaN inf nan Infinity e5 E5 1a a1 - -- --- ... -a ? ?a a?b % @ ` & * | > ! !! # a#b
v1.10 10.1000/182 2024.09 10:30am 1st 50% C++ ~x x~ ~~ $ ^ _ ( ) / \\ ; < > & yeſ KO faLſe ١٢ 五 ⅻ １２ ²
1e400 1.0e+999 -1.5E-3 123456789012345678901234567890.5 1234567890123456789.0 0.1 00.1 01.5 -01 +01 --1 +-1 1-1 1+1
""",
)
SPACED = [
    "2024-01-01 10:00:00",
    "2024-01-01 10:00:00 +0100",
    "2024-01-01  10:00:00 Z",
    "2024-01-01 10:00:00 +1",
    "2024-01-01 10:00",
    ":a b",
    "no way",
    "a b",
    "1 2",
    "1 000",
    "- a",
    "a  b",
]

# Texts that a dumper or a careless splice would turn into something else.
NASTY = [
    *ODD,
    *SPACED,
    "",
    " ",
    " a",
    "a ",
    "a: b",
    "a:",
    ": a",
    "a #b",
    "a# b",
    "#a",
    "a\nb",
    "a\n\nb\n",
    "\na",
    "a\tb",
    "\ta",
    "'a'",
    "''",
    '"',
    '"a"',
    "it's",
    'say "hi"',
    "both ' and \"",
    "back\\slash",
    "\\n",
    "{{ page.title }}",
    "{% raw %}",
    "a {{ b }} c",
    "[a, b]",
    "{a: b}",
    "a, b",
    "[x](y)",
    "![x]",
    "*a*",
    "&amp;",
    "&a",
    "*a",
    "!a",
    "| a",
    "> a",
    "%a",
    "@a",
    "`a`",
    "? a",
    "- a",
    "-",
    "---",
    "...",
    "--- a",
    "\u00a0a",
    "a\u00a0",
    "a\u2028b",
    "a\u2029b",
    "a\u0085b",
    "\ufeffa",
    "a\ufeff",
    "\u200b",
    "😀",
    "a 😀",
    "😀: b",
    "研究：冰",
    "「冰」",
    "(a)",
    "/about/",
    "https://example.org/a?b=c#d",
    "mailto:a@example.org",
    "Ada Ice, Bo Lake: On Snow",
    "10.1000/xyz:1",
    "x" * 2000,
    "word " * 400,
    "a: " * 50,
    "e\u0301",
    "\u202eabc",
    "<b>bold</b>",
    "<!-- c -->",
    "100 %",
    "a\\",
    "\\",
    "'",
    '"\'"',
    "a'b\"c\\d",
    "=",
    "== a",
    "y",
    "N",
    "a\u000bb",
]
NASTY += [
    "".join(parts)
    for parts in product(
        ["a", "1", ":", "-", "'", '"', "#", "{", "no", "é"], [" ", ": ", " #", ",", "\n"], ["b", "]", ":", ""]
    )
]
