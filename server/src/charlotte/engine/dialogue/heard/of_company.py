"""People who are asked for by their company or institute: "the lady from Acme" is written as the name she bears."""

from collections.abc import Iterator, Sequence

from charlotte.congress.lexicon import FIRST_NAME_ALONE, Lexicon
from charlotte.congress.model import Person
from charlotte.congress.search.folding import Words, folded, words
from charlotte.congress.search.function_words import FUNCTION_WORDS
from charlotte.engine.dialogue.grammar import Grammar

_TELLING = 4
"""Letters of a word that may tell of which of several the question is."""


def with_people_of(question: str, grammar: Grammar, lexicon: Lexicon) -> str:
    """Return the question with the name of the one person who is of the company that it names."""
    said = words(question)
    for first, company, after in _described(said, grammar):
        count, people = lexicon.people_of(said.tokens[company:])
        if not count or any(spotted.likeness > FIRST_NAME_ALONE for spotted in lexicon.people(said)):
            continue
        last = company + count
        if after and not _is_somebody(said, last, grammar):
            continue
        if first == company and not after and any(map(lexicon.in_titles, said.tokens[company:last])):
            continue  # "a talk of clouds" is no talk of theirs
        rest = (*said.tokens[:first], *said.tokens[last:])
        if (meant := _one_of(people, rest, lexicon)) is not None:
            return f"{question[: said.places[first][0]]}{meant.name}{question[_end(said, last, after) :]}"
    return question


def _described(said: Words, grammar: Grammar) -> Iterator[tuple[int, int, bool]]:
    """Yield where a description begins, where the company in it, and whether who is meant stands behind it."""
    for key in ("somebody_of", "talk_of", "before"):
        for match in grammar.groups["company"][key].finditer(said.text):
            begins, ends = said.span(*match.span())
            if ends < len(said.tokens):
                yield (begins if key == "somebody_of" else ends), ends, key == "before"


def _is_somebody(said: Words, at: int, grammar: Grammar) -> bool:
    return at < len(said.tokens) and grammar.is_all("company", "somebody", said.tokens[at])


def _end(said: Words, last: int, after: bool) -> int:
    return said.places[last if after else last - 1][1]


def _one_of(people: Sequence[Person], rest: Sequence[str], lexicon: Lexicon) -> Person | None:
    """Return the only one, or whose sessions alone hold most of what else was said."""
    if len(people) == 1:
        return people[0]
    told = {word for word in rest if len(word) >= _TELLING and word not in FUNCTION_WORDS}
    held = {person.id: len(told & _words_of(person, lexicon)) for person in people}
    most = max(held.values(), default=0)
    best = [person for person in people if held[person.id] == most]
    return best[0] if most and len(best) == 1 else None


def _words_of(person: Person, lexicon: Lexicon) -> set[str]:
    own = [session for session in lexicon.programme.sessions if person in session.people]
    return {word for session in own for word in folded(f"{session.title} {session.abstract or ''}")}
