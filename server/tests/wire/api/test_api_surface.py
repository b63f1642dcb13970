"""What anybody sees of the server: headers, problems, health, events, the page and the OpenAPI document."""

import base64
import hashlib
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

from charlotte.wire.api.suggested_questions import PHRASES
from charlotte.wire.page import page
from support.house import EVENT, house
from support.minds import ScriptedMind


async def test_everything_is_sent_with_care(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, here.visitor() as visitor:
        for path in ("/", "/healthz", "/api/events", "/api/nothing", "/openapi.json"):
            headers = (await visitor.http.get(path)).headers
            assert headers["x-content-type-options"] == "nosniff", path
            assert headers["referrer-policy"] == "no-referrer", path
            assert "server" not in headers, path
        api = (await visitor.http.get("/api/events")).headers
        assert api["cache-control"] == "no-store"
        assert api["content-security-policy"].startswith("default-src 'none'")


async def test_nothing_served_runs_a_foreign_script(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, here.visitor() as visitor:
        for path in ("/", "/docs", "/redoc", "/api/nothing", "/v1/nothing"):
            assert 'src="http' not in (await visitor.http.get(path)).text, path


async def test_the_pages_of_configured_origins_may_use_the_api(tmp_path: Path) -> None:
    friend, stranger = "https://congress.example", "https://elsewhere.example"
    async with house(tmp_path, ScriptedMind(), origins=(friend,)) as here, here.visitor() as visitor:
        asks = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type,authorization"}
        allowed = await visitor.http.options("/api/realtime/token", headers={"Origin": friend, **asks})
        assert (allowed.status_code, allowed.headers["access-control-allow-origin"]) == (200, friend)
        assert allowed.headers["access-control-allow-credentials"] == "true"
        token = await visitor.http.post("/api/realtime/token", json={}, headers={"Origin": friend})
        assert (token.status_code, token.headers["access-control-allow-origin"]) == (200, friend)
        refused = await visitor.http.options("/api/realtime/token", headers={"Origin": stranger, **asks})
        assert "access-control-allow-origin" not in refused.headers
        foreign = await visitor.http.post("/api/realtime/token", json={}, headers={"Origin": stranger})
        assert (foreign.status_code, "access-control-allow-origin" in foreign.headers) == (403, False)
        anyone = await visitor.http.options("/v1/realtime/calls", headers={"Origin": stranger, **asks})
        assert anyone.headers["access-control-allow-origin"] == "*"


async def test_health_readiness_and_metrics(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, here.visitor() as visitor:
        assert (await visitor.http.get("/healthz")).json() == {"status": "ok"}
        ready = await visitor.http.get("/readyz")
        assert (ready.status_code, ready.json()["text"], ready.json()["status"]) == (200, True, "warming")
        async with visitor.talking() as talker:
            await talker.answer("hi")
            assert (await visitor.http.get("/readyz")).json()["calls_live"] == 1
            assert "charlotte_calls_live 1.0" in (await visitor.http.get("/metrics")).text
        metrics = (await visitor.http.get("/metrics")).text
    assert 'charlotte_turns_total{kind="typed",status="completed"} 1.0' in metrics
    assert 'charlotte_calls_total{reason="visitor_left",transport="websocket"} 1.0' in metrics
    assert visitor.session_id is not None and visitor.session_id not in metrics


async def test_the_demo_is_alive_whatever_the_date(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, here.visitor() as visitor:
        listed = (await visitor.http.get("/api/events")).json()
        assert listed["default"] == EVENT
        event = (await visitor.http.get(f"/api/events/{EVENT}")).json()
    assert event["now"][:10] == event["start_date"]
    assert event["clock_moved"] is True
    assert event["on_now"] and event["next"]
    assert all(session["start"] <= event["now"] < session["end"] for session in event["on_now"])
    assert all(session["start"] > event["now"] for session in event["next"])


async def test_the_clock_can_be_set(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind(), now="2026-04-18T12:30") as here, here.visitor() as visitor:
        event = (await visitor.http.get(f"/api/events/{EVENT}")).json()
        missing = await visitor.http.get("/api/events/none")
    assert event["now"].startswith("2026-04-18T12:30") and event["now"].endswith("+02:00")
    assert (missing.status_code, missing.json()["code"]) == (404, "not_found")


@pytest.mark.parametrize("language", PHRASES)
async def test_suggested_questions_are_about_real_data(tmp_path: Path, language: str) -> None:
    async with house(tmp_path, ScriptedMind()) as here, here.visitor() as visitor:
        response = await visitor.http.get(f"/api/events/{EVENT}", params={"language": language})
        programme = await here.installation.congresses.programme(EVENT)
    questions = response.json()["suggested_questions"]
    assert len(questions) == 4
    known = [session.title for session in programme.sessions] + [person.name for person in programme.persons]
    assert sum(any(name in question for name in known) for question in questions) >= 2


async def test_the_api_is_described_whole(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, here.visitor() as visitor:
        document = (await visitor.http.get("/openapi.json")).json()
    paths = set(document["paths"])
    assert paths >= {
        "/api/realtime/token",
        "/api/realtime/calls",
        "/api/realtime/invoke-tool",
        "/api/session/{session_id}/logs",
        "/api/session/{session_id}/erase",
        "/api/session/{session_id}/leave",
        "/api/events",
        "/api/events/{event_id}",
        "/api/staff/sign-in",
        "/healthz",
        "/readyz",
        "/metrics",
        "/v1/realtime/client_secrets",
    }
    for path, operations in document["paths"].items():
        for operation in operations.values():
            assert operation.get("summary"), path


async def test_wrong_methods_and_paths_are_problems(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, here.visitor() as visitor:
        for path in ("/api/realtime/token", "/api/nothing", "/v1/nothing"):
            response = await visitor.http.get(path)
            assert (response.status_code, response.json()["code"]) == (404, "not_found"), path
        bad = await visitor.http.post("/api/realtime/token", content=b"{not json")
        assert (bad.status_code, bad.headers["content-type"]) == (422, "application/problem+json")


def test_the_page_may_run_its_own_scripts_only(tmp_path: Path) -> None:
    script = "self.__page = 1"
    (tmp_path / "index.html").write_text(f'<html><script src="/a.js"></script><script>{script}</script></html>')
    (tmp_path / "_next" / "static").mkdir(parents=True)
    (tmp_path / "_next" / "static" / "a.js").write_text("1")
    with TestClient(Starlette(routes=[Mount("/", page(tmp_path))])) as client:
        policy = client.get("/").headers["content-security-policy"]
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"script-src 'self' 'sha256-{digest}'" in policy
        assert "unsafe-eval" not in policy and "script-src 'self' 'unsafe-inline'" not in policy
        assert "immutable" in client.get("/_next/static/a.js").headers["cache-control"]
        assert client.get("/missing").status_code == 404


def test_without_a_page_it_says_how_to_build_it(tmp_path: Path) -> None:
    with TestClient(Starlette(routes=[Mount("/", page(tmp_path))])) as client:
        assert "./charlotte" in client.get("/").text
