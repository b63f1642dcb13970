"""Facts in JSON stand under the heading that they are told under, and under no other."""

from charlotte.documents.formats import reader_of

RAW = (
    b'{"wifi": {"network": "KILN", "hint": {"text": "One device."}}, "photos": "No flash.", "cloakroom": {"price": 2}}'
)


def test_what_is_told_behind_a_group_is_no_part_of_it() -> None:
    blocks = [(block.kind, block.text) for block in reader_of("facts.json")(RAW).blocks]
    assert blocks.index(("item", "photos: No flash.")) < blocks.index(("heading", "wifi"))
    assert blocks[blocks.index(("heading", "cloakroom")) + 1] == ("item", "price: 2")
