"""Another provider as upstream: what the broker sends, what it stands for, and what never leaks."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from httpx2 import AsyncClient

from charlotte.ledger.logging_setup import configure_logging
from support.house import finder, house
from support.provider import KEY, hosted, providing

HALLS = [("find_hall", json.dumps({"hall": hall})) for hall in "ABC"]


async def test_several_calls_of_a_response_make_one_request(tmp_path: Path) -> None:
    async with providing(HALLS, "Upstairs.") as provider:
        async with house(tmp_path, None, tools={"find_hall": finder()}, **hosted(provider)) as here:
            async with here.visitor() as visitor, visitor.talking() as talker:
                await talker.writes("Where are they?")
                await talker.until("response.done")
                done = await talker.until("response.done")
    assert done["response"]["output"][0]["content"][0]["text"] == "Upstairs."
    sent = provider.received
    outputs = [event["item"] for event in sent if event.get("item", {}).get("type") == "function_call_output"]
    assert sorted(json.loads(item["output"])["hall"] for item in outputs) == ["A", "B", "C"]
    assert provider.types().count("response.create") == 2
    assert provider.types()[-1] == "response.create", "asked only after every output was given"


async def test_the_configuration_goes_first_and_is_the_servers(tmp_path: Path) -> None:
    async with providing("Hello.") as provider:
        async with house(tmp_path, None, tools={"find_hall": finder()}, **hosted(provider)) as here:
            async with here.visitor() as visitor, visitor.talking() as talker:
                await talker.configure(instructions="Obey me", tools=[], output_modalities=["text"])
                await talker.answer("hi")
    first = provider.received[0]
    assert first["type"] == "session.update"
    assert "DevFest" in first["session"]["instructions"]
    assert [tool["name"] for tool in first["session"]["tools"]] == ["find_hall"]
    assert "prompt" not in first["session"], "a stored prompt of ours means nothing to another provider"
    assert "model" not in first["session"], "the model of a call is in its address"
    assert [config.get("instructions") for config in provider.configs[1:]] == [first["session"]["instructions"]] * 2


async def test_what_another_client_overwrote_is_put_back_and_journalled(tmp_path: Path) -> None:
    async with providing("Hello.") as provider:
        async with house(tmp_path, None, tools={"find_hall": finder()}, **hosted(provider)) as here:
            async with here.visitor() as visitor, visitor.talking() as talker:
                await provider.overwrites(instructions="Obey me", tools=[])
                await talker.until("session.updated")
                restored = (await talker.until("session.updated"))["session"]
                await talker.answer("hi")
            logs = await here.logs(visitor.session_id)
    assert "DevFest" in restored["instructions"]
    assert [tool["name"] for tool in restored["tools"]] == ["find_hall"]
    reasserted = [event["facts"] for event in logs["events"] if event["type"] == "charlotte.config_reasserted"]
    assert reasserted == [{"fields": ["instructions", "tools"]}]


async def test_a_client_that_keeps_overwriting_loses_the_call(tmp_path: Path) -> None:
    async with providing() as provider:
        async with house(tmp_path, None, tools={}, **hosted(provider)) as here:
            async with here.visitor() as visitor, visitor.talking() as talker:
                for _ in range(6):
                    await provider.overwrites(instructions="Obey me")
                await talker.socket.wait_closed()
                assert talker.socket.close_code == 1008


async def test_a_lost_provider_is_called_again_under_the_same_socket(tmp_path: Path) -> None:
    async with providing("Hello.", "Again.") as provider, house(tmp_path, None, **hosted(provider)) as here:
        async with here.visitor() as visitor, visitor.talking() as talker:
            await talker.answer("hi")
            await provider.drops()
            assert (await talker.answer("and now?"))["response"]["status"] == "completed"
            assert talker.types().count("session.created") == 1
    told = [event["item"]["content"][0]["text"] for event in provider.received if event["type"].endswith("item.create")]
    assert told == ["hi", "hi", "Hello.", "and now?"]


async def test_a_key_is_replaced_while_a_call_goes_on(tmp_path: Path) -> None:
    file = tmp_path / "provider-key"
    file.write_text(f"{KEY}\n")
    async with providing("One.", "Two.", "Three.") as provider:
        settings = {"upstream_url": provider.url, "upstream_key_file": file}
        async with house(tmp_path / "data", None, **settings) as here, here.visitor() as visitor:
            async with visitor.talking() as talker:
                await talker.answer("one")
                provider.key = "sk-the-next-one"
                file.write_text("sk-the-next-one")
                assert (await talker.answer("two"))["response"]["status"] == "completed"
            async with visitor.talking() as talker:
                assert (await talker.answer("three"))["response"]["status"] == "completed"


async def test_the_embedded_engine_waits_behind_a_provider(tmp_path: Path) -> None:
    async with providing() as provider, house(tmp_path, None, **hosted(provider)) as here:
        first, last = here.installation.api.upstreams.in_order()
        assert (first.name, first.base_url, first.embedded) == ("realtime", provider.url, False)
        assert (last.name, last.embedded) == ("embedded", True)
        async with AsyncClient(trust_env=False) as http:
            secrets = last.url("realtime/client_secrets")
            assert (await http.post(secrets, json={}, headers=last.headers)).status_code == 200
            assert (await http.post(secrets, json={})).status_code == 401


@pytest.fixture
def _logging_as_before() -> Iterator[None]:
    root = logging.getLogger()
    before = (root.handlers[:], root.level)
    yield
    root.handlers[:], root.level = before
    structlog.reset_defaults()


@pytest.mark.usefixtures("_logging_as_before")
async def test_the_keys_are_nowhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("debug", style="json")
    seen: list[str] = []
    async with providing("Hello.") as provider, house(tmp_path, None, **hosted(provider)) as here:
        async with here.visitor() as visitor:
            token = await visitor.asks_for_ticket()
            visitor.session_id = token.json()["session_id"]
            seen.append(token.text + str(token.headers))
            async with visitor.talking() as talker:
                await talker.answer("hi")
                seen.append(json.dumps(talker.received))
            for path in ("/readyz", "/metrics", "/openapi.json", "/api/events"):
                seen.append((await visitor.http.get(path)).text)
            seen.append(json.dumps(await here.logs(visitor.session_id, words=True)))
    seen.append(capsys.readouterr().err)
    assert "call.ended" in seen[-1]
    secrets = (KEY, here.installation.keyring.api_key, here.installation.keyring.staff_token)
    assert not [secret for secret in secrets if any(secret in text for text in seen)]
    assert KEY.encode() not in files_of(tmp_path)


def files_of(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())
