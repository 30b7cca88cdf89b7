"""LaTeX in BibTeX values, as the text that a reader sees."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from profile_tui.markup.bibtex.latex import decode
from profile_tui.markup.bibtex.names import people


@pytest.mark.parametrize(
    ("latex", "shown"),
    [
        (
            r"{\'E}tude d'une {\^\i}le: \'Ecluses et {\oe}uvres {\`a} {No{\"e}l}",
            "Étude d'une île: Écluses et œuvres à Noël",
        ),
        (
            r"\v{S}tern {\v Z} \c{c} {\c c} Stra\ss e \AA s Erd\H os Ma{\"{\i}}t{\'{e}} \.Izmir",
            "Štern Ž ç ç Straße Ås Erdős Maïté İzmir",
        ),
        (
            r"``Quiet'' Lamps---a \emph{Short} {\it Tale}: 1990--2020, Part~I \& {II}",
            "“Quiet” Lamps—a Short Tale: 1990–2020, Part I & II",
        ),
        (
            r"\texttt{LampKit}: Tools for \mbox{Self-Lit} Lanterns at 5\,\% Load",
            "LampKit: Tools for Self-Lit Lanterns at 5 % Load",
        ),
        (r"{Reeds} at $\sqrt{s}$ of the {N}orth", r"Reeds at $\sqrt{s}$ of the North"),
        (
            r"{The {$L^p$} theory} on ${O}(n \log n)$ and \(x_{1}\)",
            r"The $L^p$ theory on ${O}(n \log n)$ and \(x_{1}\)",
        ),
        (r"\ensuremath{\alpha}-decay of \sqrt{2}", r"$\alpha$-decay of \sqrt{2}"),
        (r"Reeds of the \href{https://example.org/n}{North}", "Reeds of the North"),
        (r"\textcolor{red}{Red} \fcolorbox{a}{b}{c} \texorpdfstring{$\pi$}{pi}", "Red c pi"),
        (r"North\footnote{Funded by no one} and South\thanks{x}", "North and South"),
        (
            r"{\copyright} \textless 5 \textgreater{} {\TeX} \textsuperscript{th} H\textsubscript{2}O",
            "© <5 > TeX th H2O",
        ),
        (r"A \"quoted\" lamp", 'A "quoted" lamp'),
        ("`Small' lamps and the dogs' ``it's `so' called''", "‘Small’ lamps and the dogs' “it's ‘so’ called”"),
        (r"\lamp{Bright} \unknown{a}{b}", "Bright ab"),
        (r"50% off & more #1 a_b x^2 $5", "50% off & more #1 a_b x^2 $5"),
        (r"a \{set\} \$5 \#1", "a {set} $5 #1"),
        (r"{\"} {``}", '" “'),
    ],
)
def test_latex_is_shown_as_a_reader_sees_it(latex: str, shown: str) -> None:
    assert decode(latex) == shown


@pytest.mark.parametrize(
    ("latex", "kept"),
    [
        (r"North\footnote", "North"),
        (r"Roots of \sqrt", r"Roots of \sqrt"),
        (r"\textcolor Peat", "Peat"),
        (r"\url", r"\url"),
        (r"\MyTool is fast", r"\MyTool is fast"),
        (r"\verb", r"\verb"),
        (r"\begin{itemize}\item One", "One"),
        (r"open {\emph{ brace", "open brace"),
        ("{" * 5000 + r"\emph deep", r"\emph deep"),
        (r"\&" * 7000, r"\&" * 7000),
        ("\ue000 \\emph{x}", "\ue000 \\emph{x}"),
    ],
)
def test_what_cannot_be_decoded_is_not_lost(latex: str, kept: str) -> None:
    assert decode(latex) == kept


_COMMANDS = st.sampled_from(
    r"\href \url \footnote \textcolor \input \sqrt \verb \cite \begin{x} \end{x} \item \ket \[ \( \) \, \\".split()
)


@settings(max_examples=300)
@given(st.lists(st.one_of(_COMMANDS, st.text(alphabet="{}[]$%&#~\"'`^-_ab \n\\", max_size=4)), max_size=12))
def test_no_latex_makes_it_raise(parts: list[str]) -> None:
    assert "\n" not in decode("".join(parts))


@pytest.mark.parametrize(
    ("written", "names"),
    [
        (r"{\"O}fner, J{\"{o}}rg and \v{S}tern, {\v Z}ofie and Mu\~noz, A.", ["Jörg Öfner", "Žofie Štern", "A. Muñoz"]),
        ("Moss, Fay AND Tarn,Cleo And  others", ["Fay Moss", "Cleo Tarn", "others"]),
        ("{Kettle and Sons Ltd.} and {The Lake, River Team}", ["Kettle and Sons Ltd.", "The Lake, River Team"]),
        (
            "van der Wick, Ben and Ludwig von Tarnstein and {von und zu Lamp}, Ida",
            ["Ben van der Wick", "Ludwig von Tarnstein", "Ida von und zu Lamp"],
        ),
        (
            "Tarn, Jr., Leo and Wickham, III, Ben and Moss, Fay, Jr.",
            ["Leo Tarn Jr.", "Ben Wickham III", "Fay Moss Jr."],
        ),
        ("Ada Lamplight, Ben Wickham, and Cleo Tarn", ["Ada Lamplight", "Ben Wickham", "Cleo Tarn"]),
        ("Lamplight, A., Wickham, B. C.", ["A. Lamplight", "B. C. Wickham"]),
        ("Moss, Fay; Tarn, Cleo", ["Fay Moss", "Cleo Tarn"]),
        (r"Fay Moss \& Cleo Tarn", ["Fay Moss", "Cleo Tarn"]),
        ("family=Moss, given=Fay, prefix=della, useprefix=true and {Lamp Lab}", ["Fay della Moss", "Lamp Lab"]),
        ("Moss~Tarn, J.~B. and Suharmo", ["J. B. Moss Tarn", "Suharmo"]),
        (
            r"Moss$^{*}$, Fay and Lamplight, Ada$^\dagger$ and Tarn, C.\textsuperscript{1,2}",
            ["Fay Moss*", "Ada† Lamplight", "C. Tarn"],
        ),
        (
            r"Fay Moss$^{1,*}$ and Ada Lamplight$^{2,\dagger}$ and {Cleo Tarn}$^\ddagger$ and Ben Wick$^{3}$",
            ["Fay Moss*", "Ada Lamplight†", "Cleo Tarn‡", "Ben Wick"],
        ),
        (r"Moss\textsuperscript{$\dagger$}, Fay", ["Fay Moss†"]),
        ("王灯亮 and 李, 草原 and タナカ, ヒカリ", ["王灯亮", "李草原", "タナカヒカリ"]),
        ("Moss, F., Tarn, C., et al.", ["F. Moss", "C. Tarn", "others"]),
        ("Moss, Fay and et al.", ["Fay Moss", "others"]),
        (r"{\c{S}}tefan, Ion and Ni\textcommabelow{t}{\u{a}}, A.", ["Ion Ştefan", "A. Niță"]),
        (" and ", []),
    ],
)
def test_names_are_told_apart_first_name_first(written: str, names: list[str]) -> None:
    assert people(written) == names
