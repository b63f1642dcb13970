"""`make live` tells a path that works from one that does not; here the provider is the embedded engine elsewhere."""

import asyncio
import importlib
import sys
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from httpx2 import AsyncClient

from charlotte.congress.demo import DEMO
from charlotte.engine.call.engine import Engine
from charlotte.engine.call.parts import Parts
from charlotte.engine.dialogue.mind import Dialogue
from support.agendas import programme
from support.conversation import Shelf
from support.ears import InstantEar
from support.mouths import ToneMouth
from support.served import KEY, serving_engine
from support.vads import LoudnessVad

SERVER = Path(__file__).parents[2]

pytestmark = pytest.mark.models


async def live(tmp_path: Path, address: str, key: str, steps: str, *more: str) -> tuple[int | None, str]:
    """Run the command as an operator does; return its exit status and what it printed."""
    settings = (
        f"CHARLOTTE_UPSTREAM_URL=http://{address}/v1",
        f"CHARLOTTE_UPSTREAM_KEY={key}",
        f"CHARLOTTE_DATA={tmp_path}",
    )
    command = ("env", *settings, sys.executable, "-m", "benchmarks.live", "--steps", steps, *more)
    process = await asyncio.create_subprocess_exec(
        *command, cwd=SERVER, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    printed, _ = await process.communicate()
    return process.returncode, printed.decode()


@pytest.mark.timeout(400)  # it starts a whole server of its own
async def test_a_provider_that_works_passes(tmp_path: Path) -> None:
    with as_file(files("charlotte") / "demo" / DEMO) as folder:
        demo = programme(folder)
    parts = Parts(
        mind=Dialogue(Shelf({DEMO: demo})),
        ear=InstantEar(),
        mouth=ToneMouth(),
        vad_factory=LoudnessVad,
        variables=lambda: {"event": DEMO},
    )
    engine = Engine(parts)
    async with serving_engine(engine) as address:
        status, printed = await live(tmp_path, address, KEY, "tool,sideband,renewal,hang-up", "--cap", "5")
        assert status == 0, printed
        assert printed.count("pass ") == 4 and "spent at most" in printed
    assert KEY not in printed


@pytest.mark.parametrize(("cap_usd", "said"), [(1.0, "ConnectError"), (0.0, "not tried")])
async def test_what_does_not_work_or_may_not_be_paid_is_a_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], cap_usd: float, said: str
) -> None:
    monkeypatch.syspath_prepend(SERVER)
    benchmark = importlib.import_module("benchmarks.live")
    async with AsyncClient(base_url="http://127.0.0.1:9", trust_env=False) as nobody:
        trial = benchmark.Trial(nobody, {}, "openai", DEMO, None, SERVER)
        trial.question = importlib.import_module("benchmarks.speech").Question("?", "en", (), ())
        assert await benchmark.report(trial, "text", cap_usd) is False
    printed = capsys.readouterr().out
    assert printed.startswith("FAIL  text") and said in printed
