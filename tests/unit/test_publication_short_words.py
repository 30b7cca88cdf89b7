"""Venues in words that stops shorten, lists whose first person is turned, and people with nothing between them."""

from __future__ import annotations

import pytest

from profile_tui.content.entries.entry import Entry, authors_in
from profile_tui.content.page.page import Page
from profile_tui.text.source import Source

READ: list[tuple[str, str, str, str]] = [
    # words that no table of short forms has
    ("Moss A, Reed B. Why the fog lifts. Salt. Marsh Lore 2018;12:45-9.",
     "Why the fog lifts", "Moss A; Reed B", "Salt. Marsh Lore 2018;12:45-9"),
    ("Moss A. Clay and its makers, 1650–1720. Peat. Bog Rep. 2018;12:45.",
     "Clay and its makers, 1650–1720", "Moss A.", "Peat. Bog Rep. 2018;12:45"),
    ("[6] Moss A B, Reed B. Measuring the fog. Salt. Marsh Rep. 2018;52:30.",
     "Measuring the fog", "Moss A B; Reed B", "Salt. Marsh Rep. 2018;52:30"),
    ("**Moss A.** How towns forget. Salt. Marsh Lore. 2018;12:45.", "How towns forget", "Moss A.",
     "Salt. Marsh Lore. 2018;12:45"),
    ("Moss A, Reed B: Three models of fog *Salt. Marsh Rep.* 32: 103–125, 2011", "Three models of fog",
     "Moss A; Reed B", "Salt. Marsh Rep."),
    # a letter is of the name
    ("Moss A., 2012. *Clay and its makers*. Annals of Marsh Science A. 42(2): 48–78.", "Clay and its makers", "Moss A.",
     "Annals of Marsh Science A. 42(2): 48–78"),
    ("Moss A, Reed B. Clay and its makers. Int. J. Marsh. Des. **37**: 357–376, 2012.", "Clay and its makers",
     "Moss A; Reed B", "Int. J. Marsh. Des"),
    # the first is turned
    ("Reed, Ian, and Ada J. Moss. “On wet rope.” *Fen Review* 7, no. 2 (2020): 114–25.", "On wet rope",
     "Reed, Ian; Ada J. Moss", "Fen Review"),
    ("Reed, Ian, and Ada Moss. “On wet rope.” *Fen Review* 7 (2020): 114–25.", "On wet rope", "Reed, Ian; Ada Moss",
     "Fen Review"),
    ("Reed, Ada J. et al., “On wet rope”, *Fen Review*, vol. 30, 2019, pp. 240–68.", "On wet rope", "Reed, Ada J.",
     "Fen Review"),
    ("Reed, Ian and Ada J. Moss. 2015. On wet rope. *Fen Review* 6: 153–181.", "On wet rope",
     "Reed, Ian; Ada J. Moss", "Fen Review"),
    # given names behind an initial, or with one behind them
    ("MOSS, J. Robert; REED, Ada. Wet rope. **Fen Review**, v. 33, n. 5, p. 106–131, 2017.", "Wet rope",
     "MOSS, J. Robert; REED, Ada", "Fen Review"),
    ("MOSS (Ada J.), REED (Bo) et LIND (Cy), « Wet rope », *Fen Review*, 12, 2019.", "Wet rope",
     "MOSS (Ada J.); REED (Bo); LIND (Cy)", "Fen Review"),
    ("**A. Moss**, *Wet rope*, în *Fen Review*, vol. 18, nr. 2, 2016.", "Wet rope", "A. Moss", "Fen Review"),
    ("Peña, L. y Gómez y Ruiz, A. (2020). La cuerda. *Fen*, 3, 4–9.", "La cuerda", "Peña, L.; Gómez y Ruiz, A.", "Fen"),
    # how it was given is no venue
    ("Moss, A. (2025). *Wet rope* [Poster presentation]. Lamp Days, Oslo.", "Wet rope", "Moss, A.", "Lamp Days, Oslo"),
    ("Moss, A. (2025, June 3–5). *Wet rope* [Conference paper]. Lamp Days, Oslo, Norway.", "Wet rope", "Moss, A.",
     "Lamp Days"),
    # others, in more languages
    ("REED, Ada e colab. Wet rope. *Fen Review*, v. 22, n. 5, p. 313–333, 2016.", "Wet rope", "REED, Ada",
     "Fen Review"),
    ("REED, A. ir kt. How ropes dry. In *Fen Review*. 2009. Vol. 17, p. 320–348.", "How ropes dry", "REED, A.",
     "Fen Review"),
    ("REED, A. *ET AL.* (2020): «Wet rope», *Fen Review*, 47(4), pp. 340–349.", "Wet rope", "REED, A.", "Fen Review"),
    # what else leads in the venue, and the year
    ("Reed, A., 2020. How ropes dry. A: *Fen Review*. Vol. 59, núm. 4, p. 312-323.", "How ropes dry", "Reed, A.",
     "Fen Review"),
    ("**Reed, Ada & Bo Moss** **2016 Why ropes dry**. Archive of the Fens 18(2):156–85.", "Why ropes dry",
     "Reed, Ada; Bo Moss", "Archive of the Fens 18(2):156–85"),
]  # fmt: skip

DOUBTED: list[tuple[str, set[str]]] = [
    ("A Moss B Reed and C Lind, ‘Wet Rope’, *Fen Review*, vol. 46, 2017, pp. 352–59.", {"authors"}),
    ("MOSS Ada REED Bo et LIND Cy, 2021, « Wet rope », *Fen Review*, n° 10, p. 129‑145.", {"authors"}),
    ("Reed, Ana Ida, Bo Moss, and Cy Lind, ‘Wet rope’, *Fen Review*, 52 (2017), 330–54.", {"authors"}),
    ("Moss A, Lind C, Reed BC Wet rope in fog. Fen Rev. 2010;24(3):382-8.", {"title", "authors"}),
    ("Moss, A., 2021. Wet rope Lett. Marsh Sci., 11, pp. 333–343.", {"title", "venue"}),
    ("*Moss, Ada/ Reed, Bo*, The price of rope, Salt. Marsh Rep. 2023, 218–245.", {"title", "venue"}),
    ("Moss, A. and Reed, B., 2021. Rope, salt and the cost of fog Studies in Bogs, 11, 45–60", {"title"}),
]


def read(line: str) -> Entry:
    (entry,) = Page(Source(f"# Publications\n\n- {line}\n".encode())).entries("publications")
    return entry


@pytest.mark.parametrize(("line", "title", "people", "venue"), READ, ids=[line[:40] for line, *_ in READ])
def test_a_line_alone_is_read(line: str, title: str, people: str, venue: str) -> None:
    entry = read(line)
    names = "; ".join(author.name for author in authors_in(entry.values))
    assert (entry.values["title"], names, entry.values["venue"]) == (title, people, venue)


@pytest.mark.parametrize(("line", "fields"), DOUBTED, ids=[line[:40] for line, _ in DOUBTED])
def test_what_may_be_otherwise_is_doubted(line: str, fields: set[str]) -> None:
    assert fields <= read(line).unsure
