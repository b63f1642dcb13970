"""Several people whom prose names behind a title or a label, some with where they work, what they are, and others."""

import pytest

from charlotte.congress.importers.shapes.people.names import people_in
from charlotte.congress.importers.shapes.people.people_told import people_told
from support.workbooks import agenda, people

TEXT = """{day}

9.00-10.00 {panel}
{told}

10.00-11.00 {first}. {by} Luc Bara

11.00-12.00 {second}
{by} Paul Morel
"""
PROSE = {
    "fr": TEXT.format(
        day="Vendredi 5 mars 2027",
        panel="Table ronde : filer ou tisser ?",
        told="Avec Anne Petit (MSA), Paul Morel (Lin & Cie) et Zoé Blin, jeune installée. Modération : Léa Roux",
        first="Carder",
        second="Teindre",
        by="Avec",
    ),
    "de": TEXT.format(
        day="Freitag, 5. März 2027",
        panel="Podium: spinnen oder weben?",
        told="Es diskutieren Anne Petit, Paul Morel und Zoé Blin. Es moderiert Léa Roux.",
        first="Kämmen",
        second="Färben",
        by="Mit",
    ),
    "en": TEXT.format(
        day="Friday 5 March 2027",
        panel="Panel: spin or weave?",
        told="Featuring Anne Petit, Paul Morel and Zoé Blin. Chaired by Léa Roux.",
        first="Carding",
        second="Dyes",
        by="With",
    ),
    "it": TEXT.format(
        day="Venerdì 5 marzo 2027",
        panel="Tavola rotonda: filare o tessere?",
        told="Dialogano Anne Petit, Paul Morel e Zoé Blin. Modera Léa Roux.",
        first="Cardare",
        second="Tingere",
        by="Con",
    ),
    "es": TEXT.format(
        day="Viernes 5 de marzo de 2027",
        panel="Mesa redonda: ¿hilar o tejer?",
        told="Debaten Anne Petit, Paul Morel y Zoé Blin. Modera Léa Roux.",
        first="Cardar",
        second="Teñir",
        by="Con",
    ),
}


@pytest.mark.parametrize("language", PROSE)
def test_all_who_take_part_are_named(language: str) -> None:
    found = agenda((f"{language}.txt", PROSE[language])).sessions
    assert people(found[0]) == (["Anne Petit", "Paul Morel", "Zoé Blin"], ["Léa Roux"])
    assert people(found[1])[0] == ["Luc Bara"]
    assert people(found[2])[0] == ["Paul Morel"]


def test_a_description_that_begins_with_them_names_all() -> None:
    head = "Start;Title;Room;Capacity;Info;Chair\n"
    info = "Es diskutieren: Ada Orr (Ulm), Dr. Bo Lie (TU Graz), Eve Moss (IHK)."
    rows = (
        f"2027-03-05 09:00;Panel on wool;Loft;90;{info};Ian Rhys\n"
        "2027-03-05 10:00;Dyes of the marsh;Loft;90;Madder and weld, and what they need to hold.;Ian Rhys\n"
        "2027-03-05 11:00;Looms of the north;Mill;40;From the warp-weighted loom to the treadle.;Gwen Pask\n"
    )
    found = {one.title: people(one) for one in agenda(("sessions.csv", head + rows)).sessions}
    assert found["Panel on wool"] == (["Ada Orr", "Dr. Bo Lie", "Eve Moss"], ["Ian Rhys"])
    assert found["Dyes of the marsh"] == ([], ["Ian Rhys"])


def test_brackets_behind_some_show_that_commas_part_people() -> None:
    told = people_in("Ana Ruiz (CSIC), Luis Gil y Eva Sanz, apicultora", employers=True)
    assert [(one.name, one.affiliation) for one in told] == [
        ("Ana Ruiz", "CSIC"),
        ("Luis Gil", None),
        ("Eva Sanz", "apicultora"),
    ]


