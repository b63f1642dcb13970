"""Sessions that a later mail tells anew: what it says holds, and what it leaves out the earlier one tells."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from charlotte.congress.importers.draft import Draft
from charlotte.congress.importers.wording import BREAK_TITLES, plain, without_mark
from charlotte.congress.model import RowWarning
from charlotte.congress.search.folding import fold


def as_told_last(drafts: Iterable[Draft], sent: Mapping[str, float]) -> Sequence[Draft]:
    """Return drafts, each that a later mail tells at another time or place once; `sent` tells when, by their files."""
    found = list(drafts)
    if len({*sent.values()}) < 2:
        return found
    told: dict[str, dict[float, list[int]]] = defaultdict(lambda: defaultdict(list))
    for at, draft in enumerate(found):
        when = next((when for name, when in sent.items() if draft.row.startswith(f"{name},")), 0.0)
        if when and not draft.repeated and not BREAK_TITLES.search(draft.title):
            told[title_key(draft.title)][when].append(at)
    gone: set[int] = set()
    for by_mail in told.values():
        if len(by_mail) < 2 or any(len(rows) > 1 for rows in by_mail.values()):
            continue
        *earlier, last = (by_mail[when][0] for when in sorted(by_mail))
        before = found[earlier[-1]]
        if found[last].start is None or (found[last].start, found[last].room) == (before.start, before.room):
            continue  # the same, which is told once anyway
        found[last] = _completed(found[last], before)
        gone |= {*earlier}
    return [draft for at, draft in enumerate(found) if at not in gone]


def title_key(title: str) -> str:
    """Return what two spellings of a title have in common."""
    return " ".join(fold(without_mark(plain(title))).split())


def _completed(draft: Draft, before: Draft) -> Draft:
    """Return what a later mail tells of a session with what only an earlier one does."""
    room = before.room if draft.room and draft.room != before.room else ""
    time = f"{before.start:%d.%m.%Y %H:%M}" if before.start is not None and before.start != draft.start else ""
    message = f"{draft.title!r} was changed as a later mail says."
    warning = RowWarning(draft.row, "changed_by_remark", message, {"title": draft.title, "text": draft.row})
    end = draft.end
    if end is None and draft.start is not None and before.start is not None and before.end is not None:
        end = draft.start + (before.end - before.start)
    return replace(
        draft,
        end=end,
        room=draft.room or before.room,
        track=draft.track or before.track,
        format_name=draft.format_name or before.format_name,
        language=draft.language or before.language,
        subtitle=draft.subtitle or before.subtitle,
        abstract=draft.abstract or before.abstract,
        speakers=draft.speakers or before.speakers,
        chairs=draft.chairs or before.chairs,
        moved=True,
        moved_from=f"was {', '.join(filter(None, (room, time)))}",
        warnings=(*draft.warnings, warning),
    )
