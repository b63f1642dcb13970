"""What staff told and a document says too: with its place in the tool's result, for the card and for any model."""

from pathlib import Path
from typing import Any, get_args

from charlotte.session.configuration.brief import FACTS
from charlotte.tools.told_facts import TOPICS, Topic
from support.desk_staff import staff_member
from support.house import House, house
from support.practical_papers import shelved
from support.provider import hosted, providing
from support.registrations import LIST, find, loads, says

WIFI = "La rete Wi-Fi è PalazzoGuest, la password è girasole2026."
PLACE = "Guida alla sede, Wi-Fi"


async def tells(here: House) -> None:
    async with staff_member(here) as member:
        await member.tells(wifi=WIFI, toilets="dietro la sala B", registration="foyer, desks 1 to 4")


def test_topics_are_facts_of_one_line() -> None:
    assert set(TOPICS) == set(get_args(Topic)) <= {fact.name for fact in FACTS if fact.lines == 1}


async def test_the_result_carries_the_place_and_she_says_it(tmp_path: Path) -> None:
    async with house(tmp_path / "house", None) as here, here.visitor() as visitor:
        await visitor.ticket()
        refused = await find(visitor, "call_0", "practical_facts", topics=["wifi"])
        assert refused["facts"] == [] and refused["notes"][0]["code"] == "not_told"
        await shelved(here, tmp_path / "docs")
        await tells(here)
        told = await find(visitor, "call_1", "practical_facts", topics=["wifi", "toilets", "food", "wifi"])
        assert told["facts"] == [
            {"topic": "wifi", "value": WIFI, "place": PLACE},
            {"topic": "toilets", "value": "dietro la sala B"},
        ]
        assert (await find(visitor, "call_2", "practical_facts", topics=["voice"]))["error"]["code"] == "bad_tool_call"
        async with visitor.talking(language="it") as talker:
            await talker.writes("Qual è la password del Wi-Fi?")
            done = await talker.until("response.done")
            [call] = done["response"]["output"]
            assert (call["type"], call["name"], call["arguments"]) == (
                "function_call",
                "practical_facts",
                '{"topics": ["wifi"]}',
            )
            done = await talker.until("response.done")
            assert done["response"]["output"][0]["content"][0]["text"].endswith(f"({PLACE})")
            # What stands in no document needs no look.
            await talker.writes("Dove sono i bagni?")
            done = await talker.until("response.done")
            assert "sala B" in done["response"]["output"][0]["content"][0]["text"]


async def test_a_hosted_model_is_told_the_place_and_has_the_tool_only_where_there_is_one(tmp_path: Path) -> None:
    async with providing("At the desk.", "At the desk.") as provider:
        async with house(tmp_path / "house", None, **hosted(provider)) as here:

            async def configured() -> dict[str, Any]:
                async with here.visitor() as visitor, visitor.talking() as talker:
                    await talker.answer("Wi-Fi?")
                return provider.configs[-1]

            await tells(here)
            assert "practical_facts" not in {tool["name"] for tool in (await configured())["tools"]}
            await shelved(here, tmp_path / "docs")
            session = await configured()
            assert "practical_facts" in {tool["name"] for tool in session["tools"]}
            [line] = [line for line in session["instructions"].splitlines() if line.startswith("- wifi:")]
            assert line.endswith(f'which stands in "{PLACE}"')


async def test_a_registration_is_shown_with_where_badges_are_and_without_a_name(tmp_path: Path) -> None:
    async with house(tmp_path, None) as here, here.visitor() as visitor:
        await loads(here, LIST)
        await tells(here)
        await visitor.ticket()
        found = await find(visitor, "call_1", code="ab123xz")
        assert (found["state"], found["ticket"], found["code_ending"]) == ("found", "Full pass", "3XZ")
        assert found["desk"] == "foyer, desks 1 to 4" and "Rossi" not in str(found) and "Anna" not in str(found)
        missing = await find(visitor, "call_2", code="NO999NO")
        assert missing["desk"] == "foyer, desks 1 to 4" and "code_ending" not in missing
        assert "desk" not in await find(visitor, "call_3")
        async with visitor.talking(language="en") as talker:
            await says(talker, "check me in, my code is AB123XZ")
            await says(talker, "yes")
        again = await find(visitor, "call_4", code="AB123XZ")
        assert again["checked_in_at"] and again["state"] == "found"
