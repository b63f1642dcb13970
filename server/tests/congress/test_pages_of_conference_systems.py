"""Pages of a conference system: sessions with their chair in a cell beside its label, and their talks inside."""

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.reading import read_tables
from charlotte.congress.importers.times import day

FACTS = Facts(
    id="tides", name="Tides", timezone="Europe/Dublin", start_date=day("2027-05-06"), end_date=day("2027-05-06")
)


def session(number: int, interval: str, title: str, chair: str, talks: tuple[tuple[str, str, str], ...]) -> str:
    rows = "".join(
        f'<tr class="talk"><td class="time"><a name="talk:{number}{at}">{start}</a></td>'
        f'<td><div class="authors"><a class="person" href="p.html">{who}</a></div>'
        f'<div class="title"><a href="t.html">{name}</a></div></td></tr>'
        for at, (start, who, name) in enumerate(talks)
    )
    return (
        f'<div class="session"><div class="heading"><a name="session:{number}"></a>'
        f'<span class="interval">{interval}</span>'
        f'<span class="title"> {title}</span></div>'
        f'<table class="session_info"><tr><td class="word chair_word">Chair:</td>'
        f'<td><a class="person" href="p.html">{chair}</a></td></tr></table>'
        '<div class="session_location"><span class="word">Location:</span> <a href="r.html">Harbour Room</a></div>'
        f'<table class="talks">{rows}</table></div>'
    )


PAGE = (
    "<html><head><title>Tides</title></head><body>"
    '<div class="date"><span>Thursday, May 6th, 2027</span></div>'
    + session(
        1,
        "09:00-10:00",
        "Session 1: Mud",
        "Nuala Fogarty",
        (("09:00", "Orla Tighe", "Cockles and cores"), ("09:30", "Bran Quigley", "Drones over creeks")),
    )
    + session(
        2, "10:00-11:00", "Session 2: Round table", "Ivo Hartl", (("10:00", "Aoife Prunty", "Who pays for dykes?"),)
    )
    + session(3, "11:00-12:00", "Session 3: Salt", "Ailsa Muir", (("11:00", "Conn Daly", "Samphire in the lab"),))
    + "</body></html>"
)


def test_who_chairs_a_session_speaks_in_none_of_its_talks_and_who_speaks_chairs_nothing() -> None:
    agenda = read_tables([Document("program.html", PAGE.encode())], FACTS).agenda
    found = {one.title: one for one in agenda.sessions}
    mud, cores = found["Session 1: Mud"], found["Cockles and cores"]
    assert [person.name for person in mud.chairs] == ["Nuala Fogarty"] and not mud.speakers
    assert [person.name for person in cores.speakers] == ["Orla Tighe"] and not cores.chairs
    assert (cores.room, cores.subtitle) == ("Harbour Room", "Session 1: Mud")
    assert mud.abstract is None, "the label of the chair is no text of the session"
