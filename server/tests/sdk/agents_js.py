"""Attendees with the stock `@openai/agents-realtime` package: in Node over WebSocket, in Chromium over WebRTC."""

import asyncio
import base64
import json
from asyncio.subprocess import DEVNULL, PIPE
from dataclasses import dataclass
from pathlib import Path

import httpx2
import numpy as np

from sdk.turns import HEARD_MS, Told
from spoken.page import RECORDER
from spoken.recording import Heard
from spoken.studio import MICROPHONE_HZ, microphone_file
from support.browser import WITH_MICROPHONE, chromium, opened
from support.desk import Desk
from support.served import KEY, serving
from support.vads import voice

NODE = Path(__file__).parent / "node"
BUNDLE = NODE / "node_modules" / "@openai" / "agents-realtime" / "dist" / "bundle"
WITHIN_S = 60


async def install() -> None:
    """Install the pinned packages unless they are there."""
    if not (NODE / "node_modules" / ".package-lock.json").exists():
        npm = await asyncio.create_subprocess_exec("npm", "ci", "--no-audit", "--no-fund", cwd=NODE, stdout=DEVNULL)
        assert await npm.wait() == 0


@dataclass
class AgentsInNode:
    """Speaks over the SDK's WebSocket, from a process of its own."""

    address: str
    desk: Desk

    async def writes(self, text: str, modality: str) -> Told:
        return await self._talks("writes", modality, text)

    async def speaks(self) -> Told:
        return await self._talks("speaks", "audio")

    async def interrupts(self, text: str) -> Told:
        return await self._talks("interrupts", "audio", text)

    async def _talks(self, turn: str, modality: str, text: str = "") -> Told:
        url = f"ws://{self.address}/v1/realtime?model=charlotte"
        async with serving(self.desk.app()) as desk:
            node = await asyncio.create_subprocess_exec(
                *("node", "talk.mjs", url, KEY, f"http://{desk}", turn, modality, text, str(HEARD_MS)),
                stdout=PIPE,
                stderr=PIPE,
                cwd=NODE,
            )
            try:
                async with asyncio.timeout(WITHIN_S):
                    out, err = await node.communicate()
            finally:
                if node.returncode is None:
                    node.kill()
                    await node.wait()
        assert node.returncode == 0, err.decode()
        told = json.loads(out)
        assert told["errors"] == []
        return Told(told["words"], told["tools"], told["sound_ms"])


@dataclass
class AgentsInChromium:
    """Speaks over WebRTC with the package's browser bundle and an `ek_`; what the page plays is recorded."""

    address: str
    desk: Desk
    folder: Path

    async def writes(self, text: str, modality: str) -> Told:
        return await self._talks("writes", modality, text)

    async def speaks(self) -> Told:
        return await self._talks("speaks", "audio")

    async def interrupts(self, text: str) -> Told:
        return await self._talks("interrupts", "audio", text)

    async def _talks(self, turn: str, modality: str, text: str = "") -> Told:
        base_url = f"http://{self.address}/v1/realtime/calls"
        wanted = {"baseUrl": base_url, "turn": turn, "modality": modality, "text": text, "heardMs": HEARD_MS}
        speech = np.frombuffer(voice(900, MICROPHONE_HZ), np.int16)
        microphone = microphone_file(self.folder / "speech.wav", speech, 3.0)  # again and again
        flags = (*WITH_MICROPHONE, f"--use-file-for-fake-audio-capture={microphone}")
        desk = self.desk.app(pages=NODE, bundle=BUNDLE)
        async with serving(desk) as elsewhere, chromium(*flags) as context, asyncio.timeout(WITHIN_S):
            await context.add_init_script(path=RECORDER)
            screen = await opened(context, f"http://{elsewhere}/pages/talk.html")
            await screen.page.wait_for_function("() => window.talk !== undefined")
            told = await screen.page.evaluate("talk", {**wanted, "apiKey": await self._secret()})
            heard = Heard(np.frombuffer(base64.b64decode(await screen.page.evaluate("recordedSound()")), np.int16))
            assert screen.complaints == []
        assert told["errors"] == []
        assert told["callId"].startswith("rtc_")
        return Told(told["words"], told["tools"], heard.audible_s * 1000)

    async def _secret(self) -> str:
        async with httpx2.AsyncClient(headers={"Authorization": f"Bearer {KEY}"}) as http:
            reply = await http.post(f"http://{self.address}/v1/realtime/client_secrets", json={})
        value: str = reply.json()["value"]
        assert value.startswith("ek_")
        return value
