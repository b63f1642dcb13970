"""Programmes on the pages of a wiki: an export with what its pages said before, tables, templates and plain lists.

All of them are invented.
"""

from zoneinfo import ZoneInfo

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.material import material_of
from charlotte.congress.importers.reading import read_material
from charlotte.congress.model import Agenda

ZONE = ZoneInfo("Europe/Berlin")

GRID = """{{Hinweis|Stand: %s}}
== Samstag, 8. Mai ==
{| class="wikitable"
|+ Vorträge
! width=90 | Zeit !! Saal Elbe !! Saal Spree
|-
! 10:00–11:00
| '''Löten ohne Tränen'''<br>[[Benutzer:Kim|Kim Ahlers]] || '''%s'''<br>Ole Brandt, Tuva Lie
|-
! 11:00–12:30
| colspan=2 style="text-align:center" | Mittag
|-
! 12:30–13:30
| rowspan=2 | [[Vortrag:Karten|Karten, die keiner druckt]]<br>Ines Vogt
| ''Funk im Funkloch''<br>Jannis Wolf
|-
! 13:30–14:30
| style="text-decoration: line-through" | Strom vom Dach<br>Rolf Maar
|}
[[Kategorie:Treffen]]"""
EXPORT = """<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.10/" version="0.10" xml:lang="de">
<siteinfo><sitename>Bastelwiki</sitename></siteinfo>
<page><title>Fahrplan</title><ns>0</ns>
<revision><timestamp>2027-05-02T10:00:00Z</timestamp><comment>fertig</comment><text>{new}</text></revision>
<revision><timestamp>2027-04-01T10:00:00Z</timestamp><comment>Entwurf</comment><text>{old}</text></revision>
</page>
<page><title>Vorlage:Hinweis</title><ns>10</ns>
<revision><timestamp>2027-01-01T10:00:00Z</timestamp><text>10:00 Unsinn {{{{{{1}}}}}}</text></revision></page>
</mediawiki>"""


def agenda(name: str, text: str) -> Agenda:
    event = (
        b'{"id":"w","name":"W","timezone":"Europe/Berlin","start_date":"2027-05-08","end_date":"2027-05-09",'
        b'"languages":["de"]}'
    )
    return read_material(material_of([Document(name, text.encode()), Document("event.json", event)])).agenda


def told(found: Agenda) -> dict[str, tuple[str, str, str | None, list[str]]]:
    sessions = [one for one in found.sessions if one.start is not None]
    return {
        one.title: (
            f"{one.start.astimezone(ZONE):%d %H:%M}" if one.start else "",
            f"{one.end.astimezone(ZONE):%H:%M}" if one.end else "",
            one.room,
            [person.name for person in one.speakers],
        )
        for one in sessions
    }


def test_the_last_revision_of_each_page_holds() -> None:
    escaped = [
        GRID.replace("<", "&lt;") % words for words in (("2. Mai", "Uhren stellen"), ("1. April", "Zahlen raten"))
    ]
    found = agenda("Bastelwiki-20270502.xml", EXPORT.format(new=escaped[0], old=escaped[1]))
    read = told(found)
    assert read["Löten ohne Tränen"] == ("08 10:00", "11:00", "Saal Elbe", ["Kim Ahlers"])
    assert read["Uhren stellen"] == ("08 10:00", "11:00", "Saal Spree", ["Ole Brandt", "Tuva Lie"])
    assert read["Karten, die keiner druckt"] == ("08 12:30", "14:30", "Saal Elbe", ["Ines Vogt"])
    assert read["Funk im Funkloch"] == ("08 12:30", "13:30", "Saal Spree", ["Jannis Wolf"])
    assert {one.status for one in found.sessions if one.title.startswith("Strom vom Dach")} == {"cancelled"}
    assert not any("Unsinn" in title or title in ("fertig", "Zahlen raten") for title in read)


def test_templates_with_named_fields_are_rows() -> None:
    page = "''Tous les ateliers'' sont gratuits.\n== Dimanche 9 mai ==\n" + "\n".join(
        f"{{{{Atelier\n|titre={title}\n|animatrice={who}\n|heure={at}\n|lieu={room}\n}}}}"
        for title, who, at, room in (
            ("Coudre un sac", "Hanna Wrona", "10:00–11:00", "[[Salle 2]]"),
            ("Réparer son vélo", "Piotr Zięba", "11:30–13:00", "Cour"),
            ("Une radio en bocal", "Ewa Lis", "14:00–15:00", "[[Salle 2]]"),
        )
    )
    read = told(agenda("ateliers.txt", page))
    assert read["Réparer son vélo"] == ("09 11:30", "13:00", "Cour", ["Piotr Zięba"])
    assert read["Coudre un sac"] == ("09 10:00", "11:00", "Salle 2", ["Hanna Wrona"])


def test_lists_of_a_page() -> None:
    page = """__TOC__
== Sunday 9 May 2027 ==
=== Oak Room ===
* '''10:00 – 10:45''' Knots for sailors who forget (Moira Tait)
* '''11:00 – 11:45''' [https://example.org/rope Rope from nettles] (Sam Okoro)
* '''12:00 – 12:30''' {{small|Splicing}} with one hand (Una Reid)
"""
    read = told(agenda("programme.wiki", page))
    assert read["Rope from nettles"] == ("09 11:00", "11:45", "Oak Room", ["Sam Okoro"])
    assert read["Splicing with one hand"] == ("09 12:00", "12:30", "Oak Room", ["Una Reid"])
