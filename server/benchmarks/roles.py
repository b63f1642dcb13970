"""How often somebody who is asked for by a profession is found by what their affiliation means, and somebody wrong.

    cd server && python -m benchmarks.roles

The questions, in five languages about five invented lists of people, are those from which the two weights and the
threshold of `charlotte.knowledge.people_described` were chosen; the figures on lists that were not seen stand there.
"""

import json
from pathlib import Path

import numpy as np

from charlotte.congress.model import Person
from charlotte.engine.embedding.e5 import FILE, E5Model
from charlotte.engine.models.loading import EMBEDDER
from charlotte.engine.models.manifest import model
from charlotte.engine.models.store import Store
from charlotte.knowledge.people_described import told_by
from charlotte.knowledge.plain_questions import PLAIN_QUESTIONS
from charlotte.settings import Settings

DATA = Path(__file__).parent / "data" / "roles.json"


def main() -> None:
    """Print the counts."""
    data = json.loads(DATA.read_text(encoding="utf-8"))
    read = E5Model(Store(Settings().models).verified(model(EMBEDDER)) / FILE)
    plain = np.stack([read.question(one) for one in PLAIN_QUESTIONS])
    somebody = told = right = nobody = wrong = 0
    for name, affiliations in data["lists"].items():
        people = tuple(Person(id=str(at), name=str(at), affiliation=one) for at, one in enumerate(affiliations))
        found = told_by(people, read.passages(affiliations), plain)
        for question, meant in [*data["questions"][name], *((one, None) for one in data["of_nobody"])]:
            answer = found.meant(read.question(question))
            somebody += meant is not None
            nobody += meant is None
            told += meant is not None and answer is not None
            right += meant is not None and answer is not None and answer.affiliation == meant
            wrong += meant is None and answer is not None
    print(f"{somebody} questions describe somebody: {told} told, {right} of them right.")
    print(f"{nobody} describe nobody of the list, or ask for something else: {wrong} are taken for somebody.")


if __name__ == "__main__":
    main()
