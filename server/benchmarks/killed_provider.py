"""A spoken question, the provider killed in the middle of its answer: is the fact still heard, and after how long?

cd server && python -m benchmarks.killed_provider [--runs 3] [--heard-s 0.6]

Two servers as users run them: one is the provider, the other serves the page and has it as its upstream. A voice asks
through the browser's microphone; once something of the answer has sounded, the provider's process is killed (SIGKILL).
Only sound that the page itself played is judged, by the recogniser; `fact_written_times` says how often she said the
fact, understood by the recogniser or not. Three sets of speech models are loaded, so the wait
for the first sound says more about the machine than about her.
"""

import asyncio
import json
import os
import signal
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import click
import httpx2
from playwright.async_api import expect

sys.path.append(str(Path(__file__).parents[1] / "tests"))

import charlotte
from charlotte.engine.models.loading import Loaded
from charlotte.serving import listen
from charlotte.settings import Settings
from spoken.facts import says_time
from spoken.page import VisitorAtPage
from spoken.recording import RECORDED_HZ, Heard
from spoken.studio import MICROPHONE_HZ, microphone_file, read_closely, say
from support.browser import chromium, saying

EVENT = "devfest-pisa-2026"
NOW = "2026-04-18T09:00"
KEY = "sk-benchmark-provider"
QUESTION, HOUR, MINUTE = "When does the talk begin that is given by Lorenzo Spiridioni", 10, 45
ANSWER_S = 5.0
"""Less than the answer and the bridging phrase last together, more than what sounds before the answer goes on."""
ROOM_TONE_S = 8.0
NEEDED = ("silero-vad", "whisper-base")
READY_WITHIN_S = 180
Process = asyncio.subprocess.Process


@click.command()
@click.option("--runs", default=3, show_default=True)
@click.option("--heard-s", default=0.6, show_default=True, help="Seconds of the answer that sound before the end.")
def main(runs: int, heard_s: float) -> None:
    """Print one JSON object."""
    report = asyncio.run(_measure(runs, heard_s))
    click.echo(json.dumps(report, indent=1, ensure_ascii=False))
    sys.exit(0 if report["fact_heard"] == runs else 1)


async def _measure(runs: int, heard_s: float) -> dict[str, Any]:
    voices = Loaded(Settings().models, warm_up=False)
    await voices.load(wanted=("whisper-base", "kokoro"))
    rows = [await _run(voices, heard_s) for _ in range(runs)]
    await voices.close()
    return {
        "load_average": os.getloadavg(),
        "fact_heard": sum(row["fact_heard"] for row in rows),
        "fact_heard_after_the_end": sum(row["fact_heard_after_the_end"] for row in rows),
        "runs": rows,
    }


async def _run(voices: Loaded, heard_s: float) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        speech = await say(voices, QUESTION, "en")
        microphone = microphone_file(work / "question.wav", ROOM_TONE_S, speech, 60.0)
        async with (
            _serving(work / "provider") as (provider, provider_url),
            _serving(work / "front", upstream_url=f"{provider_url}/v1", upstream_key=KEY) as (_, url),
            chromium(*saying(microphone), languages=("en",)) as context,
        ):
            visitor = await VisitorAtPage.arrives(context, url, EVENT, "en")
            await visitor.consents_to_talk()
            await visitor.hands_free()
            asked_s = ROOM_TONE_S + len(speech) / MICROPHONE_HZ
            await visitor.microphone_has_played(asked_s)
            # While she thinks the page may ask for patience: that is no answer yet.
            await expect(visitor.talk_button).to_have_accessible_name("Talk: Speaking", timeout=60_000)
            before_s = await visitor.page.evaluate("window.audibleSeconds()")
            enough = "(seconds) => window.audibleSeconds() >= seconds"
            await visitor.page.wait_for_function(enough, arg=before_s + heard_s, timeout=60_000)
            provider.send_signal(signal.SIGKILL)
            ended_s = await visitor.page.evaluate("(performance.now() - window.microphoneOpenedAt) / 1000")
            seen = [await _seen(visitor, text) for text in ("The line broke.", "I speak with another one")]
            heard = await visitor.listens(at_least_s=ANSWER_S, patience_s=60.0)
            told = visitor.tickets[-1].request.post_data_json
            written = (await visitor.page.inner_text("main")).count(f"{HOUR}:{MINUTE}")
        row = await _judged(voices, heard, asked_s, ended_s)
        return row | {"banners": seen, "page_told": told.get("heard") if told else None, "fact_written_times": written}


async def _judged(voices: Loaded, heard: Heard, asked_s: float, ended_s: float) -> dict[str, Any]:
    after = Heard(heard.pcm[max(0, round((ended_s - heard.from_s) * RECORDED_HZ)) :], ended_s)
    whole, rest = [await read_closely(voices, part.pcm, RECORDED_HZ, "en", _is_told) for part in (heard, after)]
    begins = heard.stretches()[0].from_s
    return {
        "fact_heard": _is_told(whole),
        "fact_heard_after_the_end": _is_told(rest),
        "first_sound_s": round(begins - asked_s, 1),
        "killed_s": round(ended_s - asked_s, 1),
        "longest_silence_after_s": round(after.longest_pause_s, 1),
        "heard": whole,
    }


def _is_told(text: str) -> bool:
    return says_time(text, HOUR, MINUTE, "en")


async def _seen(visitor: VisitorAtPage, text: str) -> bool:
    banner = visitor.page.get_by_text(text)
    try:
        await banner.wait_for(timeout=20_000)
    except Exception:  # noqa: BLE001 - a banner that is not seen is a result
        return False
    return True


@asynccontextmanager
async def _serving(data: Path, **settings: str) -> AsyncIterator[tuple[Process, str]]:
    """Run `charlotte serve` with the demo congress until its voice is there."""
    listener = listen("127.0.0.1", 0)
    port = listener.getsockname()[1]
    listener.close()
    own = {"api_key": KEY, "voice": "fast", "rehearsal_mb": "0", **settings}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "charlotte", "serve", "--port", str(port), "--now", NOW, "--data", str(data)),
        env={**os.environ, **{f"CHARLOTTE_{name.upper()}": value for name, value in own.items()}},  # noqa: TID251 (settings of its own)
        cwd=Path(charlotte.__path__[0]).parent,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        url = f"http://127.0.0.1:{port}"
        await _until_ready(process, url)
        yield process, url
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def _until_ready(process: Process, url: str) -> None:
    async with asyncio.timeout(READY_WITHIN_S), httpx2.AsyncClient(base_url=url, trust_env=False) as http:
        while process.returncode is None:
            try:
                states = (await http.get("/readyz")).json()["models"]
                if all(states.get(name) == "ready" for name in NEEDED):
                    return
            except httpx2.TransportError:
                pass
            await asyncio.sleep(0.3)
    raise AssertionError("the server ended before it was ready")


if __name__ == "__main__":
    main()
