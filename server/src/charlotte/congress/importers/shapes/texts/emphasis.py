"""How a document sets its texts, told in words: where a bold title ends, and what a struck-through piece means.

A line goes on where its bold title ends. What is struck through and written anew stood there before: the title says so
as organisers do, "[moved from Sala Rossa]"; a title that is struck through as a whole is "[cancelled]".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from charlotte.congress.importers.shapes.cells.line_starts import TIMED
from charlotte.congress.importers.shapes.changes.before_and_now import INSTEAD
from charlotte.congress.importers.shapes.entries.room_habits import is_called_briefly
from charlotte.congress.importers.shapes.people.names import looks_like_person
from charlotte.congress.importers.shapes.times.lengths import says_length
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.headings import is_place
from charlotte.congress.importers.shapes.values.people_lines import names_people
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.wording import is_cancelled, says_changed
from charlotte.documents.marks import MARKS, TAB, Run, runs_of
from charlotte.documents.paper import Block

EDGES = " ,;:·|–—-.\t"
LONGEST_LEAD = 30
"""Letters before a bold title: a time, a number."""
MOSTLY = 0.6
TAIL_BEHIND = ")–—,;:.·|-"
"""What a line's slanted end stands behind where it is no part of the title, as the name of a species would be."""
REMARK = re.compile(r"[(\[]([^()\[\]]*)[)\]]$")
WHOLE = re.compile(r"\(([^()]*)\)")
ARROWS = re.compile(r"^[\W_]+")
LETTERS = re.compile(r"[^\W_]")


@dataclass(frozen=True)
class Set:
    """A text as its lines, and what they say of before."""

    lines: tuple[str, ...]
    leads: bool | None = None
    """Whether the first line is the title alone, as it is set; None = nothing shows it."""
    cancelled: bool = False
    before: str = ""


def as_set(block: Block, rooms: frozenset[str]) -> Block:
    """Return a block with its text and its cells as they are set."""
    texts = block.marked or block.lines or block.cells or (block.text,)
    if not block.marked and not any(says_instead(text) for text in texts):
        return block
    told = [read_set(text, rooms) for text in texts]
    if block.kind != "row":
        lines = _with_marks(told[0])
        return block.model_copy(
            update={"text": "\n".join(lines) if block.kind != "heading" else _heading(lines, rooms)}
        )
    at = _title_at(told)
    before = next((one.before for one in told if one.before), "")
    cells = [
        "\n".join(_with_marks(Set(one.lines, one.leads, one.cancelled and not gone, before if number == at else "")))
        for number, one in enumerate(told)
        for gone in (number != at and told[at].cancelled and _are_people(one.lines),)
    ]
    flat = tuple(" ".join(cell.split("\n")) for cell in cells)
    return block.model_copy(
        update={"cells": flat, "lines": tuple(cells) if any("\n" in cell for cell in cells) else ()}
    )


def _heading(lines: Sequence[str], rooms: frozenset[str]) -> str:
    """Return a heading in one line, with a dash before the room that a tab sets behind its title."""
    title, room = " ".join(lines[:-1]), lines[-1]
    return f"{title}{' – ' if len(lines) > 1 and is_place(room, rooms) else ' '}{room}".strip()


def _are_people(lines: Sequence[str]) -> bool:
    """Return whether a cell names nobody but people; struck through with the title, they are gone with it."""
    return bool(lines) and all(names_people(line) for line in lines)


def leads(blocks: Sequence[Block], rooms: frozenset[str]) -> bool:
    """Return whether rows set the first lines of their cells as titles, apart from what follows."""
    said = [read_set(text, rooms).leads for block in blocks for text in block.marked]
    several = [one for one in said if one is not None]
    return bool(several) and sum(several) >= MOSTLY * len(several)


def read_set(text: str, rooms: frozenset[str]) -> Set:
    """Return what marked text says, line by line."""
    lines = [runs for part in text.replace(TAB, "\n").split("\n") if (runs := _filled(runs_of(part)))]
    if not lines or _tells_why_it_is_struck(lines):
        return Set(tuple(_plain(runs).strip() for runs in lines))
    titled = next((at for at, runs in enumerate(lines[:-1]) if not _is_when(_plain(runs))), len(lines) - 1)
    kept = [runs for at, runs in enumerate(lines) if at >= titled and not all(run.struck for run in runs)]
    title = lines[titled]
    gone = not kept or all(run.struck for run in title) and not _is_fact(_plain(title), rooms)
    cancelled = gone and not (kept and _is_told_anew(title, kept))
    before = ""
    found: list[str] = []
    for at, runs in enumerate(lines):
        struck = _plain([run for run in runs if run.struck]).strip(EDGES)
        rest = [run for run in runs if not run.struck]
        said = _plain(rest).strip(EDGES)
        if struck and _is_fact(struck, rooms):
            before = before or struck.strip("()[]")
        is_alone = len(lines) == titled + 1
        if struck and at == titled and not _is_fact(struck, rooms) and _is_struck_title(runs, is_alone=is_alone):
            cancelled, found = True, [*found, *_of_struck_title(runs)]
            continue
        if at != titled and (talk := _struck_talk(runs, rooms) or _gone_with_its_time(runs, kept)):
            found.append(talk)
            continue
        if struck and (not said or _says_gone(said)):
            cancelled = cancelled or at == titled and bool(said)
            if cancelled and (at == titled or not kept):
                found += [struck, *([said] if said and not is_cancelled(f"[{said}]") else [])]
            continue
        now, was = instead_of(said)
        if was and at != titled and _is_fact(now, rooms) or was and len(lines) == 1 and now.casefold() in rooms:
            before, said, rest = before or was, now, [Run(now)]
        parts = _parts_of(rest) if at == titled else [_plain(rest).strip()]
        found += [_unbracketed(part, rooms) if number else part for number, part in enumerate(parts) if part]
    leads = _leads(lines[titled:])
    if leads:  # what begins with a small letter goes on from no title that is closed
        found[titled + 1 :] = [line[:1].upper() + line[1:] for line in found[titled + 1 :]]
    return Set(tuple(found), leads, cancelled, before)


