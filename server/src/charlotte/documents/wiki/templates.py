"""What templates of wikitext say: those with named fields are rows of a table, any other the words in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

FIELD = re.compile(r"^\s*([^=\[\]<>{}|\n]{1,60}?)\s*=(.*)$", re.DOTALL)
FEWEST_FIELDS = 2
MOST_TEMPLATES = 20_000


@dataclass(frozen=True)
class _Template:
    name: str
    fields: tuple[tuple[str, str], ...]
    """Its values, each by its name; those without one by their number."""
    begin: int
    end: int

    @property
    def is_record(self) -> bool:
        """Whether it names several fields, or stands with several values on a line of its own."""
        return sum(not key.isdecimal() for key, _ in self.fields) >= FEWEST_FIELDS

    @property
    def words(self) -> str:
        """What it says in a line."""
        return " · ".join(value for _, value in self.fields if value)


def with_templates_told(source: str) -> str:
    """Return wikitext with tables in the place of templates that are records of one kind, and others as they say."""
    found = [*_templates(source)]
    told: list[str] = []
    at = 0
    for group in _together(found, source):
        told += [source[at : group[0].begin], _written(group, source)]
        at = group[-1].end
    return "".join((*told, source[at:]))


def _templates(source: str) -> Iterator[_Template]:
    """Yield the templates of a text that stand in no other."""
    begun: list[int] = []
    count = 0
    for sign in re.finditer(r"\{\{|\}\}", source):
        if sign[0] == "{{":
            begun.append(sign.start())
        elif begun:
            begin = begun.pop()
            if not begun and count < MOST_TEMPLATES:
                count += 1
                yield _template(source[begin + 2 : sign.start()], begin, sign.end())


def _template(inside: str, begin: int, end: int) -> _Template:
    parts = _parts(inside)
    name = parts[0].strip()
    fields: list[tuple[str, str]] = []
    for number, part in enumerate(parts[1:], 1):
        named = FIELD.match(part)
        value = (named[2] if named else part).strip()
        if "{{" in value:
            value = with_templates_told(value)
        fields.append((named[1] if named else str(number), value))
    return _Template(name, tuple(fields), begin, end)


def _parts(inside: str) -> list[str]:
    """Return what bars part in a template, links and templates in it whole."""
    parts, depth, last = [], 0, 0
    for sign in re.finditer(r"\{\{|\}\}|\[\[|\]\]|\|", inside):
        if sign[0] == "|":
            if depth == 0:
                parts.append(inside[last : sign.start()])
                last = sign.end()
        else:
            depth += 1 if sign[0] in ("{{", "[[") else -1
    return [*parts, inside[last:]]


def _together(found: Sequence[_Template], source: str) -> Iterator[list[_Template]]:
    """Yield templates, those of one kind together that stand right behind each other and are records."""
    group: list[_Template] = []
    for one in found:
        follows = group and group[-1].name == one.name and not source[group[-1].end : one.begin].strip()
        is_row = _is_row(one) and _is_alone(one, source)
        if group and not (follows and is_row):
            yield group
            group = []
        group.append(one)
        if not is_row:
            yield group
            group = []
    if group:
        yield group


def _is_row(one: _Template) -> bool:
    return one.is_record or len(one.fields) > FEWEST_FIELDS


def _is_alone(one: _Template, source: str) -> bool:
    """Return whether nothing else stands on the lines of a template."""
    before = source[source.rfind("\n", 0, one.begin) + 1 : one.begin]
    behind = source[one.end :].partition("\n")[0]
    return not before.strip() and (not behind.strip() or behind.lstrip().startswith("{{"))


def _written(group: Sequence[_Template], source: str) -> str:
    first = group[0]
    if not (_is_alone(first, source) and _is_row(first)):
        return first.words if first.fields else ""
    columns = [*dict.fromkeys(key for one in group for key, _ in one.fields)]
    rows = []
    if any(one.is_record for one in group):
        rows.append("".join(f"! {column}\n" for column in columns))
    for one in group:
        values = dict(one.fields)
        rows.append("".join(f"| {_in_a_cell(values.get(column, ''))}\n" for column in columns))
    return "\n{|\n" + "|-\n".join(rows) + "|}\n"


def _in_a_cell(value: str) -> str:
    return value.replace("\n", "<br>")
