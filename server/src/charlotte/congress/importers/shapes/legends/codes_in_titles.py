"""Letters in brackets at titles that stand for rooms: "[A] Wool", "Wool (B)", where a list says which is which."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from charlotte.congress.importers.shapes.rows import Row, Table

CODE = r"(?:[^\W\d_]{1,4}\d{0,2}|\d{1,2})"
IN_TITLES = re.compile(rf"^[\[(](?P<ahead>{CODE})[\])]\s+|\s+[\[(](?P<behind>{CODE})[\])]$")
ALONE = re.compile(rf"[\[(]({CODE})[\])]")
TITLE, ROOM, BESIDE, PEOPLE = "title", "room", ("notes", "abstract"), ("speakers", "chairs")
FEWEST = 2
LONGEST = 60
NAME_ENDS = re.compile(r",\s|\s[(–—|·-]|\s?[;:.]\s|$")
"""What stands between the name of a room and where it is: "A Old Library, behind the church"."""
Legend = Mapping[str, str]


def place_by_titles(table: Table, legends: Sequence[Legend]) -> None:
    """Put the rooms into rows that letters in brackets tell, before or behind their titles or in a line below them.

    All that have such letters must have those of one legend, or most of all titles; talks are held where their session
    is.
    """
    titled = [row for row in table.rows if row.text(TITLE)]
    coded = [row for row in titled if any(_codes(row))]
    for legend in legends:
        found = [(row, code) for row in coded if (code := _code_of(row, legend))]
        if len(found) < FEWEST or len(found) < min(len(coded), len(titled) / 2):
            continue
        for row, code in found:
            row.cells[TITLE] = IN_TITLES.sub("", row.text(TITLE))
            kept = {
                column: [
                    one for one in row.text(column).split("\n") if _alone(one) != code and not _explains(one, legend)
                ]
                for column in (*BESIDE, *PEOPLE, ROOM)
                if row.text(column)
            }
            row.cells |= {column: "\n".join(lines) for column, lines in kept.items()}
            row.cells[ROOM] = row.text(ROOM) or legend[code]


def codes_behind_titles(table: Table) -> set[str]:
    """Return the letters that stand in brackets at titles, as far as they may be the same in all of them."""
    return {code for row in table.rows for code in _codes(row) if len(code) <= FEWEST}


def legend_of(codes: Set[str], texts: Iterable[str]) -> Legend:
    """Return what a list says that letters stand for which tells each of them once: "A Old Library, B Barn".

    There is no sign between a letter and its name, so that only a list of all of them is sure.
    """
    if len(codes) < FEWEST:
        return {}
    sign = re.compile(rf"(?<!\S)({'|'.join(map(re.escape, sorted(codes)))})[.)]?\s+(?=[A-ZÀ-Þ\d])")
    single: dict[str, str] = {}
    for text in texts:
        for lines in ([" ".join(line.split()) for line in text.split("\n")], [" ".join(text.split())]):
            found = [pair for line in lines if sign.match(line) for pair in _listed(line, sign)]
            if {code for code, _ in found} == codes and len(found) == len(codes):
                return dict(found)
            if len(found) == 1:
                single.setdefault(*found[0])
    return single if {*single} == codes else {}


def _listed(line: str, sign: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Yield the letters of a line, each with the name behind it."""
    found = list(sign.finditer(line))
    for one, following in zip(found, [*found[1:], None], strict=True):
        said = line[one.end() : following.start() if following else len(line)].strip()
        end = NAME_ENDS.search(said)
        name = (said[: end.start()] if end else said).strip(" ,;.")
        if name and len(name) <= LONGEST:
            yield one[1], name


def _codes(row: Row) -> Iterator[str]:
    found = IN_TITLES.search(row.text(TITLE))
    if found is not None:
        yield found["ahead"] or found["behind"]
    yield from (code for column in BESIDE for line in row.text(column).split("\n") if (code := _alone(line)))


def _code_of(row: Row, legend: Legend) -> str:
    return next((code for code in _codes(row) if code in legend), "")


def _explains(line: str, legend: Legend) -> bool:
    """Return whether a line below the last session is one of the list that explains the letters."""
    return any(re.match(rf"{re.escape(code)}[.)]?\s{re.escape(name)}", line) for code, name in legend.items())


def _alone(line: str) -> str:
    """Return the letter that a line consists of."""
    found = ALONE.fullmatch(line.strip())
    return found[1] if found is not None else ""
