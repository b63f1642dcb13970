"""People whom pages only show: portraits that link to who they are; and one room that a sentence tells for all."""

import pytest

from charlotte.congress.importers.shapes.texts.usual_room import usual_room
from support.harbour import agenda, by_title, told

TALK = "<h4>{time} | {title}</h4><div class='body'><p>{who}</p></div>"
PEOPLE = """<h1>Relatori</h1><div id="r7" class="card"><img src="7.jpg"><h3>Ada Serra</h3><p>Porto di Chioggia</p></div>
<div class="card"><a name="r8"></a></div><div id="r9" class="card"><img src="9.jpg"><h3>Bruno De Santis</h3></div>"""


def _shown(*links: str) -> str:
    return "".join(f"<a class='who' href='{link}'><img src='x.jpg' alt='foto'></a>" for link in links)


def test_portraits_are_who_the_page_of_people_says_they_are() -> None:
    talks = [
        ("9:00 – 9:30", "Nodi e ancore", _shown("relatori.html#r7")),
        ("9:30 – 10:30", "Vele al terzo", _shown("./relatori.html#r9", "relatori.html#r7")),
        ("11:00 – 12:00", "La bussola", _shown("relatori.html#nessuno")),
    ]
    logos = "<p><img alt='Banca Adria'></p><p><a href='https://x.example'><img alt='Cantieri Zennaro'></a></p>"
    page = "<h2>Venerdì 7 maggio 2027</h2>" + "".join(
        TALK.format(time=time, title=title, who=who) for time, title, who in talks
    )
    found = agenda(("programma.html", page + logos), ("relatori.html", PEOPLE))
    assert sorted((one[0], one[4]) for one in map(told, found.sessions)) == [
        ("La bussola", []),
        ("Nodi e ancore", ["Ada Serra"]),
        ("Vele al terzo", ["Bruno De Santis", "Ada Serra"]),
    ]


def test_a_picture_among_those_who_speak_is_called_by_its_name() -> None:
    def face(name: str) -> str:
        return f"<a class='speaker' href='/speakers/x'><img alt='{name}'></a>"

    page = "<h2>Freitag, 7. Mai 2027</h2>" + "".join(
        TALK.format(time=time, title=title, who=who)
        for time, title, who in [
            ("9:00 – 9:30", "Anker und Ketten", face("Silke Aumann") + face("Per Moen")),
            ("9:30 – 10:00", "Was treibt denn da?", face("Ida Quint")),
            ("10:00 – 10:30", "Ebbe im Kopf", face("Eva Boll") + " Eva Boll (Husum)"),
        ]
    )
    read = by_title(agenda(("programm.html", page)))
    assert {title: [one.name for one in read[title].speakers] for title in read} == {
        "Anker und Ketten": ["Silke Aumann", "Per Moen"],
        "Was treibt denn da?": ["Ida Quint"],
        "Ebbe im Kopf": ["Eva Boll"],
    }


@pytest.mark.parametrize(
    ("sentence", "room"),
    [
        ("Alle Vorträge finden in der Scheune am See statt.", "Scheune"),
        ("All sessions are held in the Great Barn; tours start outside.", "Great Barn"),
        ("Tutti gli incontri si tengono nella Cascina Rossa, salvo i laboratori.", "Cascina Rossa"),
        ("Todas las charlas se celebran en el Molino del Sur.", "Molino del Sur"),
        ("Les séances ont toutes lieu au Moulin de la Tour.", "Moulin de la Tour"),
        ("Sauf indication contraire, tout a lieu à l’auditorium.", "auditorium"),
        ("Salvo diversa indicazione siamo sempre in aula magna, primo piano.", "aula magna"),
        ("Unless stated otherwise, everything is in the main hall.", "main hall"),
        ("Salvo que se indique lo contrario, las charlas son en el salón de actos.", "salón de actos"),
        ("Unless stated otherwise, everything is in the main hallway.", ""),
        ("All talks take place in Ghent.", ""),
        ("Alle Vorträge finden in Wien statt.", ""),
        ("Alle Pausen finden im Foyer statt.", ""),
        ("All workshops take place in the Old Mill.", ""),
        ("Some talks take place in the Old Mill.", ""),
    ],
)
def test_where_everything_is_held(sentence: str, room: str) -> None:
    assert usual_room([f"Programm 2027\n{sentence}"], frozenset()) == room


def test_what_is_no_address_leads_nowhere_and_spoils_nothing() -> None:
    talks = "".join(
        f'<div class="session"><span class="time">{hour}:00</span><h3 class="title">Wool and weather {hour}</h3>'
        '<div class="speakers"><a href="http://[host]:x"><img src="a.png" alt="Ada Verne"></a></div></div>'
        for hour in range(9, 13)
    )
    page = f"<html><body><h2>7 May 2027</h2>{talks}</body></html>"
    found = agenda(("page.html", page)).sessions
    assert [[one.name for one in session.speakers] for session in found] == [["Ada Verne"]] * 4
