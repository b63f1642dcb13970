r"""Programmes as LaTeX sources: macros of an author, of a style in another file or of one nobody sent, and tables.

All of them are invented.
"""

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.files.latex_files import with_included
from charlotte.congress.importers.material import gather, material_of
from charlotte.congress.importers.reading import read_material
from charlotte.congress.model import Agenda
from support.by_title import told

EVENT = (
    b'{"id":"t","name":"T","timezone":"Europe/Zurich","start_date":"2027-09-02","end_date":"2027-09-03",'
    b'"languages":["de"]}'
)


def agenda(**files: str) -> Agenda:
    named = [Document(name.replace("__", "."), text.encode()) for name, text in files.items()]
    return read_material(material_of([*named, Document("event.json", EVENT)])).agenda


TABLE = r"""\documentclass{scrartcl}
\usepackage[ngerman]{babel}
\newcommand*{\vortrag}[3][]{\textbf{#2}\newline\textit{#3}} % Titel, Name
\newcommand{\pause}[1]{\multicolumn{2}{c}{#1}}
\begin{document}
\section*{Donnerstag, 2.~September}
%\section*{Mittwoch}
\begin{tabularx}{\textwidth}{@{}l|X|X@{}}
\toprule
Zeit & Saal Rigi & Saal Pilatus \\ \midrule
09:00--10:00 & \multirow{2}{*}{\vortrag{Gletscherm"uhlen z"ahlen}{J\"urg Aebi}} & \vortrag{Firn \& Eis}{Nora L\"uthi} \\
10:00--11:00 & & \vortrag[kurz]{Mor"anen aus der Luft}{Zo\'e Rochat} \\[2pt]
\hline
11:00--11:30 & \pause{Kaffee} \\
11:30--12:30 & \vortrag{Wasser unter Druck}{Urs K\"agi} & \vortrag{Lawinen, die keiner sah}{Ren\'e Favre} \\
\bottomrule
\end{tabularx}
\end{document}
"""


def test_a_table_with_macros_in_its_cells() -> None:
    read = told(agenda(plan__tex=TABLE))
    assert read["Gletschermühlen zählen"] == ("02 09:00", "11:00", "Saal Rigi", ["Jürg Aebi"])
    assert read["Firn & Eis"] == ("02 09:00", "10:00", "Saal Pilatus", ["Nora Lüthi"])
    assert read["Moränen aus der Luft"] == ("02 10:00", "11:00", "Saal Pilatus", ["Zoé Rochat"])
    assert read["Lawinen, die keiner sah"] == ("02 11:30", "12:30", "Saal Pilatus", ["René Favre"])


UNDEFINED = r"""\documentclass{confprog}
\begin{document}
\programday{Friday 3 September}
\talk{9:00--9:40}{Slow rivers}{Ada Orr}{Room 12}
\talk{9:40--10:20}{Fast \emph{rivers}}{Ben Lowe and Cy Tan}{Room 12}
\talk{10:50--11:30}{Rivers that vanish}{Dee Marsh}{Great Hall}
% \talk{11:30--12:00}{Withdrawn}{Nobody}{Room 12}
\talk{11:30--12:10}{Mapping a bog, \textit{in press}}{Eli Stone}{Great Hall}
\end{document}
"""


def test_macros_that_nobody_sent_are_rows() -> None:
    read = told(agenda(programme__tex=UNDEFINED))
    assert read["Slow rivers"] == ("03 09:00", "09:40", "Room 12", ["Ada Orr"])
    assert read["Fast rivers"] == ("03 09:40", "10:20", "Room 12", ["Ben Lowe", "Cy Tan"])
    assert read["Rivers that vanish"] == ("03 10:50", "11:30", "Great Hall", ["Dee Marsh"])
    assert "Withdrawn" not in read


