"""Outlines of Org (.org), by way of HTML; the properties of a heading are lines below it."""

import re

from charlotte.documents.html.markup import read_markup
from charlotte.documents.lightly_marked.light_markup import Cell, Written, barred, setting, tag
from charlotte.documents.paper import Paper
from charlotte.documents.text_of import text_of

INLINE = setting(
    (r"\[\[[^\[\]]+\]\[([^\[\]]+)\]\]", r"\1"),
    (r"\[\[([^\[\]]+)\]\]", r"\1"),
    (r"(?<![\w*])\*(\S(?:[^*\n]*\S)?)\*(?![\w*])", tag("b")),
    (r"(?<![\w/:])/(\S(?:[^/\n]*\S)?)/(?![\w/])", tag("i")),
    (r"(?<![\w+])\+(\S(?:[^+\n]*\S)?)\+(?![\w+])", tag("s")),
    (r"(?<![\w=~])[=~]([^=~\n]+)[=~](?![\w=~])", r"\1"),
    (r"[<\[](\d{4}-\d{2}-\d{2}[^<>\[\]]*)[>\]]", r"\1"),
    (r"(?<!-)--(?!-)", "–"),
)
HEADING = re.compile(r"(\*+)\s+(?:(?:TODO|DONE|NEXT)\s+)?(?:\[#\w\]\s+)?(.*?)(?:\s+:[\w@:]+:)?$")
GONE = re.compile(r"\*+\s+(?:CANCELLED|CANCELED|CANCELLED:)\s+(.*)$")
ITEM = re.compile(r"(\s*)(?:[-+]|\d+[.)])\s+(?:\[[ X-]\]\s+)?(\S.*)$")
PROPERTY = re.compile(r"\s*:([\w-]+):\s*(.*)$")
KEYWORD = re.compile(r"#\+(\w+):\s*(.*)$")
RULE = re.compile(r"\s*\|[-+:]+\|?\s*$")
PLANNED = re.compile(r"^[ \t]*(?:SCHEDULED|DEADLINE|CLOSED):\s*")
DRAWERS = frozenset(("properties", "end", "logbook"))


def read(raw: bytes) -> Paper:
    """Read an outline."""
    told = Written(INLINE)
    rows: list[str] = []
    has_rule = False
    is_comment = False
    for line in (*text_of(raw).split("\n"), ""):
        if line.lstrip().startswith("|"):
            has_rule = has_rule or bool(rows) and RULE.match(line) is not None
            rows += [] if RULE.match(line) else [line]
            continue
        if rows:
            told.table([_cells(row) for row in barred(rows)], header=has_rule)
            rows, has_rule = [], False
        keyword = KEYWORD.match(line)
        is_comment = (is_comment or line.lower().startswith("#+begin_comment")) and not line.lower().startswith("#+end")
        if keyword is not None and keyword[1].lower() == "title":
            told.heading(1, keyword[2])
        elif keyword is None and not is_comment and not line.startswith(("# ", "#+")):
            _line(told, line)
    return read_markup(told.whole())


def _line(told: Written, line: str) -> None:
    gone, heading, item, named = GONE.match(line), HEADING.match(line), ITEM.match(line), PROPERTY.match(line)
    if gone is not None:
        told.heading(line.index(" "), f"+{gone[1]}+")
    elif heading is not None:
        told.heading(len(heading[1]), heading[2])
    elif named is not None:
        if named[1].lower() not in DRAWERS:
            told.line(f"{named[1].replace('_', ' ').capitalize()}: {named[2]}")
        else:
            told.end()
    elif item is not None:
        told.begin_item(len(item[1]) // 2 + 1, item[2])
    else:
        told.line(PLANNED.sub("", line))


def _cells(cells: list[str]) -> list[Cell]:
    return [(cell, 1, 1) for cell in cells]
