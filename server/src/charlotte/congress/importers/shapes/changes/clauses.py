"""One sentence that tells what becomes of several sessions: "« Wax » goes to the Loft, « Honey » to the Barn"."""

import re
from collections.abc import Callable, Iterator, Sequence, Set
from itertools import pairwise

from charlotte.congress.importers.draft import Draft
from charlotte.congress.importers.shapes.changes.named_by_title import QUOTED, SHORTEST_TITLE, bare_words
from charlotte.congress.importers.wording import plain, without_mark

TAIL = re.compile(r"[,;]\s[^,;]*$|\s(?:and|und|et|e|y)\s+\w*$")
"""What leads to the next session: ", as a result the …"."""
EDGES = " ,;–—-"


def clauses_of(
    text: str, drafts: Sequence[Draft], facts_in: Callable[[str], Set[str]], tells_change: Callable[[str], bool]
) -> list[str]:
    """Return a sentence cut before each session that it names, where a room or a time is told behind every one.

    That they change is told before the second; else they are lines of a programme, the last of which is cancelled.
    """
    mentions = list(_mentions(text, drafts))
    if len(mentions) < 2:
        return [text]
    begins = [start for start, _ in mentions]
    if not tells_change(text[: begins[1]]):
        return [text]
    ends = [*begins[1:], len(text)]
    if not all(facts_in(text[last:end]) for (_, last), end in zip(mentions, ends, strict=True)):
        return [text]
    return [_without_tail(text[start:end], facts_in) for start, end in zip(begins, ends, strict=True)]


def _mentions(text: str, drafts: Sequence[Draft]) -> Iterator[tuple[int, int]]:
    """Yield where a sentence names sessions, by the whole title or by a piece of it in quotation marks."""
    titles = {without_mark(plain(one.title)) for one in drafts if not one.repeated}
    words = {title: f" {bare_words(title)} " for title in titles}
    spans = [
        (found.start(), found.end())
        for found in QUOTED.finditer(text)
        if sum(f" {bare_words(found[1])} " in said for said in words.values()) == 1
    ]
    for title in titles:
        if len(title) >= SHORTEST_TITLE and " " in title and title.casefold() in text.casefold():
            spans += [(one.start(), one.end()) for one in re.finditer(rf"(?<!\w){re.escape(title)}(?!\w)", text, re.I)]
    spans.sort(key=lambda span: (span[0], -span[1]))
    whole: list[tuple[int, int]] = []
    for span in spans:
        if not whole or span[0] >= whole[-1][1]:
            whole.append(span)
    yield from whole if all(one[1] <= two[0] for one, two in pairwise(whole)) else ()


def _without_tail(clause: str, facts_in: Callable[[str], Set[str]]) -> str:
    tail = TAIL.search(clause)
    return clause[: tail.start() if tail and not facts_in(tail[0]) else None].strip(EDGES)
