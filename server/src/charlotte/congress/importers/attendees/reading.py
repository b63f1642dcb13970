"""A list of attendees as rows: read with bounds, columns found or told, and what is odd named by row."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from charlotte.congress.importers.attendees.codes import folded_code, hard_to_guess
from charlotte.congress.importers.attendees.columns import ATTENDEE_FIELDS, EMAIL, AttendeeField
from charlotte.congress.importers.attendees.tables import ListTable, holds_people, tables_in
from charlotte.congress.importers.document import Document
from charlotte.congress.model import RowWarning
from charlotte.congress.search.folding import fold
from charlotte.errors import BadInput

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
    """Read a CSV or a spreadsheet; `mapping` overrides what its columns were taken for.

    Raises `UnreadableFile` or `NotAList`; blocks while a spreadsheet is read in a process of its own.
    """
    tables = tables_in(document)
    if not tables:
        raise NotAList(f"{document.name} is no table with rows.", hint="Export the registrations as CSV or XLSX.")
    table = _with_people(tables, mapping)
    taken = _checked(mapping, table.header) if mapping is not None else table.columns
    if not holds_people(taken):
        raise NotAList(
            f"{table.name} has no column with a registration code, nor an e-mail address with a name.",
            hint="Say which columns they are, or export the list with them.",
        )
    held = [(place, _attendee(cells, table.header, taken)) for place, cells in table.rows]
    told = f"Left out: {table.name} is read."
    left_out = [RowWarning(other.name, "left_out", told, {"table": table.name}) for other in tables]
    warnings = (*(one for one in left_out if one.row != table.name), *_warnings(held))
    attendees = tuple(one for _, one in held)
    codes = [attendee.code for attendee in attendees if attendee.code]
    return AttendeeList(document.name, table.header, taken, attendees, warnings, hard_to_guess(codes))


def _with_people(tables: Sequence[ListTable], mapping: Mapping[str, str] | None) -> ListTable:
    """Return the sheet that is meant: with the columns that were told, by which people can be found, the longest."""
    return max(
        tables,
        key=lambda table: (set(mapping or ()) <= set(table.header), holds_people(table.columns), len(table.rows)),
    )


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


def _warnings(held: Sequence[tuple[str, Attendee]]) -> Iterator[RowWarning]:
    codes = Counter(folded_code(attendee.code) for _, attendee in held if attendee.code)
    for place, attendee in held:
        if attendee.code and codes[folded_code(attendee.code)] > 1:
            yield RowWarning(place, "code_twice", "Its code is in other rows too: it finds none.")
        elif not attendee.code and not attendee.email:
            yield RowWarning(place, "nothing_to_find", "It has neither a code nor an e-mail address.")
