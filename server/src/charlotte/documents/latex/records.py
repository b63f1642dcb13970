"""Calls of commands that a LaTeX source does not define: each a row of what stands in its arguments."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from charlotte.documents.latex.arguments import argument_at

KEY = re.compile(r"\s*,?\s*([^\W\d_][\w -]{0,30}?)\s*=\s*")
CLOCK = re.compile(r"\d{1,2}\s?[:.h]\s?\d{2}(?:\s?(?:h|Uhr|[ap]m))?")
FEWEST = 2


@dataclass(frozen=True)
class Call:
    """A command with what stands in its arguments."""

    name: str
    given: tuple[tuple[str, bool], ...]
    """Each argument, and whether it stood in braces."""

    @property
    def fields(self) -> dict[str, str] | None:
        """What it says under names: `title={…}, room=…`; None where it names nothing."""
        found: dict[str, str] = {}
        for number, (value, _) in enumerate(self.given, 1):
            named = _named(value)
            if named is None:
                found[str(number)] = value
            else:
                found |= named
        return found if any(not key.isdecimal() for key in found) else None


def told_as_table(calls: Sequence[Call], written: Callable[[str], str]) -> str:
    """Return calls of one command as a table."""
    named = [call.fields for call in calls]
    if all(one is not None for one in named):
        columns = [*dict.fromkeys(key for one in named for key in one or ())]
        heads = "".join(f"<th>{escape('' if key.isdecimal() else key)}</th>" for key in columns)
        rows = ("".join(f"<td>{written((one or {}).get(key, ''))}</td>" for key in columns) for one in named)
        return f"<table><tr>{heads}</tr>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
    has_optional = any(not call.given[0][1] for call in calls)
    rows = ("".join(f"<td>{written(value)}</td>" for value in _aligned(call, has_optional)) for call in calls)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def told_as_form(call: Call, written: Callable[[str], str]) -> str:
    """Return what one call says under names, a line each."""
    said = (f"{escape(key)}: {written(value)}" for key, value in (call.fields or {}).items())
    return f"<p>{'<br>'.join(said)}</p>"


def _aligned(call: Call, has_optional: bool) -> list[str]:
    """Return its arguments; what others have in brackets before them is an empty cell."""
    values = _with_ranges([value for value, _ in call.given])
    return ["", *values] if has_optional and call.given[0][1] else values


def _with_ranges(values: Sequence[str]) -> list[str]:
    """Return arguments with a start and the end behind it as one."""
    found: list[str] = []
    for value in values:
        if found and CLOCK.fullmatch(value.strip()) and CLOCK.fullmatch(found[-1].strip()):
            found[-1] = f"{found[-1].strip()}--{value.strip()}"
        else:
            found.append(value)
    return found


def _named(value: str) -> dict[str, str] | None:
    """Return the values of an argument under their names; None where it is no list of them."""
    found: dict[str, str] = {}
    at = 0
    while (key := KEY.match(value, at)) is not None:
        told = argument_at(value, key.end())
        if told is None:
            end = value.find(",", key.end())
            told = (value[key.end() : end if end >= 0 else len(value)].strip(), end if end >= 0 else len(value))
        found[key[1]] = told[0]
        at = told[1]
    return found if len(found) >= FEWEST and not value[at:].strip(" ,\n\t") else None
