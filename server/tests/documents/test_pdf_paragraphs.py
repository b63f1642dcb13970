"""Paragraphs of a narrow column: what was only broken is whole, and each style of a talk has a line of its own."""

from charlotte.documents.pdf.paragraphs import SetLine, paragraphs_of

PLAIN, BOLD, SLANTED = "Serif", "Serif-Bold", "Serif-Italic"
WIDE = 4.0
"""Points for each sign."""


def _set(*lines: tuple[float, float, tuple[tuple[str, str], ...]]) -> list[SetLine]:
    made = []
    for left, bottom, styled in lines:
        text = " ".join(said for _, said in styled)
        made.append(SetLine(1, left, left + WIDE * len(text), bottom, 8.0, styled))
    return made


COLUMN = _set(
    (40, 700, ((BOLD, "9.30–10.15 Eröffnungsvortrag: Wie Moore"),)),
    (40, 690, ((BOLD, "das Wasser halten"),)),
    (40, 681, ((SLANTED, "Dr. Silke Brunn · Torfsaal"),)),
    (40, 660, ((PLAIN, "10.30"), (BOLD, "Wollgras auf dem"), (SLANTED, "Jonas Riedl,"))),
    (80, 650, ((SLANTED, "Bremen"),)),
    (40, 630, ((PLAIN, "10.50"), (BOLD, "Torffrei gärtnern, auch mitten in"))),
    (80, 620, ((BOLD, "der Stadt"), (SLANTED, "Mara Witt"))),
    (40, 600, ((PLAIN, "11.10"), (BOLD, "Kreuzottern zählen"), (SLANTED, "Ole Harms"))),
    (40, 580, ((BOLD, "Pause"),)),
    (40, 570, ((BOLD, "Abschied"),)),
)


def _told() -> dict[int, str]:
    return {group[0]: text for group, text in paragraphs_of(COLUMN)}


def test_a_heading_goes_on_in_the_line_below_a_full_one() -> None:
    assert _told()[0] == "9.30–10.15 Eröffnungsvortrag: Wie Moore das Wasser halten"


def test_a_talk_tells_its_title_and_below_it_who_speaks_however_its_lines_break() -> None:
    told = _told()
    assert told[3] == "10.30 Wollgras auf dem\nJonas Riedl, Bremen"
    assert told[5] == "10.50 Torffrei gärtnern, auch mitten in der Stadt\nMara Witt"
    assert told[7] == "11.10 Kreuzottern zählen\nOle Harms"


def test_short_lines_below_each_other_stay_apart() -> None:
    assert 8 not in _told() and 9 not in _told()


def test_words_in_italics_within_a_title_do_not_part_it() -> None:
    column = _set(
        (40, 700, ((PLAIN, "9.00"), (BOLD, "Why"), (SLANTED, "Sphagnum"), (BOLD, "matters more"))),
        (40, 680, ((PLAIN, "9.20"), (BOLD, "Counting"), (SLANTED, "Drosera"), (BOLD, "by night"))),
        (40, 660, ((PLAIN, "9.40"), (BOLD, "Peat"), (SLANTED, "Ada Orr"))),
    )
    assert paragraphs_of(column) == []


def test_a_talk_goes_on_below_its_time_where_nothing_hangs_out() -> None:
    column = _set(
        (40, 700, ((PLAIN, "9.00"), (BOLD, "Torf und Zeit: eine lange"))),
        (40, 690, ((BOLD, "Geschichte"), (SLANTED, "Ada Orr"))),
        (40, 670, ((PLAIN, "9.20"), (BOLD, "Binsen"), (SLANTED, "Bo Lie"))),
        (40, 650, ((BOLD, "Pause"),)),
    )
    assert {group[0]: text for group, text in paragraphs_of(column)} == {
        0: "9.00 Torf und Zeit: eine lange Geschichte\nAda Orr",
        2: "9.20 Binsen\nBo Lie",
    }


def test_capitals_that_close_a_bracket_go_on_in_it() -> None:
    lines = _set(
        (40, 700, ((BOLD, "9.30–10.15 Das Moor vor Gericht (für den"),)),
        (40, 690, ((BOLD, "NABU)"),)),
        (40, 681, ((SLANTED, "Dr. Silke Brunn"),)),
        (40, 660, ((BOLD, "10.30–11.15 Torf im Garten, und was dann"),)),
        (40, 650, ((BOLD, "ABGESAGT"),)),
        (40, 620, ((PLAIN, "Zugang über den Hof"),)),
    )
    told = [text for _, text in paragraphs_of(lines)]
    assert told == [
        "9.30–10.15 Das Moor vor Gericht (für den NABU)",
        "10.30–11.15 Torf im Garten, und was dann\nABGESAGT",
    ]
