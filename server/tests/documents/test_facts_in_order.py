"""Facts in JSON stand under the heading that they are told under, and under no other."""

from charlotte.documents.formats import reader_of

RAW = (
    b'{"wifi": {"network": "KILN", "hint": {"text": "One device."}}, "photos": "No flash.", "cloakroom": {"price": 2}}'
)


def test_what_is_told_behind_a_group_is_no_part_of_it() -> None:
    blocks = [(block.kind, block.text) for block in reader_of("facts.json")(RAW).blocks]
    assert blocks.index(("item", "photos: No flash.")) < blocks.index(("heading", "wifi"))
    assert blocks[blocks.index(("heading", "cloakroom")) + 1] == ("item", "price: 2")


def test_the_hours_of_a_day_stay_with_their_day() -> None:
    raw = b'{"hours": [{"day": "Friday", "opens": "07:45", "closes": "18:15"}, {"day": "Saturday", "opens": "08:00"}]}'
    items = [block.text for block in reader_of("facts.json")(raw).blocks if block.kind == "item"]
    assert items == ["day: Friday; opens: 07:45; closes: 18:15", "day: Saturday; opens: 08:00"]
