"""Capitals, words that begin with one, initials, signs of East Asia: parts of patterns, which mean the same everywhere.

They are texts, to be put into others. Where a rule means something else, its pattern says so beside it.
"""

SMALL = "[a-zß-ÿ]"
"""A small letter of Latin-1, by which a word is told from one in capitals."""
CAPITAL = r"[^\Wa-zß-ÿ\d_]"
"""What a word of a name begins with: a capital, or a letter beyond Latin-1, of which `re` tells no small ones."""
LATIN_CAPITAL = "[A-ZÀ-Þ]"
"""A capital and nothing else, for what tells by itself that it is initials: a letter of Korean does not."""
WORD = rf"{CAPITAL}[\w’'-]*"
"""A word that begins with a capital, be it all in capitals."""
SPELT_WORD = rf"{WORD}{SMALL}"
"""One that ends in a small letter, and so is no acronym, no initials and no surname in capitals."""
INITIALS = r"[^\W\d_]\.(?:[\s-]?[^\W\d_]\.)*"
"""Initials with stops."""
BARE_INITIALS = rf"{LATIN_CAPITAL}{{1,3}}(?:-{LATIN_CAPITAL})?"
"""Initials without stops, as in `Moss AB` and `Reed J-H`."""
SUFFIX = r"(?:[JS]r|I{2,3}|IV|[23](?:nd|rd)|\dth)"
"""What may be after a name, as in `Ada Moss Jr` and `Reed BC III`."""
EAST = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
"""Chinese, Japanese and Korean signs, to be put within the brackets of a class."""
