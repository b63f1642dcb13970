"""What documents say of practical facts is proposed once they are read whole, and never by words alone before."""

import asyncio
import json
from pathlib import Path

import numpy as np
from httpx2 import AsyncClient

from charlotte.knowledge.index import Vectors
from charlotte.knowledge.passage import Passage
from charlotte.knowledge.practical_facts import as_told
from support.house import EVENT, house
from support.practical_papers import shelved

PATH = f"/api/staff/events/{EVENT}/proposals"
FACTS = {
    "wifi": {"network": "SALT-GUEST", "code": "brine30", "remark": "Only one device per person."},
    "cloakroom": {"place": "level -1, beside the lift", "price": "free"},
    "dinner": {"dress": "Bring a coat, the deck is open."},
}


class SlowModel:
    """A model that reads only when it is let."""

    name = "slow"

    def __init__(self) -> None:
        self.may_read = asyncio.Event()

    async def question(self, text: str) -> Vectors:
        return np.ones(4, dtype=np.float32)

    async def passages(self, texts: list[str]) -> Vectors:
        await self.may_read.wait()
        return np.ones((len(texts), 4), dtype=np.float32)


async def test_nothing_is_proposed_before_the_documents_are_read(tmp_path: Path) -> None:
    async with house(tmp_path / "house", None) as here:
        library, model = here.installation.library, SlowModel()
        library._awaits = lambda: True  # as while a model is loaded
        await shelved(here, tmp_path / "docs")
        async with AsyncClient(base_url=here.url, headers=here.staff, trust_env=False, timeout=60) as http:

            async def shown() -> tuple[int, bool]:
                found = (await http.get(PATH)).json()
                return len(found["proposals"]), found["reading"]

            assert await shown() == (0, True), "the model is on its way"
            library.gets(model)
            assert await shown() == (0, True), "it reads"
            model.may_read.set()
            assert await library.reading.is_done(10)
            number, is_reading = await shown()
            assert number >= 3 and not is_reading


async def test_a_file_of_names_and_values_is_proposed_as_somebody_would_tell_it(tmp_path: Path) -> None:
    async with house(tmp_path / "house", None) as here:
        async with AsyncClient(base_url=here.url, headers=here.staff, trust_env=False, timeout=60) as http:
            file = {"files": ("practical.json", json.dumps(FACTS).encode())}
            path = f"/api/staff/events/{EVENT}/documents"
            assert (await http.put(path, files=file, params={"version": 0})).status_code == 200
        version, passages = await here.installation.shelves.passages(EVENT)
        (wifi,) = [one for one in passages if "SALT-GUEST" in one.text]
        said = as_told("network: SALT-GUEST; code: brine30; remark: Only one device per person.", wifi)
        assert said == "Network: SALT-GUEST. Code: brine30. Only one device per person."
        assert as_told("Open: from 8 to 9", wifi) == "Open: from 8 to 9", "no words of that file"


def test_the_hours_of_one_day_are_told_with_its_name() -> None:
    line = "day: Friday; opens: 07:45; closes: 18:15"
    text = f"- {line}\n- day: Saturday; opens: 08:00"
    hours = Passage("facts.json#1", "facts.json", "Facts", ("hours",), None, "en", text)
    assert as_told(line, hours) == "Day: Friday. Opens: 07:45. Closes: 18:15."
