"""After a registration was found the next code is a look-up too, and no code or address is kept among the questions."""

from pathlib import Path
from typing import Any

import pytest
from httpx2 import AsyncClient

from support.house import EVENT, House, Visitor, house
from support.registrations import LIST, find, loads, says

FOUND = {
    "it": "Ho trovato la sua registrazione",
    "en": "I found your registration",
    "fr": "J'ai trouvé votre inscription",
    "de": "Ich habe Ihre Anmeldung gefunden",
    "es": "He encontrado tu registro",
}
SURNAMES = {
    "it": "La mia mail è jd@example.org e il cognome è Dupont",
    "en": "My e-mail is jd@example.org and my surname is Dupont",
    "fr": "Mon e-mail est jd@example.org et mon nom de famille est Dupont",
    "de": "Meine E-Mail ist jd@example.org und mein Nachname ist Dupont",
    "es": "Mi correo es jd@example.org y mi apellido es Dupont",
}
ASKED = {
    "it": "Sono iscritto? Il mio codice è AB123XZ",
    "en": "Am I registered? My code is AB123XZ",
    "fr": "Suis-je inscrit ? Mon code est AB123XZ",
    "de": "Bin ich angemeldet? Mein Code ist AB123XZ",
    "es": "¿Estoy inscrito? Mi código es AB123XZ",
}


async def questions(here: House) -> list[str]:
    async with AsyncClient(base_url=here.url, headers=here.staff, trust_env=False, timeout=60) as http:
        found: dict[str, Any] = (
            await http.get("/api/staff/requests", params={"event": EVENT, "kind": "question"})
        ).json()
    return [one["words"] for one in found["requests"]]


@pytest.mark.parametrize("language", list(FOUND))
async def test_who_comes_next_says_a_code_or_an_address_and_is_looked_up(tmp_path: Path, language: str) -> None:
    async with house(tmp_path, None) as here:
        await loads(here)
        async with here.visitor() as visitor, visitor.talking(language=language) as talker:
            assert FOUND[language] in await says(talker, ASKED[language])
            assert FOUND[language] in await says(talker, "QW987KL")
            assert FOUND[language] in await says(talker, SURNAMES[language])
            void = await says(talker, "ZZ111PP")
            assert FOUND[language] not in void
            assert FOUND[language] in await says(talker, "hj-456-tr")
        assert await questions(here) == []


async def test_another_code_instead_of_a_yes_is_asked_about_in_its_place(tmp_path: Path) -> None:
    async with house(tmp_path, None) as here:
        await loads(here)
        async with here.visitor() as visitor, visitor.talking(language="en") as talker:
            assert "ends in 3 X Z" in await says(talker, "check me in, my code is AB123XZ")
            assert "ends in 7 K L" in await says(talker, "QW987KL")
            assert "you are checked in" in await says(talker, "yes please")
            # Nobody is held to it: a question is a question.
            assert "registration" not in await says(talker, "What time is lunch?")


async def test_no_code_and_no_address_is_kept_whoever_asks(tmp_path: Path) -> None:
    async with house(tmp_path, None) as here:
        await loads(here, LIST + "KX7Q-PL42;Bruno;Favre;bruno.favre@example.ch;Full pass;confermato\n")
        async with here.visitor() as visitor:
            await visitor.ticket()
            private = (
                "KX7Q-PL42",
                "what is with k x 7 q p l 4 2 please",
                "kx7q pl43?",  # misheard by one sign
                "My e-mail is bruno.favre@example.ch and my surname is Favre",
                "write to somebody.else @ example.com",
            )
            for at, words in enumerate((*private, "Where can I park a boat of 12 metres?")):
                await searches(visitor, f"call_{at}", words)
        assert await questions(here) == ["Where can I park a boat of 12 metres?"]


async def searches(visitor: Visitor, call_id: str, words: str) -> None:
    reply = await find(visitor, call_id, tool="search_documents", query=words)
    assert "error" not in reply, reply
