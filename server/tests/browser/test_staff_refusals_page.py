"""Refusals on the staff page: in the page's language, beside what was pressed, with what holds now."""

from pathlib import Path

import pytest
from playwright.async_api import expect
from test_access import violations
from test_staff_page import signed_in

from support.browser import PHONE, chromium
from support.desk_staff import StaffMember, staff_member
from support.house import EVENT, House, house

pytestmark = pytest.mark.browser

READING_MS = 30_000
"""A programme is read in a process of its own."""
HEAD = "Giorno;Inizio;Fine;Aula;Titolo;Relatori\n"
ONE = HEAD + "18/04/2026;9.30;10.15;Aula Magna;Il cuore che invecchia;Giulia Bàrberi\n"
TWO = ONE + "18/04/2026;11.00;12.00;Sala Verdi;Lo scompenso in ambulatorio;Marco Rinaldi\n"


def sheet(text: str, name: str = "programma.csv") -> dict[str, str | bytes]:
    return {"name": name, "mimeType": "text/csv", "buffer": text.encode()}


async def imports(bruno: StaffMember, text: str) -> None:
    bruno.http.timeout = READING_MS / 1000
    files = {"files": ("programma.csv", text.encode(), "text/csv")}
    draft = (await bruno.http.post("/api/staff/imports", files=files, data={"event": EVENT})).json()
    assert (await bruno.http.post(f"/api/staff/imports/{draft['id']}/apply")).status_code == 200


async def cancels(here: House, bruno: StaffMember, title: str) -> None:
    sessions = (await here.installation.congresses.programme(EVENT)).sessions
    talk = next(one for one in sessions if one.title == title)
    path = f"/api/staff/events/{EVENT}/sessions/{talk.id}"
    assert (await bruno.http.put(path, json={"action": "cancel"})).status_code == 200


async def test_what_a_colleague_did_is_told_in_the_page_s_language(tmp_path: Path) -> None:
    async with house(tmp_path, None, now="2026-04-18T09:00") as here, staff_member(here, "Bruno") as bruno:
        async with chromium(viewport=PHONE, languages=("de",)) as browser:
            screen = await signed_in(browser, here, label="Infopunkt")
            section = screen.page.get_by_role("region", name="Programm", exact=True)
            upload = section.get_by_label("Ein Programm hochladen")
            await upload.set_input_files(files=[sheet('[{"title": "A', "programm.json")])  # type: ignore[list-item]
            await expect(section.get_by_text("Diese Datei kann nicht gelesen werden.")).to_be_visible(
                timeout=READING_MS
            )
            assert await section.get_by_role("alert").locator("[lang=en]").count() == 1

            # Refused because of a colleague's import: what it would change now is shown, and applied only then.
            paper = sheet("# Pranzo\n\nSi mangia nel foyer.\n", "cibo.it.md")
            await upload.set_input_files(files=[sheet(TWO), paper])  # type: ignore[list-item]
            await expect(section.get_by_text("2 neue Sitzungen")).to_be_visible(timeout=READING_MS)
            await expect(section.get_by_text("1 neues Dokument")).to_be_visible()
            odd = "„Aula Magna“, wo „Il cuore che invecchia“ stattfindet, ist kein Raum des Kongresses."
            await expect(section.get_by_text(odd)).to_be_visible()
            await imports(bruno, ONE)
            await section.get_by_role("button", name="Anwenden").click()
            await expect(section.get_by_text("nichts wurde importiert")).to_be_visible()
            await expect(section.get_by_text("1 neue Sitzung", exact=True)).to_be_visible()
            assert await violations(screen.page) == []
            await section.get_by_role("button", name="Anwenden").click()
            await expect(section.get_by_text("Angewendet.")).to_be_visible()

            # The same of one session, and of an import that is taken back.
            await section.get_by_label("Eine Sitzung nach Titel, Name oder Raum finden").fill("Rinaldi")
            row = section.get_by_role("listitem").filter(has_text="Lo scompenso in ambulatorio")
            await row.get_by_role("button", name="Ändern").click()
            await cancels(here, bruno, "Lo scompenso in ambulatorio")
            await row.get_by_role("button", name="30 Min.").click()
            await expect(row.get_by_text("Bruno hat diese Sitzung inzwischen geändert")).to_be_visible()
            await expect(row.get_by_text("Vom Team abgesagt")).to_be_visible()
            assert await violations(screen.page) == []
            assert (await bruno.http.post(f"/api/staff/events/{EVENT}/imports/undo")).status_code == 200
            before = await here.installation.congresses.version(EVENT)
            await section.get_by_role("button", name="Zurücknehmen").click()
            await expect(section.get_by_text("von Ihnen wurde nichts getan.").last).to_be_visible()
            assert await here.installation.congresses.version(EVENT) == before
            assert screen.complaints == []
