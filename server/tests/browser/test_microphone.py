"""Talking on the real page: the microphone, its gate, and what happens without it."""

import asyncio
import re
import wave
from pathlib import Path
from time import monotonic

import numpy as np
import pytest
from playwright.async_api import Route, expect

from support.browser import WITH_MICROPHONE, WITHOUT_PERMISSION, Screen, chromium, lend_voice, opened, saying
from support.clerk import clerk
from support.ears import InstantEar
from support.house import house
from support.minds import ScriptedMind
from support.waiting import eventually

pytestmark = pytest.mark.browser

ANOTHER_NAME = "charlotte.test"
MICROPHONE_HZ = 48_000


async def block_udp(screen: Screen) -> None:
    """Point the server's answer at a port where nobody listens, as a firewall that drops UDP would look."""

    async def misdirect(route: Route) -> None:
        response = await route.fetch()
        sdp = re.sub(r"(a=candidate:\S+ \d udp \d+ \S+) \d+", r"\1 9", await response.text())
        await route.fulfill(response=response, body=sdp)

    await screen.page.route("**/api/realtime/calls", misdirect)


@pytest.mark.parametrize("way", ["webrtc", "websocket"])
async def test_push_to_talk_hands_over_what_was_said_while_held(tmp_path: Path, way: str) -> None:
    ear = InstantEar(text="Shift left with performance testing")
    async with house(tmp_path, clerk()) as here, chromium(*WITH_MICROPHONE) as browser:
        lend_voice(here, ear, ms_per_char=10)
        screen = await opened(browser, here.url)
        if way == "websocket":
            await block_udp(screen)
        await screen.button("Talk").click()
        await expect(screen.talk_button).to_have_accessible_name("Talk: Ready", timeout=20_000)
        detour = screen.page.get_by_text("The network blocks the direct way for sound")
        await expect(detour).to_be_visible(visible=way == "websocket")
        await screen.talk_button.hover()
        pressed = monotonic()
        await screen.page.mouse.down()
        await expect(screen.talk_button).to_have_accessible_name("Talk: Listening")
        await screen.page.wait_for_timeout(1_500)  # how long somebody speaks, not a race
        await screen.page.mouse.up()
        held = monotonic() - pressed
        await expect(screen.page.get_by_text("I heard:")).to_be_visible()
        await expect(screen.page.get_by_role("article")).to_be_visible()
        assert len(ear.heard) == 1
        seconds = len(ear.heard[0]) / 16_000
        assert 1.5 <= seconds <= held + 1.5, "the time held, with pre-roll and tail"
        await expect(screen.talk_button).to_have_accessible_name("Talk: Ready")
        assert screen.complaints == []


def said_again_and_again(path: Path) -> Path:
    """Write a microphone's file: somebody says the same for a second, and is silent for three."""
    spoken = 9000 * np.sin(2 * np.pi * 220 * np.arange(MICROPHONE_HZ) / MICROPHONE_HZ)
    once = np.concatenate([spoken, np.zeros(3 * MICROPHONE_HZ)]).astype(np.int16)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(MICROPHONE_HZ)
        file.writeframes(np.tile(once, 20).tobytes())
    return path


async def test_whoever_goes_hands_free_while_the_call_still_opens_is_heard(tmp_path: Path) -> None:
    ear, dialled, may_open = InstantEar(text="Shift left with performance testing"), asyncio.Event(), asyncio.Event()
    microphone = said_again_and_again(tmp_path / "microphone.wav")

    async def hold_back(route: Route) -> None:
        dialled.set()
        await may_open.wait()
        await route.continue_()

    async with house(tmp_path, clerk()) as here, chromium(*saying(microphone)) as browser:
        lend_voice(here, ear, ms_per_char=5)
        screen = await opened(browser, here.url)
        await screen.page.route("**/api/realtime/calls", hold_back)
        await screen.button("Talk").click()
        await dialled.wait()
        await screen.button("Hands-free").click()
        may_open.set()
        await expect(screen.page.get_by_text("I heard:").first).to_be_visible()
        assert screen.complaints == []


async def test_between_the_questions_no_sound_leaves_the_page(tmp_path: Path) -> None:
    ear = InstantEar()
    async with house(tmp_path, clerk()) as here, chromium(*WITH_MICROPHONE) as browser:
        lend_voice(here, ear)
        screen = await opened(browser, here.url)
        await block_udp(screen)
        sent: list[str] = []
        screen.page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(str(frame))))
        await screen.button("Talk").click()
        await expect(screen.talk_button).to_have_accessible_name("Talk: Ready", timeout=20_000)
        await screen.page.wait_for_timeout(1_000)  # the fake microphone beeps every second
        assert sent, "the page configured its call"
        assert [frame for frame in sent if "input_audio_buffer.append" in frame] == []


def asked(mind: ScriptedMind) -> list[object]:
    """Return what the visitor said, as the last answer knew it."""
    return [item for item in mind.prompts[-1].items if getattr(item, "role", None) == "user"]


async def test_a_mistake_of_the_ear_is_corrected_by_hand(tmp_path: Path) -> None:
    mind = clerk()
    async with house(tmp_path, mind) as here, chromium(*WITH_MICROPHONE) as browser:
        lend_voice(here, InstantEar(text="Shift loft with performance tasting"), ms_per_char=5)
        screen = await opened(browser, here.url)
        await screen.button("Talk").click()
        await expect(screen.talk_button).to_have_accessible_name("Talk: Ready", timeout=20_000)
        await screen.talk_button.click()
        await screen.page.wait_for_timeout(500)
        await screen.talk_button.click()
        await screen.button("Correct this").click()
        field = screen.page.get_by_label("Correct this").last
        await expect(field).to_have_value("Shift loft with performance tasting")
        await field.fill("Shift left with performance testing")
        await screen.page.keyboard.press("Enter")
        await expect(screen.page.get_by_text("I heard:")).to_have_count(0)
        await eventually(lambda: "left" in str(asked(mind)))  # also a programme that was looked through tells of it
        assert "loft" not in str(mind.prompts[-1].items)
        await expect(screen.page.get_by_role("article").get_by_text("Shift left").first).to_be_visible()


async def test_without_permission_one_types(tmp_path: Path) -> None:
    async with house(tmp_path, clerk()) as here, chromium(*WITHOUT_PERMISSION) as browser:
        screen = await opened(browser, here.url)
        await screen.button("Talk").click()
        await expect(screen.page.get_by_text("I may not use the microphone")).to_be_visible()
        await expect(screen.button("Try again")).to_be_visible()
        await screen.asks("Shift left with performance testing")
        await expect(screen.page.get_by_role("article")).to_be_visible()


async def test_on_an_insecure_address_one_types(tmp_path: Path) -> None:
    rules = f"--host-resolver-rules=MAP {ANOTHER_NAME} 127.0.0.1"
    async with house(tmp_path, clerk()) as here, chromium(*WITH_MICROPHONE, rules) as browser:
        port = here.address.partition(":")[2]
        screen = await opened(browser, f"http://{ANOTHER_NAME}:{port}/")
        await screen.button("Talk").click()
        await expect(screen.page.get_by_text("works only over a secure address")).to_be_visible()
        await screen.asks("Shift left with performance testing")
        await expect(screen.page.get_by_role("article")).to_be_visible()
