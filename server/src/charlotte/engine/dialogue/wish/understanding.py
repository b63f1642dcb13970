"""From the words of one question to what it wants."""

from charlotte.congress.lexicon import Lexicon
from charlotte.congress.search.folding import words
from charlotte.engine.dialogue import goals
from charlotte.engine.dialogue.families.family import UNKNOWN, Family
from charlotte.engine.dialogue.grammar import grammar_for
from charlotte.engine.dialogue.heard.acronym import in_full
from charlotte.engine.dialogue.heard.by_ear import with_people, with_rooms
from charlotte.engine.dialogue.heard.first_word import as_asked
from charlotte.engine.dialogue.heard.frames import as_people_ask
from charlotte.engine.dialogue.heard.heard_times import with_times
from charlotte.engine.dialogue.heard.language import detect
from charlotte.engine.dialogue.heard.long_words import as_meant
from charlotte.engine.dialogue.heard.of_company import with_people_of
from charlotte.engine.dialogue.heard.recut import recut
from charlotte.engine.dialogue.heard.short_forms import written_out
from charlotte.engine.dialogue.question.focus import Focus
from charlotte.engine.dialogue.question.making_out import read
from charlotte.engine.dialogue.question.or_where import without_or
from charlotte.engine.dialogue.question.reading import Reading
from charlotte.engine.dialogue.wish.ellipsis import goes_on, of_the_same_person, renewed
from charlotte.engine.dialogue.wish.likely import weighed
from charlotte.engine.dialogue.wish.policy import decide

LONGEST_READ = 300
"""Characters of a question that are read as a whole."""


def understood(
    said: str, language: str, lexicon: Lexicon, focus: Focus, family: Family = UNKNOWN
) -> tuple[Reading, goals.Goal]:
    """Return what the words of a question say, and what it wants."""
    grammar, lexicon = grammar_for(language), lexicon.for_question(said, language)
    asked = written_out(said, language, lexicon.knows)
    asked = as_meant(as_asked(with_times(asked, language), language), grammar, lexicon.knows)
    asked = with_people_of(asked, grammar, lexicon)
    asked = as_people_ask(asked, grammar, lexicon.knows)
    asked = with_people(with_rooms(asked, grammar, lexicon), grammar, lexicon)
    asked = recut(asked, grammar, lexicon.knows)
    reading = read(words(asked), grammar, lexicon)
    full = in_full(asked, grammar.language)
    if full != asked and not reading.sure_title:
        reading = read(words(full), grammar, lexicon)
    reading = weighed(without_or(reading), family)
    return reading, _gone_on(reading, lexicon, focus) or decide(reading, focus)


def _gone_on(reading: Reading, lexicon: Lexicon, focus: Focus) -> goals.Goal | None:
    """Return what the last question wanted with what this one replaces in it; nothing where it stands by itself."""
    if not focus.asked or not goes_on(reading):
        return None
    *earlier, last = focus.asked
    language = detect(words(last), habit=reading.language, event=reading.language)
    _, before = understood(last[-LONGEST_READ:], language, lexicon, Focus(asked=tuple(earlier)))
    return of_the_same_person(before, reading, focus) or renewed(before, reading, len(focus.session_ids))
