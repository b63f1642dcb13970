"""Columns that tell of their record and of nothing that is held: when it was written, when a calendar reminds of it."""

import re
from functools import lru_cache

from charlotte.congress.importers.shapes.values.words import words_of

KEPT = frozenset(
    "created updated modified changed synced imported exported generated creato creata aggiornato aggiornata "
    "modificato modificata erstellt geandert aktualisiert cree creee modifie modifiee creado creada actualizado "
    "actualizada modificado modificada etag activity post posted".split()
)
KEPT_BESIDE = frozenset("at on by date time timestamp gmt utc last ultima ultimo derniere letzte il am le el".split())
REMINDS = frozenset("reminder reminders promemoria erinnerung erinnerungen rappel rappels recordatorio".split())
REMINDS_BESIDE = KEPT_BESIDE | frozenset(
    "off data ora datum zeit uhrzeit um du heure fecha hora del di ein aus minutes".split()
)


@lru_cache(maxsize=5_000)
def tells_of_the_record(name: str) -> bool:
    """Return whether a column says when its record was written or is remembered, and nothing of what it tells:
    `created_at`, "Reminder Time"."""
    last = next((words for part in reversed(re.split(r"[.\[\]{}]+", name)) if (words := words_of(part))), ())
    is_written = bool(KEPT & {*last}) and all(word in KEPT or word in KEPT_BESIDE for word in last)
    is_reminded = bool(REMINDS & {*last}) and all(word in REMINDS or word in REMINDS_BESIDE for word in last)
    return is_written or is_reminded
