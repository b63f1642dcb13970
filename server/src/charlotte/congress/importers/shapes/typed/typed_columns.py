"""What people lay out with blanks: an end below its start, a room far behind a title, a remark beside a day."""

import re
from collections.abc import Iterator, Sequence

from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.times.day_line import is_day
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.typed.columns_behind import columns_behind, told_below
from charlotte.congress.importers.shapes.typed.lettered import with_signs
from charlotte.congress.importers.shapes.values.headings import is_place
from charlotte.congress.importers.shapes.values.said_of_all import place_said

_CLOCK = r"\d{1,2}[.:h]\d{2}"
_TO = r"(?:-{1,2}|–|—|bis|to|till|until|à|a|alle|a las|hasta(?: las)?|fino alle)"
_UNIT = r"(?:\s?(?:Uhr|uhr|hs|hrs|h)\b\.?)?"
STARTS = re.compile(rf"^(?P<indent>[ ]*)(?P<clock>{_CLOCK}){_UNIT}[ ]?(?P<to>{_TO})?(?P<words>[ ]{{2,}}\S.*)?$")
ENDS = re.compile(rf"^(?P<indent>[ ]*)(?P<to>{_TO})?[ ]?(?P<clock>{_CLOCK}){_UNIT}(?P<words>[ ]{{2,}}\S.*)?$")
TIMED = re.compile(rf"^[ ]*{_CLOCK}")
FAR = re.compile(r"(?<=\S)[ ]{3,}(?=\S)")
BESIDE_DAY = re.compile(r"^(?P<day>\S.*?)[ ]+\((?P<said>[^()]+)\)$")
ITEM = re.compile(r"^[ ]*(?:\d{1,2}[.)]|[-*•–])[ ]+(?=\S)")
LONGEST_DAY = 200
"""Letters of a line with a day and a remark."""
NARROWEST = 60
"""The least width at which a person's program breaks the lines of a mail."""
MOST_LINES = 2
"""Over which a bracket goes."""


def laid_out(lines: Sequence[str]) -> list[str]:
    """Return lines with what is laid out in them told in a line."""
    columns = columns_behind(lines)
    told = _without_breaks(with_signs([*_ranges(lines)]))
    told = [one for line in _brackets(told) for one in _day_apart(line)]
    told = [part for line in told for part in told_below(line, columns)]
    return [_room_behind(line) if TIMED.match(line) else line for line in told]


def _ranges(lines: Sequence[str]) -> Iterator[str]:
    """Yield lines with the end that stands below a start behind it, and the words beside it below the others."""
    skipped = False
    for line, below in zip(lines, (*lines[1:], ""), strict=True):
        if skipped:
            skipped = False
            continue
        start, end = STARTS.match(line), ENDS.match(below)
        if start is None or end is None or not _is_range(start, end):
            yield line
            continue
        words = start["words"] or end["words"] or ""
        column = start.start("words") if start["words"] else end.start("words")
        column += len(words) - len(words.lstrip())
        said = f"{start['indent']}{start['clock']}-{end['clock']}"
        yield f"{said.ljust(column - 1)} {words.strip()}" if words else said
        if start["words"] and end["words"]:
            yield f"{'':{column}}{end['words'].strip()}"
        skipped = True


def _is_range(start: re.Match[str], end: re.Match[str]) -> bool:
    """Return whether a dash stands behind the upper or before the lower of two times, which is the later one."""
    if bool(start["to"]) == bool(end["to"]) or abs(len(start["indent"]) - len(end["indent"])) > 1:
        return False
    begins = [one.end("words") - len(one["words"].lstrip()) for one in (start, end) if one["words"]]
    first, last = (read_when(one["clock"], hint="clock").start for one in (start, end))
    return first is not None and last is not None and first < last and len({*begins}) == 1


def _without_breaks(lines: Sequence[str]) -> list[str]:
    """Return lines with the items of a list whole whose next line stands below their first word."""
    found: list[str] = []
    below, width = 0, max((len(line) for line in lines if ITEM.match(line)), default=0)
    last = ""
    for line in lines:
        item = ITEM.match(line)
        indent = len(line) - len(line.lstrip())
        word = line.split()[0] if line.split() else ""
        is_full = width >= NARROWEST and len(last) + 1 + len(word) > width
        is_labelled = ":" in line and labelled(line.strip()) is not None
        if (
            word
            and not is_labelled
            and item is None
            and below
            and indent == below
            and (is_full or last[-1:].isalpha() and len(last) >= NARROWEST)
        ):
            found[-1] = f"{found[-1]} {line.strip()}"
        else:
            below = item.end() if item is not None else below if line.strip() and indent == below else 0
            found.append(line)
        last = line
    return found


def _brackets(lines: Sequence[str]) -> Iterator[str]:
    """Yield lines with a bracket whole that closes in one of the next."""
    open_line, count = "", 0
    for line in lines:
        if open_line:
            count += 1
            is_end = ")" in line and "(" not in line
            if line.strip() and not TIMED.match(line) and (is_end or count < MOST_LINES):
                open_line = f"{open_line} {line.strip()}"
                if is_end:
                    yield open_line
                    open_line = ""
                continue
            yield open_line
            open_line = ""
        if FAR.search(line) and line.count("(") > line.count(")") and not TIMED.match(line):
            open_line, count = line, 0
        else:
            yield line
    if open_line:
        yield open_line


def _day_apart(line: str) -> Iterator[str]:
    """Yield a day with the room in which everything of it is held, or a remark beside it as a line of its own."""
    beside = BESIDE_DAY.match(line) if len(line) <= LONGEST_DAY else None
    if beside is None or not is_day(beside["day"]):
        yield line
        return
    room = place_said(beside["said"])
    if is_place(room):
        yield f"{beside['day']} – {room}"
    else:
        yield from (beside["day"], f"({beside['said']})")


def _room_behind(line: str) -> str:
    """Return a line with a dash before the room that stands far behind its title."""
    gaps = [*FAR.finditer(line)]
    if not gaps or not is_place(line[gaps[-1].end() :]):
        return line
    ahead = line[: gaps[-1].start()]
    return f"{ahead} – {line[gaps[-1].end() :]}" if any(map(str.isalpha, TIMED.sub("", ahead))) else line
