"""A line that breaks while the visitor speaks over the WebSocket: the server tells the next call what they said."""

from pathlib import Path

from test_fault_of_media_calls import SENTENCES, listening, speaks_locally, the_rest

from support.hosting import hosting
from support.house import house
from support.minds import ScriptedMind, saying
from support.vads import silence, voice
from support.waiting import eventually


async def test_nobody_is_asked_to_repeat_what_the_server_kept(tmp_path: Path) -> None:
    local = ScriptedMind(script=the_rest)
    async with hosting(ScriptedMind([saying(*SENTENCES)])) as provider:
        async with house(tmp_path, local, **provider.settings) as here, here.visitor() as visitor:
            speaks_locally(here, ms_per_char=1.0)
            async with listening(here, visitor) as signals, visitor.talking(mode="voice") as talker:
                await talker.speaks(voice(1_000), chunk_ms=100)
                await talker.until("input_audio_buffer.speech_started")
                provider.breaks()
                await eventually(
                    lambda: [one.get("upstream") for one in signals[-1:] if one["type"] == "serving"] == ["embedded"]
                )
                await talker.speaks(voice(300) + silence(2_000), chunk_ms=100)
                done = await talker.until("response.done")
                while done["response"]["status"] != "completed":
                    done = await talker.until("response.done")
            await eventually(lambda: here.installation.switchboard.live == 0)
    bridging = [signal for signal in signals if signal["type"] == "bridging"]
    assert bridging == [{"type": "bridging", "answer_owed": True, "words_lost": False}]
    assert len(local.prompts) == 1, "it was answered once"
