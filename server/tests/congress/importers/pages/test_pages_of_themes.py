"""Pages of themes and systems: days as tabs, labels apart from what they label, places in titles, frames of tables."""

import pytest

from support.harbour import agenda, by_title, told

CARD = """<div class="slot"><div class="slot-heading">
<span class="hours">{time}</span><span class="title">{title}</span>
{badge}</div><div class="slot-body"><div class="venue"><i class="pin"></i> {room}</div>{people}</div></div>"""
WHO = '<div class="speaker"><a href="/p/1"><img alt=""><span class="name">{name}</span></a><span>{of}</span></div>'


def _card(time: str, title: str, room: str, *who: tuple[str, str], badge: str = "") -> str:
    people = "".join(WHO.format(name=name, of=of) for name, of in who)
    return CARD.format(time=time, title=title, room=room, people=people, badge=badge)


FIRST = _card("9:00–9:45", "Salz im Getriebe", "Kuppelsaal", ("Dr. Ada Quitt", "Kiel"), ("Bo Lindqvist", "Lund"))
FIRST += _card("10:00–11:00", "Wer fängt an?", "Nische", badge='<span class="badge">ABGESAGT</span>')
SECOND = _card("9:00–9:45", "Licht aus, Ton an", "Nische", ("Mira Solé", "Vic"))
SECOND += _card("10:00–12:00", "Der lange Weg", "Kuppelsaal", ("Ida Holt", "Bern"))
TABS = {
    "links": (
        '<ul class="nav nav-tabs"><li><a href="#d1">Tag 1 <b>Freitag, 7.5.2027</b></a></li>'
        '<li><a href="#d2">Tag 2 <b>Samstag, 8.5.2027</b></a></li></ul>',
        '<div id="{id}" class="tab-pane fade">{cards}</div>',
    ),
    "buttons": (
        '<div role="tablist"><button id="t1" role="tab" data-bs-target="#d1">Fr 7. Mai</button>'
        '<button id="t2" role="tab" data-bs-target="#d2">Sa 8. Mai</button></div>',
        '<section id="{id}" role="tabpanel">{cards}</section>',
    ),
    "named by their tab": (
        '<div><span id="x1">Freitag 07.05.</span> <span id="x2">Samstag 08.05.</span></div>',
        '<div id="{id}" role="tabpanel" aria-labelledby="{head}" style="display:none">{cards}</div>',
    ),
}


@pytest.mark.parametrize("form", TABS)
def test_panels_are_held_on_the_day_of_their_tab(form: str) -> None:
    heads, panel = TABS[form]
    panels = panel.format(id="d1", head="x1", cards=FIRST) + panel.format(id="d2", head="x2", cards=SECOND)
    found = agenda(("programm.html", f"<h1 class='entry-title'>Programm</h1>{heads}<div>{panels}</div>"))
    assert sorted(map(told, found.sessions)) == [
        ("Der lange Weg", "08 10:00", "12:00", "Kuppelsaal", ["Ida Holt"]),
        ("Licht aus, Ton an", "08 09:00", "09:45", "Nische", ["Mira Solé"]),
        ("Salz im Getriebe", "07 09:00", "09:45", "Kuppelsaal", ["Dr. Ada Quitt", "Bo Lindqvist"]),
        ("Wer fängt an?", "07 10:00", "11:00", "Nische", []),
    ]
    assert by_title(found)["Wer fängt an?"].status == "cancelled"


EVENT = """<span class="event"><a class="name" href="e/{n}">{title} <span class="wh">{room}</span></a>
<span class="who"><span class="role-label">{role}</span> {who}</span><span class="slot">{time}</span></span>"""
EVENTS = [
    ("9:00am", "9:00am - 9:30am", "Welcome and Bees", "Room Elm", "Speakers", "Ana Ruiz"),
    ("9:45am", "9:45am - 10:30am", "CANCELED: Hives on Hills", "Room Elm", "Speakers", "Lou Vance"),
    ("9:45am", "9:45am - 10:30am", "Wax, Wicks and Wings", "Oak Hall", "Speakers", "Per Moen • Kai Ito"),
    ("11:00am", "11:00am - 12:00pm", "Queens at Work", "Oak Hall", "Moderators", "Rhoda Finch"),
    ("1:00pm", "1:00pm - 2:00pm", "Swarm Season", "Room Elm", "Speakers", "TBA"),
]


