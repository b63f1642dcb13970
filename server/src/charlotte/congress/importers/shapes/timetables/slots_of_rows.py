"""Plans with several lines to a slot: in the first what is held, below it who speaks, and from where."""

from collections.abc import Sequence

from charlotte.congress.importers.shapes.values.people_lines import names_people

MOSTLY = 0.6
FEWEST = 2


def with_whole_slots(
    rows: Sequence[Sequence[str]], spread: Sequence[Sequence[str]], first: int
) -> Sequence[Sequence[str]]:
    """Return a plan's rows with each slot in its first one, where the lines below the first name people.

    `rows` have merged cells in their first place only, `spread` wherever they stand; slots begin in the row `first`.
    """
    slots = _slots(rows, spread, first)
    several = [slot for slot in slots if len(slot) > 1]
    below = [cell for slot in several for cell in rows[slot[1]][1:] if cell]
    people = sum(1 for cell in below if "\n" not in cell and names_people(cell, True))
    if len(several) < max(FEWEST, MOSTLY * len(slots)) or people < max(FEWEST, MOSTLY * len(below)):
        return spread
    found = [list(row) for row in spread]
    for slot in several:
        for column in range(1, len(spread[slot[0]])):
            said = [rows[at][column] for at in slot if column < len(rows[at]) and rows[at][column]]
            if len(said) < 2:  # noqa: PLR2004 - nothing to put together
                continue
            found[slot[0]][column] = "\n".join(said)
            for at in slot[1:]:
                found[at][column] = ""
    return found


def _slots(rows: Sequence[Sequence[str]], spread: Sequence[Sequence[str]], first: int) -> list[list[int]]:
    """Return the rows of each slot: those that begin with its time, or leave it out."""
    slots: list[list[int]] = []
    for at in range(first, len(rows)):
        if not any(rows[at]):
            continue
        if slots and (not rows[at][0] or spread[at][0] == spread[slots[-1][0]][0]):
            slots[-1].append(at)
        else:
            slots.append([at])
    return slots
