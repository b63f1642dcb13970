"""Talks that a session lists below its own lines: "– Title", "• Title" and who speaks, "* Anna Kern (Graz): Title"."""

import re
from collections import Counter
from collections.abc import Sequence

from charlotte.congress.importers.shapes.people.names import people_in
from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.values.people_lines import names_people
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.shapes.values.title_and_people import quoted_title, title_and_people_in
from charlotte.congress.importers.wording import without_mark

MARK = re.compile(r"\s*(?:[–—•▪●‣◦*·]|-(?=\s))\s*(?=\S)")
"""What an item of a list begins with."""
CODE = re.compile(r"\s*(?P<code>(?P<kind>[A-Z]{1,3})[-. ]?\d{1,3}[a-z]?)(?:[.:)]|\s+[–—-])?\s+(?=\S)")
"""Under which a talk of a session is listed: "P-01 Reeds", "O3: Tides"."""
ITEM = "• "
"""How an item of a list inside another one is told as a line."""
WHO = re.compile(r"([^:]{5,90}?)\s*:\s+(?=\S)")
FEWEST = 2
FEWEST_UNLED = 3
"""Titles with one line of people each that are talks though nobody is said to lead them."""
MOSTLY = 0.5


def talks_of(lines: Sequence[str], employers: bool = False) -> tuple[list[str], list[list[str]]]:
    """Return the lines of a session that are its own, and those of each talk in it, the title first.

    A list of which most items name nobody is what the session is about, and no list of its talks.
    """
    own: list[str] = []
    talks: list[list[str]] = []
    coded: list[str] = []
    codes = _codes(lines)
    for line in lines:
        mark = codes.get(line) or MARK.match(line)
        if mark is not None and mark.end() < len(line):
            talks.append([line[mark.end() :].strip()])
            coded.append(mark["code"] if line in codes else "")
        elif talks and not _leads_session(line):
            talks[-1].append(line)
        else:
            own.append(line)
    own, talks, coded = _with_first(own, talks, coded)
    told = [title_first(talk) for talk in talks]
    named = [talk for talk in told if _names_somebody(talk, employers)]
    if len(told) < FEWEST or len(named) < MOSTLY * len(told):
        return _in_turns(lines, employers)
    return own, [
        [f"[{code}] {talk[0]}" if code else talk[0], *talk[1:]] for code, talk in zip(coded, told, strict=True)
    ]


def _with_first(
    own: list[str], talks: list[list[str]], coded: list[str]
) -> tuple[list[str], list[list[str]], list[str]]:
    """Return the same with a first talk that has lost its sign: a title and who speaks, right below who leads."""
    alike = all(len(talk) > 1 and names_people(talk[-1], True) for talk in talks)
    if not talks or not alike or len(own) < FEWEST + 1 or not _leads_session(own[-FEWEST - 1]):
        return own, talks, coded
    title, people = own[-FEWEST:]
    is_talk = labelled(title) is None and not names_people(title, True) and names_people(people, True)
    return (own[:-FEWEST], [[title, people], *talks], ["", *coded]) if is_talk else (own, talks, coded)


def _codes(lines: Sequence[str]) -> dict[str, re.Match[str]]:
    """Return the codes that lines begin with, where several of one kind number them."""
    found = {line: code for line in lines if (code := CODE.match(line)) is not None}
    kinds = Counter(code["kind"] for code in found.values())
    told = Counter(code["code"] for code in found.values())
    return {line: code for line, code in found.items() if kinds[code["kind"]] >= FEWEST and told[code["code"]] == 1}


def _in_turns(lines: Sequence[str], employers: bool) -> tuple[list[str], list[list[str]]]:
    """Return the same where, below those who chair if any do, titles and who speaks stand in turns without a sign."""
    led = max((at for at, line in enumerate(lines) if _leads_session(line)), default=-1)
    below = [MARK.sub("", line, count=1) for line in lines[led + 1 :]]
    talks: list[list[str]] = []
    for line in below:
        is_people = labelled(line) is None and names_people(line, employers)
        if not is_people and (not talks or len(talks[-1]) > 1):
            talks.append([line])
        elif not talks or is_people is (len(talks[-1]) > 1):
            return [*lines], []
        else:
            talks[-1].append(line)
    told = sum(len(talk) for talk in talks)
    few = FEWEST if led >= 0 else FEWEST_UNLED
    if len(talks) < few or any(len(talk) < FEWEST for talk in talks) or led < 0 and told > FEWEST * len(talks):
        return [*lines], []
    return [*lines[: led + 1]], talks


def title_first(lines: Sequence[str]) -> list[str]:
    """Return lines whose first is "Who speaks: what about" with the title first and the people below it."""
    bare = without_mark(lines[0]) if lines else ""
    ahead, _, behind = lines[0].partition(bare) if bare else ("", "", "")
    if bare and (quoted := quoted_title(bare, True)):
        return [f"{ahead}{quoted[0]} {behind}".strip(), quoted[1], *lines[1:]]
    if bare and bare != lines[0] and (cut := title_and_people_in(bare, True))[1]:
        return [f"{ahead}{cut[0]} {behind.strip()}".strip(), cut[1], *lines[1:]]
    found = WHO.match(lines[0]) if lines else None
    if found is None or not _is_who(found[1]) or labelled(lines[0]):
        return [*lines]
    return [lines[0][found.end() :].strip(), found[1].strip(), *lines[1:]]


def _is_who(text: str) -> bool:
    """Return whether what stands before a colon is surely a person: with a title or where they work behind them."""
    if not names_people(text) or ROOM_WORDS.match(text):
        return False
    people = people_in(text)
    return "(" in text and text.rstrip().endswith(")") and bool(people) or any(person.affiliation for person in people)


def _leads_session(line: str) -> bool:
    label = labelled(line)
    return label is not None and label[0] == "chairs" and names_people(label[1], True)


def _names_somebody(talk: Sequence[str], employers: bool) -> bool:
    below = any(names_people(line, True) for line in talk[1:])
    return below or bool(title_and_people_in(talk[0], employers)[1])
