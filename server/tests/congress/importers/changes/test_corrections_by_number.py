"""Late changes that name sessions by the numbers of a numbered programme, and sessions that swap places."""

from collections.abc import Mapping

import pytest

from support.workbooks import agenda, told

PROGRAMME = """Nr.;Datum;Beginn;Ende;Raum;Titel;Referent
1;05.03.2027;09:00;09:30;Salzkammer;Begrüßung im Stollen;Marta Loibl
2;05.03.2027;09:30;10:15;Salzkammer;Podium: Wem gehört der Berg?;Rosa Ebner
3;05.03.2027;10:30;11:00;Salzkammer;Kristalle züchten;Ivo Marin
4;05.03.2027;10:30;11:15;Schmiede;Grubenlampen;Uta Brand
5;05.03.2027;11:15;12:00;Schmiede;Pumpen und Pferde;Jan Ott
6;05.03.2027;14:00;15:00;Salzkammer;Lieder der Knappen;Eva Lohse
"""
KEPT = {
    "Begrüßung im Stollen": ("05 09:00", "09:30", "Salzkammer"),
    "Podium: Wem gehört der Berg?": ("05 09:30", "10:15", "Salzkammer"),
    "Kristalle züchten": ("05 10:30", "11:00", "Salzkammer"),
    "Grubenlampen": ("05 10:30", "11:15", "Schmiede"),
    "Pumpen und Pferde": ("05 11:15", "12:00", "Schmiede"),
    "Lieder der Knappen": ("05 14:00", "15:00", "Salzkammer"),
}


@pytest.mark.parametrize(
    ("said", "changed"),
    [
        (
            "- Nr. 3 beginnt erst um 10.45 Uhr\n  und findet nun in der Schmiede statt.",
            {"Kristalle züchten": ("05 10:45", "11:00", "Schmiede")},
        ),
        (
            "- Nr. 6 ist jetzt im Festsaal, in der Salzkammer ist eine Hochzeit.",
            {"Lieder der Knappen": ("05 14:00", "15:00", "Festsaal")},
        ),
        (
            "- Die Nummern 4 und 5 tauschen die Plätze.",
            {
                "Grubenlampen": ("05 11:15", "12:00", "Schmiede"),
                "Pumpen und Pferde": ("05 10:30", "11:15", "Schmiede"),
            },
        ),
        (
            "- Nrn. 2 und 6 tauschen: die Lieder kommen schon um 9.30 Uhr;\n  das Podium folgt um 14.00 Uhr.",
            {
                "Lieder der Knappen": ("05 09:30", "10:30", "Salzkammer"),
                "Podium: Wem gehört der Berg?": ("05 14:00", "14:45", "Salzkammer"),
            },
        ),
        ("- Bus Nr. 3 fährt jetzt um 9.15 Uhr.", {}),
        ("- Nr. 17 entfällt.", {}),
    ],
)
def test_numbers_of_a_programme_name_what_changed(said: str, changed: Mapping[str, tuple[str, str, str]]) -> None:
    news = f"Liebe alle,\n\nnoch eine Änderung:\n\n{said}\n\nGlück auf\nMarta\n"
    found = {one.title: told(one) for one in agenda(("programm.csv", PROGRAMME), ("neu.txt", news)).sessions}
    assert found == {**KEPT, **changed}


def test_titles_that_swap_keep_their_lengths() -> None:
    news = "Last changes:\n\n“Grubenlampen” and “Pumpen und Pferde” swap places. “Kristalle züchten” is cancelled.\n"
    found = {one.title: one for one in agenda(("programm.csv", PROGRAMME), ("news.txt", news)).sessions}
    assert told(found["Pumpen und Pferde"])[:2] == ("05 10:30", "11:15")
    assert told(found["Grubenlampen"])[:2] == ("05 11:15", "12:00")
    assert found["Kristalle züchten"].status == "cancelled"


def test_a_numbered_table_of_a_mail_in_italian() -> None:
    rows = ["N.;Ora;Durata;Titolo;Chi;Dove", "1;9.00;30 min;Saluti;Ines Baldi;Sala Rovere",
            "2;9.30;45 min;La voce del bronzo;Tullio Marchi;Sala Rovere",
            "3;10.30;30 min;Corde e battagli;Nora Viale;Sala Noce",
            "4;11.00;60 min;Tavola rotonda: campane e vicinato;Edda Sarti;Sala Noce"]  # fmt: skip
    news = (
        "- il n. 2 passa in Sala Noce e comincia alle 9.45;\n- n. 3: al posto di Nora Viale parla Rita Corsi;\n"
        "- il punto 4 è spostato alle ore 15.00 nel Refettorio\n- il numero 1 è annullato.\n"
    )
    found = {one.title: one for one in agenda(("5 marzo.csv", "\n".join(rows)), ("nuovo.txt", news)).sessions}
    assert told(found["La voce del bronzo"]) == ("05 09:45", "10:15", "Sala Noce")
    assert [one.name for one in found["Corde e battagli"].speakers] == ["Rita Corsi"]
    assert told(found["Tavola rotonda: campane e vicinato"]) == ("05 15:00", "16:00", "Refettorio")
    assert found["Saluti"].status == "cancelled"
