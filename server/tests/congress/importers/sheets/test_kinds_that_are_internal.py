"""Run sheets with rows for the crew, which a list of kinds beside them calls internal. Invented."""

from support.workbooks import agenda, workbook

HEADER = ["No", "Start", "End", "Code", "Title", "Who"]
ROWS = [
    HEADER,
    [1, "2027-03-05 08:00", "08:30", "CREW", "Sound check", "Tom Ness"],
    [2, "2027-03-05 09:00", "09:30", "TALK", "Bread for barges", "Ada Orr"],
    [3, "2027-03-05 09:30", "10:30", "INT", "Why we shiver", "Bo Lie"],
    [4, "2027-03-05 10:30", "11:00", "TALK", "Ovens on wheels", "Eve Moss"],
    [5, "2027-03-05 11:00", "11:30", "CREW", "Strike the stage", "Tom Ness"],
]


def test_rows_of_a_kind_that_a_list_calls_internal_are_left_out() -> None:
    codes = [["TALK", "A talk"], ["INT", "Internal medicine"], ["CREW", "For us, not in the programme"]]
    read = agenda(("run.xlsx", workbook({"Run": ROWS, "Codes": codes})))
    assert [one.title for one in read.sessions] == ["Bread for barges", "Why we shiver", "Ovens on wheels"]
    assert {one.code for one in read.warnings} >= {"not_shown"}


def test_without_such_a_list_all_rows_are_told() -> None:
    codes = [["TALK", "A talk"], ["INT", "Internal medicine"], ["CREW", "Stage"]]
    read = agenda(("run.xlsx", workbook({"Run": ROWS, "Codes": codes})))
    assert len(read.sessions) == len(ROWS) - 1