@pytest.mark.parametrize("others", ["et d’autres bénévoles", "and others", "und viele andere", "e altri", "y otras"])
def test_others_are_nobody(others: str) -> None:
    assert [one.name for one in people_in(f"Ada Orr, Bo Lie {others}")] == ["Ada Orr", "Bo Lie"]


def test_a_sentence_behind_names_is_none_of_them() -> None:
    assert [one.name for one in people_told("Ada Orr und Bo Lie. Bitte Brille mitbringen.")[0]] == ["Ada Orr", "Bo Lie"]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        (
            "Ana Ruiz (gremio UPA), Luis Gil (Lana Viva) y Dra. Eva Sanz (Lugo)",
            ["Ana Ruiz", "Luis Gil", "Dra. Eva Sanz"],
        ),
        ("Ada Orr (Hook & Sons), Bo Lie (Kiln) and Eve Moss (Mill, Ely)", ["Ada Orr", "Bo Lie", "Eve Moss"]),
        ("Anne Petit (tisserande) und OKR Dr. Karl Groß", ["Anne Petit", "OKR Dr. Karl Groß"]),
        ("Ida Moser, Weberin\nDr. Karl Groß (Uni Ulm)", ["Ida Moser", "Dr. Karl Groß"]),
        ("Ida Moser, Weberin, Karl Groß, Ried", ["Ida Moser", "Karl Groß"]),
        ("Mercè Pons i Roig (Girona), Joan Serra", ["Mercè Pons i Roig", "Joan Serra"]),
        ("Ida Moser, Eve Moss, Dr. Karl Groß (Uni Ulm)", ["Ida Moser", "Eve Moss", "Dr. Karl Groß"]),
        ("Anne Petit, éleveuse, et Luc Bara, tisserand", ["Anne Petit", "Luc Bara"]),
    ],
)
@pytest.mark.parametrize("employers", [True, False])
def test_and_joins_those_with_brackets_behind_their_names(said: str, names: list[str], employers: bool) -> None:
    assert [one.name for one in people_in(said, employers=employers)] == names


def test_a_word_behind_the_comma_of_all_lines_is_what_they_are_or_where_they_live() -> None:
    told = people_told("Ida Moser, Weberin\nKarl Groß, Ried")[0]
    assert [(one.name, one.affiliation) for one in told] == [("Ida Moser", "Weberin"), ("Karl Groß", "Ried")]


def test_descriptions_name_who_gives_what_and_one_who_is_told_with_what_they_are() -> None:
    rows = (
        "2027-03-05 09:00;Opening;Loft;With Ada Orr, keeper of the looms.\n"
        "2027-03-05 10:00;Weld;Loft;With Great Care and patience one may dye wool, even silk, as yellow as butter.\n"
        "2027-03-05 11:00;Rugs;Mill;Bring some wool.\n"
        "2027-03-05 12:00;Felt;Mill;Demonstration by Bo Lie and Eve Moss\n"
    )
    found = {one.title: people(one)[0] for one in agenda(("s.csv", f"Start;Title;Room;Abstract\n{rows}")).sessions}
    assert found == {"Opening": ["Ada Orr"], "Weld": [], "Rugs": [], "Felt": ["Bo Lie", "Eve Moss"]}


@pytest.mark.parametrize(
    ("said", "chairs"),
    [
        ("Modera: Ida Riva, Radio Lodi", ["Ida Riva"]),
        ("Es moderiert Silke Aumann, Neue Presse", ["Silke Aumann"]),
        ("Modera: Ida Riva, dott. Ugo Ferri", ["Ida Riva", "dott. Ugo Ferri"]),
        ("Moderano: Ida Riva, Ugo Ferri", ["Ida Riva", "Ugo Ferri"]),
    ],
)
def test_a_verb_for_one_has_one_person(said: str, chairs: list[str]) -> None:
    assert [one.name for one in people_told(said)[1]] == chairs
