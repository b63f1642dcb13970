"""Headings with a line below them that says where all of it is held, or when and where; talks follow, each timed."""

from support.workbooks import agenda, people, told

PAGE = """<html><body><h1>Programma</h1><h2>Venerdì 5 marzo 2027</h2>
<h3>Mattina in plenaria</h3><p>📍 Enoteca</p>
<p><b>9:00 - 9:40</b> Viti che resistono<br><i>Ugo Ferri (Alba)</i></p>
<p><b>9:40 - 10:20</b> Cantina, campagna, aula?<br><i>Rita Galli</i></p>
<p><b>10:20 - 11:00</b> Teatro come terapia<br><i>Eva Rosi</i></p>
<h3>Laboratori</h3><p>Sala Torchio</p>
<p><b>9:00 - 9:40</b> Innesti<br><i>Lia Moro</i></p>
<p><b>9:40 - 10:20</b> Potature<br><i>Gino Testa (Asti)</i></p>
<h3>Aula aperta</h3><p>Sede: Cortile grande</p>
<p><b>11:00 - 12:00</b> Bianchi di montagna<br><i>Ugo Ferri</i></p>
</body></html>"""

PAPER = """# Journées du lin
## Vendredi 5 mars 2027
### Ouverture et mémoire
9h00 – 10h30, Salle Jacquard

Modération : Odile Faure

9h15 Paul Lemaire (Lille) : Le rouissage oublié

9h50 Sana Brahim (Gand) : Filer à la maison

### Atelier : teindre
11h00 – 12h30, Cour des teinturiers

Modération : Luc et Anne Petit

11h10 Anne Petit : Garance : du rouge sans chimie

11h50 Jo Maes (Courtrai) : Le bleu des voisins

### Salle des machines : visite
14h00 – 15h00, Filature

### Bilan
15h30 – 16h30, Salle Jacquard

15h40 Odile Faure (Rouen) : Et demain ?
"""


def test_a_line_below_a_heading_says_where_its_talks_are() -> None:
    assert {one.title: told(one) for one in agenda(("programma.html", PAGE)).sessions} == {
        "Viti che resistono": ("05 09:00", "09:40", "Enoteca"),
        "Cantina, campagna, aula?": ("05 09:40", "10:20", "Enoteca"),
        "Teatro come terapia": ("05 10:20", "11:00", "Enoteca"),
        "Innesti": ("05 09:00", "09:40", "Sala Torchio"),
        "Potature": ("05 09:40", "10:20", "Sala Torchio"),
        "Bianchi di montagna": ("05 11:00", "12:00", "Cortile grande"),
    }


def test_talks_that_begin_later_than_their_session_are_held_in_it() -> None:
    found = agenda(("programme.md", PAPER)).sessions
    assert {one.title: (f"{one.start:%H:%M}", one.room, people(one)[0]) for one in found if one.start is not None} == {
        "Ouverture et mémoire": ("09:00", "Salle Jacquard", []),
        "Le rouissage oublié": ("09:15", "Salle Jacquard", ["Paul Lemaire"]),
        "Filer à la maison": ("09:50", "Salle Jacquard", ["Sana Brahim"]),
        "Atelier : teindre": ("11:00", "Cour des teinturiers", ["Luc et Anne Petit"]),
        "Garance : du rouge sans chimie": ("11:10", "Cour des teinturiers", ["Anne Petit"]),
        "Le bleu des voisins": ("11:50", "Cour des teinturiers", ["Jo Maes"]),
        "Salle des machines : visite": ("14:00", "Filature", []),
        "Bilan": ("15:30", "Salle Jacquard", []),
        "Et demain ?": ("15:40", "Salle Jacquard", ["Odile Faure"]),
    }
