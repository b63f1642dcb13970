"""What stands beside a time in a document and became no session: staff are told of each, with page and words."""

import re
from collections.abc import Iterator, Sequence

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.shapes.leaflets.leaflet import ENDINGS, LOOK_AHEAD, heads_several
from charlotte.congress.importers.shapes.leaflets.lines import Line, lines_of
from charlotte.congress.model import RowWarning, Session
from charlotte.congress.search.folding import fold

WORD = re.compile(r"[^\W\d_]{4,}")
MOST = 100
MOSTLY = 0.5
"""Of a line's words, the share that sessions must have for it to be theirs."""
LONGEST_TOLD = 80


def unread(documents: Sequence[Document], sessions: Sequence[Session]) -> Iterator[RowWarning]:
    """Yield a warning for each line that begins with a time and whose words no session has that was read."""
    told = {word for session in sessions for word in _words(_all_of(session))}
    for document in documents:
        if not document.name.casefold().endswith(ENDINGS):
            continue
        try:
            lines = lines_of(document.name, document.paper)
        except UnreadableFile:
            continue
        timed = [at for at, line in enumerate(lines) if line.time and _words(line.rest)]
        lost = [
            lines[at]
            for at in timed
            if not _is_told(lines[at], told) and not heads_several(lines[at : at + LOOK_AHEAD])
        ]
        if len(lost) < len(timed):  # else it is no programme
            yield from (_warning(line) for line in lost[:MOST])


def _is_told(line: Line, told: set[str]) -> bool:
    words = _words(line.rest)
    return sum(word in told for word in words) >= MOSTLY * len(words)


def _words(text: str) -> list[str]:
    return WORD.findall(fold(text))


def _all_of(session: Session) -> str:
    people = (f"{one.name} {one.affiliation or ''}" for one in (*session.speakers, *session.chairs))
    texts = (session.title, session.room, session.subtitle, session.abstract, session.track, session.kind)
    return " ".join([*(text for text in texts if text), *people])


def _warning(line: Line) -> RowWarning:
    text = line.rest.replace("\v", " ")[:LONGEST_TOLD]
    message = f"{text!r}, which stands beside {line.time}, was not read as a session."
    return RowWarning(line.place, "not_read", message, {"text": text, "time": line.time})
