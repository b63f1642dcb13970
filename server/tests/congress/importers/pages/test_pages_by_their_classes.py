"""Pages and documents whose parts say what they are: by classes, tags, headings, or where they stand."""

from support import workbooks
from support.harbour import EXPECTED, agenda, told
from support.papers import pdf_of_rows

PAGE = """<!doctype html><html><body><nav class="menu"><a>Start</a></nav><main><h1>Programme</h1> <section class="day">
<h2>Friday, May 7th</h2> <div class="session"><div class="head"><span class="interval">09:00-10:00</span>
<span class="title">Session 1: Silt</span></div> <table class="chairs"><tr><td class="name">Chair:</td><td>
<a class="person">Eva Boll</a> (<span class="affiliation">Radio Nord</span>)</td></tr></table>
<div class="note">Please note: this session has been moved from Galerie to Speicher 3.</div> <div class="room">
<span class="fname">Location:</span> <span class="room_name">Speicher 3</span></div> <table class="talks">
<tr class="talk"><td class="time">09:00</td><td><div class="authors"><a class="person">Jan Petersen</a> (
<span class="affiliation">Plymouth Ocean Lab</span>) and <a class="person">Ida Quint</a> (
<span class="affiliation">TU Kiel</span>) </div><div class="title">Counting Worms in a Shoebox Lab</div>
<div class="presenter">PRESENTER: <a class="person">Ida Quint</a></div> <div class="abstract">
<span class="label">ABSTRACT.</span> Worms, counted.</div></td></tr> <tr class="talk cancelled">
<td class="time">09:30</td><td><div class="authors"><a class="person">Per Moen</a> (
<span class="affiliation">Polar Trust</span>)</div><div class="title">Tides</div></td></tr></table></div>
<div class="session"><div class="head"><span class="interval">10:00-10:30</span> <span class="title">Coffee
</span></div> <div class="room"><span class="room_name">Galerie</span></div></div></section>
<section class="day"><h2>Saturday, May 8th</h2><div class="session"><div class="head">
<span class="interval">11:00-12:00</span> <span class="title">Closing</span></div><div class="room">
<span class="room_name">Blauer Saal</span></div></div></section></main> <footer>
<p>Impressum · Disclaimer · We use cookies.</p></footer></body></html>"""


def test_a_page_whose_parts_are_called_by_their_classes() -> None:
    found = agenda(("program.html", PAGE))
    assert [told(one) for one in found.sessions] == [
        ("Session 1: Silt", "07 09:00", "10:00", "Speicher 3", []),
        ("Coffee", "07 10:00", "10:30", "Galerie", []),
        ("Closing", "08 11:00", "12:00", "Blauer Saal", []),
        ("Counting Worms in a Shoebox Lab", "07 09:00", "09:30", "Speicher 3", ["Ida Quint", "Jan Petersen"]),
        ("Tides", "07 09:30", "10:00", "Speicher 3", ["Per Moen"]),
    ]
    session, _, closing, worms, tides = found.sessions
    assert [(one.name, one.affiliation) for one in session.chairs] == [("Eva Boll", "Radio Nord")]
    assert (session.status, session.previous_room, worms.status, worms.previous_room) == ("moved", "Galerie") * 2
    assert (worms.abstract, tides.status, closing.abstract) == ("Worms, counted.", "cancelled", None)
    assert worms.speakers[1].affiliation == "Plymouth Ocean Lab"


