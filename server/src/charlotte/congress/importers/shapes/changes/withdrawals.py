"""What a letter beside the programme says of somebody who will not come: too unsure to cancel, and told to staff."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from charlotte.congress.importers.draft import Draft
from charlotte.congress.importers.shapes.changes.change_words import tells_change, tells_withdrawal
from charlotte.congress.importers.shapes.changes.told_changes import ToldChange
from charlotte.congress.importers.wording import plain
from charlotte.congress.model import RowWarning
from charlotte.congress.search.folding import fold

MOST_NAMED = 3
"""Sessions that one sentence speaks of; who is named in more is hardly the one who stays away."""
SHORTEST_NAME = 3


def with_withdrawals(drafts: Sequence[Draft], remarks: Iterable[ToldChange]) -> tuple[list[Draft], list[ToldChange]]:
    """Return drafts with a warning where a sentence names somebody who speaks in them, and the other sentences."""
    found, others = [*drafts], []
    for remark in remarks:
        if tells_change(remark.text) or not tells_withdrawal(remark.text):
            others.append(remark)
        else:
            _warn(found, remark)
    return found, others


def _warn(found: list[Draft], remark: ToldChange) -> None:
    said = fold(remark.text)
    named = [at for at, one in enumerate(found) if not one.repeated and not one.cancelled and _names(said, one)]
    for at in named if len(named) <= MOST_NAMED else ():
        title, text = plain(found[at].title), remark.text[:200]
        message = f"{title!r} may not be held as it stands: {text!r}."
        warning = RowWarning(remark.place, "told_beside", message, {"title": title, "text": text})
        found[at] = replace(found[at], warnings=(*found[at].warnings, warning))


def _names(said: str, draft: Draft) -> bool:
    people = (fold(plain(one.name)).split() for one in (*draft.speakers, *draft.chairs))
    return any(
        words and len(words[-1]) >= SHORTEST_NAME and re.search(rf"(?<!\w){re.escape(words[-1])}(?!\w)", said)
        for words in people
    )
