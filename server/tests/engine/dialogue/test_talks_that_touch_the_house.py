"""Talks whose subject is also something that visitors need: they are meant where a talk is asked for."""

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from charlotte.congress.importers.draft import Facts
from support import small_congress
from support.conversation import Conversation
from support.libraries import Shelfful, shelfful

pytestmark = pytest.mark.anyio

PROGRAMME = """title,start,end,room,speakers,kind
Allergene Gräser am Feldrand,2027-06-11 09:00,2027-06-11 09:40,Saal Elster,Lea Kunz,Vortrag
Was darf ein Liter Milch kosten?,2027-06-11 09:50,2027-06-11 10:50,Saal Elster,"Rosa Beck, Timo Hahn",Podium
Hecken schneiden im Winter,2027-06-11 11:00,2027-06-11 11:40,Saal Star,Jonas Beck,Vortrag
Weiden und Wege,2027-06-11 11:50,2027-06-11 12:30,Saal Elster,Ute Stolz,Vortrag
Schafe im Weinberg,2027-06-11 14:00,2027-06-11 14:40,Saal Star,Olaf Reim,Vortrag
Bienen am Bahndamm,2027-06-11 14:50,2027-06-11 15:30,Saal Elster,Mia Lenz,Vortrag
Abschluss,2027-06-11 16:00,2027-06-11 16:30,Saal Elster,Rosa Beck,Vortrag
Trockenmauern setzen,2027-06-12 09:00,2027-06-12 09:40,Saal Star,Jonas Beck,Vortrag
Kompost und Kälte,2027-06-12 09:50,2027-06-12 10:30,Saal Elster,Pia Graf,Vortrag
"""
FACTS = Facts(id="feld", name="Feldtage", timezone="Europe/Berlin", start_date=date(2027, 6, 11), languages=("de",))
HOUSE = """# Hinweise

## Mittagessen

Das Mittagessen gibt es in der Scheune. Allergien bitte bei der Anmeldung nennen. Ein Essen kostet 9 Euro.
"""


@pytest.fixture
async def shelf(tmp_path: Path) -> AsyncIterator[Shelfful]:
    async with shelfful(tmp_path, "feld", {"hinweise.md": HOUSE}) as opened:
        yield opened


def visitor(shelf: Shelfful, language: str, at: str = "2027-06-11T08:30+02:00") -> Conversation:
    return small_congress.visitor(PROGRAMME, FACTS, at, language, shelf)


@pytest.mark.parametrize(
    ("language", "asked", "told"),
    [
        ("de", "gibt es etwas über Allergene?", "Allergene Gräser"),
        ("de", "wer sitzt auf dem Podium zum Liter Milch und was er kosten darf?", "Timo Hahn"),
        ("it", "chi c'è alla tavola rotonda sul prezzo di un litro di latte?", "Timo Hahn"),
    ],
)
async def test_a_talk_is_meant_where_one_is_asked_for(shelf: Shelfful, language: str, asked: str, told: str) -> None:
    assert told in await visitor(shelf, language).asks(asked)


@pytest.mark.parametrize(
    ("language", "asked"),
    [("de", "was kostet das Mittagessen?"), ("en", "how much is lunch?"), ("it", "quanto costa il pranzo?")],
)
async def test_what_visitors_pay_is_still_told_by_the_papers(shelf: Shelfful, language: str, asked: str) -> None:
    assert "9 Euro" in await visitor(shelf, language).asks(asked)


@pytest.mark.parametrize("close", ["vor dem Abschluss", "vor der Schlussfeier", "vor der Abschlussrunde"])
async def test_the_last_talk_before_the_close_is_not_the_close(shelf: Shelfful, close: str) -> None:
    assert "Bienen am Bahndamm" in await visitor(shelf, "de").asks(
        f"was kommt heute als Letztes im Saal Elster {close}?"
    )


async def test_whoever_gave_a_talk_is_known_by_it_and_half_a_name(shelf: Shelfful) -> None:
    told = await visitor(shelf, "de", "2027-06-11T17:00+02:00").asks(
        "und der das mit den Hecken gemacht hat, Beck glaube ich, hält der morgen noch was?"
    )
    assert "Trockenmauern setzen" in told
