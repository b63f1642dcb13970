"""Pages of a conference system: sessions with their chair in a cell beside its label, and their talks inside."""

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.reading import read_tables
from charlotte.congress.importers.times import day
from support.harbour import agenda, by_title, told

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


LINKED = """<html><body><div class="date">Freitag, 7. Mai 2027</div>
<article class="slot"><h3><span class="no">Panel A:</span> <a href="a.html">Deiche im Wandel</a></h3>
<span class="interval">09:00-10:00</span> <span class="room">Blauer Saal</span>
<p><b>Referentin:</b> <a class="person" href="p1.html">Karin Albers</a></p></article>
<article class="slot"><h3><span class="no">Panel B:</span> <a href="b.html">Wem gehört das Watt?</a></h3>
<span class="interval">10:30-11:30</span> <span class="room">Galerie</span>
<p><b>Referent:</b> <a class="person" href="p2.html">Torben Klee</a></p></article>
<article class="slot"><h3><a href="c.html">Runde 2: Fragen an alle</a></h3>
<span class="interval">12:00-13:00</span> <span class="room">Galerie</span></article>
<article class="slot"><h3>Nachtrag: <a href="d.html">Ebbe</a></h3>
<span class="interval">14:00-15:00</span> <span class="room">Galerie</span></article></body></html>"""


def test_a_label_before_the_link_of_a_title_is_a_remark_and_no_part_of_it() -> None:
    found = by_title(agenda(("programm.html", LINKED)))
    assert [*found] == ["Deiche im Wandel", "Wem gehört das Watt?", "Runde 2: Fragen an alle", "Nachtrag: Ebbe"]
    assert told(found["Deiche im Wandel"])[1:] == ("07 09:00", "10:00", "Blauer Saal", ["Karin Albers"])
    assert found["Wem gehört das Watt?"].abstract == "Panel B"
    assert found["Runde 2: Fragen an alle"].abstract is None


PAPERS = (
    ("Salz im Watt", "Wiebke Tams", "w1", "Blauer Saal"),
    ("Deiche aus Stroh", "Okko Harms", "w2", "Blauer Saal"),
    ("Priele (und ihre Namen)", "Gesa Lührs", "w3", "Alte Mühle"),
)


def listed(behind: str) -> Document:
    rows = "".join(
        f'<div class="talk"><span class="time">{at}:00–{at + 1}:00</span> <span class="speaker">{who}</span> '
        f'<div class="title"><a href="{code}.html">{title}</a>{behind.format(code=code, room=room)}</div></div>'
        for at, (title, who, code, room) in enumerate(PAPERS, 10)
    )
    page = f'<html><body><div class="date">Donnerstag, 6. Mai 2027</div>{rows}</body></html>'
    return Document("programm.html", page.encode())


def test_links_behind_titles_that_lead_to_more_of_each_are_no_part_of_them() -> None:
    for behind in (
        ' (<a href="{code}-z.html">Zusammenfassung</a>)',
        ' [<a href="{code}.pdf">PDF</a>] [<a href="{code}.mp4">Video</a>]',
        ' <a class="more" href="#">mehr …</a>',
        ' (<a href="{code}.pdf">pdf</a>, <a href="{code}.zip">Folien</a>)',
    ):
        sessions = read_tables([listed(behind)], FACTS).agenda.sessions
        assert [one.title for one in sessions] == [title for title, *_ in PAPERS], behind
        assert not any(one.abstract for one in sessions), behind


def test_links_behind_titles_that_lead_to_the_same_place_stay() -> None:
    sessions = read_tables([listed(' (<a href="orte.html">{room}</a>)')], FACTS).agenda.sessions
    assert all(room in f"{one.title} {one.room}" for one, (*_, room) in zip(sessions, PAPERS, strict=True))
