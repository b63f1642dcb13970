"""Kinds of rows that are called internal, or that a list beside the programme explains so.

"TECHNIK – nur für uns, nicht im Programm"; the category "intern" of a calendar.
"""

import re
from collections.abc import Iterator, Sequence, Set

from charlotte.congress.importers.shapes.rows import Table
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.words import Field, name_score

HIDDEN = "hidden"
PAIR = 2
MOSTLY = 0.5
LONGEST_CODE, LONGEST = 24, 160
MOST_ROWS = 60
INTERNAL = re.compile(
    r"(?<!\w)(?:nicht (?:im programm|öffentlich)|nur (?:für uns|intern)|"
    r"not (?:in the programme?|public)|internal (?:use|only)|(?:staff|crew) only|(?:non|fuori) (?:in |dal )?programma|"
    r"uso interno|solo (?:uso )?interno|non pubblic[oa]|"
    r"hors programme|pas (?:au|dans le) programme|usage interne|non publi[cq]\w*|fuera de(?:l)? programa|"
    r"no (?:sale|figura|aparece) en el programa|no públic[oa]|"
    r"pubblico non|non (?:visibile|si vede)|publikum nicht|nicht (?:fürs|für das|vor) publikum|nicht sichtbar|"
    r"not (?:shown|visible|seen|announced)|invisible|(?:audience|public) (?:does not|doesn['’]t|won['’]t|never)|"
    r"public ne|non visible|público no|no (?:visible|se ve))(?!\w)",
    re.IGNORECASE,
)

INTERNAL_ALONE = frozenset(("intern", "interno", "internal use", "uso interno", "usage interne", "nur intern"))
"""As a whole cell; "interna" and "internal" may be a speciality of medicine."""
KINDS: tuple[Field, ...] = ("kind", "track")
SURE = 0.6


def with_internal_kinds_hidden(tables: Sequence[Table]) -> tuple[Table, ...]:
    """Return tables whose rows of such a kind say that they are hidden; rows are changed in place.

    The list is a table of two columns, which names most of the kinds that the other one has.
    """
    told = dict(pair for table in tables for pair in _pairs(table))
    internal = {code for code, words in told.items() if INTERNAL.search(words)}
    for table in tables:
        if len(_own(table)) <= PAIR or HIDDEN in table.columns:
            continue
        for column in (one for one in table.columns if one not in table.sections):
            values = {value.casefold() for value in table.values(column)} if internal or _is_of_kinds(column) else set()
            if internal & values and len(values & {*told}) >= MOSTLY * len(values):
                _hide(table, column, internal)
            elif _is_of_kinds(column) and INTERNAL_ALONE & values and len(values) > 1:
                _hide(table, column, INTERNAL_ALONE)
    return tuple(tables)


def _hide(table: Table, column: str, internal: Set[str]) -> None:
    if HIDDEN not in table.rows[0].cells:
        for row in table.rows:
            row.cells[HIDDEN] = "true" if row.text(column).casefold() in internal else "false"


def _is_of_kinds(column: str) -> bool:
    return any(name_score(field, column) > SURE for field in KINDS)


def _own(table: Table) -> list[str]:
    return [column for column in table.columns if column not in table.sections]


def _pairs(table: Table) -> Iterator[tuple[str, str]]:
    """Yield what a table of two columns explains, its header too, which may be the first of them."""
    own = _own(table)
    if len(own) != PAIR or len(table.rows) > MOST_ROWS or table.named_here:
        return
    for code, words in ((own[0], own[1]), *((row.text(own[0]), row.text(own[1])) for row in table.rows)):
        if code and words and len(code) <= LONGEST_CODE and len(words) <= LONGEST and not read_when(code).has_clock:
            yield code.casefold(), words
