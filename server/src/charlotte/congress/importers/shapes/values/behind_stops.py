"""Who somebody is, told behind a stop: "Dr. Ana Ruiz. Hospital Sur / Bo Lie. Kiln Works", "Dra. Eva Sanz. Vigo"."""

import re
from collections.abc import Iterable, Sequence

from charlotte.congress.importers.shapes.people.name_order import TITLE
from charlotte.congress.importers.shapes.people.names import is_institution, looks_like_person
from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS

STOP = re.compile(r"(?<=[^\W\d_]{3})\.\s+(?=[A-ZÀ-Þ])")
BETWEEN = re.compile(r"\s+/\s+|;\s+")
ANOTHER = re.compile(r",\s+(?=[^\W\d_]{1,5}\.\s?[ªº]?\s?[A-ZÀ-Þ])")
"""Before another one with a title: "Dra. Ana Ruiz, Dr. Bo Lie. Jaén"."""
TOWN = re.compile(
    r"[A-ZÀ-Þ][\w’'-]{2,}(?:[\s/](?:de|del|della|di|da|do|la|las|le|les|los|am|an|der|dem|im|in|bei|sur|sous|en|upon|on|"
    r"the|of|[A-ZÀ-Þ][\w’'-]*)|\s\([^()]+\))*"
)
REMARK = re.compile(r"\s+[–—-]\s+(?=[a-zß-ÿ])")
"""Before what is said of the talk: "Dr. Bo Lie. Jaén – moved from Thursday"."""
BRACKET, INSIDE = re.compile(r"\s*\(([^()]*)\)"), r"/\1"
MOST_WORDS_OF_TOWN = 4
LONGEST = 200
FEWEST = 2


def with_brackets(lines: Sequence[str]) -> list[str]:
    """Return lines with who somebody is in brackets, where several name an institution behind a name and a stop."""
    return [bracketed(line) for line in lines] if tell_behind_stops(lines) else [*lines]


def tell_behind_stops(lines: Iterable[str]) -> bool:
    """Return whether several lines name behind a name and a stop an institution, or behind a title a town."""
    return sum(_is_where(name, rest) for line in lines for name, rest in _told(line)) >= FEWEST


def _is_where(name: str, rest: str) -> bool:
    return is_institution(rest.split(",")[0]) or TITLE.match(name) is not None and _is_town(rest)


def _is_town(text: str) -> bool:
    words = text.split()
    is_short = 0 < len(words) <= MOST_WORDS_OF_TOWN and not words[-1][0].islower()
    return is_short and TOWN.fullmatch(text) is not None and ROOM_WORDS.search(text) is None


def _told(line: str) -> list[tuple[str, str]]:
    """Return the people of a line, each with what stands behind them; none where anything else is told."""
    if len(line) > LONGEST:
        return []
    line = line.replace("\v", " ")
    label = labelled(line)
    said = (label[1] if label is not None else line).rstrip(".")
    found = [_apart(one) for piece in BETWEEN.split(said) for one in _each(piece)]
    named = all(looks_like_person(name) for name, _ in found)
    return found if named and any(rest for _, rest in found) else []


def _each(piece: str) -> list[str]:
    """Return people with titles that commas part, the last of them with what stands behind the stop."""
    each = ANOTHER.split(piece)
    return each if all(looks_like_person(one) for one in each[:-1]) else [piece]


def _apart(piece: str) -> tuple[str, str]:
    for stop in STOP.finditer(piece):
        if " " in TITLE.sub("", f"{piece[: stop.start()]}. ").strip():  # "Dra." is no name
            return piece[: stop.start()], piece[stop.end() :]
    return piece, ""


def bracketed(line: str) -> str:
    """Return a line of people with who each is in brackets; any other as it is."""
    told = _told(line)
    if not told:
        return line
    line = line.replace("\v", " ")
    label = labelled(line)
    ahead = line[: line.find(label[1])] if label is not None else ""
    return ahead + "; ".join(_whole(told))


def in_lines(line: str) -> list[str]:
    """Return a line below a title with who each of its people is in brackets, and what is a remark below it.

    "Dr. Bo Lie. Jaén – moved from Thursday" and "Dra. Ana Ruiz, Dr. Bo Lie. Plazas limitadas" say more than that.
    """
    people, *remarks = REMARK.split(line, maxsplit=1)
    told = _told(people)
    if not told:
        return [line]
    name, rest = told[-1]
    is_known = not rest or is_institution(rest.split(",")[0])
    if not is_known and (rest.split()[-1][0].islower() or ROOM_WORDS.search(rest)):
        remarks = [rest, *remarks]
        people = people.rstrip(".").removesuffix(rest).rstrip(" .")
    return [bracketed(people), *remarks]


def _whole(told: Iterable[tuple[str, str]]) -> list[str]:
    return [f"{name} ({BRACKET.sub(INSIDE, rest)})" if rest else name for name, rest in told]