def test_a_page_of_cards_and_one_of_times_in_tags() -> None:
    cards = "".join(
        f"<article class='card'><div class='card__meta'><span class='card__time'>{start} – {end} Uhr</span>"
        f"<span class='card__room'>{room}</span><span class='card__tag'>Technik</span></div>"
        f"<h3 class='card__title'>{title}</h3>"
        + "".join(
            f"<li class='speaker'><b class='speaker__name'>{one}</b><i class='speaker__org'>Holm</i></li>"
            for one in people
        )
        + "</article>"
        for title, _, end, room, people in EXPECTED
        for start in [_.split()[1]]
        if _.startswith("07")
    )
    tags = "".join(
        f"<article><p><time datetime='2027-05-{on.split()[0]}T{on.split()[1]}:00+02:00'>x</time> to <time "
        f"datetime='2027-05-{on.split()[0]}T{end}:00+02:00'>y</time>, {room}</p><h3>{title}</h3>"
        + (f"<p>With {' and '.join(people)}</p>" if people else "")
        + "</article>"
        for title, on, end, room, people in EXPECTED
    )
    listed = "".join(
        f"<h2>{on.split()[0]}. Mai 2027</h2><dl><dt>{on.split()[1]}–{end}</dt><dd><b>{title}</b>"
        f"<br>{', '.join(people)}<br><i>{room}</i><p>Was es damit auf sich hat, in ganzen Sätzen.</p></dd></dl>"
        for title, on, end, room, people in EXPECTED
    )
    page = f"<h2>Freitag, 7. Mai</h2>{cards}<article class='card'><span class='card__time'>11:00 – 12:00 Uhr</span>" \
        "<h3 class='card__title'>Ende</h3></article>"  # fmt: skip
    found = agenda(("cards.html", page))
    assert [told(one) for one in found.sessions][:2] == EXPECTED[:2]
    assert (found.sessions[1].track, found.sessions[1].speakers[0].affiliation) == ("Technik", "Holm")
    assert [told(one) for one in agenda(("tags.html", f"<h1>All</h1>{tags}<p>© Imprint</p>")).sessions] == EXPECTED
    found = agenda(("listed.html", listed))
    assert [told(one) for one in found.sessions] == EXPECTED
    assert all(one.abstract == "Was es damit auf sich hat, in ganzen Sätzen." for one in found.sessions)


def test_headings_of_rooms_that_no_word_gives_away() -> None:
    text = "# Freitag, 7. Mai\n\n## Galerie\n\n**08:30–09:00** Kaffee\n\n## Speicher 3\n\n"
    text += "**09:00–09:45** Schlick und Sand  \n"
    text += "*Jan Petersen*\n\n# Samstag, 8. Mai\n\n## Blauer Saal\n\n**10:00–11:00** Kutter unter Strom  \n"
    text += "*Ines Petersen, Ragnar Holm*\n"
    assert [told(one) for one in agenda(("p.md", text)).sessions] == EXPECTED


def test_times_at_the_same_height_of_several_pages_are_no_running_title() -> None:
    head = ("Uhrzeit", "Raum", "Titel", "Referent/in")
    rows = [(12, ("Freitag, 7. Mai 2027", "", "", "")), (10, head)]
    rows += [(10, (f"{on.split()[1]}–{end}", room, title, ", ".join(p))) for title, on, end, room, p in EXPECTED[:2]]
    more = [(12, ("Samstag, 8. Mai 2027", "", "", "")), (10, head)]
    more += [(10, (f"{on.split()[1]}–{end}", room, title, ", ".join(p))) for title, on, end, room, p in EXPECTED[2:]]
    found = agenda(("p.pdf", pdf_of_rows(rows, (60, 160, 260, 420), more=more)))
    assert [told(one) for one in found.sessions] == EXPECTED


def test_what_elements_carry_for_scripts() -> None:
    boxes = "".join(
        f"<div class='ev' data-start='2027-05-{on.split()[0]}T{on.split()[1]}' "
        f"data-end='2027-05-{on.split()[0]}T{end}' "
        f"data-location='{room}'><h4>{title}</h4><p class='speakers'>{', '.join(people)}</p></div>"
        for title, on, end, room, people in EXPECTED
    )
    assert [told(one) for one in agenda(("calendar.html", f"<div id='calendar'>{boxes}</div>")).sessions] == EXPECTED


