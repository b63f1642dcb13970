"""Lists of registrations: columns by name and by what stands in them, codes that can be guessed, and what is odd."""

import io
from datetime import datetime

import openpyxl
import pytest

from charlotte.congress.importers.attendees.codes import folded_code, hard_to_guess
from charlotte.congress.importers.attendees.reading import AttendeeList, NotAList, read_attendees
from charlotte.congress.importers.attendees.sheets import sheets_in
from charlotte.congress.importers.document import Document
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.documents.confined.sandbox import MIB, Limits
from support.invented import as_ods, as_xlsx
from support.sheets import ENTITY, with_part

PRETIX = (
    "Order code,Order email,Attendee name,Product,Secret,Status\n"
    "QB7XK,a@example.org,Anna Rossi,Full pass,kq3v9x2m7w5t,Paid\n"
    "ZT4RM,b@example.org,Jean Dupont,Student,p8d2h6j4n1c9,Canceled\n"
)
FRENCH = "N° d'inscription;Prénom;Nom;Courriel\nF-8K2M9;Éva;Lefèvre;eva@exemple.fr\nF-3X7Q1;Luc;Petit;luc@exemple.fr\n"
GERMAN = "Ticketcode\tVorname\tNachname\tE-Mail-Adresse\tTicketart\nX9K2M4QP\tJörg\tGroß\tj@example.de\tTagesticket\n"
BARE = "A7K2M9Q,anna@example.org,Anna,Rossi\nB3X8P1Z,jean@example.org,Jean,Dupont\nC9M4T6W,eva@example.org,Eva,Berg\n"


def read(text: str, mapping: dict[str, str] | None = None) -> AttendeeList:
    return read_attendees(Document("list.csv", text.encode()), mapping)


def test_columns_are_found_in_what_registration_systems_export() -> None:
    assert dict(read(FRENCH).mapping) == {
        "N° d'inscription": "code",
        "Prénom": "first_name",
        "Nom": "last_name",
        "Courriel": "email",
    }
    german = read(GERMAN).attendees[0]
    assert (german.code, german.first_name, german.last_name) == ("X9K2M4QP", "Jörg", "Groß")
    assert (german.email, german.ticket, german.is_valid) == ("j@example.de", "Tagesticket", True)
    pretix = read(PRETIX)
    assert [one.is_valid for one in pretix.attendees] == [True, False]
    assert pretix.mapping["Attendee name"] == "name" and pretix.mapping["Order email"] == "email"
    assert [one.code for one in pretix.attendees] == ["QB7XK", "ZT4RM"]


def test_without_a_header_values_tell_and_a_mapping_the_rest() -> None:
    found = read(BARE)
    assert dict(found.mapping) == {"column 1": "code", "column 2": "email"}
    told = read(BARE, {**found.mapping, "column 4": "last_name"})
    assert [one.last_name for one in told.attendees] == ["Rossi", "Dupont", "Berg"]
    with pytest.raises(NotAList, match="no field"):
        read(BARE, {"column 1": "password"})
    with pytest.raises(NotAList, match="no column 'x'"):
        read(BARE, {"x": "code"})
    with pytest.raises(NotAList, match="Two columns"):
        read(BARE, {"column 1": "code", "column 2": "code"})


@pytest.mark.parametrize(
    "status",
    "Canceled|refunded|not paid|pending|annullata|non pagato|In attesa di pagamento|storniert|noch nicht bezahlt|Offen|"
    "annulé|impayé|En attente|anulada|no pagado|Pendiente de pago".split("|"),
)
def test_who_cancelled_or_has_not_paid_is_for_people_to_help(status: str) -> None:
    found = read(f"Code,Surname,Status\nAB12XZ,Rossi,{status}\nQW98KL,Berg,paid\n")
    assert [one.is_valid for one in found.attendees] == [False, True]


@pytest.mark.parametrize(
    ("told", "is_here"),
    [(no, False) for no in ("", "-", "0", "No", "false", "not yet", "noch nicht", "assente", "pas encore", "no-show")]
    + [(yes, True) for yes in ("1", "yes", "x", "2026-04-18 09:12", "presente", "eingecheckt")],
)
def test_who_is_here_already_is_told_by_a_yes_or_a_time(told: str, is_here: bool) -> None:
    [one] = read(f"Code;Surname;Checked in\nAB12XZ;Rossi;{told}\n").attendees
    assert one.was_checked_in is is_here


@pytest.mark.parametrize(
    "status", "Paid|pagato|confermata|bezahlt|payé|confirmé|pagado|confirmada|checked in|".split("|")
)
def test_who_has_paid_is_welcome(status: str) -> None:
    [one] = read(f"Code;Surname;Status\nAB12XZ;Rossi;{status}\n").attendees
    assert one.is_valid


