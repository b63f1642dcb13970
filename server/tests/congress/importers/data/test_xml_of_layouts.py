"""XML of layout programs: paragraphs named by their style, and no element that holds a session."""

import pytest

from charlotte.congress.model import Session
from support.workbooks import agenda, people, told


def read(xml: str) -> dict[str, Session]:
    return {one.title: one for one in agenda(("booklet.xml", xml)).sessions}


FLAT = """<?xml version="1.0" encoding="UTF-8"?><Root><Story>
<Folio>Convegno sul carsismo</Folio>
<Giornata>venerdì 5 marzo</Giornata>
<Ora>9.00</Ora>	<Voce>Saluti</Voce><Sala>Aula Foiba</Sala>
<Testata><Ora>9.30 – 11.00</Ora> <Sessione>Acque sotterranee</Sessione></Testata>
<Sala>Aula Foiba</Sala><Moderatore>Modera: Alba Cok</Moderatore>
<Ora>9.30</Ora> <Relazione>Traccianti nel Timavo</Relazione><Nome>Dario Pahor<Cors>, Trieste</Cors></Nome>
<Ora>10.15</Ora> <Relazione>Fluoresceina e altre tinte</Relazione><Nome>Mojca Žnidar</Nome><Nome>Ivo Rener</Nome>
<Ora>11.15</Ora> <Voce>Pausa caffè</Voce>
<Giornata>sabato 6 marzo</Giornata>
<Ora>9.00</Ora> <Voce>Escursione alla grotta</Voce><Sala>Cortile</Sala><Nota>in origine venerdì alle 15.00</Nota>
<Ora>14.00</Ora> <Voce>Chiusura</Voce><Sala>Aula Foiba</Sala>
</Story></Root>"""


def test_sessions_of_a_leaflet_set_in_styles_hold_their_talks() -> None:
    found = read(FLAT)
    assert told(found["Acque sotterranee"]) == ("05 09:30", "11:00", "Aula Foiba")
    assert people(found["Acque sotterranee"]) == ([], ["Alba Cok"])
    assert told(found["Traccianti nel Timavo"]) == ("05 09:30", "10:15", "Aula Foiba")
    assert people(found["Fluoresceina e altre tinte"])[0] == ["Mojca Žnidar", "Ivo Rener"]
    [dario] = found["Traccianti nel Timavo"].speakers
    assert (dario.name, dario.affiliation) == ("Dario Pahor", "Trieste")
    trip = found["Escursione alla grotta"]
    assert trip.start is not None and f"{trip.start:%d %H:%M}" == "06 09:00"
    assert len(found) == 7


@pytest.mark.parametrize("named", ['pstyle="{}"', 'class="{}"', 'AppliedParagraphStyle="ParagraphStyle/{}"'])
def test_titles_that_stand_before_their_times_and_styles_in_attributes(named: str) -> None:
    lines = [
        ("Tag", "Freitag, 5. März"),
        ("Titel", "Was die Alm verträgt"), ("Zeit", "9.00–9.45 Uhr"), ("Ort", "Saal A"), ("Name", "Lea Hölzl"),
        ("Titel", "Kuhglocken im Vergleich"), ("Zeit", "10.00–10.45 Uhr"), ("Ort", "Saal B"),
        ("Tag", "Samstag, 6. März"),
        ("Titel", "Rundgang"), ("Zeit", "9.00–11.00 Uhr"), ("Ort", "Innenhof"), ("Name", "Peter Oberhauser"),
    ]  # fmt: skip
    text = "\n".join(f"<p {named.format(style)}>{said}</p>" for style, said in lines)
    found = read(f"<Document><Textfluss>{text}</Textfluss></Document>")
    assert [told(one) for one in found.values()] == [
        ("05 09:00", "09:45", "Saal A"), ("05 10:00", "10:45", "Saal B"), ("06 09:00", "11:00", "Innenhof"),
    ]  # fmt: skip
    assert people(found["Rundgang"])[0] == ["Peter Oberhauser"]


def test_records_stay_records() -> None:
    talks = "".join(
        f"<talk><time>{at}</time><title>Part {at}</title></talk>" for at in ("9:00", "9:20", "9:40", "10:00")
    )
    xml = (
        f'<programme><day date="2027-03-05"><session><title>Caves</title><start>9:00</start><end>10:20</end>'
        f"<room>Hall</room>{talks}</session><session><title>Lunch</title><start>12:00</start><end>13:00</end>"
        "<room>Yard</room></session></day></programme>"
    )
    found = read(xml)
    assert told(found["Caves"]) == ("05 09:00", "10:20", "Hall")
    assert told(found["Lunch"]) == ("05 12:00", "13:00", "Yard")


