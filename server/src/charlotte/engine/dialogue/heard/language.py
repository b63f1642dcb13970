"""Which language a sentence is in, among those that Charlotte speaks."""

from functools import lru_cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from charlotte.congress.search.folding import Words
from charlotte.engine.dialogue.grammar import LANGUAGES, load

# Function words decide; the statistical guess only breaks ties, because a foreign title outweighs a short question.
_GUESS_WEIGHT = 0.9
_EVENT_WEIGHT = 0.6
_HABIT_WEIGHT = 3.0
"""A conversation changes its language for two words of asking, not for a title."""


def detect(words: Words, *, habit: str | None = None, event: str | None = None) -> str:
    """Return the language of a sentence; `habit` is that of the conversation so far, `event` that of the event."""
    scores = {language: _hints(words, language) for language in LANGUAGES}
    if len(words.tokens) > 1:
        scores[_guess(words.original)] += _GUESS_WEIGHT
    for known, weight in ((habit, _HABIT_WEIGHT), (event, _EVENT_WEIGHT)):
        if known in scores:
            scores[known] += weight
    return max(scores, key=lambda language: scores[language])


def _hints(words: Words, language: str) -> float:
    grammar = load(language)
    # Questions open and close with their own words; what stands between may be a title in any language.
    edge = 4
    weight = 0.0
    for at, token in enumerate(words.tokens):
        if token in grammar.hints:
            opening, closing = at < edge, at >= len(words.tokens) - edge
            weight += 1.5 if opening else 1.0 if closing else 0.5
    return weight


@lru_cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(LANGUAGES))
    return identifier


def _guess(text: str) -> str:
    return str(_identifier().classify(text)[0])


def likeliest(text: str) -> tuple[str, float]:
    """Return the language a text is most likely in by its letters, and how likely that is."""
    language, likelihood = _identifier().classify(text)
    return str(language), float(likelihood)
