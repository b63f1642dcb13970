"""Programmes kept as the content of a static site: a Markdown file for each session, beside its people and rooms."""

import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from charlotte.cli.import_ import command
from charlotte.congress.importers.confined.sandbox import read_confined
from charlotte.congress.importers.material import gather
from charlotte.congress.importers.programme_read import Reading
from charlotte.congress.model import Session
from charlotte.errors import CharlotteError

BEES = {
    "event.json": json.dumps(
        {"id": "ruches", "name": "Rencontres des ruches", "timezone": "Europe/Paris", "languages": ["fr"]}
    ),
    "_config.yml": "title: Rencontres des ruches\ncollections:\n  conferences:\n    output: true\n",
    "_data/speakers.yml": (
        "maelle-guen:\n  nom: Maëlle Guen\n  organisation: Rucher du Léon\n"
        "yann-le-bris:\n  nom: Yann Le Bris\n  organisation: Mielleries réunies\n"
    ),
    "_data/rooms.yml": "- id: grange\n  nom: La Grange\n- id: verger\n  nom: Salle du Verger\n",
    "_conferences/01-varroa.md": (
        '---\nlayout: conference\ntitle: "Varroa : où en est-on ?"\ndate: 2027-05-14\ndebut: 9h00\nfin: 9h45\n'
        "salle: grange\nthematique: Santé\nintervenants:\n  - maelle-guen\n---\nÉtat des **traitements**.\n\n"
        "{% include video.html %}\n"
    ),
    "_conferences/02-essaim.md": (
        "---\nlayout: conference\ntitle: Capturer un essaim\ndate: 2027-05-14\ndebut: 10h00\nfin: 11h30\n"
        "salle: verger\nthematique: Pratique\nintervenants: [yann-le-bris, maelle-guen]\n---\nAu calme.\n"
    ),
    "_conferences/03-miel.md": (
        "---\nlayout: conference\ntitle: Le miel noir\ndate: 2027-05-15\ndebut: 10h00\nfin: 10h45\nsalle: grange\n"
        "thematique: Pratique\nintervenants: [yann-le-bris]\nstatut: annulé\n---\nDégustation.\n"
    ),
    "_conferences/04-secret.md": (
        "---\nlayout: conference\ntitle: Pas encore\ndate: 2027-05-15\ndebut: 11h00\nsalle: grange\n"
        "intervenants: [yann-le-bris]\ndraft: true\n---\nRien.\n"
    ),
    "_conferences/05-casse.md": "---\ntitle: Cassé : sans: guillemets\ndate: 2027-05-15\ndebut: 12h00\n---\nRien.\n",
    "_conferences/proposer.md": "---\nlayout: page\ntitle: Proposer un exposé\n---\nLe délai court en mars.\n",
    "acces.md": "---\nlayout: page\ntitle: Accès\n---\n\n## Parking\n\nLe parking du lavoir est gratuit.\n",
    "_posts/2027-01-02-bonjour.md": "---\nlayout: post\ntitle: Bonjour\nauthor: Léa\n---\nLe site est ouvert.\n",
}
DYKES = {
    "event.json": json.dumps(
        {"id": "deichtage", "name": "Deichtage", "timezone": "Europe/Berlin", "languages": ["de", "en"]}
    ),
    "hugo.toml": 'title = "Deichtage"\n',
    "content/raeume/priel.md": '+++\ntitle = "Prielzimmer"\nplaetze = 40\n+++\nIm Erdgeschoss.\n',
    "content/raeume/saal.md": '+++\ntitle = "Deichsaal"\nplaetze = 220\n+++\n',
    "content/referenten/silke-brand/index.md": '+++\ntitle = "Silke Brand"\nfirma = "Seegras e. V."\n+++\nTaucht.\n',
    "content/referenten/tjark-ohlsen/index.md": '+++\ntitle = "Tjark Ohlsen"\nfirma = "Küstenamt"\n+++\nBaut.\n',
    "content/vortraege/_index.md": '+++\ntitle = "Vorträge"\n+++\nAlle Vorträge.\n',
    "content/vortraege/freitag/seegras/index.de.md": (
        '+++\ntitle = "Seegras als Baustoff"\ndate = 2027-03-01T10:00:00+01:00\nbeginn = 2027-09-17T09:45:00+02:00\n'
        'ende = 2027-09-17T10:30:00+02:00\nraum = "/raeume/priel"\nreferenten = ["silke-brand"]\n+++\nWas es trägt.\n'
    ),
    "content/vortraege/freitag/seegras/index.en.md": (
        '+++\ntitle = "Building with eelgrass"\nbeginn = 2027-09-17T09:45:00+02:00\n'
        'ende = 2027-09-17T10:30:00+02:00\nraum = "/raeume/priel"\nreferenten = ["silke-brand"]\n+++\nWhat it bears.\n'
    ),
    "content/vortraege/samstag/sielbau/index.de.md": (
        '+++\ntitle = "Sielbau im Wandel"\ndate = 2027-03-01T10:00:00+01:00\nbeginn = 2027-09-18T09:45:00+02:00\n'
        'ende = 2027-09-18T10:45:00+02:00\nraum = "/raeume/saal"\n'
        'referenten = ["tjark-ohlsen", "silke-brand"]\n+++\nVom Holz zum Beton. {{< foto src="a.jpg" >}}\n'
    ),
    "content/anfahrt.md": '+++\ntitle = "Anfahrt"\n+++\n\n## Parken\n\nDer Parkplatz kostet vier Euro.\n',
}


