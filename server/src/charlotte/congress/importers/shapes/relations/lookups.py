"""Tables that others refer to, of people, rooms or tracks: what each row is called, and what stands for it."""

from collections.abc import Mapping

from charlotte.congress.importers.shapes.columns.kinds import kind_of, name_column
from charlotte.congress.importers.shapes.columns.name_pair import name_pair
from charlotte.congress.importers.shapes.rows import Table
from charlotte.congress.importers.shapes.values.profile import Profile
from charlotte.congress.importers.shapes.values.words import Field, name_score, words_of

SURE = 0.3
"""From here on a column is called what the names of rows are."""
MOSTLY = 0.5
OFFICE = frozenset("job poste puesto lavoro professional professionnel professionale academic beruf".split())
"""Words beside which a "title" is what somebody is: "Job title"."""


def as_lookup(table: Table, columns: Mapping[str, Field], seen: Mapping[str, Profile]) -> dict[str, Field]:
    """Return the columns of a table of people, rooms or tracks; `seen` are those that may say something themselves."""
    kept: dict[str, Field] = {column: field for column, field in columns.items() if field not in ("speakers",)}
    parts = _parts_of_names(table, seen)
    if len(parts) == 2:
        return {**{c: f for c, f in kept.items() if f != "title"}, **{column: field for field, column in parts.items()}}
    own = [column for column in kept if column not in table.sections and kept[column] != "id"]
    named = [column for column in own if words_of(column)[-1:] == ("name",)]
    if named and "title" not in kept.values():
        kept[named[0]] = "title"
    if kind_of(table) == "speakers":
        called = _called(table, seen)
        if called:  # the "title" of a person is what they are
            return {**{c: f for c, f in kept.items() if f != "title"}, called[0]: "title"}
    if kind_of(table) == "room":
        called = [c for c in own if kept[c] == "room" and name_score("id", c) <= SURE]
        if called and not any(name_score("title", c) > SURE for c, field in kept.items() if field == "title"):
            return {**{c: f for c, f in kept.items() if f != "title"}, called[0]: "title"}
    people = [column for column, field in columns.items() if field == "speakers"]
    titles = [column for column, field in kept.items() if field == "title"]
    if people and not any(name_score("title", one) > SURE and OFFICE.isdisjoint(words_of(one)) for one in titles):
        return {**{c: f for c, f in kept.items() if f != "title"}, people[0]: "title"}
    name = name_column(table)
    if not titles and name is not None and name in seen and kept.get(name) not in ("id", "room"):
        kept[name] = "title"
    elif not titles:
        likeliest = sorted((c for c in seen if c not in kept), key=lambda c: -seen[c].person * seen[c].unique)
        kept |= dict.fromkeys(likeliest[:1], _TITLE)
    return kept


def _called(table: Table, seen: Mapping[str, Profile]) -> list[str]:
    """Return the columns that may be what people are called; a site's `post_name` is a short name for addresses."""
    own = [column for column in seen if column not in table.sections]
    called = [column for column in own if words_of(column)[-1:] == ("name",) and seen[column].letters > MOSTLY]
    if called and seen[called[0]].person < SURE:
        titled = [column for column in own if name_score("title", column) > SURE and seen[column].person > MOSTLY]
        return titled or called
    return called


def _parts_of_names(table: Table, seen: Mapping[str, Profile]) -> dict[Field, str]:
    """Return the columns of first and last names, where a table has both."""
    if (pair := name_pair(tuple(seen))) is not None:
        return {"first_name": pair[0], "last_name": pair[1]}
    parts: dict[Field, str] = {}
    wanted: tuple[Field, Field] = ("first_name", "last_name")
    for field in wanted:
        best = max(seen, key=lambda column: name_score(field, column), default=None)
        if best is not None and name_score(field, best) >= 0.85 and best not in parts.values():
            parts[field] = best
    if len(parts) == 1:  # "name" beside "first name" or "surname", which it does not hold
        found, told = next(iter(parts.items()))
        rest = [column for column in seen if words_of(column)[-1:] == ("name",) and column != told]
        if rest and not any(row.text(told) in row.text(rest[0]) for row in table.rows[:50] if row.text(told)):
            parts["last_name" if found == "first_name" else "first_name"] = rest[0]
    return parts


_TITLE: Field = "title"
