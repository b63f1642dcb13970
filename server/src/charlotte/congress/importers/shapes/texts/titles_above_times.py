"""Sessions whose title stands in a line above the one that says when and where they are, and nothing sets it apart."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import chain

from charlotte.congress.importers.shapes.entries.times_first import begins_with_time
from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.texts.headed_paragraphs import PLAIN
from charlotte.congress.importers.shapes.times.day_line import is_day
from charlotte.congress.importers.shapes.values.headings import PART_OF_DAY, is_place, told_below
from charlotte.congress.importers.shapes.values.people_lines import names_people
from charlotte.congress.importers.wording import says_changed
from charlotte.documents.marks import TAB
from charlotte.documents.paper import Block

FEWEST, MOSTLY = 3, 0.7
LONGEST_TITLE = 160
LONGEST_LINE = 120
"""Letters of a line that may be more than a sentence of what a session is about."""


@dataclass(frozen=True)
class _Line:
    text: str
    of: int
    """The place of its block."""
    opens: bool
    """Whether it is the first of its paragraph."""
    ends: bool = False
    """Whether it is a day, a heading or a row, which parts what stands before it from what follows."""
    is_when: bool = False
    """Whether it says only when and where."""


def with_titles_above(blocks: Sequence[Block], rooms: Set[str]) -> list[Block]:
    """Return pieces with the titles of sessions as headings where the lines below these say only when and where."""
    lines = [line for at, block in enumerate(blocks) for line in _lines(block, at, rooms)]
    titles = _titles(lines)
    heads = {(line.of, line.text) for line in titles}
    return [one for at, block in enumerate(blocks) for one in _parted(block, {text for of, text in heads if of == at})]


def _lines(block: Block, at: int, rooms: Set[str]) -> Iterator[_Line]:
    if block.kind != "text" or TAB in "".join(block.marked):
        yield _Line(block.text, at, opens=True, ends=True)
        return
    for number, said in enumerate(line.strip() for line in block.text.split("\n")):
        if said:
            yield _Line(said, at, not number, ends=_is_day(said), is_when=_says_only_when(said, rooms))


def _is_day(said: str) -> bool:
    return begins_with_time(said) is None and (is_day(said) or PART_OF_DAY.fullmatch(said) is not None)


def _says_only_when(said: str, rooms: Set[str]) -> bool:
    """Return whether a line is the time of a session, maybe with where it is and who leads it."""
    timed = begins_with_time(said)
    if timed is None:
        return False
    if not timed[1] or is_place(timed[1], rooms):
        return True
    named = told_below(said, rooms)
    return (
        named is not None and bool(named.time or named.begins) and (bool(named.chairs) or is_place(named.room, rooms))
    )


def _titles(lines: Sequence[_Line]) -> list[_Line]:
    """Return the lines that are titles above times; none where the titles stand below them, or behind.

    They stand above where paragraphs begin so, or where each day begins with one and ends with none.
    """
    timed = [line for line in lines if not line.ends and begins_with_time(line.text) is not None]
    whens = [at for at, line in enumerate(lines) if line.is_when]
    if len(whens) < FEWEST or len(whens) < MOSTLY * len(timed):
        return []
    opening = [lines[at - 1] for at in whens if at and lines[at - 1].opens and not lines[at].opens]
    opening = [line for line in opening if _may_be_title(line)]
    if len(opening) >= MOSTLY * len(whens):
        return opening
    parts = [part for part in _parts(lines) if len(part) > 1]
    begins = [_title_in(part[0]) for part in parts]
    ends = [part[-1] for part in parts]
    is_so = None not in begins and all(map(_is_about, chain(*(ends[:-1] if len(ends) > 1 else ends))))
    found = [title for part in parts for gap in part[:-1] if (title := _title_in(gap)) is not None]
    return found if is_so and len(found) >= MOSTLY * len(whens) else []


def _parts(lines: Sequence[_Line]) -> list[list[list[_Line]]]:
    """Return the lines of each day, cut at those that only say when: what stands before the first, and so on."""
    found: list[list[list[_Line]]] = [[[]]]
    for line in lines:
        if line.ends:
            found.append([[]])
        elif line.is_when:
            found[-1].append([])
        else:
            found[-1][-1].append(line)
    return found


def _title_in(gap: Sequence[_Line]) -> _Line | None:
    """Return the last line above a time that may be a title, and neither who speaks nor what a session is about."""
    return next((line for line in reversed(gap) if _may_be_title(line) and not _is_about(line)), None)


def _is_about(line: _Line) -> bool:
    """Return whether a line says who speaks or what a session is about, and is no title."""
    said = line.text
    is_people = labelled(said) is not None or names_people(said, employers="," in said)
    return not line.ends and (is_people or said.endswith(".") or len(said) > LONGEST_LINE)


def _may_be_title(line: _Line) -> bool:
    said = line.text
    is_plain = len(said) <= LONGEST_TITLE and said[-1:] not in (".", ",", ";", ":") and any(map(str.isalpha, said))
    is_other = begins_with_time(said) is not None or labelled(said) is not None or is_place(said)
    return is_plain and not line.ends and not is_other and says_changed(said) is None


def _parted(block: Block, titles: Set[str]) -> list[Block]:
    """Return a paragraph with those of its lines as headings that are titles."""
    if not titles:
        return [block]
    found: list[Block] = []
    kept: list[str] = []
    for line in block.text.split("\n"):
        if line.strip() not in titles:
            kept.append(line)
            continue
        found += [block.model_copy(update={"text": "\n".join(kept), "marked": ()})] if kept else []
        found.append(Block(kind="heading", level=PLAIN, text=line.strip(), page=block.page))
        kept = []
    return [*found, *([block.model_copy(update={"text": "\n".join(kept), "marked": ()})] if kept else [])]
