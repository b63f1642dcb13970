"""Who in a newer list is who of the list before: certain, or not at all."""

import pytest

from charlotte.congress.importers.attendees.reading import Attendee
from charlotte.ledger.registration_matches import same_registrations


def people(*told: str) -> list[Attendee]:
    """Write "code address first last" with `-` for what is not there."""
    rows = ([("" if word == "-" else word) for word in one.split()] for one in told)
    return [
        Attendee(code, email, first, last, ticket="", is_valid=True, was_checked_in=False)
        for code, email, first, last in rows
    ]


ANNA, LUCA = "AB1 anna@x.org Anna Rossi", "CD2 luca@x.org Luca Bianchi"


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        pytest.param([ANNA, LUCA], [LUCA, ANNA], {0: 1, 1: 0}, id="in another order"),
        pytest.param([ANNA], ["AB1 rossi@y.org Anna Rossi"], {0: 0}, id="a new address"),
        pytest.param([ANNA], ["EF3 anna@x.org Anna Rossi"], {0: 0}, id="a new code"),
        pytest.param([ANNA], ["ab-1 ANNA@x.org Rossi Anna"], {0: 0}, id="written otherwise"),
        pytest.param([ANNA], ["AB1 rossi@y.org Ana Rosi"], {0: 0}, id="a slip that was mended"),
        pytest.param([ANNA], ["AB1 - - Rossi"], {0: 0}, id="a list that says less"),
        pytest.param([ANNA], ["AB1 rossi@y.org - -"], {0: 0}, id="a new address, no names"),
        pytest.param([ANNA], ["EF3 anna@x.org - -"], {0: 0}, id="a new code, no names"),
        pytest.param([ANNA], ["EF3 rossi@y.org Anna Rossi"], {}, id="only the name"),
        pytest.param([ANNA], ["AB1 luca@x.org Luca Bianchi"], {}, id="a ticket given away"),
        pytest.param([ANNA], ["AB1 anna@x.org Luca Bianchi"], {}, id="given away by who bought it"),
        pytest.param([ANNA], ["AB1 m@x.org Marco Rossi"], {}, id="given away in the family"),
        pytest.param(
            [ANNA], ["AB1 l@x.org Luca Neri", "EF3 anna@x.org Anna Rossi"], {1: 0}, id="given away for another"
        ),
        pytest.param(["AB1 a@x.org - -"], ["AB1 l@x.org - -", "EF3 a@x.org - -"], {}, id="code and address disagree"),
        pytest.param(["AB1 a@x.org - -", "CD2 l@x.org - -"], ["AB1 l@x.org - -"], {}, id="they disagree before"),
        pytest.param(
            ["AB1 firm@x.org Anna Rossi", "CD2 firm@x.org Luca Bianchi"],
            ["EF3 firm@x.org Luca Bianchi", "GH4 firm@x.org Anna Rossi"],
            {0: 1, 1: 0},
            id="one address for all",
        ),
        pytest.param(
            ["AB1 firm@x.org - -", "CD2 firm@x.org - -"],
            ["AB1 firm@x.org - -", "EF3 firm@x.org - -"],
            {0: 0},
            id="one address for all, no names",
        ),
        pytest.param(
            ["AB1 a@x.org Anna Rossi", "AB1 l@x.org Luca Bianchi"],
            ["AB1 neu@x.org Luca Bianchi", "AB1 a@x.org Anna Rossi"],
            {0: 1, 1: 0},
            id="one code for all of an order",
        ),
        pytest.param(["AB1 - Anna Rossi", "AB1 - Anna Rossi"], ["AB1 - Anna Rossi"], {0: 0}, id="twins"),
        pytest.param(["- - Anna Rossi"], ["- - Anna Rossi"], {0: 0}, id="nothing but a name, as before"),
        pytest.param([ANNA], [], {}, id="an empty list"),
    ],
)
def test_who_is_the_same(before: list[str], after: list[str], same: dict[int, int]) -> None:
    assert same_registrations(people(*before), people(*after)) == same


def test_an_address_that_everybody_has_is_nobodys_and_is_compared_at_once() -> None:
    before = people(*(f"C{number} no@x.org - -" for number in range(20_000)))
    after = people(*(f"D{number} no@x.org - -" for number in range(20_000)))
    assert same_registrations(before, after) == {}
    assert len(same_registrations(before, before)) == 20_000
