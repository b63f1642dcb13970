"""Lines of a table that are no rows: "Moderatori: A. Rossi, B. Verdi" below a session, sponsors, notes, sums."""

import re
from collections.abc import Sequence

from charlotte.congress.importers.shapes.people.roles import labelled, says_that_they_chair
from charlotte.congress.importers.shapes.rows import Row
from charlotte.congress.importers.shapes.values.words import best_name

INTRODUCE = re.compile(
    r"(?:introdu\w+|présent[ée]e? par|presenta\w*|einführung\w*|eingeführt von)\s*:\s*", re.IGNORECASE
)
ASIDE = re.compile(
    r"\W*(?:n\.\s?b\.|nb\b|nota\b|notes?\b|hinweise?\b|anmerkung(?:en)?\b|remarques?\b|avviso\b|"
    r"con (?:il|el|la) (?:contribut|sostegn|patrocin|support|apoyo|colabora)\w*|"
    r"avec le (?:soutien|concours|partenariat)|"
    r"mit (?:freundlicher |der )?unterstützung|(?:kindly )?(?:sponsored|supported) by|gesponsert von|"
    r"patrocinad[oa] por|"
    r"colaboran?:|sponsor\w*:|offert[oa]? (?:da|par)\b)",
    re.IGNORECASE,
)
"""What a line begins with that the office or a sponsor says beside the programme."""
SUM = re.compile(
    r"\W*(?:(?:grand |sub)?total\w*|summe|gesamt\w*|insgesamt|somme|suma|durata complessiva|dur[ée]e totale|"
    r"duraci[óo]n total)\b[^.?!]{0,30}",
    re.IGNORECASE,
)
FIGURE = re.compile(
    r"\d+(?:[.,:h]\d+)*\s*(?:h|min\w*|ore|stunden|std\.?|hours?|heures?|horas?|'|’|′)?\.?", re.IGNORECASE
)
PAIR = 2
COLUMNS = {"chairs": "chairs", "speakers": "speakers"}


def people_line(filled: Sequence[str]) -> tuple[str, str] | None:
    """Return whom a line that says nothing else names, as `chairs` or `speakers`, and the names with their label."""
    told = list(dict.fromkeys(filled))
    if len(told) == PAIR and says_that_they_chair(told[0]):
        return "chairs", f"{told[0].strip(' :.')}: {told[1]}"
    if len(told) == 1 and (introduced := INTRODUCE.match(told[0])) is not None:
        return "chairs", told[0][introduced.end() :]
    found = labelled(told[0]) if len(told) == 1 else None
    if found is None or found[0] not in COLUMNS or ":" not in told[0].removesuffix(found[1]):
        return None
    return found[0], told[0]


def is_aside(filled: Sequence[str]) -> bool:
    """Return whether a line says something beside the programme, or sums it up, and is no row of it."""
    sums = [cell for cell in filled if SUM.fullmatch(cell)]
    if len(filled) > 1 and len({*sums}) == 1:
        return all(cell in sums or FIGURE.fullmatch(cell) for cell in filled)
    return len(set(filled)) == 1 and ASIDE.match(filled[0]) is not None


def with_people(row: Row, kind: str, names: str) -> None:
    """Add to a row whom such a line names."""
    column = next((one for one in row.cells if best_name(one)[0] == kind), COLUMNS[kind])
    said = row.text(column)
    if names not in said:
        row.cells[column] = "\n".join(filter(None, (said, names)))