def _tells_why_it_is_struck(lines: Sequence[Sequence[Run]]) -> bool:
    """Return whether the first line says that what is struck through below it is called off, or where it is now."""
    first, *below = lines or [()]
    said = _plain(first).strip()
    told = said.endswith(":") and says_changed(said) is not None and not any(run.struck for run in first)
    return told and bool(below) and all(run.struck for runs in below for run in runs if LETTERS.search(run.text))


def _leads(lines: Sequence[Sequence[Run]]) -> bool | None:
    """Return whether the first line is the title alone; None where nothing shows it."""
    if len(_parts_of(lines[0])) > 1:
        return True
    if len(lines) < 2:
        return None
    if _is_bold(lines[0]) and _is_bold(lines[1]):
        return False
    if _is_lead(lines[0]):
        return True
    slanted = all(run.slanted for run in lines[1]) and not any(run.slanted for run in lines[0])
    return True if slanted else None


def instead_of(said: str) -> tuple[str, str]:
    """Return what holds and what held before, where a line tells both: "Sala Rossa (anziché Sala Blu)"."""
    found = INSTEAD.search(said)
    if found is None:
        return said, ""
    return said[: found.start()].strip(EDGES), said[found.end() :].strip(f"{EDGES}()[]!")


def says_instead(text: str) -> bool:
    """Return whether any line of a text tells what held before."""
    return INSTEAD.search(text) is not None


def _parts_of(runs: Sequence[Run]) -> list[str]:
    """Cut a line behind the bold title that it begins with, and before the slanted words that it ends with."""
    if not _is_lead(runs):
        tail = runs[-1]
        ahead = _plain(runs[:-1]).rstrip()
        if tail.slanted and len(LETTERS.findall(ahead)) > 2 and ahead[-1] in TAIL_BEHIND and LETTERS.search(tail.text):
            return [ahead.rstrip(" –—-").strip(), tail.text.strip()]
        return [_plain(runs).strip()]
    last = max(at for at, run in enumerate(runs) if run.bold)
    title, rest = _plain(runs[: last + 1]).strip(), _plain(runs[last + 1 :])
    if not LETTERS.search(rest) or title.endswith(":") or rest.lstrip().startswith(":"):
        return [_plain(runs).strip()]
    return [title.rstrip(" ,;·|–—-"), rest.strip().strip(" ,;:·|–—").removeprefix("- ").removesuffix(" -").strip()]


def _is_lead(runs: Sequence[Run]) -> bool:
    """Return whether a line begins with a bold title, behind its time or its number at most."""
    bold = [run for run in runs if run.bold]
    if not bold:
        return False
    first = next(at for at, run in enumerate(runs) if run.bold)
    last = max(at for at, run in enumerate(runs) if run.bold)
    ahead = _plain(runs[:first]).strip()
    title = _plain(bold).strip(EDGES)
    between = [run for run in runs[first:last] if not run.bold and LETTERS.search(run.text)]
    if between or len(ahead) > LONGEST_LEAD or read_when(title).is_plain or looks_like_person(title):
        return False
    is_apart = not LETTERS.search(ahead) or read_when(ahead).is_plain or len(ahead.strip(EDGES)) <= 3
    return is_apart and len(LETTERS.findall(title)) > 2


def _is_when(text: str) -> bool:
    """Return whether a line says nothing but when something begins, or how long it takes."""
    said = text.strip(EDGES)
    return read_when(said).is_plain or says_length(said.strip("()[]"))


