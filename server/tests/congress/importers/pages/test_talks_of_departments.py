"""Pages of departments: a session's time below its heading, then who speaks in bold and the title in italics."""

from support.harbour import agenda, by_title, told

PAGE = """<h1>Il porto scritto</h1><h2>Venerdì 7 maggio 2027</h2>
<h3>Fango e città</h3><p>ore 9.00-10.30, Galerie<br>Presiede Eva Boll</p>
<p><strong>Jan Petersen</strong> (Università di Kiel), <em>Le maree di Husum</em></p>
<p><strong>Ida Quint</strong> (Museo del Mare), <em>Reti pubbliche a Emden: una rilettura</em></p>
<p><strong>Per Moen</strong>, <em>Il reimpiego delle boe</em></p>
<p>ore 10.30-11.00 – Pausa caffè</p>
<h3>Tavola rotonda: il porto oggi</h3><p>ore 11.00-12.00, Galerie<br>Modera Silke Aumann</p>
<p>Intervengono Jan Petersen, Ragnar Holm</p>
<h3>Nuove rotte</h3><p>ore 12.00-13.00, Galerie<br>Presiede Ida Quint</p>
<p><strong>Silke Aumann</strong> (Archivio di Bremen), <em>Carte mai viste</em></p>
<p><strong>Ragnar Holm</strong> (TU Kiel), <em>Fari e nebbie</em></p>"""


def test_talks_in_lines_of_a_name_and_a_title() -> None:
    found = agenda(("convegno.html", f"<main>{PAGE}</main>"))
    inner = {one.title: (one.subtitle, one.room, [p.name for p in one.speakers]) for one in found.sessions}
    assert inner["Le maree di Husum"] == ("Fango e città", "Galerie", ["Jan Petersen"])
    assert inner["Reti pubbliche a Emden: una rilettura"] == ("Fango e città", "Galerie", ["Ida Quint"])
    assert inner["Il reimpiego delle boe"] == ("Fango e città", "Galerie", ["Per Moen"])
    assert inner["Fari e nebbie"] == ("Nuove rotte", "Galerie", ["Ragnar Holm"])
    read = by_title(found)
    assert told(read["Fango e città"]) == ("Fango e città", "07 09:00", "10:30", "Galerie", [])
    assert [one.name for one in read["Fango e città"].chairs] == ["Eva Boll"]
    assert read["Le maree di Husum"].speakers[0].affiliation == "Università di Kiel"
    table = read["Tavola rotonda: il porto oggi"]
    assert [one.name for one in table.speakers] == ["Jan Petersen", "Ragnar Holm"]
    assert len(found.sessions) == 9
