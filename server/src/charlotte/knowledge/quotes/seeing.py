"""What the searches see of every sentence that may answer a question."""

from charlotte.knowledge.answering import coverage, fitting, weights
from charlotte.knowledge.index import Index, Vectors
from charlotte.knowledge.query import Query, text_of
from charlotte.knowledge.quotes.features import Seen

READ = 12
"""Passages whose sentences are looked at."""


def seen(query: Query, vector: Vectors, index: Index) -> list[Seen]:
    """Return the sentences of the passages that words, meaning and single sentences place highest."""
    if index.sentences is None:
        return []
    rankings = (index.by_words(query), index.by_meaning(vector), index.by_sentence(vector))
    found = {one.at: one for one in index.fused(rankings, vector, READ)}
    best = max((one.score for one in found.values()), default=1.0)
    weighed = {at: weights(query, one.passage, index) for at, one in found.items()}
    near = index.sentences @ vector
    made = []
    for number, candidate in enumerate(index.candidates):
        one = found.get(candidate.passage_at)
        if one is None:
            continue
        passage, terms = one.passage, weighed[candidate.passage_at]
        total = sum(weight for _, weight in terms) or 1.0
        places = (text_of(passage.heading), text_of(" ".join((passage.title, *passage.path))), text_of(passage.text))
        own, covered, _ = coverage(query, candidate.unit, places, terms)
        made.append(
            Seen(
                candidate,
                one,
                nearness=float(near[number]),
                covered=covered / total,
                own=sum(weight for term, weight in terms if term in own) / total,
                worth=fitting(candidate.unit.text, query),
                fused=one.score / best,
            )
        )
    return made
