"""Afternoons of tables whose hours go to twelve: below "12.30 Lunch", "1.30–3.00" is no time of the night."""

from collections.abc import Mapping
from typing import NamedTuple

from charlotte.congress.importers.shapes.columns.mapping import TableMapping
from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.times.afternoons import NOON, ends_in_afternoon, with_afternoons
from charlotte.congress.importers.shapes.times.when import read_when


class Hours(NamedTuple):
    """When a row begins and ends, as it is meant."""

    start: str
    end: str


def afternoons_told(table: Table, mapped: TableMapping) -> Mapping[int, Hours]:
    """Return the hours of the rows (by `id`) of a table that leaves p.m. out; of those that say it all, nothing."""
    starts = [column for column in mapped.columns_of("start") if column not in table.sections]
    ends = mapped.columns_of("end")
    if len(starts) != 1 or len(ends) > 1:
        return {}
    rows = [row for row in table.rows if row.text(starts[0])]
    told = [(row.text(starts[0]), "".join(row.text(end) for end in ends)) for row in rows]
    if any(_counts_on(end) for _, end in told if end):
        return {}
    meant = with_afternoons([(_day(row, table, mapped), start) for row, (start, _) in zip(rows, told, strict=True)])
    hours = [Hours(start, ends_in_afternoon(start, end)) for start, (_, end) in zip(meant, told, strict=True)]
    return {id(row): one for row, one, own in zip(rows, hours, told, strict=True) if one != own}


def _day(row: Row, table: Table, mapped: TableMapping) -> str:
    columns = dict.fromkeys((*mapped.columns_of("date"), *table.sections))
    return " ".join(row.text(column) for column in columns)


def _counts_on(end: str) -> bool:
    """Return whether an end counts to twenty-four, or tells its day."""
    when = read_when(end, hint="clock")
    return when.has_day or end.startswith("0") or when.start is not None and when.start.hour > NOON
