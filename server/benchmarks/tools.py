"""The tools alone, without anybody's understanding: is the right session first, or among the results?

The sessions that questions are about are looked up as a model would: by title, half of it, a misheard title, a
speaker, a misheard speaker, and room with time. Sessions of a title in several rows count as one.

cd server && python -m benchmarks.tools QUESTIONS.jsonl… --data DIR
(DIR: a data folder into which `charlotte import` loaded the events that the questions name)
"""

import argparse
import asyncio
import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).parents[1] / "tests"))

from charlotte.clock import StoppedClock, SystemClock
from charlotte.congress.congresses import Congresses
from charlotte.congress.model import Session
from charlotte.congress.programme import Programme
from charlotte.database import connect
from charlotte.tools.congress_tools import CONGRESS_TOOLS
from charlotte.tools.tool import ToolContext
from support.mishearing import misheard

from .summary import machine

SEED = 20260418


@dataclass(frozen=True)
class Gold:
    """A session that a question in some language is about."""

    session: Session
    programme: Programme
    language: str
    now: datetime


@dataclass(frozen=True)
class Asked:
    """One call of a tool."""

    tool: str
    by: str
    arguments: Mapping[str, Any]


class Shelf:
    """The programmes that were read."""

    def __init__(self, held: Mapping[str, Programme]) -> None:
        self._held = held

    async def programme(self, event_id: str) -> Programme:
        """Return a programme."""
        return self._held[event_id]


def calls_for(session: Session, programme: Programme, chance: random.Random) -> Iterator[Asked]:
    """Yield the calls that look for a session."""
    title = re.sub(r"\s+", " ", session.title)
    words = title.split()
    yield Asked("find_sessions", "title", {"query": title})
    if len(words) > 3:
        yield Asked("find_sessions", "half title", {"query": " ".join(words[: (len(words) + 1) // 2])})
    yield Asked("find_sessions", "misheard title", {"query": misheard(title, chance)})
    for person in session.speakers[:1]:
        yield Asked("find_speaker", "speaker", {"name": person.name})
        yield Asked("find_speaker", "misheard speaker", {"name": misheard(person.name, chance)})
        yield Asked("find_sessions", "speaker", {"speaker": person.name})
    day = programme.day(session)
    if session.room and session.start and day:
        slot = {"room": session.room, "when": f"{session.start:%H:%M}", "day": day.isoformat()}
        yield Asked("whats_on", "room and time", slot)
    yield Asked("session_details", "id", {"session_id": session.id})


def found_in(result: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """Return the ids that a result gives as its answer, and those that it gives beside."""
    if result["type"] == "speaker":
        people = [result.get("speaker") or {}, *result.get("alternatives", [])]
        held = [[session["id"] for session in person.get("sessions", [])] for person in people]
        return held[0], [one for ids in held[1:] for one in ids]
    if result["type"] == "session":
        return [result["session"]["id"]] if result.get("session") else [], []
    beside = [*result.get("alternatives", []), *result.get("next_sessions", [])]
    return [one["id"] for one in result["sessions"]], [one["id"] for one in beside]


async def measured(golds: Sequence[Gold], shelf: Shelf) -> list[dict[str, Any]]:
    """Call the tools and note where the session stands in each result."""
    chance, rows = random.Random(SEED), []
    for gold in golds:
        congress = gold.programme.congress
        context = ToolContext(congress.id, StoppedClock(gold.now), gold.language, "benchmark", shelf)
        same = {gold.session.id, *(other.id for other in gold.programme.other_listings(gold.session))}
        for asked in calls_for(gold.session, gold.programme, chance):
            result = await CONGRESS_TOOLS[asked.tool].run(context, asked.arguments)
            answer, beside = found_in(result.model_dump(mode="json"))
            # A speaker's sessions come in order of time: all of them are the answer.
            first = answer if asked.by.endswith("speaker") else answer[:1]
            rows.append(
                {
                    "tool": asked.tool,
                    "by": asked.by,
                    "language": gold.language,
                    "event": congress.id,
                    "arguments": dict(asked.arguments),
                    "wanted": gold.session.id,
                    "match": result.match,
                    "first": bool(same & set(first)),
                    "in": bool(same & {*answer, *beside}),
                }
            )
    return rows


async def golds_of(files: Sequence[Path], congresses: Congresses) -> tuple[list[Gold], dict[str, Programme], int]:
    """Return each session once a language, the programmes, and how many ids are in no programme that is loaded."""
    rows = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines() if line.strip()]
    held: dict[str, Programme] = {}
    golds: dict[tuple[str, str, str], Gold] = {}
    unknown: set[tuple[str, str]] = set()
    for row in rows:
        event, ids = row["event"], row.get("expected", {}).get("session_ids") or []
        if row.get("dataset_variant") or not ids:
            continue
        if event not in held:
            held[event] = await congresses.programme(event)
        for one in map(str, ids):
            session = held[event].by_id.get(one)
            if session is None:
                unknown.add((event, one))
                continue
            now = datetime.fromisoformat(row["now"])
            golds.setdefault((event, one, row["lang"]), Gold(session, held[event], row["lang"], now))
    return list(golds.values()), held, len(unknown)


def tables(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield a table a tool: the shares by way of asking and language."""
    languages = sorted({row["language"] for row in rows})
    for tool in dict.fromkeys(row["tool"] for row in rows):
        yield f"\n{tool} (right one first / among the results, of n)"
        yield f"{'by':<18}" + "".join(f"{language:>20}" for language in languages)
        counted: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
        for row in rows:
            if row["tool"] == tool:
                counted[row["by"], row["language"]].append(row)
        for by in dict.fromkeys(row["by"] for row in rows if row["tool"] == tool):
            cells = []
            for language in languages:
                held = counted[by, language]
                first, among = sum(row["first"] for row in held), sum(row["in"] for row in held)
                share = f"{first / len(held):.0%} / {among / len(held):.0%} of {len(held)}" if held else "-"
                cells.append(f"{share:>20}")
            yield f"{by:<18}" + "".join(cells)


async def run(files: Sequence[Path], data: Path) -> list[dict[str, Any]]:
    """Measure and print; return every call."""
    engine = connect(data)
    try:
        golds, held, unknown = await golds_of(files, Congresses(engine, SystemClock()))
    finally:
        await engine.dispose()
    rows = await measured(golds, Shelf(held))
    print(json.dumps({"machine": machine(), "sessions": len(golds), "not_loaded": unknown, "calls": len(rows)}))
    print("\n".join(tables(rows)))
    return rows


def main() -> None:
    """Parse the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", type=Path, nargs="+", help="rows with event, lang, now, expected")
    parser.add_argument("--data", type=Path, required=True, help="folder into which the events were imported")
    parser.add_argument("--rows", type=Path, help="write every call to this file")
    told = parser.parse_args()
    rows = asyncio.run(run(told.questions, told.data))
    if told.rows is not None:
        told.rows.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
