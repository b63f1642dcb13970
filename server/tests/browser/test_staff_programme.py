"""The programme on the staff page: uploaded, looked at, applied, asked about; a session moved, asked about again."""

from pathlib import Path

import pytest
from playwright.async_api import Locator, expect
from test_access import violations
from test_staff_gaps import said
from test_staff_page import signed_in

from support.browser import PHONE, Screen, chromium
from support.house import house

pytestmark = pytest.mark.browser

READING_MS = 30_000
"""A programme is read in a process of its own."""

ROWS = """Giorno;Inizio;Fine;Aula;Titolo;Relatori
18/04/2026;9.30;10.15;Aula Magna;Il cuore che invecchia;Giulia Bàrberi
18/04/2026;11.00;12.00;Sala Verdi;Lo scompenso in ambulatorio;Marco Rinaldi
"""


def programme(screen: Screen) -> Locator:
    return screen.page.get_by_role("region", name="Programme", exact=True)


async def shows(section: Locator, text: str) -> None:
    await expect(section.get_by_text(text)).to_be_visible(timeout=READING_MS)


async def erases(screen: Screen, section: Locator) -> None:
    await section.get_by_role("button", name="Erase the congress …").click()
    await screen.page.get_by_role("dialog").get_by_role("button", name="Erase all of it").click()


async def test_a_folder_of_another_congress_makes_a_new_one(tmp_path: Path) -> None:
    rows, event = tmp_path / "programma.csv", tmp_path / "event.json"
    rows.write_text(ROWS)
    event.write_text('{"id": "cuore", "name": "Cuore 2026", "timezone": "Europe/Rome"}')
    async with house(tmp_path / "data", None) as here, chromium(viewport=PHONE) as browser:
        screen = await signed_in(browser, here)
        section = programme(screen)
        await section.get_by_label("Upload a programme").set_input_files([rows, event])
        await shows(section, "Applying makes a new congress: Cuore 2026. DevFest Pisa 2026 stays as it is.")
        # It stands in view, above the sessions of the other congress, and no name of a field is cut.
        await expect(section.get_by_role("heading", name="programma.csv")).to_be_in_viewport()
        await expect(section.get_by_role("heading", name="programma.csv")).to_be_focused()
        column = await section.get_by_role("combobox", name="Relatori").bounding_box()
        assert column is not None and column["width"] > 300
        assert await violations(screen.page) == []
        await section.get_by_role("button", name="Apply").click()
        chosen = screen.page.get_by_label("Event", exact=True)
        await expect(chosen).to_have_value("cuore", timeout=READING_MS)
        await expect(section.get_by_text("Il cuore che invecchia", exact=True)).to_be_visible(timeout=READING_MS)

        # Taken back, it is gone: the desk shows one that is there; without any, it offers to upload one.
        # It asks first, and names what goes; who keeps it has lost nothing.
        assert await section.get_by_role("button", name="Take it back").count() == 0
        await section.get_by_role("button", name="Erase the congress …").click()
        asked = screen.page.get_by_role("dialog", name="Erase Cuore 2026?")
        for part in ("all documents", "the list of registrations", "all check-ins", "that staff told"):
            await expect(asked.get_by_text(part)).to_be_visible()
        assert await violations(screen.page) == []
        await asked.get_by_role("button", name="Keep it").last.click()
        await expect(asked).to_be_hidden()
        await expect(section.get_by_text("Il cuore che invecchia", exact=True)).to_be_visible()
        await erases(screen, section)
        await expect(screen.page.get_by_text("Cuore 2026 is gone: its first import was taken back.")).to_be_visible()
        await expect(section.get_by_text("Build your own executive assistant")).to_be_visible()
        await erases(screen, section)
        await shows(section, "No event is loaded yet.")
        await section.get_by_label("Upload a programme").set_input_files([rows, event])
        await shows(section, "Applying makes the congress Cuore 2026.")
        assert await violations(screen.page) == []
        await section.get_by_role("button", name="Apply").click()
        await expect(section.get_by_text("Il cuore che invecchia", exact=True)).to_be_visible(timeout=READING_MS)
        assert screen.complaints == []


async def test_a_programme_is_uploaded_and_a_session_moved(tmp_path: Path) -> None:
    file = tmp_path / "programma.csv"
    file.write_bytes(ROWS.encode("cp1252"))
    async with house(tmp_path / "data", None, now="2026-04-18T09:00") as here, here.visitor() as visitor:
        async with chromium(viewport=PHONE) as browser, visitor.talking(language="en") as talker:
            screen = await signed_in(browser, here)
            section = programme(screen)
            await section.get_by_label("Upload a programme").set_input_files(file)
            await shows(section, "Read by its columns: 2 sessions, 6 rooms, 2 speakers.")
            await expect(section.get_by_text("2 new sessions")).to_be_visible()
            await expect(section.get_by_role("combobox", name="Relatori")).to_have_value("speakers")
            assert await violations(screen.page) == []

            # A column may be left out and taken again; nothing is stored yet.
            await section.get_by_role("combobox", name="Aula").select_option("")
            await shows(section, "2 sessions, 4 rooms, 2 speakers")
            assert "Rinaldi" not in await said(talker, "Who speaks about lo scompenso in ambulatorio?")
            await section.get_by_role("button", name="Drop it").click()
            await section.get_by_label("Upload a programme").set_input_files(file)
            await section.get_by_role("button", name="Apply").click()
            await shows(section, "Applied. 1 running conversation knows it.")
            await expect(section.get_by_text("Applied. 1 running")).to_be_in_viewport()
            assert "11:00, in Sala Verdi" in await said(talker, "When does Marco Rinaldi speak?")

            await section.get_by_label("Find a session").fill("Rinaldi")
            row = section.get_by_role("listitem").filter(has_text="Lo scompenso in ambulatorio")
            await row.get_by_role("button", name="Change").press("Enter")
            assert await violations(screen.page) == []
            # What a move would be is said in the page's language, whatever the browser's is.
            clock = row.get_by_label("Time (24 hours)")
            await expect(row.get_by_role("combobox", name="Day", exact=True)).to_have_value("2026-04-18")
            await clock.fill("14h15")
            await expect(row.get_by_text("It will be Saturday, 18 April 2026, 14:15, to 15:15.")).to_be_visible()
            await clock.fill("2.15 pm")
            await expect(row.get_by_text("Hours and minutes, such as 14:30.")).to_be_visible()
            await expect(row.get_by_role("button", name="Move it there")).to_be_disabled()
            await row.get_by_role("button", name="30 min").press("Enter")
            await expect(row.get_by_text("Changed by staff")).to_be_visible()
            answer = await said(talker, "When does Marco Rinaldi speak?")
            assert "11:30" in answer and "moved" in answer

            await section.get_by_role("button", name="Take it back").click()
            await shows(section, "The import was taken back")
            assert "11:" not in await said(talker, "When does Marco Rinaldi speak?")
            wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert await screen.page.evaluate(wide) <= 0
            assert screen.complaints == []


