"""Lists of registrations as organisers export them, loaded by staff, and an attendee who talks about theirs."""

import json
from typing import Any

from httpx2 import AsyncClient

from support.house import EVENT, House, Visitor
from support.invented import as_xlsx
from support.talker import Talker

LIST = """Codice iscrizione;Nome;Cognome;E-mail;Tipo biglietto;Stato
AB123XZ;Anna;Rossi;anna.rossi@example.org;Full pass;confermato
QW987KL;Luca;D'Amico;luca@example.org;Studente;confermato
ZZ111PP;Eva;Müller;eva@example.org;Full pass;annullato
HJ456TR;Jean;Dupont;jd@example.org;Full pass;confermato
"""
COUNTED = "Registration number,Full name,E-mail\n1001,Anna Rossi,a@example.org\n1002,Luca Bianchi,l@example.org\n"
PATH = f"/api/staff/events/{EVENT}/registrations"


def list_as_xlsx() -> bytes:
    """Return the same list as a spreadsheet."""
    header, *rows = [line.split(";") for line in LIST.splitlines()]
    return as_xlsx(header, rows)


async def loads(here: House, given: str | bytes = LIST, name: str = "iscritti.csv") -> dict[str, Any]:
    """Load a list as staff do: they look at it, and use it."""
    raw = given.encode() if isinstance(given, str) else given
    async with AsyncClient(base_url=here.url, headers=here.staff, trust_env=False, timeout=60) as http:
        looked_at = await http.post(f"{PATH}/preview", files={"file": (name, raw)})
        assert looked_at.status_code == 200, looked_at.text
        reply = await http.put(PATH, files={"file": (name, raw)}, params={"version": looked_at.json()["version"]})
        assert reply.status_code == 200, reply.text
        shown: dict[str, Any] = reply.json()
        return shown


async def seen(here: House) -> dict[str, Any]:
    """Return what staff see of registrations."""
    async with AsyncClient(base_url=here.url, headers=here.staff, trust_env=False, timeout=60) as http:
        shown: dict[str, Any] = (await http.get(PATH)).json()
        return shown


async def says(talker: Talker, words: str) -> str:
    """Say something and return the answer."""
    await talker.writes(words)
    done = await talker.until("response.done")
    while done["response"]["output"][0]["type"] != "message":
        done = await talker.until("response.done")
    text: str = done["response"]["output"][0]["content"][0]["text"]
    return text


async def find(visitor: Visitor, call_id: str, tool: str = "find_registration", **arguments: Any) -> dict[str, Any]:
    """Call a tool of registrations as a page does, and return its result."""
    call = {"session_id": visitor.session_id, "call_id": call_id, "name": tool, "arguments": json.dumps(arguments)}
    reply: dict[str, Any] = (await visitor.http.post("/api/realtime/invoke-tool", json=call)).json()["result"]
    return reply
