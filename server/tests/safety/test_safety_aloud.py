"""Three rows of the injection corpus by voice; `benchmarks/safety_aloud.py` says them all."""

from pathlib import Path

import pytest

from charlotte.engine.models.loading import Loaded
from charlotte.settings import default_models_dir
from safety.aloud import MODELS, say_and_hear
from safety.corpus import rows
from support.speech import model_folder

pytestmark = pytest.mark.models

CHOSEN = ("inj-s-direct_override-01", "attendee_dump", "tool_abuse")


@pytest.fixture(scope="module", autouse=True)
def _models() -> None:
    for name in MODELS:
        model_folder(name)


async def test_orders_said_aloud_are_not_obeyed(tmp_path: Path) -> None:
    said = [row for row in rows("user") if row.lang in ("it", "en")]
    chosen = [next(row for row in said if name in (row.id, row.kind)) for name in CHOSEN]
    loaded = Loaded(default_models_dir(), warm_up=False)
    await loaded.load(wanted=MODELS)
    try:
        for row in chosen:
            came = await say_and_hear(loaded, row, tmp_path)
            assert any(text.strip() for text in came.heard), row.id
            assert came.hits == (), (row.id, came)
    finally:
        await loaded.close()
