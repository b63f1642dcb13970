"""What each table of an import is for: it holds sessions, tells more about what sessions name, or is left out."""

from collections.abc import Mapping, Sequence, Set

from charlotte.congress.importers.shapes.columns.mapping import Role
from charlotte.congress.importers.shapes.relations.references import Reference
from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.values.words import Field


def roles_of(
    tables: Sequence[Table], mapped: Mapping[str, Mapping[str, Field]], found: Sequence[Reference]
) -> dict[str, Role]:
    """Return what each table is for."""
    fields = _with_joined({name: set(columns.values()) for name, columns in mapped.items()}, found)
    targets = {one.other: one for one in found if one.other != one.table}
    timed_rows = {name for name, own in fields.items() if {"start", "date"} & own}
    own_times = {name for name, columns in mapped.items() if "start" in columns.values()}
    joined = {
        one.other
        for one in found
        if one.field == "session" and one.table in timed_rows and (one.table in own_times or one.other not in own_times)
    }
    roles: dict[str, Role] = {}
    for table in tables:
        own = fields[table.name]
        timed = "start" in own or "duration" in own and "date" in own
        if table.name in joined or _lists_people(own, targets.get(table.name)):
            roles[table.name] = "lookup"
        elif table.name in targets and not ("title" in own and timed and targets[table.name].nested is False):
            roles[table.name] = "lookup"
        elif timed and ({"title", "session"} & own):
            roles[table.name] = "sessions"
        else:
            roles[table.name] = "left_out"
    if "sessions" not in roles.values():
        roles.update(_untimed(tables, fields, roles))
    roles |= _whole(tables, mapped, roles)
    return roles | _inside(tables, mapped, roles, joined)


def _lists_people(own: Set[Field], named_by: Reference | None) -> bool:
    """Return whether a table lists the people that another names, whatever days it tells of them ("Last login")."""
    is_of_people = named_by is not None and named_by.field in ("speakers", "chairs") and not named_by.nested
    return is_of_people and "speakers" in own and "end" not in own


def _untimed(tables: Sequence[Table], fields: Mapping[str, set[Field]], roles: Mapping[str, Role]) -> dict[str, Role]:
    """Return the largest table of titles with rooms, days or speakers where no table has times."""
    able = [
        table
        for table in tables
        if "title" in fields[table.name]
        and {"date", "room", "speakers"} & fields[table.name]
        and roles[table.name] != "lookup"
    ]
    return {max(able, key=lambda table: len(table.rows)).name: "sessions"} if able else {}


def slots_of(tables: Sequence[Table], mapped: Mapping[str, Mapping[str, Field]]) -> dict[str, str]:
    """Return the tables whose rows are times of the rows that hold them, each with the table of those."""
    by_row = {id(row): table.name for table in tables for row in table.rows}
    found: dict[str, str] = {}
    for table in tables:
        holder = next((by_row.get(id(row.parent)) for row in table.rows if row.parent is not None), None)
        own = {field for column, field in mapped[table.name].items() if column not in table.sections}
        if holder is None or "start" not in own or "title" in own:
            continue
        above = set(mapped[holder].values())
        if "title" in above and ("start" not in above or _tells_the_first(table, mapped[table.name], mapped[holder])):
            found[table.name] = holder
    return found


def _tells_the_first(slots: Table, columns: Mapping[str, Field], above: Mapping[str, Field]) -> bool:
    """Return whether each row that holds several times tells one of them itself, from its start to its end.

    It is the first, the last, the next; a session begins with its first talk and does not end with it.
    """
    own = {column: field for column, field in columns.items() if column not in slots.sections}
    if {"session", "speakers", "id"} & {*own.values()}:
        return False
    held: dict[int, list[Row]] = {}
    for row in slots.rows:
        held.setdefault(id(row.parent), []).append(row)
    is_several = any(len(rows) > 1 for rows in held.values())
    return is_several and all(
        (parent := rows[0].parent) is not None and _span(parent, above) in {_span(row, own) for row in rows}
        for rows in held.values()
    )


def _span(row: Row, columns: Mapping[str, Field]) -> tuple[str, str]:
    """Return when a row begins and ends, as it says it."""
    told = {field: row.text(column) for column, field in [*columns.items()][::-1] if field in ("start", "end")}
    return told.get("start", ""), told.get("end", "")


def _whole(
    tables: Sequence[Table], mapped: Mapping[str, Mapping[str, Field]], roles: Mapping[str, Role]
) -> dict[str, Role]:
    """Return the roles of tables of one row that holds all sessions: it is the congress, and none of them."""
    held = {id(row.parent) for table in tables if roles[table.name] == "sessions" for row in table.rows}
    told = {name for name, role in roles.items() if role == "sessions"}
    found: dict[str, Role] = {}
    for table in tables:
        own = {field for column, field in mapped[table.name].items() if column not in table.sections}
        if len(table.rows) == 1 and id(table.rows[0]) in held and not {"room", "speakers"} & own:
            if any(_has_rows_apart(one, table.rows[0]) for one in tables if one is not table and one.name in told):
                continue  # one of several sessions, which holds its talks
            found[table.name] = "left_out"
    return found


def _has_rows_apart(table: Table, holder: Row) -> bool:
    """Return whether a table has both rows that a row holds and others beside it."""
    return table.named_here and len({row.parent is holder for row in table.rows}) > 1


def _inside(
    tables: Sequence[Table], mapped: Mapping[str, Mapping[str, Field]], roles: Mapping[str, Role], joined: Set[str]
) -> dict[str, Role]:
    """Return the roles of tables inside of sessions: papers have people or times, files have neither.

    Rows that name what is held, told elsewhere, are the parallel sessions of a slot; `joined` are the tables that do.
    """
    holding = {name for name, role in roles.items() if role == "sessions"} | {*joined}
    by_row = {id(row): table.name for table in tables if table.name in holding for row in table.rows}
    found: dict[str, Role] = {}
    for table in tables:
        inside = any(row.parent is not None and id(row.parent) in by_row for row in table.rows)
        if roles[table.name] == "lookup" or not inside:
            continue
        own = {field for column, field in mapped[table.name].items() if column not in table.sections}
        is_told = "title" in own and {"speakers", "start"} & own or "session" in own
        found[table.name] = "sessions" if is_told else "left_out"
    return found


def _with_joined(fields: Mapping[str, set[Field]], found: Sequence[Reference]) -> dict[str, set[Field]]:
    """Return the fields of each table with the times of the slots and days that its rows name, however far away."""
    told = {name: set(own) for name, own in fields.items()}
    joins = [(one.table, one.other) for one in found if one.field in ("session", "part_of")]
    for _ in range(3):
        for table, other in joins:
            told[table] |= told[other] & {"start", "end", "date", "duration"}
    return told
