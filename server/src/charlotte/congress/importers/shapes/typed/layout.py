"""A plain text that a person typed in columns of blanks: clocks without a sign, lines broken below their column."""

import re
from collections.abc import Iterator, Sequence

from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.typed.typed_columns import laid_out
from charlotte.congress.importers.shapes.values.people_lines import names_people
from charlotte.documents.broken_lines import GOES_ON

_BARE = r"(?:[01]\d|2[0-3])[0-5]\d"
CLOCKS = re.compile(rf"^([ \t]*)({_BARE})(?:(\s*(?:-+|–|—)\s*)({_BARE}))?(?:\s?(?:h|hrs|Uhr)\b)?(?=[ \t]+\S|$)")
WITH_SIGN = re.compile(r"^[ \t]*\d{1,2}(?:[.:h]\d{2}|h\b)")
YEARS = re.compile(r"(?:19|20)")
BEGINS_TIMED = re.compile(
    r"^[ \t]*(?:(?:ore|alle|dalle|h|um|von|at|from|à|de|a las|las)\.?[ \t]+)?"
    r"\d{1,2}[.:h]\d{2}\S*(?:\s*[-–—]\s*\d{1,2}[.:h]\d{2}\S*)?(?:\s?(?:Uhr|hs|hrs|h)\b)?[ \t]+",
    re.IGNORECASE,
)
UNDERLINE = re.compile(r"[ \t]*([=\-~*_#])\1{2,}[ \t]*$")
LABEL = re.compile(r"[A-ZÀ-Þ][^\W\d_]{1,15}(?: [^\W\d_]{2,15}){0,2}:\s")
FEWEST = 3
"""Lines that begin with four figures which are clocks."""
NARROWEST = 50
"""A text whose longest line is shorter was not broken by its width."""


def straightened(text: str) -> str:
    """Return a text with signs in its clocks, without lines that only underline, and with what was broken whole."""
    lines = [line.rstrip().expandtabs() for line in text.replace("\r\n", "\n").split("\n")]
    lines = laid_out(_with_signs([line for line in lines if not UNDERLINE.fullmatch(line)]))
    return "\n".join(_whole(lines))


def _with_signs(lines: Sequence[str]) -> list[str]:
    """Return lines that begin with clocks of four figures with these as "09:45-10:30"; years are left as they are."""
    found = [CLOCKS.match(line) for line in lines]
    told = [one for one in found if one is not None]
    is_sure = any(not YEARS.match(one[2]) for one in told) and len(told) >= FEWEST
    if not is_sure or any(WITH_SIGN.match(line) for line in lines):
        return [*lines]
    return [_signed(one, line[one.end() :]) if one else line for one, line in zip(found, lines, strict=True)]


def _signed(clocks: re.Match[str], behind: str) -> str:
    """Return a line with signs in its clocks, its words in their column as far as the blanks before them allow."""
    said = "-".join(f"{one[:2]}:{one[2:]}" for one in (clocks[2], clocks[4]) if one)
    blanks = len(behind) - len(behind.lstrip())
    words = len(clocks[0]) + blanks
    return f"{clocks[1]}{said}".ljust(words if blanks > 1 else 0) + (" " * (blanks == 1)) + behind.lstrip()


def _whole(lines: Sequence[str]) -> Iterator[str]:
    """Yield lines with what goes on below the column of their words behind them."""
    columns = [_column(line) for line in lines]
    timed = [column for line, column in zip(lines, columns, strict=True) if BEGINS_TIMED.match(line)]
    width = max((len(line) for line, column in zip(lines, columns, strict=True) if column in timed), default=0)
    open_line, last = "", ""
    for line in lines:
        indent = len(line) - len(line.lstrip())
        is_below = bool(open_line and line.strip()) and indent in timed
        if is_below and width >= NARROWEST and _goes_on(open_line, last, line.strip(), width):
            open_line, last = f"{open_line} {line.strip()}", line
            continue
        if open_line:
            yield open_line
        if not line.strip():
            yield ""
        open_line, last = (line, line) if line.strip() else ("", "")
    if open_line:
        yield open_line


def _column(line: str) -> int:
    """Return where the words of a line begin: behind its time where it has one."""
    timed = BEGINS_TIMED.match(line)
    return timed.end() if timed is not None else len(line) - len(line.lstrip())


def _goes_on(whole: str, last: str, following: str, width: int) -> bool:
    if labelled(following) is not None or LABEL.match(following):
        return False
    words = whole.split()
    is_open = whole.count("(") > whole.count(")") and ")" in following
    is_full = len(last) + 1 + len(following.split()[0]) > width and not _names(following)
    return is_open or is_full or bool(words) and words[-1].casefold() in GOES_ON


def _names(line: str) -> bool:
    """Return whether a line names who speaks, alone or each with where they come from."""
    return names_people(line) or "," in line and names_people(line, True)
