"""A list of attendees as rows: read with bounds, columns found or told, and what is odd named by row."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from charlotte.congress.importers.attendees.codes import folded_code, hard_to_guess
from charlotte.congress.importers.attendees.columns import (
    ATTENDEE_FIELDS,
    EMAIL,
    AttendeeField,
    columns_of,
    has_header,
)
from charlotte.congress.importers.document import Document
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.shapes.csv_text import grid_in
from charlotte.congress.importers.shapes.rows import MOST_ROWS
from charlotte.congress.model import RowWarning
from charlotte.congress.search.folding import fold
from charlotte.errors import BadInput

LONGEST = 200
VOID = re.compile(
    r"\b(?:cancel\w*|refund\w*|annul\w*|rimbors\w*|storn\w*|erstatt\w*|rembours\w*|reembols\w*|anulad\w*|void|expired|"
    r"rejected|declined|withdrawn|blocked|rifiutat\w*|abgelehnt|refuse\w*|rechazad\w*|unpaid|not paid|pending|awaiting|"
    r"non pagat\w*|da pagare|in attesa|unbezahlt|nicht bezahlt|ausstehend\w*|offen|impaye\w*|non paye\w*|"
    r"en attente|impagad\w*|no pagad\w*|sin pagar|pendiente\w*)\b"
)
NO = re.compile(
    r"\W*|0|n|n ?/ ?a|null|none|false|"
    r"(no|not|never|nein|nicht|noch nicht|non|mai|pas|aun no|todavia no|absent|assente|abwesend|ausente|pending)\b.*"
)


@dataclass(frozen=True)
class Attendee:
    """One registration."""

    code: str
    """As written in the list; empty = it has none."""
    email: str
    first_name: str
    last_name: str
    """Empty where the list has whole names only; they are then in `first_name`."""
    ticket: str
    is_valid: bool
    """False = cancelled, refunded or unpaid: only people can help."""
    was_checked_in: bool


@dataclass(frozen=True)
class AttendeeList:
    """What a file reads as."""

    file: str
    columns: tuple[str, ...]
    mapping: Mapping[str, AttendeeField]
    attendees: tuple[Attendee, ...]
    warnings: tuple[RowWarning, ...]
    code_is_enough: bool
    """Codes are too many to be guessed; otherwise the surname is asked too."""


class NotAList(BadInput):
    """A file that holds no registrations by which anybody could be found."""

    code = "not_a_list"


def read_attendees(document: Document, mapping: Mapping[str, str] | None = None) -> AttendeeList:
    """Read a CSV; `mapping` overrides what its columns were taken for. Raises `UnreadableFile` or `NotAList`."""
    if document.raw[:2] == b"PK":
        raise UnreadableFile(f"{document.name} is a spreadsheet.", hint="Save it as CSV (UTF-8) and try again.")
    grid = grid_in(document)
    rows = [[cell.strip()[:LONGEST] for cell in row] for row in grid.cells] if grid is not None else []
    rows = [row for row in rows if any(row)]
    if grid is None or len(rows) < 2 and (not rows or has_header(rows[0])):
        raise NotAList(f"{document.name} is no table with rows.", hint="Export the registrations as CSV.")
    if len(rows) > MOST_ROWS:
        raise UnreadableFile(f"{document.name} has more than {MOST_ROWS} rows.", hint="Export one event only.")
    named = has_header(rows[0])
    header, held = (rows[0], rows[1:]) if named else ([f"column {at + 1}" for at in range(len(rows[0]))], rows)
    header = _once(header)
    taken = _checked(mapping, header) if mapping is not None else columns_of(header, held)
    fields = set(taken.values())
    if not ("code" in fields or "email" in fields and fields & {"last_name", "name"}):
        raise NotAList(
            f"{document.name} has no column with a registration code, nor an e-mail address with a name.",
            hint="Say which columns they are, or export the list with them.",
        )
    attendees = tuple(_attendee(row, header, taken) for row in held)
    warnings = tuple(_warnings(document.name, attendees, first=2 if named else 1))
    codes = [attendee.code for attendee in attendees if attendee.code]
    return AttendeeList(document.name, tuple(header), taken, attendees, warnings, hard_to_guess(codes))


def _checked(mapping: Mapping[str, str], header: Sequence[str]) -> dict[str, AttendeeField]:
    known = {str(field): field for field in ATTENDEE_FIELDS}
    found: dict[str, AttendeeField] = {}
    for column, field in mapping.items():
        if column not in header:
            raise NotAList(f"There is no column {column[:60]!r}.", hint=f"There are: {', '.join(header)[:300]}.")
        if field not in known:
            raise NotAList(f"There is no field {field[:60]!r}.", hint=f"There are: {', '.join(ATTENDEE_FIELDS)}.")
        if known[field] in found.values():
            raise NotAList(f"Two columns are taken for {field!r}.", hint="Leave one of them out.")
        found[column] = known[field]
    return found


def _once(header: Sequence[str]) -> list[str]:
    seen: Counter[str] = Counter()
    names = []
    for at, name in enumerate(header):
        name = name or f"column {at + 1}"
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return names


def _attendee(row: Sequence[str], header: Sequence[str], columns: Mapping[str, AttendeeField]) -> Attendee:
    cells = {columns[name]: row[at] for at, name in enumerate(header) if name in columns and at < len(row)}
    status = next((name for name, field in columns.items() if field == "status"), "")
    email = cells.get("email", "")
    return Attendee(
        code=cells.get("code", ""),
        email=email if EMAIL.fullmatch(email) else "",
        first_name=cells.get("first_name") or cells.get("name", ""),
        last_name=cells.get("last_name", ""),
        ticket=cells.get("ticket", ""),
        is_valid=not _is_void(status, cells.get("status", "")),
        was_checked_in=not _is_no(cells.get("checked_in", "")),
    )


def _is_void(column: str, value: str) -> bool:
    told = fold(value)
    return VOID.search(told) is not None or VOID.search(fold(column)) is not None and not _is_no(value)


def _is_no(value: str) -> bool:
    return NO.fullmatch(fold(value)) is not None


def _warnings(file: str, attendees: Sequence[Attendee], first: int) -> Iterator[RowWarning]:
    codes = Counter(folded_code(attendee.code) for attendee in attendees if attendee.code)
    for number, attendee in enumerate(attendees, first):
        if attendee.code and codes[folded_code(attendee.code)] > 1:
            yield RowWarning(f"{file}, row {number}", "code_twice", "Its code is in other rows too: it finds none.")
        elif not attendee.code and not attendee.email:
            yield RowWarning(f"{file}, row {number}", "nothing_to_find", "It has neither a code nor an e-mail address.")