MAIN = r"""\documentclass{article}
\usepackage{tagung}
\begin{document}
\input{tag1}
\include{tag2.tex}
\end{document}
"""
STYLE = r"""\newif\ifintern \interntrue\def\aula{Aula \ifintern Magna\else Parva\fi}
\NewDocumentCommand{\beitrag}{m o m m}{%
  \subsubsection{#1 Uhr\quad #3\hfill#4}\IfValueT{#2}{\textit{Neu!}\par}\ifx&#2&x\fi}
\newcommand\wer[1]{#1\par}
\let\raum\aula
"""
DAYS = (
    r"\section{Donnerstag, 2. September 2027}\beitrag{14.00--14.45}{Hefe im Weltall}{\raum}\wer{Ida Kern}"
    "\n"
    r"\beitrag{14.45--15.30}[neu]{Brot ohne Ofen}{\raum}\wer{Max Ott}",
    r"\section{Freitag, 3. September 2027}\renewcommand{\raum}{Saal 2}\beitrag{9.00--10.00}{Salz}{\raum}\wer{Lea Graf}",
)


def test_several_files_are_one_source() -> None:
    read = told(agenda(main__tex=MAIN, tagung__sty=STYLE, tag1__tex=DAYS[0], tag2__tex=DAYS[1]))
    assert read == {
        "Hefe im Weltall": ("02 14:00", "14:45", "Aula Magna", ["Ida Kern"]),
        "Brot ohne Ofen": ("02 14:45", "15:30", "Aula Magna", ["Max Ott"]),
        "Salz": ("03 09:00", "10:00", "Saal 2", ["Lea Graf"]),
    }


def test_a_source_by_its_path_takes_what_lies_beside_it(tmp_path) -> None:  # type: ignore[no-untyped-def]
    for name, text in (("main.tex", MAIN), ("tagung.sty", STYLE), ("tag1.tex", DAYS[0]), ("tag2.tex", DAYS[1])):
        (tmp_path / name).write_text(text)
    (tmp_path / "event.json").write_bytes(EVENT)
    assert len(read_material(gather(tmp_path / "main.tex")).agenda.sessions) == 3


ENVIRONMENTS = r"""\begin{document}
\programday{Thursday 2 September}
\plenary{9:00}{10:00}{Opening lecture on lichens}{Ada Orr}{Great Hall}
\begin{session}{Mosses}{Chair: Ben Lowe}{Room 12}{10:30--12:00}
\talk{10:30}{Moss on slate}{Cy Tan}{Leeds}
\talk{11:15}{Moss on brick}{Dee Marsh}{York}
\end{session}
\begin{session}{Ferns}{Chair: Eli Stone}{Room 14}{10:30--11:30}
\talk{10:30}{Ferns indoors}{Fay Moor}{Hull}
\talk{11:00}{Ferns in walls}{Gus Pine}{Bath}
\end{session}
\end{document}
"""
NAMED = r"""\section{Friday 3 September}
\event[time=9:00--9:45, title={Hay, straw and us}, speaker={Hal Reed}, room={Room 12}]
\event[time=10:00--10:45, title={Oats}, speaker={Ivy Lane and Jon Vale}, room={Room 14}]
\event[time=11:00--11:45, title={Rye}, speaker={Kim Wood}, room={Room 12}]
"""


def test_environments_and_named_arguments_that_nobody_defines() -> None:
    read = told(agenda(one__tex=ENVIRONMENTS))
    assert read["Opening lecture on lichens"] == ("02 09:00", "10:00", "Great Hall", ["Ada Orr"])
    assert read["Mosses"] == ("02 10:30", "12:00", "Room 12", [])
    assert read["Moss on brick"] == ("02 11:15", "12:00", "Room 12", ["Dee Marsh"])
    assert read["Ferns in walls"] == ("02 11:00", "11:30", "Room 14", ["Gus Pine"])
    read = told(agenda(one__tex=NAMED))
    assert read["Hay, straw and us"] == ("03 09:00", "09:45", "Room 12", ["Hal Reed"])
    assert read["Oats"] == ("03 10:00", "10:45", "Room 14", ["Ivy Lane", "Jon Vale"])


def test_files_that_include_each_other_end() -> None:
    many = "".join("\\input{b}\n" for _ in range(3000))
    files = [
        Document("a.tex", (many + "\\input" + " " * 50_000).encode()),
        Document("b.tex", many.replace("b", "c").encode()),
    ]
    files += [Document("c.tex", many.replace("b", "a").encode()), Document("d.tex", b"\\usepackage" + b" [" * 50_000)]
    found = with_included(files)
    assert sum(len(one.raw) for one in found) < 20_000_000