def _is_struck_title(runs: Sequence[Run], *, is_alone: bool) -> bool:
    """Return whether the title of a line is struck through, and only its time and what is told of it are not."""
    first = next(at for at, run in enumerate(runs) if run.struck)
    last = max(at for at, run in enumerate(runs) if run.struck)
    ahead, behind = _plain(runs[:first]).strip(EDGES), _plain(runs[last + 1 :]).strip()
    is_whole = all(run.struck for run in runs[first : last + 1])
    is_told = behind[:1] in tuple("([–—,-.") or (_says_gone(behind) if behind else is_alone and bool(ahead))
    return is_whole and (not ahead or read_when(ahead).is_plain) and is_told


def _of_struck_title(runs: Sequence[Run]) -> Iterator[str]:
    """Yield the time with the struck title, what is told of it, and the remark behind that."""
    last = max(at for at, run in enumerate(runs) if run.struck)
    yield _plain(runs[: last + 1]).strip()
    rest = _plain(runs[last + 1 :]).strip().removeprefix(". ")
    remark = REMARK.search(rest)
    if _says_gone(rest):
        yield rest
    elif remark is not None and _says_gone(remark[1]):
        yield from filter(None, (rest[: remark.start()].strip(), remark[1].strip()))
    else:
        yield rest


def _struck_talk(runs: Sequence[Run], rooms: frozenset[str]) -> str:
    """Return a talk of a session that is struck through behind its own time, and what is told of it; else nothing."""
    first = next((at for at, run in enumerate(runs) if run.struck), 0)
    last = max((at for at, run in enumerate(runs) if run.struck), default=0)
    ahead, title, behind = (
        _plain(some).strip(EDGES) for some in (runs[:first], runs[first : last + 1], runs[last + 1 :])
    )
    is_talk = read_when(ahead, hint="clock").is_plain and all(run.struck for run in runs[first : last + 1])
    if not is_talk or not title or _is_fact(title, rooms) or behind and not _says_gone(behind):
        return ""
    is_moved = bool(behind) and says_changed(behind.strip(" ()[]")) == "moved"
    return f"{ahead} {title} ({ARROWS.sub('', behind).strip('()[] ')})" if is_moved else f"{ahead} {title} [cancelled]"


def _gone_with_its_time(runs: Sequence[Run], kept: Sequence[Sequence[Run]]) -> str:
    """Return a talk that is struck through with its own time, and is not written anew in any line; else nothing."""
    said = _plain(runs).strip(EDGES)
    timed = TIMED.match(said) if all(run.struck for run in runs if LETTERS.search(run.text)) else None
    is_anew = timed is not None and any(said[timed.end() :].casefold() in _plain(line).casefold() for line in kept)
    return f"{said} [cancelled]" if timed is not None and not is_anew else ""


def _is_told_anew(struck: Sequence[Run], kept: Sequence[Sequence[Run]]) -> bool:
    """Return whether what was struck through is followed by what holds instead: another name, another title."""
    title = _plain(kept[0])
    if any(_says_gone(_plain(runs)) for runs in kept):
        return False
    is_name = looks_like_person(_plain(struck).strip(EDGES))
    return is_name or any(run.bold for run in struck) and any(run.bold for run in kept[0]) and not _says_gone(title)


def _says_gone(text: str) -> bool:
    return is_cancelled(f"[{text.strip(' ()[]!.')}]") or says_changed(text.strip(" ()[]")) is not None


def _is_fact(text: str, rooms: frozenset[str]) -> bool:
    """Return whether a struck-through piece is where or when something was to be held, and no title."""
    said = text.strip(f"{EDGES}()[]")
    when = read_when(said)
    is_time = when.has_clock and not when.rest
    return is_time or said.casefold() in rooms or len(said) < 40 and ROOM_WORDS.match(said) is not None


def _unbracketed(part: str, rooms: frozenset[str]) -> str:
    """Return a remark in brackets without them; what may be a place keeps them, which show that it is one."""
    inside = WHOLE.fullmatch(part)
    if inside is None or inside[1].casefold() in rooms or ROOM_WORDS.search(inside[1]) or is_called_briefly(inside[1]):
        return part
    return inside[1][:1].upper() + inside[1][1:]


def _with_marks(told: Set) -> list[str]:
    lines = list(told.lines)
    mark = " [cancelled]" if told.cancelled else f" [moved from {told.before}]" if told.before else ""
    if lines and mark:
        lines[1 if len(lines) > 1 and read_when(lines[0]).is_plain else 0] += mark
    return lines


def _title_at(told: Sequence[Set]) -> int:
    """Return which cell is the title: the one set as one, else the longest."""
    leading = next((at for at, one in enumerate(told) if one.leads), None)
    if leading is not None:
        return leading
    return max(range(len(told)), key=lambda at: len(told[at].lines[0]) if told[at].lines else 0)


def _filled(runs: Sequence[Run]) -> list[Run]:
    return [*runs] if any(LETTERS.search(run.text) for run in runs) else []


def _is_bold(runs: Sequence[Run]) -> bool:
    return all(run.bold for run in runs if LETTERS.search(run.text))


def _plain(runs: Sequence[Run]) -> str:
    return "".join(sign for run in runs for sign in run.text if sign not in MARKS)
