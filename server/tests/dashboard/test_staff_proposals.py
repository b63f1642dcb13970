"""Facts that documents state are proposed, never told by themselves; once taken they are told with where they stand."""

from pathlib import Path

from httpx2 import AsyncClient

from support.house import EVENT, house
from support.practical_papers import shelved
from support.registrations import says

PATH = f"/api/staff/events/{EVENT}"
WIFI = "La rete Wi-Fi è PalazzoGuest, la password è girasole2026."


async def test_a_fact_of_a_document_is_proposed_taken_and_told_with_its_place(tmp_path: Path) -> None:
    async with house(tmp_path / "house", None) as here:
        await shelved(here, tmp_path / "docs")
        async with AsyncClient(base_url=here.url, headers=here.staff, trust_env=False, timeout=60) as http:
            found = {one["fact"]: one for one in (await http.get(f"{PATH}/proposals")).json()["proposals"]}
            assert found["wifi"]["value"] == WIFI and found["wifi"]["source"] == "Guida alla sede, Wi-Fi"
            assert "piano terra" in found["cloakroom"]["value"] and "ECM" in found["certificates"]["value"]
            # A sentence is proposed once, for what it answers best.
            assert "desk" not in found and "toilets" not in found and "first_aid" not in found
            # Nothing of it is told before staff save it.
            brief = (await http.get(f"{PATH}/brief")).json()
            assert not any(fact["value"] for fact in brief["facts"])
            aside = await http.post(f"{PATH}/proposals/aside", json={"id": found["cloakroom"]["id"]})
            assert aside.status_code == 204
            (deed,) = (await http.get("/api/staff/journal")).json()["deeds"]
            assert deed["action"] == "proposal_put_aside"
            told = {"wifi": WIFI, "certificates": "Crediti ECM: chiedere al banco 2"}
            saved = await http.put(f"{PATH}/brief", json={"base_version": 0, "variables": told})
            assert saved.status_code == 200, saved.text
            left = {one["fact"] for one in (await http.get(f"{PATH}/proposals")).json()["proposals"]}
            assert left.isdisjoint({"wifi", "cloakroom", "certificates"})
        async with here.visitor() as visitor, visitor.talking(language="it") as talker:
            answer = await says(talker, "Qual è la password del Wi-Fi?")
            assert "girasole2026" in answer and answer.endswith("(Guida alla sede, Wi-Fi)")
            # What staff worded themselves is theirs: no document says it so.
            own = await says(talker, "Come ottengo i crediti ECM?")
            assert "banco 2" in own and "Guida" not in own
        async with AsyncClient(base_url=here.url, trust_env=False) as http:
            assert (await http.get(f"{PATH}/proposals")).status_code == 401