def test_a_place_in_every_title_is_none_of_it_and_labels_are_nobody() -> None:
    lines = "".join(
        f"<h3>{slot} <span class='tz'>CEST</span></h3><div>"
        + EVENT.format(n=number, title=title, room=room, role=role, who=who, time=f"Friday May 7, 2027 {time}").replace(
            " <span class='wh'", "\n<span class='wh'"
        )
        + "</div>"
        for number, (slot, time, title, room, role, who) in enumerate(EVENTS)
    )
    found = agenda(("schedule.html", f"<div class='list'>{lines}</div>"))
    assert sorted(map(told, found.sessions)) == [
        ("Hives on Hills", "07 09:45", "10:30", "Room Elm", ["Lou Vance"]),
        ("Queens at Work", "07 11:00", "12:00", "Oak Hall", []),
        ("Swarm Season", "07 13:00", "14:00", "Room Elm", []),
        ("Wax, Wicks and Wings", "07 09:45", "10:30", "Oak Hall", ["Per Moen", "Kai Ito"]),
        ("Welcome and Bees", "07 09:00", "09:30", "Room Elm", ["Ana Ruiz"]),
    ]
    read = by_title(found)
    assert [one.name for one in read["Queens at Work"].chairs] == ["Rhoda Finch"]
    assert read["Hives on Hills"].status == "cancelled"
    assert read["Wax, Wicks and Wings"].status == "scheduled"


def test_a_table_that_frames_the_page_is_no_timetable() -> None:
    def session(time: str, title: str, label: str, who: str, room: str, talks: str = "") -> str:
        return (
            f'<div class="session"><div class="heading"><span class="interval">{time}</span>'
            f'<span class="title"> {title}</span></div><div class="session_chair"><table><tr><td>{label}:</td>'
            f'<td><a href="p.html">{who}</a></td></tr></table></div><div class="session_room"><table><tr>'
            f"<td>Lieu&nbsp;:</td><td>{room}</td></tr></table></div><table>{talks}</table></div>"
        )

    def talk(time: str, who: str, title: str) -> str:
        return (
            f'<tr class="talk"><td class="time">{time}</td><td><div class="authors">{who}</div>'
            f'<div class="title">{title}</div></td></tr>'
        )

    page = (
        "<h2>PROGRAMME</h2><h3>vendredi 7 mai 2027</h3>"
        + session(
            "09:00-10:00", "Séance 1 : les vents", "Présidence", "Odile Marchal", "Salle Nord",
            talk("09:00", "Luc Ferrand et Ana Petit", "Souffler n’est pas jouer")
            + talk("09:30", "Zoé Hamel", "Anches doubles"),
        )
        + session("10:30-12:00", "Tailler une anche", "Intervenant", "Yves Tanguy", "Atelier 2")
        + session("14:00-15:00", "Séance 2 : les cordes", "Présidence", "Paul Roux", "Salle Nord",
                  talk("14:00", "Rita Blum", "Boyaux"))
        + '<div class="session break"><span class="interval">15:00-15:30</span></div>'
    )  # fmt: skip
    found = agenda(("prog.html", f"<table id='frame'><tr><td>{page}</td></tr></table>"))
    assert sorted(map(told, found.sessions)) == [
        ("Anches doubles", "07 09:30", "10:00", "Salle Nord", ["Zoé Hamel"]),
        ("Boyaux", "07 14:00", "15:00", "Salle Nord", ["Rita Blum"]),
        ("Souffler n’est pas jouer", "07 09:00", "09:30", "Salle Nord", ["Luc Ferrand", "Ana Petit"]),
        ("Séance 1 : les vents", "07 09:00", "10:00", "Salle Nord", []),
        ("Séance 2 : les cordes", "07 14:00", "15:00", "Salle Nord", []),
        ("Tailler une anche", "07 10:30", "12:00", "Atelier 2", ["Yves Tanguy"]),
    ]


def test_times_before_an_arrow_are_read_beside_any_letter() -> None:
    lines = "".join(
        f"<h4>{line}</h4>"
        for line in (
            "9h00 → 9h30 | Les vœux du maire",
            "9h30 → 10h30 | Œuvres en péril",
            "11h00 → 12h00 | Cœur de ville",
        )
    )
    found = agenda(("p.html", f"<h2>Vendredi 7 mai 2027</h2>{lines}"))
    assert sorted((one[0], one[1], one[2]) for one in map(told, found.sessions)) == [
        ("Cœur de ville", "07 11:00", "12:00"),
        ("Les vœux du maire", "07 09:00", "09:30"),
        ("Œuvres en péril", "07 09:30", "10:30"),
    ]


BLOCK = """<section class="inner"><div class="col-25"><div class="w"><span>{time}</span></div>{room}</div>
<div class="col-75"><div class="w"><h4>{title}</h4></div><div class="w">{more}</div></div></section><hr>"""
PLACE = '<div class="w"><ul><li><i class="fas fa-marker"></i> {}</li></ul></div>'
TALKS = """<p>Modération : Dr Luc Ferrand</p>
<p><strong>9h00</strong>&nbsp; Quand la mer monte<br><em>Zoé Hamel (Brest)</em></p>
<p><strong>9h20</strong>&nbsp; Digues en terre <em>Pr Yann d’Orgeval (Nantes)</em></p>
<p><del><strong>9h40</strong>&nbsp; Les moulins à marée<br><em>Ana Petit (Dinan)</em></del> <span>ANNULÉ</span></p>"""


