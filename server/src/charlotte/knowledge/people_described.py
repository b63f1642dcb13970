"""Who of a programme is meant by what they are: "the lawyer", in whatever language their affiliation tells it."""

import math
from collections import Counter
from dataclasses import dataclass

import numpy as np

from charlotte.congress.model import Person
from charlotte.congress.programme import Programme
from charlotte.knowledge.index import Vectors
from charlotte.knowledge.session_choice import ALL_ALIKE, FEWEST, OF_ANY

ALWAYS, ABOVE, APART = -4.83, 1.48, 6.2
"""What makes likely that the best is meant: how far it stands above chance, and how far apart the question sets people.

A logistic regression on 241 questions about five lists of people, in five languages; figures are those of each list
with the weights of the others. Of 74 that describe somebody the right one is best in 65. Of 47 told 45 are right; of
167 that describe nobody of the list, or ask for something else, two are taken for somebody.
"""
SURE = 0.75
"""How likely the best must be to be told."""


@dataclass(frozen=True)
class Described:
    """The people of a programme, by the meaning of what they are."""

    people: tuple[Person, ...]
    vectors: Vectors
    of_any: Vectors
    """How near each is to questions that name nothing."""
    usual: float
    """How far apart such questions set them."""

    def meant(self, question: Vectors) -> Person | None:
        """Return who surely is meant by a question, if anybody is."""
        if len(self.people) < FEWEST:
            return None
        near = self.vectors @ question - OF_ANY * self.of_any
        spread = float(near.std())
        if spread < ALL_ALIKE:
            return None
        scores = (near - near.mean()) / spread
        best = int(scores.argmax())
        rest = np.delete(scores, best)
        above_chance = (float(scores[best]) - float(rest.mean())) / (float(rest.std()) or 1.0)
        above_chance -= math.sqrt(2 * math.log(len(scores)))
        apart = math.log(spread / max(self.usual, ALL_ALIKE))
        likely = 1 / (1 + math.exp(-(ALWAYS + ABOVE * above_chance + APART * apart)))
        return self.people[best] if likely >= SURE else None


def described(programme: Programme) -> tuple[Person, ...]:
    """Return everybody whose affiliation tells them from the others."""
    shared = Counter(person.affiliation for person in programme.persons)
    return tuple(person for person in programme.persons if person.affiliation and shared[person.affiliation] == 1)


def told_by(people: tuple[Person, ...], vectors: Vectors, plain: Vectors) -> Described:
    """Return people with the vectors of their affiliations, a row each, and of questions that name nothing."""
    of_plain = vectors @ plain.T
    of_any = of_plain.mean(axis=1)
    return Described(people, vectors, of_any, float((of_plain - OF_ANY * of_any[:, None]).std(axis=0).mean()))
