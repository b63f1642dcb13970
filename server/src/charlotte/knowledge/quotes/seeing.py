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
    unheard = _unheard(query, index)
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
                index.sentences[number],
                nearness=float(near[number]),
                covered=covered / total,
                own=sum(weight for term, weight in terms if term in own) / total,
                worth=fitting(candidate.unit.text, query),
                fused=one.score / best,
                unheard=unheard,
            )
        )
    return made


def _unheard(query: Query, index: Index) -> float:
    """Return the share of what is asked about that no document speaks of, of what could stand there in its words."""
    languages = {passage.language for passage in index.passages}
    told = [term for term in query.terms if term.concepts or term.is_name or query.language in languages]
    return sum(not index.knows(term) for term in told) / len(told) if told else 0.0