def test_a_card_is_a_session_though_no_class_says_so() -> None:
    blocks = [
        ("8h30 – 9h00", "", "Accueil des participants", ""),
        ("9h00 – 10h00", "Salle des Cartes", "Rivages", TALKS),
        ("10h00 – 10h30", "", "Pause café", ""),
        ("10h30 – 11h30", "Salle des Voiles", "Dire le vent", "<p><em>Dr Ida Marin – présidente du port</em></p>"),
        ("10h30 – 11h30", "Salle des Cartes", "Lire un phare", "<p>Paul Roux, Odile Marchal</p>"),
        ("14h00 – 15h00", "Salle des Voiles", "Clôture", ""),
    ]
    days = "".join(
        f"<div class='tab-mobile'>{day}</div><div id='d{number}'>"
        + "".join(
            BLOCK.format(time=time, room=PLACE.format(room) if room else "", title=title, more=more)
            for time, room, title, more in held
        )
        + "</div>"
        for number, (day, held) in enumerate([("Vendredi 7 mai", blocks[:5]), ("Samedi 8 mai", blocks[5:])])
    )
    found = agenda(("programme.html", f"<h1>Programme</h1><p>Tarif réduit jusqu’au 1er mars.</p>{days}"))
    assert sorted(map(told, found.sessions)) == [
        ("Accueil des participants", "07 08:30", "09:00", None, []),
        ("Clôture", "08 14:00", "15:00", "Salle des Voiles", []),
        ("Digues en terre", "07 09:20", "09:40", "Salle des Cartes", ["Pr Yann d’Orgeval"]),
        ("Dire le vent", "07 10:30", "11:30", "Salle des Voiles", ["Dr Ida Marin"]),
        ("Les moulins à marée", "07 09:40", "10:00", "Salle des Cartes", ["Ana Petit"]),
        ("Lire un phare", "07 10:30", "11:30", "Salle des Cartes", ["Paul Roux", "Odile Marchal"]),
        ("Pause café", "07 10:00", "10:30", None, []),
        ("Quand la mer monte", "07 09:00", "09:20", "Salle des Cartes", ["Zoé Hamel"]),
        ("Rivages", "07 09:00", "10:00", "Salle des Cartes", []),
    ]
    read = by_title(found)
    assert [one.name for one in read["Rivages"].chairs] == ["Dr Luc Ferrand"]
    assert read["Les moulins à marée"].status == "cancelled"


def test_a_newsletter_in_frames_is_read_as_a_page() -> None:
    head = "<tr><td><img src='logo.png'></td></tr><tr><td><h1>Hafenforum</h1><p>Liebe Gäste, so wird es:</p></td></tr>"
    first = (
        "<tr><td><h2>Freitag, 7. Mai 2027</h2><table>"
        "<tr><td>9:00 – 9:45</td><td>Netze flicken</td><td>Per Moen</td></tr>"
        "<tr><td>10:00 – 10:45</td><td>Wer zahlt den Lotsen?</td><td>Eva Boll</td></tr></table></td></tr>"
    )
    second = (
        "<tr><td><h2>Samstag, 8. Mai 2027</h2><p><b>9:00 – 10:00</b> Boje 14, ein Nachruf<br>"
        "<i>Dr. Ida Quint (Kiel)</i></p><p><b>10:00 – 11:00</b> Alles Gute kommt von See<br>"
        "<i>Jan Petersen (Husum)</i></p>"
        "</td></tr>"
    )
    foot = "<tr><td><a href='#'>Abmelden</a></td></tr>"
    page = f"<table width=600><tbody>{head}{first}{second}{foot}</tbody></table>"
    found = agenda(("rundbrief.html", f"<table width='100%'><tr><td>{page}</td></tr></table>"))
    assert sorted((one[0], one[1], one[2], one[4]) for one in map(told, found.sessions)) == [
        ("Alles Gute kommt von See", "08 10:00", "11:00", ["Jan Petersen"]),
        ("Boje 14, ein Nachruf", "08 09:00", "10:00", ["Dr. Ida Quint"]),
        ("Netze flicken", "07 09:00", "09:45", ["Per Moen"]),
        ("Wer zahlt den Lotsen?", "07 10:00", "10:45", ["Eva Boll"]),
    ]


PANEL = """<div class="{name}" {mark}><div class="c"><div class="l"><p>09:00</p><p>09:45</p></div><div class="r">
<h3>Teer und {one}</h3><p>Blauer Saal</p><p><a href="/r/1">Ida Quint</a></p></div></div><div class="c"><div class="l">
<p>10:00</p><p>11:00</p></div><div class="r"><h3>Wind und {one}</h3><p>Galerie</p><p><a href="/r/2">Per Moen</a></p>
</div></div></div>"""