def test_a_plain_text_and_a_table_of_days_with_the_end_below_the_start() -> None:
    text = "HAFENFORUM 2027\n\n"
    rows = ""
    for title, on, end, room, people in EXPECTED:
        start = on.split()[1]
        text += (
            f"{'FREITAG 7. MAI' if on.startswith('07') else 'SAMSTAG 8. MAI'}\n\n{start} - {end}   {title} [{room}]\n"
        )
        text += (
            "".join(f"      {one} (Werft {one[:1]})\n" for one in people)
            + "      Mehr dazu steht am Tor, wie immer.\n\n"
        )
        rows += f"<tr><td>{int(on[:2])}. Mai</td><td>{start}<br>{end}</td>"
        rows += f"<td>{title}<p>Mehr dazu steht am Tor, wie immer.</p></td>"
        rows += f"<td>{'<br>'.join(people)}</td><td>{room}</td></tr>"
    table = f"<table><tr><th>Tag</th><th>Zeit</th><th>Titel</th><th>Wer</th><th>Ort</th></tr>{rows}</table>"
    for found in (agenda(("p.txt", text)), agenda(("p.html", table))):
        assert [told(one) for one in found.sessions] == EXPECTED
        assert {one.abstract for one in found.sessions} == {"Mehr dazu steht am Tor, wie immer."}


def test_an_imprint_below_the_last_session_is_nothing_that_it_is_about() -> None:
    text = "# Freitag, 7. Mai\n\n09:00–10:00 Deiche\nJan Petersen, Galerie\n\n10:00–11:00 Siele\n\n"
    text += "11:00–12:00 Datenschutz im Hafen\n\n"
    text += "Es geht um Kameras am Kai.\n\nHafenverein e. V. · Impressum · Datenschutz\n\nWir verwenden Cookies.\n"
    found = agenda(("p.md", text))
    assert [(one.title, one.abstract) for one in found.sessions][1:] == [
        ("Siele", None),
        ("Datenschutz im Hafen", "Es geht um Kameras am Kai."),
    ]


def test_a_page_nested_without_end_is_read_by_its_lines() -> None:
    nested = "".join(f"<div><h{2 + at % 5}>Talk {at}</h{2 + at % 5}><time>09:0{at % 10}</time>" for at in range(300))
    found = agenda(("nested.html", f"<h2>Freitag, 7. Mai</h2>{nested}"))
    assert len(found.sessions) > 20


CARDS = """<main><section><h2>Friday 5 March 2027</h2>
<article class="card"><div class="card__meta"><span class="card__time">9:00 – 10:30</span>
<span class="card__room">Kiln House</span></div><div class="card__body"><h3 class="card__title">Glazes</h3>
<p class="card__people"><span class="person">Chair: <b>Ada Orr</b>, <span class="aff">Clay Museum</span></span></p>
<p class="card__abstract">Three short talks.</p><ul class="card__talks">
<li><time>9:00</time> <span class="talk">Ash and sand</span>
<span class="person"><b>Bo Lie</b>, <span class="aff">Kiln Works</span></span></li>
<li><time>9:40</time> <span class="talk">Blue without cobalt</span>
<span class="person"><b>Ute Behn</b>, <span class="aff">Dye House</span></span></li></ul></div></article>
<article class="card"><div class="card__meta"><span class="card__time">9:00 – 10:30</span>
<span class="card__room">Loft</span></div><div class="card__body"><h3 class="card__title">Wheels for small hands</h3>
<p class="card__people"><span class="person"><b>Onno Peters</b>, <span class="aff">Pottery School</span></span></p>
</div></article>
<article class="card"><div class="card__meta"><span class="card__time">10:30 – 11:00</span>
<span class="card__room">Yard</span></div><div class="card__body"><h3 class="card__title">Coffee</h3></div></article>
</section></main>"""


def test_cards_with_a_body_and_talks_listed_in_it() -> None:
    found = workbooks.agenda(("programme.html", CARDS))
    told_of = {one.title: (one.room, one.subtitle, [who.name for who in one.speakers]) for one in found.sessions}
    assert told_of == {
        "Glazes": ("Kiln House", None, []),
        "Ash and sand": ("Kiln House", "Glazes", ["Bo Lie"]),
        "Blue without cobalt": ("Kiln House", "Glazes", ["Ute Behn"]),
        "Wheels for small hands": ("Loft", None, ["Onno Peters"]),
        "Coffee": ("Yard", None, []),
    }
    assert [one.name for one in found.sessions[0].chairs] == ["Ada Orr"]