@pytest.mark.parametrize(
    ("raw", "error"),
    [
        (b"", UnreadableFile),
        (b"PK\x03\x04 a spreadsheet", UnreadableFile),
        (b"\xd0\xcf\x11\xe0" + bytes(600), UnreadableFile),
        (as_ods(), UnreadableFile),
        (as_xlsx(["Name", "Company"], [["Anna", "ACME"]]), NotAList),
        (b"Dear all,\nhere is the list as promised.\n", NotAList),
        (b"Name,Company\nAnna,ACME\nJean,SNCF\n", NotAList),
        (b"E-mail,Company\na@example.org,ACME\nb@example.org,SNCF\n", NotAList),
        (b"Code,Name\n", NotAList),
    ],
)
def test_what_is_no_list_says_so(raw: bytes, error: type[Exception]) -> None:
    with pytest.raises(error) as refused:
        read_attendees(Document("list.csv", raw))
    assert refused.value.hint  # type: ignore[attr-defined]


def sheets(**rows: list[list[object]]) -> Document:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, held in rows.items():
        sheet = book.create_sheet(name)
        for row in held:
            sheet.append(row)
    raw = io.BytesIO()
    book.save(raw)
    return Document("iscritti.xlsx", raw.getvalue())


def test_a_spreadsheet_is_read_as_its_csv_is() -> None:
    header, *rows = [line.split(",") for line in PRETIX.splitlines()]
    found = read_attendees(Document("list.xlsx", as_xlsx(header, rows)))
    assert (found.attendees, found.mapping) == (read(PRETIX).attendees, read(PRETIX).mapping)
    titled = read_attendees(Document("list.xlsx", as_xlsx(header, rows, title_above="Attendee list, all orders")))
    assert titled.attendees == found.attendees


def test_cells_of_a_spreadsheet_are_numbers_and_moments_too() -> None:
    here = datetime(2026, 4, 18, 9, 12)
    rows = [["Numero iscrizione", "Cognome", "Presente"], [70412993, "Rossi", here], [90233718, "Bianchi", None]]
    found = read_attendees(sheets(Foglio1=rows))
    assert [(one.code, one.was_checked_in) for one in found.attendees] == [("70412993", True), ("90233718", False)]


def test_the_sheet_with_people_is_read_and_the_rows_are_named_as_they_stand() -> None:
    summary: list[list[object]] = [["Event name", "DevFest"], ["Sold", 3], ["Left", 0], ["Refunded", 0], ["Free", 1]]
    people: list[list[object]] = [["Partecipanti"], [], ["Codice", "Cognome"], ["QB7XKM", "Rossi"], [], ["", "Verdi"]]
    found = read_attendees(sheets(Riepilogo=summary, Iscritti=people))
    assert [one.last_name for one in found.attendees] == ["Rossi", "Verdi"]
    assert [(one.row, one.code) for one in found.warnings] == [
        ("iscritti.xlsx: Riepilogo", "left_out"),
        ("iscritti.xlsx: Iscritti, row 6", "nothing_to_find"),
    ]
    told = read_attendees(sheets(Riepilogo=summary, Iscritti=people), {"Codice": "code"})
    assert [one.last_name for one in told.attendees] == ["", ""]


def test_a_hostile_spreadsheet_ends_by_itself() -> None:
    bomb = with_part("xl/worksheets/sheet1.xml", b"0" * (260 * MIB))
    with pytest.raises(UnreadableFile, match="unpack to more than") as refused:
        read_attendees(Document("list.xlsx", bomb))
    assert refused.value.hint
    with pytest.raises(UnreadableFile, match="not safe to read"):
        read_attendees(Document("list.xlsx", with_part("xl/worksheets/sheet1.xml", ENTITY)))
    people = as_xlsx(["Code", "Surname"], [[f"QX{number:06}", "Rossi"] for number in range(80_000)])
    with pytest.raises(UnreadableFile, match="takes more|took too long"):
        sheets_in(Document("list.xlsx", people), Limits(memory_bytes=400 * MIB, cpu_s=1, wall_s=60))
    with pytest.raises(UnreadableFile, match="more than 1 MB"):
        sheets_in(Document("list.xlsx", bytes(2 * MIB)), Limits(file_bytes=MIB))


def test_a_list_of_windows_keeps_its_accents() -> None:
    found = read_attendees(Document("list.csv", FRENCH.encode("cp1252")))
    assert found.attendees[0].last_name == "Lefèvre"


def test_codes_that_can_be_guessed_are_known_as_such() -> None:
    assert hard_to_guess(["QB7XKM", "ZT4RMA", "PL92WQ"])
    assert hard_to_guess(["DF25-8K2M9Q7", "DF25-3X7Q1Z4", "DF25-9P4T6M2"])
    assert not hard_to_guess([str(number) for number in range(1001, 1200)])
    assert not hard_to_guess([f"2026{number:06}" for number in range(300)])
    assert not hard_to_guess(["AB1", "CD2", "EF3"])
    initials = ["AR", "MB", "JD", "EM", "LP", "GV", "TS"]
    numbered = [f"{initials[number % 7]}0{number:03}" for number in range(1, 700)]
    assert not hard_to_guess(numbered), "who has one knows those of the next, but for two initials"
    assert not hard_to_guess([])


def test_what_is_heard_alike_is_the_same_code_and_two_of_it_are_warned_about() -> None:
    assert folded_code("ab-1o0 i") == folded_code("AB1001")
    found = read("Code,Surname\nAB12O4,Rossi\nAB1204,Bianchi\n,Verdi\n")
    assert [warning.row for warning in found.warnings] == ["list.csv, row 2", "list.csv, row 3", "list.csv, row 4"]