@pytest.mark.parametrize("form", ["marked", "in turn", "in a box"])
def test_tabs_may_be_paired_by_a_mark_or_by_their_turn(form: str) -> None:
    marks = ['data-tab="1"', 'data-tab="2"'] if form == "marked" else ["", ""]
    heads = "".join(
        f"<div class='head' {mark}>{day}</div>"
        for mark, day in zip(marks, ("Freitag, 7.5.", "Samstag, 8.5."), strict=True)
    )
    panels = "".join(
        PANEL.format(name="pane", mark=mark, one=one) for mark, one in zip(marks, ("Taue", "Wellen"), strict=True)
    )
    panels = f"<div class='panes'>{panels}</div>" if form != "in turn" else panels
    found = agenda(("programm.html", f"<div><div class='heads'>{heads}</div>{panels}</div>"))
    assert sorted(map(told, found.sessions)) == [
        ("Teer und Taue", "07 09:00", "09:45", "Blauer Saal", ["Ida Quint"]),
        ("Teer und Wellen", "08 09:00", "09:45", "Blauer Saal", ["Ida Quint"]),
        ("Wind und Taue", "07 10:00", "11:00", "Galerie", ["Per Moen"]),
        ("Wind und Wellen", "08 10:00", "11:00", "Galerie", ["Per Moen"]),
    ]
    assert not [one for one in found.warnings if one.code == "no_title" and "09:45" in one.message]


LISTED = """<div class="plan-item"><div class="plan-time">{time}</div><h4 class="plan-title">{title}</h4>
<div class="plan-location">{room}</div><ul class="plan-sub">{talks}</ul></div>"""


@pytest.mark.parametrize(
    "talk",
    [
        "<li><em>{title}</em> &#8212; {who}</li>",
        "<li><i>{title}</i><br>{who}</li>",
        "<li><cite>{title}</cite> ({who})</li>",
    ],
)
def test_slanted_titles_of_a_list_are_talks_where_nothing_but_names_follows(talk: str) -> None:
    told_so = [("La mousse et le vent", "Ève Nodier"), ("Une tourbière, deux siècles", "Luc Abel et Mina Rey")]
    talks = "".join(talk.format(title=title, who=who) for title, who in told_so)
    notes = "<li><em>Carex nigra</em> en fleur, bottes conseillées</li><li><em>Sphagnum</em> à ne pas cueillir</li>"
    cards = LISTED.format(time="9h00 – 10h30", title="Mousses", room="Serre A", talks=talks)
    cards += LISTED.format(time="11h00 – 12h00", title="Laîches", room="Serre B", talks=notes)
    cards += LISTED.format(time="14h00 – 15h00", title="Fougères", room="Serre A", talks="")
    found = agenda(("programme.html", f"<h2>Vendredi 7 mai 2027</h2>{cards}"))
    assert sorted(map(told, found.sessions)) == [
        ("Fougères", "07 14:00", "15:00", "Serre A", []),
        ("La mousse et le vent", "07 09:00", "10:30", "Serre A", ["Ève Nodier"]),
        ("Laîches", "07 11:00", "12:00", "Serre B", []),
        ("Mousses", "07 09:00", "10:30", "Serre A", []),
        ("Une tourbière, deux siècles", "07 09:00", "10:30", "Serre A", ["Luc Abel", "Mina Rey"]),
    ]


@pytest.mark.parametrize("called", ["tab-pane", "evt-tab-container", "tabs_body", "tab-box clearfix"])
def test_lines_in_panels_are_of_the_day_of_their_tab(called: str) -> None:
    heads = '<ul><li><a href="#t-1">Vendredi 7 mai</a></li><li><a href="#t-2">Samedi 8 mai</a></li></ul>'
    days = [["9h00 Mousses – Ève Nodier", "10h00 Lichens – Luc Abel"], ["9h00 Fougères – Mina Rey", "10h00 Prêles"]]
    panels = "".join(
        f'<div class="{called}" id="t-{at}">{"".join(f"<p>{line}</p>" for line in lines)}</div>'
        for at, lines in enumerate(days, 1)
    )
    found = agenda(("programme.html", f"<h1>Programme</h1>{heads}<div>{panels}</div>"))
    assert sorted((told(one)[:2], told(one)[4]) for one in found.sessions) == [
        (("Fougères", "08 09:00"), ["Mina Rey"]),
        (("Lichens", "07 10:00"), ["Luc Abel"]),
        (("Mousses", "07 09:00"), ["Ève Nodier"]),
        (("Prêles", "08 10:00"), []),
    ]
