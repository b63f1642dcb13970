"""The staff's side of running conversations: who may, what is shown, and hanging up."""

from pathlib import Path

from httpx2 import AsyncClient

from support.desk_staff import staff_member
from support.house import EVENT, House, house
from support.minds import ScriptedMind, saying
from support.provider import hosted, providing

SECRET = "my secret question"
READS = (
    "me",
    "costs",
    "budgets",
    "requests",
    "sessions",
    "journal",
    f"events/{EVENT}/brief",
    f"events/{EVENT}/brief/history",
)
WRITES = (
    ("PUT", f"events/{EVENT}/brief", {"base_version": 0, "variables": {}}),
    ("POST", f"events/{EVENT}/brief/restore", {"base_version": 0, "version": 0}),
    ("POST", "sessions/talk_1/hang-up", None),
    ("POST", "links", {"name": "Eve"}),
    ("POST", "sign-out", None),
    ("PUT", "budgets", {"event_usd": "1", "session_usd": None}),
    ("POST", "requests/help_1", {"state": "taken"}),
)


async def refused(here: House, method: str, path: str, **request: object) -> tuple[int, str]:
    async with AsyncClient(base_url=here.url, trust_env=False) as http:
        response = await http.request(method, f"/api/staff/{path}", **request)  # type: ignore[arg-type]
        return response.status_code, response.json()["code"]


async def test_nobody_else_sees_or_does_anything(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, staff_member(here) as staff:
        for path in READS:
            assert await refused(here, "GET", path) == (401, "staff_only")
        cookie = {"Cookie": "; ".join(f"{name}={value}" for name, value in staff.http.cookies.items())}
        for method, path, body in WRITES:
            assert await refused(here, method, path, json=body) == (401, "staff_only")
            foreign = {**cookie, "Origin": "https://evil.example"}
            assert await refused(here, method, path, json=body, headers=foreign) == (403, "foreign_origin")
            assert await refused(here, method, path, json=body, headers=cookie) == (403, "origin_missing")
        assert (await staff.brief())["version"] == 0


async def test_a_program_needs_no_origin(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here:
        async with AsyncClient(base_url=here.url, headers=here.staff, trust_env=False) as http:
            body = {"base_version": 0, "variables": {"desk": "Hall A"}}
            assert (await http.put(f"/api/staff/events/{EVENT}/brief", json=body)).status_code == 200
            history = (await http.get(f"/api/staff/events/{EVENT}/brief/history")).json()
    assert history["versions"][0]["who"] == "Staff token"


async def test_a_colleague_signs_in_under_their_own_name(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, staff_member(here, "Anna") as anna:
        link = (await anna.http.post("/api/staff/links", json={"name": "Zoë  Brown"})).json()["url"]
        async with AsyncClient(trust_env=False, headers={"Origin": here.url}) as http:
            assert (await http.get(link)).headers["location"] == "/staff/"
            assert (await http.get(f"{here.url}/api/staff/me")).json()["name"] == "Zoë Brown"
        async with AsyncClient(trust_env=False) as late:
            again = await late.get(link, headers={"Accept": "text/html"})
            assert (again.status_code, again.headers["location"]) == (303, "/staff/?link=old")
            assert (await late.get(link)).status_code == 401


async def test_a_conversation_is_shown_in_facts_without_its_words(tmp_path: Path) -> None:
    mind = ScriptedMind([saying("It is in Hall B.")])
    async with house(tmp_path, mind) as here, here.visitor() as visitor, staff_member(here) as staff:
        assert await staff.sessions() == []
        async with visitor.talking(language="it") as talker:
            await talker.answer(SECRET)
            board = await staff.gets("/api/staff/sessions", event=EVENT)
            (row,) = board["sessions"]
            assert board["live"] == 1
            assert (row["state"], row["mode"], row["language"], row["upstream"]) == (
                "waiting",
                "text",
                "it",
                "embedded",
            )
            assert (row["transport"], row["errors"], row["last_answer_spoken"]) == ("websocket", 0, False)
            assert row["last_answer_ms"] >= 0
            assert (await staff.gets("/api/staff/sessions", event="other"))["sessions"] == []
        (over,) = await staff.sessions()
        assert (over["session_id"], over["state"], over["reason"]) == (row["session_id"], "over", "visitor_left")
        assert SECRET not in str(board) + str(over) and "Hall B" not in str(board) + str(over)


async def test_staff_hang_up_and_it_is_written_down(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, here.visitor() as visitor, staff_member(here, "Anna") as staff:
        async with visitor.talking() as talker:
            await talker.answer("hi")
            path = f"/api/staff/sessions/{visitor.session_id}/hang-up"
            assert (await staff.http.post(path)).status_code == 204
            await talker.socket.wait_closed()
            assert (talker.socket.close_code, talker.socket.close_reason) == (1000, "staff_hung_up")
        assert (await staff.http.post(path)).status_code == 404
        # The page, which reconnects by itself, is told once; who begins again by hand is let in.
        told = await visitor.asks_for_ticket()
        assert (told.status_code, told.json()["code"]) == (409, "hung_up")
        async with visitor.talking() as talker:
            assert (await talker.answer("sorry"))["response"]["status"] == "completed"
        deeds = (await staff.gets("/api/staff/journal"))["deeds"]
    (deed,) = deeds
    assert (deed["who"], deed["action"], deed["session_id"]) == ("Anna", "hung_up", visitor.session_id)


async def test_what_a_hosted_conversation_costs_stands_beside_it(tmp_path: Path) -> None:
    async with providing("Upstairs.") as provider:
        provider.usage = {
            "total_tokens": 150,
            "input_tokens": 100,
            "output_tokens": 50,
            "input_token_details": {"text_tokens": 100, "audio_tokens": 0},
            "output_token_details": {"text_tokens": 50, "audio_tokens": 0},
        }
        settings = {**hosted(provider), "upstream_model": "gpt-realtime-2.1"}
        async with house(tmp_path, None, **settings) as here, here.visitor() as visitor, staff_member(here) as staff:
            async with visitor.talking() as talker:
                await talker.answer("Where is hall A?")
            await here.logs(visitor.session_id)  # what came before is on disk then
            (row,) = await staff.sessions()
            costs = await staff.gets("/api/staff/costs", by="session")
    (charged,) = costs["rows"]
    assert charged["key"] == row["session_id"]
    assert row["cost_usd"] == float(charged["cost_usd"]) > 0