def test_documents_marked_up_as_texts_keep_their_words() -> None:
    def part(head: str, hours: str, room: str, items: str) -> str:
        return (
            f'<div type="session"><head>{head}</head><time>{hours}</time><placeName>{room}</placeName>'
            f"<p>Chair: <persName>Ruth Abel</persName></p><list>{items}</list></div>"
        )

    talks = (
        "<item><title>The <emph>vellum</emph> question</title> <persName>Ann Cole</persName></item>"
        "<item><title>Soot black</title> <persName>Ben Orr</persName>, <persName>Cy Young</persName></item>"
    )
    one = "<item><title>Thread</title> <persName>Eva Fox</persName></item>"
    xml = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div type="day"><head>5 March 2027</head>'
        + part("Letters and ink", "9.00-10.30", "Room 4", talks)
        + part("Paper", "11.00-12.00", "Room 5", one.replace("Thread", "Rags"))
        + part("Binding", "14.00-15.00", "Room 4", one)
        + "</div></body></text></TEI>"
    )
    found = read(xml)
    assert told(found["Letters and ink"]) == ("05 09:00", "10:30", "Room 4")
    assert people(found["Letters and ink"]) == ([], ["Ruth Abel"])
    assert people(found["The vellum question"])[0] == ["Ann Cole"]
    assert people(found["Soot black"])[0] == ["Ben Orr", "Cy Young"]


def test_times_that_begin_the_titles_of_a_style() -> None:
    lines = (
        ("09:00 Opening", "Red Room", "Ann Cole"),
        ("09:30 Iron gall", "Red Room", "Ben Orr"),
        ("11:00 Soot", "Yard", "Cy Young"),
    )
    text = "".join(f"<Entry>{entry}</Entry><Place>{place}</Place><Person>{who}</Person>" for entry, place, who in lines)
    found = read(f"<Root><Story><Day>Friday 5 March</Day>{text}</Story></Root>")
    assert [(one.title, one.room, people(one)[0]) for one in found.values()] == [
        ("Opening", "Red Room", ["Ann Cole"]), ("Iron gall", "Red Room", ["Ben Orr"]), ("Soot", "Yard", ["Cy Young"]),
    ]  # fmt: skip
    assert told(found["Opening"])[0] == "05 09:00"


STYLED = """<Root xmlns:aid="http://ns.adobe.com/AdobeInDesign/4.0/">
<Part><Day aid:pstyle="DAY">Friday, 5 March 2027</Day>
<Item aid:pstyle="PRG">9.30–9.50	<T aid:cstyle="bold">Opening</T></Item>
<Who aid:pstyle="REF">	<N>Dr. Ada Orr</N>, <O>Ulm</O></Who>
<Where aid:pstyle="ROOM">	Great Hall</Where>
<Band aid:pstyle="BAR">Session 1 – Salt in the walls</Band>
<Info aid:pstyle="BAR_info">10.00–11.30 | Great Hall | Chair: Bo Lie</Info>
<Item aid:pstyle="PRG">10.00	<T aid:cstyle="bold">Roomy vaults and what they hide</T></Item>
<Who aid:pstyle="REF">	<N>Eva Moss</N>, <O>Kiel</O> · <N>Dr. Ian Rhys</N>, <O>York</O></Who>
<Item aid:pstyle="PRG">10.45	<T aid:cstyle="bold">Plaster, twice</T></Item>
<Who aid:pstyle="REF">	<N>Gwen Pask</N>, <O>Hull</O></Who></Part>
<Part><Day aid:pstyle="DAY">Saturday, 6 March 2027</Day>
<Band aid:pstyle="BAR">Session 2 – Wood</Band>
<Info aid:pstyle="BAR_info">9.00–10.30 | Loft | Chair: Tom Ness</Info>
<Item aid:pstyle="PRG">9.00	<T aid:cstyle="bold">Beetles in the choir</T></Item>
<Who aid:pstyle="REF">	<N>Ada Orr</N>, <O>Ulm</O></Who>
<Item aid:pstyle="PRG">9.45	<T aid:cstyle="bold">Larch or oak?</T></Item>
<Who aid:pstyle="REF">	<N>Tom Ness</N>, <O>Bonn</O></Who></Part></Root>"""


def test_bars_above_talks_are_their_sessions_on_every_day() -> None:
    found = read(STYLED)
    assert told(found["Opening"]) == ("05 09:30", "09:50", "Great Hall")
    assert told(found["Session 1 – Salt in the walls"]) == ("05 10:00", "11:30", "Great Hall")
    assert people(found["Session 1 – Salt in the walls"])[1] == ["Bo Lie"]
    assert told(found["Roomy vaults and what they hide"]) == ("05 10:00", "10:45", "Great Hall")
    assert people(found["Roomy vaults and what they hide"])[0] == ["Eva Moss", "Dr. Ian Rhys"]
    assert told(found["Session 2 – Wood"]) == ("06 09:00", "10:30", "Loft")
    assert told(found["Larch or oak?"]) == ("06 09:45", "10:30", "Loft")
    assert people(found["Beetles in the choir"])[0] == ["Dr. Ada Orr"]
