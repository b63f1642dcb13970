"""What the words and names of a question count for, beside what it means, in finding the session it speaks of."""

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.importers.times import day
from charlotte.congress.programme import Programme
from charlotte.congress.search.search import Search
from charlotte.knowledge.session_choice import shared

ROWS = """Title,Speaker,Room,Date,Start
Bread before ovens,Nuria Castejón,Hall A,2026-06-01,09:00
Salt roads of the north,Jan Holm,Hall B,2026-06-01,10:00
Clocks without hands,Ada Verne,Hall A,2026-06-01,11:00
"""


def counts(question: str) -> dict[str, float]:
    facts = Facts(id="fair", timezone="Europe/Dublin", start_date=day("2026-06-01"), end_date=day("2026-06-01"))
    agenda = read_tables([Document("fair.csv", ROWS.encode())], facts).agenda
    programme = Programme(agenda.congress, agenda.sessions, agenda.rooms)
    found = shared(Search.of(programme), question, programme.sessions)
    return {one.title: float(count) for one, count in zip(programme.sessions, found, strict=True)}


def test_words_of_a_title_count_for_it() -> None:
    found = counts("who tells of those roads for salt?")
    assert found["Salt roads of the north"] > max(found["Bread before ovens"], found["Clocks without hands"])


def test_a_name_among_other_words_counts_for_what_its_bearer_holds() -> None:
    found = counts("à quelle heure passe madame verne, vous savez, celle des horloges")
    assert found["Clocks without hands"] > max(found["Bread before ovens"], found["Salt roads of the north"])


def test_a_misspelt_name_counts_too() -> None:
    found = counts("who's that doctor this morning, Castellón or something?")
    assert found["Bread before ovens"] > max(found["Clocks without hands"], found["Salt roads of the north"])


def test_words_of_nothing_count_for_nothing() -> None:
    assert not any(counts("¿qué tiempo hará mañana?").values())
