"""Sources of LaTeX come out as they are printed: letters, macros, lists, tables, and nothing of the preamble."""

import pytest

from charlotte.documents.confined.sandbox import read_paper
from charlotte.documents.errors import UnreadableDocument


def lines(body: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read_paper("x.tex", body.encode()).blocks]


def test_letters_and_signs() -> None:
    assert lines(
        r"\'Etude \`a \c{c}a, \c ca, Stra\ss e, Na\"{\i}ve, S\o{}ren, \v{S}koda, 5\,\% \& ``so'' --- \TeX{}!"
    ) == [("text", "Étude à ça, ça, Straße, Naïve, Søren, Škoda, 5 % & “so” — TeX!")]
    assert lines('\\usepackage[german]{babel}\nK"aserei "`heute"\' {\\og ici\\fg}') == [
        ("text", "Käserei „heute“ « ici »")
    ]


def test_pages_as_they_are_printed() -> None:
    body = r"""\documentclass{article}\title[x]{Tage der \textbf{Uhr}}\newcommand{\no}[1][3]{Nr.~#1}
\begin{document}\maketitle\label{a}
\section*{Anreise}Mit dem Zug\footnote{ab 8 Uhr} oder \href{https://x.example}{Bus} \no\ und \no[4].

\begin{itemize}\item Eins\item[b)] {\bfseries Zwei} drei\begin{enumerate}\item innen\end{enumerate}\end{itemize}
\iffalse nie \fi\begin{comment}auch nicht\end{comment}
\begin{frame}{Essen}\textcolor{red}{Suppe}\\[1ex] \sout{Brot} % Rest
\end{frame}
\begin{anfahrt}{Mit dem Rad}Am Fluss.\end{anfahrt}\ort{Halle}
\end{document} danach"""
    assert lines(body) == [
        ("heading", "Tage der Uhr"),
        ("heading", "Anreise"),
        ("text", "Mit dem Zug [ab 8 Uhr] oder Bus Nr. 3 und Nr. 4."),
        ("item", "Eins"),
        ("item", "b) Zwei drei"),
        ("item", "innen"),
        ("heading", "Essen"),
        ("text", "Suppe\nBrot"),
        ("heading", "Mit dem Rad"),
        ("text", "Am Fluss."),
        ("text", "Halle"),
    ]


def test_tables_and_named_arguments() -> None:
    body = r"""\begin{longtable}[h]{l|p{3cm}}Kopf & zwei\\\endfirsthead Kopf & weiter\\\endhead
\multicolumn{2}{c}{\textit{beide}}\\ a & {b & c}\\ \end{longtable}
\kurs{titel={Weben, Teil 1}, zeit=9 Uhr}{Anna}
\kurs{titel=Filzen, zeit=10 Uhr}{Bo}"""
    blocks = read_paper("t.tex", body.encode()).blocks
    assert [block.text for block in blocks] == [
        "Kopf | zwei", "beide", "a | b & c", "titel | zeit", "Weben, Teil 1 | 9 Uhr | Anna", "Filzen | 10 Uhr | Bo",
    ]  # fmt: skip
    assert blocks[1].spans == ((2, 1),)


@pytest.mark.parametrize(
    "body",
    [
        r"\newcommand{\a}{\a}\a",
        r"\def\a{\b\b}\def\b{\c\c}\def\c{\d\d\d\d\d\d\d\d}\def\d{\e\e\e\e\e\e\e\e}\def\e{\f\f\f\f\f\f\f\f}\def\f{x}"
        + r"\a" * 500,
        "\\textbf{" * 9 + "\\begin{center}" * 5_000 + "\\end{center}" * 5_000,
    ],
)
def test_what_never_ends_is_refused(body: str) -> None:
    with pytest.raises(UnreadableDocument):
        read_paper("bomb.tex", body.encode())
