"""The two columns that make a name: `Vorname` and `Nachname`, `nom` and `prénom`, `nome` and `cognome`."""

from collections.abc import Sequence
from itertools import permutations

from charlotte.congress.importers.shapes.values.words import name_score

LEAST = 0.7
"""`nom` and `nome` alone are any name; beside the other half each is what it says."""


def name_pair(columns: Sequence[str]) -> tuple[str, str] | None:
    """Return the columns of the first and of the last name."""
    firsts = [column for column in columns if name_score("first_name", column) >= LEAST]
    lasts = [column for column in columns if name_score("last_name", column) >= LEAST]
    pairs = [pair for pair in permutations({*firsts, *lasts}, 2) if pair[0] in firsts and pair[1] in lasts]
    return max(
        pairs,
        key=lambda pair: (name_score("first_name", pair[0]) + name_score("last_name", pair[1]), pair),
        default=None,
    )
