"""The two files of Softconf's START that make proceedings: `order`, which is the programme, and `db`, its papers.

An order has a mark before each line: `*` a day, `=` a session, `+` and `!` what holds no papers, and papers by their
numbers, `@` before posters. Behind `#` stands a remark, and `%room Hall 2 %chair Ada Orr` anywhere.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from charlotte.congress.importers.shapes.people.name_order import first_name_first
from charlotte.congress.importers.shapes.times.day_line import is_day
from charlotte.congress.importers.wording import is_cancelled
from charlotte.documents.latex.letters import accented

DAY = re.compile(r"^\*[ \t]+([^#\n]{4,80})", re.MULTILINE)
TIMED = re.compile(r"^(?:[=+!]\s+|(?:@\s*)?\d+(?:-\w+)?\s+)\d{1,2}:\d{2}--\d{1,2}:\d{2}\b", re.MULTILINE)
"""A mark or a number, and a time with two dashes, as START wants it."""
TIME = re.compile(r"(\d{1,2}:\d{2})\s*(?:--|[-–—])\s*(\d{1,2}:\d{2})\s*")
PAPER = re.compile(r"(?:@\s*)?(\d+(?:-\w+)?)(?=\s|$)\s*")
TOLD = re.compile(r"%([A-Za-z]+)\d?\s+([^%#]+)")
FIELDS = {"room": "room", "loc": "room", "location": "room", "chair": "chairs", "by": "speakers", "speaker": "speakers"}
RECORD = re.compile(r"^([A-Z]):\s*(.*)$", re.MULTILINE)
GOES_ON = re.compile(r"\n[ \t]+(?=\S)")
ACCENTED = re.compile(r"""\{?\\(?:(['`^"~=.])\s?\{?\\?([^\W\d_])\}?|([cvuHrkd])\{([^\W\d_])\})\}?""")
"""A letter with its accent as LaTeX writes it, which databases may: `{\"u}`, `\v{s}`."""
BRACES = re.compile(r"[{}]")
FEWEST = 2
SHORTEST = 4
"""Words of a remark behind a paper that is its title, as START writes it; less of them may be who speaks."""


def tree_in(text: str) -> Any:
    """Return the sessions of an order or the papers of its database; None where a text is neither."""
    if any(is_day(said.strip()) for said in DAY.findall(text)) and len(TIMED.findall(text)) >= FEWEST:
        return {"sessions": _sessions(text)}
    if text.lstrip().startswith("P:") and len(re.findall(r"^P:", text, re.MULTILINE)) >= FEWEST:
        return {"papers": [*_papers(text)]}
    return None


def _sessions(text: str) -> list[dict[str, Any]]:
    """Return what an order holds; papers behind a break go on with the session before it, posters do not."""
    found: list[dict[str, Any]] = []
    day, holder = "", None
    for line in (line.strip() for line in text.splitlines()):
        mark, rest = line[:1], line[1:].strip()
        if mark == "*":
            day, holder = rest.partition("#")[0].strip(), None
        elif mark and mark in "=+!" or mark == "@" and TIME.match(rest):
            found.append({"day": day, **_event(rest), "talks": []})
            holder = found[-1] if mark in "=@" or holder is None else holder
        elif holder is not None and (paper := PAPER.match(line)) is not None:
            (found[-1] if mark == "@" else holder)["talks"].append(_talk(line, paper))
    return [_placed(one) for one in found]


def _talk(line: str, paper: re.Match[str]) -> dict[str, Any]:
    time = TIME.match(line, paper.end())
    start, end = (time[1], time[2]) if time is not None else ("", "")
    remark = TOLD.sub("", line.partition("#")[2]).strip()
    title = remark if len(remark.split()) >= SHORTEST else ""
    return {"paper": paper[1], "title": title, "start": start, "end": end, **_state(remark), **_told_in(line)}


def _state(remark: str) -> dict[str, str]:
    """Return that what a remark stands behind is off, where it says so."""
    return {"status": "cancelled"} if is_cancelled(remark) or is_cancelled(f"[{remark}]") else {}


def _placed(session: dict[str, Any]) -> dict[str, Any]:
    """Return a session with the time of its papers, where it tells none of its own."""
    timed = [one for one in session["talks"] if one["start"]]
    if session["start"] or not timed:
        return session
    return {**session, "start": timed[0]["start"], "end": timed[-1]["end"]}


def _event(said: str) -> dict[str, Any]:
    time = TIME.match(said)
    rest = said[time.end() :] if time is not None else said
    title = TOLD.sub("", rest).partition("#")[0].strip()
    start, end = (time[1], time[2]) if time is not None else ("", "")
    state = _state(TOLD.sub("", rest).partition("#")[2].strip())
    return {"title": title, "start": start, "end": end, **state, **_told_in(rest)}


def _told_in(line: str) -> dict[str, str]:
    """Return the room and the people that a line tells behind `%`."""
    told: dict[str, list[str]] = defaultdict(list)
    for key, value in TOLD.findall(line):
        if (field := FIELDS.get(key.lower())) and value.strip() not in told[field]:
            told[field].append(value.strip())
    return {key: "; ".join(value) for key, value in told.items()}


def _papers(text: str) -> Iterator[dict[str, Any]]:
    paper: dict[str, Any] = {}
    for key, told in RECORD.findall(GOES_ON.sub(" ", text)):
        said = _plain(told)
        if key == "P":
            if paper:
                yield paper
            paper = {"id": said.strip(), "title": "", "authors": []}
        elif key == "T":
            paper["title"] = said.strip()
        elif key == "A":
            paper["authors"].append(first_name_first(said.strip()) or said.strip())
    if paper:
        yield paper


def _plain(said: str) -> str:
    """Return what is said without LaTeX's accents and braces."""
    whole = ACCENTED.sub(lambda found: accented(found[1] or found[3], found[2] or found[4]), said)
    return BRACES.sub("", whole)