MANY = "Ora;Titolo;Relatori;Aula;Tema;Lingua;Posti;Note;Codice\n" + "".join(
    f"{9 + n // 60}.{n % 60:02};Poster {n};Anna Rossi;;Cuore;it;20;;P{n}\n" for n in range(41)
)


async def test_a_long_review_on_a_phone_is_short_and_can_be_ended_from_anywhere(tmp_path: Path) -> None:
    file, event = tmp_path / "poster.csv", tmp_path / "event.json"
    file.write_text(MANY)
    event.write_text('{"id": "cuore", "name": "Cuore 2026", "timezone": "Europe/Rome", "start_date": "2026-04-18"}')
    async with house(tmp_path / "data", None) as here, chromium(viewport=PHONE, languages=("de",)) as browser:
        screen = await signed_in(browser, here, label="Infopunkt")
        section = screen.page.get_by_role("region", name="Programm", exact=True)
        await section.get_by_label("Ein Programm hochladen").set_input_files([file, event])
        # One line stands for all warnings of a kind, in sight at once, and opens.
        await shows(section, "… und 40 weitere Fälle dieser Art")
        await expect(section.get_by_text("„Poster 40“ hat keinen Raum.")).to_be_hidden()
        await section.get_by_text("… und 40 weitere Fälle dieser Art").click()
        await expect(section.get_by_text("„Poster 40“ hat keinen Raum.")).to_be_visible()
        await section.get_by_text("… und 40 weitere Fälle dieser Art").click()
        # Many columns are folded under what is read of them.
        await expect(section.get_by_role("combobox", name="Relatori")).to_be_hidden()
        await section.get_by_text("Spalten von poster.csv").click()
        await expect(section.get_by_role("combobox", name="Relatori")).to_have_value("speakers")
        for name in ("Anwenden", "Verwerfen"):
            await expect(section.get_by_role("button", name=name)).to_be_in_viewport()
        assert await violations(screen.page) == []
        assert screen.complaints == []


async def test_what_an_import_no_longer_has_is_not_called_cancelled(tmp_path: Path) -> None:
    first, second = tmp_path / "programma.csv", tmp_path / "nuovo.csv"
    first.write_text(ROWS)
    second.write_text("\n".join(ROWS.splitlines()[:2]) + "\n18/04/2026;15.00;16.00;Sala Verdi;ANNULLATO: Le valvole;\n")
    async with house(tmp_path / "data", None) as here, chromium(viewport=PHONE) as browser:
        screen = await signed_in(browser, here)
        section = programme(screen)
        for file in (first, second):
            await section.get_by_label("Upload a programme").set_input_files(file)
            await section.get_by_role("button", name="Apply").click(timeout=READING_MS)
            await shows(section, "Applied.")
        await section.get_by_label("Find a session").fill("scompenso")
        row = section.get_by_role("listitem").filter(has_text="Lo scompenso in ambulatorio")
        await expect(row.get_by_text("No longer in the programme")).to_be_visible()
        await section.get_by_label("Find a session").fill("valvole")
        row = section.get_by_role("listitem").filter(has_text="Le valvole")
        await expect(row.get_by_text("Cancelled", exact=True)).to_be_visible()


async def test_the_same_programme_again_is_nothing_to_apply_and_nothing_to_take_back(tmp_path: Path) -> None:
    file = tmp_path / "programma.csv"
    file.write_text(ROWS)
    async with house(tmp_path / "data", None) as here, chromium(viewport=PHONE) as browser:
        screen = await signed_in(browser, here)
        section = programme(screen)
        for said_then in ("Applied.", "Everything was so already; nothing was changed."):
            await section.get_by_label("Upload a programme").set_input_files(file)
            await section.get_by_role("button", name="Apply").click(timeout=READING_MS)
            await shows(section, said_then)
        await section.get_by_label("Upload a programme").set_input_files(file)
        await shows(section, "Nothing would change.")
        # What stands out is to drop it.
        bold = "one => getComputedStyle(one).fontWeight"
        looks = [await section.get_by_role("button", name=name).evaluate(bold) for name in ("Drop it", "Apply")]
        assert looks == ["700", "400"]
        await section.get_by_role("button", name="Drop it").click()
        # One step back is that before the first of them.
        await section.get_by_role("button", name="Take it back").click()
        await shows(section, "The import was taken back")
        await expect(section.get_by_text("Il cuore che invecchia", exact=True)).to_be_hidden()
        await expect(section.get_by_role("button", name="Erase the congress …")).to_be_visible()