def site(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def zipped(path: Path, files: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(f"site-main/{name}", text)
    return path


def by_title(reading: Reading) -> dict[str, Session]:
    return {session.title: session for session in reading.agenda.sessions}


def told(session: Session) -> tuple[str | None, ...]:
    held = (session.start, session.end)
    times = [f"{moment:%Y-%m-%d %H:%M}" if moment is not None else None for moment in held]
    return (*times, session.room, session.track, session.status)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


def test_a_file_for_each_talk_beside_data_of_people_and_rooms(tmp_path: Path) -> None:
    reading = read_confined(gather(site(tmp_path, BEES)))
    found = by_title(reading)
    assert {title: told(session) for title, session in found.items()} == {
        "Varroa : où en est-on ?": ("2027-05-14 09:00", "2027-05-14 09:45", "La Grange", "Santé", "scheduled"),
        "Capturer un essaim": ("2027-05-14 10:00", "2027-05-14 11:30", "Salle du Verger", "Pratique", "scheduled"),
        "Le miel noir": ("2027-05-15 10:00", "2027-05-15 10:45", "La Grange", "Pratique", "cancelled"),
    }
    speakers = [(person.name, person.affiliation) for person in found["Capturer un essaim"].speakers]
    assert speakers == [("Yann Le Bris", "Mielleries réunies"), ("Maëlle Guen", "Rucher du Léon")]
    assert found["Varroa : où en est-on ?"].abstract == "État des traitements."
    warned = {warning.row: (warning.code, warning.message) for warning in reading.agenda.warnings}
    assert warned["_conferences/04-secret.md"][0] == "not_shown"
    code, message = warned["_conferences/05-casse.md"]
    assert code == "unreadable" and "line 2" in message


def test_pages_that_are_no_sessions_stay_documents(tmp_path: Path) -> None:
    data = tmp_path / "data"
    result = run(site(tmp_path / "site", BEES), "--data", data)
    assert result.exit_code == 0, result.output
    assert "3 sessions, 2 rooms, 2 speakers" in result.output
    assert "2 documents" in result.output, "the way and the call for talks; neither talks, nor drafts, nor posts"


def test_folders_named_by_slug_by_day_and_pages_in_two_languages(tmp_path: Path) -> None:
    reading = read_confined(gather(site(tmp_path, DYKES)))
    found = by_title(reading)
    assert {title: told(session)[:3] for title, session in found.items()} == {
        "Seegras als Baustoff": ("2027-09-17 09:45", "2027-09-17 10:30", "Prielzimmer"),
        "Sielbau im Wandel": ("2027-09-18 09:45", "2027-09-18 10:45", "Deichsaal"),
    }
    assert found["Seegras als Baustoff"].subtitle == "Building with eelgrass"
    speakers = [(person.name, person.affiliation) for person in found["Sielbau im Wandel"].speakers]
    assert speakers == [("Tjark Ohlsen", "Küstenamt"), ("Silke Brand", "Seegras e. V.")]
    assert found["Sielbau im Wandel"].abstract == "Vom Holz zum Beton."
    assert {room.name: room.capacity for room in reading.agenda.rooms} == {"Prielzimmer": 40, "Deichsaal": 220}
    assert reading.site_pages == ("content/anfahrt.md",)


def test_what_was_taken_for_what_is_printed_and_may_be_corrected(tmp_path: Path) -> None:
    folder = site(tmp_path / "site", BEES)
    result = run(folder, "--data", tmp_path / "data", "--dry-run")
    begins, ends = result.output.index("{\n"), result.output.rindex("\n}") + 2
    mapping = json.loads(result.output[begins:ends])
    held = next(one for one in mapping["tables"] if one["role"] == "sessions")
    assert (held["columns"]["thematique"], held["looks_up"]["salle"]) == ("track", "_data/rooms.yml: []#id")
    held["columns"]["thematique"] = "kind"
    (folder / "mapping.json").write_text(json.dumps(mapping))
    assert {session.track for session in by_title(read_confined(gather(folder))).values()} == {None}


def test_the_archive_of_a_site_is_read_as_its_folder_is(tmp_path: Path) -> None:
    folder = read_confined(gather(site(tmp_path / "site", DYKES)))
    archive = read_confined(gather(zipped(tmp_path / "site.zip", DYKES)))
    assert archive.agenda == folder.agenda and archive.site_pages == folder.site_pages
    result = run(tmp_path / "site.zip", "--data", tmp_path / "data")
    assert "2 sessions, 2 rooms, 2 speakers" in result.output and "1 documents" in result.output


def test_pages_with_a_bit_of_front_matter_are_no_programme(tmp_path: Path) -> None:
    pages = {name: text for name, text in BEES.items() if not name.startswith(("_conferences/0", "_data"))}
    with pytest.raises(CharlotteError, match="holds no"):
        read_confined(gather(site(tmp_path, pages)))


def test_a_damaged_archive_is_refused_with_what_to_do(tmp_path: Path) -> None:
    whole = zipped(tmp_path / "site.zip", DYKES)
    whole.write_bytes(whole.read_bytes()[:400])
    with pytest.raises(CharlotteError, match="cannot be unpacked"):
        gather(whole)
