"""Answers to read by eye: some drawn by chance with a fixed seed, and every refusal that holds a fact among them.

The answers are those of `charlotte answer QUESTIONS.jsonl --out ANSWERS.jsonl`; only events whose data may be quoted
are named by --event.

cd server && python -m benchmarks.answers_sample QUESTIONS.jsonl… --answers ANSWERS.jsonl --event ID… > PAGE.md
"""

import argparse
import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

SEED = 20260418
COUNT = 30
CLOCK = re.compile(r"\b\d{1,2}([:.h]\d\d|\s?(am|pm|Uhr|h)\b)")
QUOTED = re.compile(r"[«“„»]\s?\w")
HEAD = """# Thirty answers

Drawn by chance (seed {seed}) from the {of} questions about {events} that Charlotte is tried with, answered by
`charlotte answer`: the embedded dialogue, no language model. Every answer that should be a refusal and yet holds a fact
(a time, a quotation or a source) is among them: {held} of {refusals}. Nothing was left out or mended;
`python -m benchmarks.answers_sample` writes this page. Titles, names and rooms are those of the congresses' own data,
see [NOTICE](../NOTICE).
"""


def holds_a_fact(answer: Mapping[str, Any]) -> bool:
    """Return whether an answer tells a time, quotes something or names a source."""
    text = str(answer["answer"])
    return bool(answer.get("sources") or CLOCK.search(text) or QUOTED.search(text))


def sample(
    questions: Sequence[Mapping[str, Any]], answers: Mapping[str, Mapping[str, Any]]
) -> tuple[list[Mapping[str, Any]], int, int]:
    """Return the questions to show in their own order, and how many of how many refusals hold a fact."""
    refusals = [row for row in questions if row["expected"].get("must_refuse")]
    odd = [row for row in refusals if holds_a_fact(answers[row["id"]])]
    rest = [row for row in questions if row not in odd]
    drawn = random.Random(SEED).sample(rest, min(len(rest), max(0, COUNT - len(odd))))
    shown = {row["id"] for row in (*odd, *drawn)}
    return [row for row in questions if row["id"] in shown], len(odd), len(refusals)


def page(questions: Sequence[Mapping[str, Any]], answers: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """Yield the lines of the page."""
    shown, held, refusals = sample(questions, answers)
    events = ", ".join(sorted({row["event"] for row in questions}))
    yield HEAD.format(seed=SEED, of=len(questions), events=events, held=held, refusals=refusals)
    event = None
    for row in shown:
        if row["event"] != event:
            event = row["event"]
            yield f"## {event}\n"
        answer = answers[row["id"]]
        for turn in row.get("history", ()):
            yield f"{turn['role']}: {_plain(turn['content'])}  "
        yield f"**{_plain(row['question'])}** ({row['lang']}, {row['kind']}, at {row['now'][:16].replace('T', ' ')})\n"
        yield f"> {_plain(answer['answer'])}\n"
        if sources := answer.get("sources"):
            yield f"Sources: {'; '.join(dict.fromkeys(_source(one) for one in sources))}\n"


def _source(source: Mapping[str, Any]) -> str:
    page_number = f", page {source['page']}" if source.get("page") else ""
    return f"{source['kind']} “{_plain(str(source.get('title') or source['id']))}”{page_number}"


def _plain(text: str) -> str:
    return re.sub(r"([*_`<>\[\]|])", r"\\\1", " / ".join(line.strip() for line in text.splitlines() if line.strip()))


def main() -> None:
    """Parse the command line and print the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", type=Path, nargs="+")
    parser.add_argument("--answers", type=Path, required=True)
    parser.add_argument("--event", action="append", required=True, help="whose data may be quoted; can be repeated")
    told = parser.parse_args()
    rows = [
        json.loads(line) for file in told.questions for line in file.read_text("utf-8").splitlines() if line.strip()
    ]
    answered = {one["id"]: one for one in map(json.loads, told.answers.read_text("utf-8").splitlines())}
    allowed = [row for row in rows if row["event"] in told.event and row["id"] in answered]
    print("\n".join(page(allowed, answered)).rstrip())


if __name__ == "__main__":
    main()
