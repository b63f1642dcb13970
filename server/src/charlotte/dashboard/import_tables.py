"""The tables of an upload as staff see them: every column with examples, and what it is taken for."""

from pydantic import BaseModel
from pydantic import Field as Described

from charlotte.congress.importers.programme_read import Reading
from charlotte.congress.importers.shapes.columns.mapping import Role
from charlotte.congress.importers.shapes.columns_seen import Called
from charlotte.congress.importers.shapes.values.words import Field


class ImportColumn(BaseModel):
    """One column of a table, and what it is taken for."""

    name: str
    called: Called | None = Described(
        description="What it is called where the source gives it no name; `letter` = by the one that ends `name`."
    )
    field: Field | None = Described(description="null = it is not read.")
    examples: list[str] = Described(description="Its first different values, shortened.")


class ImportTable(BaseModel):
    """One table of an upload, as `mapping` takes it."""

    name: str
    role: Role
    rows: int
    columns: list[ImportColumn]


def tables_shown(reading: Reading) -> list[ImportTable]:
    """Return the tables of a reading with what each column is taken for; none where the format is known."""
    shown = []
    for seen in reading.tables:
        taken = reading.mapping.of(seen.name) if reading.mapping is not None else None
        if taken is not None:
            columns = [
                ImportColumn(
                    name=one.name,
                    called=one.called,
                    field=taken.columns.get(one.name),
                    examples=list(one.examples),
                )
                for one in seen.columns
            ]
            shown.append(ImportTable(name=seen.name, role=taken.role, rows=seen.rows, columns=columns))
    return shown
