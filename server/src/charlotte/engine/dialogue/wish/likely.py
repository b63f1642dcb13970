"""What the family of a question, learned from sentences, changes in what its words were read as."""

from dataclasses import replace

from charlotte.congress.search.folding import folded
from charlotte.congress.search.strength import WEAK
from charlotte.engine.dialogue import goals
from charlotte.engine.dialogue.families.family import Family
from charlotte.engine.dialogue.goals import FACTS
from charlotte.engine.dialogue.question.danger import speaks_of_danger
from charlotte.engine.dialogue.question.focus import Focus
from charlotte.engine.dialogue.question.reading import Reading
from charlotte.engine.dialogue.question.wanted import asks_only
from charlotte.knowledge.query import query_of

# Chosen on 2,833 sentences, each judged by weights that saw none that says the same, and checked on 843 questions about
# 23 congresses that none of them was made for.
CONTRADICTED = {"change": 0.1, "out_of_scope": 0.05}
"""A pattern stands for nothing where an errand, an order to the system and what is no matter of a congress are together
less likely than this: of 10 errands that were none, 7 are seen, of 23 that were some, none is lost; of 19 and 64 that
are no matter of a congress, 10 and none. Orders to the system are never set aside: they may look like anything."""
AFTER_ALL = {"personal": (("personal",), 0.6, 0.3), "out_of_scope": (("order", "injection", "out_of_scope"), 0.6, 0.17)}
"""A pattern stands for nothing either where what visitors need is likelier than the first figure, and what the pattern
tells of less likely than the second: "my husband is not registered, what does he pay?", "I have a headache, where is a
pharmacy?". Of 15 such questions 13 are seen, of 20 about somebody else's data or other matters none is lost."""
HARDLY_PRACTICAL = 0.1
"""With less than this a word such as "price" is part of what is nearly the title of a session: "le prix européen"."""
RATHER_OF_A_TALK = 0.25
"""The same where a session is surely asked for: "who is at the round table on the price of a kilo"."""
DECLINED = {"injection": ("injection", 0.8), "out_of_scope": ("out_of_scope", 0.75), "order": ("change", 0.9)}
"""With more than this it is declined without a pattern, where nothing of the programme is named: of 38 such orders to
the system all were some, of 60 that are no matter of a congress 57, of 21 errands all."""
ORDERED = 0.6
"""With more than this together, orders and errands are declined where no fact, topic, time or kind is asked for: right
in 264 of 287 without that condition."""
EMERGENCY = 0.5
"""With more than this somebody cries for help, unless the words are surely the title of a session: right in 95 % of
those told so among 7,990 sentences that the weights did not see, where 78 % of all cries are found; of 581 questions
about other congresses none that was none."""
EMERGENCY_ALL_THE_SAME = 0.7
"""The same where the words name a danger as what a talk is on: "in the stroke session a lady has keeled over"."""
CHAIR = 0.7
"""With more than this it is asked who leads a session, whatever else is: right in 19 of 19."""
FACT = {"duration": ("duration", 0.7), "until": ("duration", 0.7), "where": ("where", 0.9), "who": ("who", 0.9)}
"""What is asked for where no pattern finds a fact: right in 16 of 20, 14 of 20 and 101 of 112."""
PRACTICAL = 0.8
"""With more than this the documents are asked first: right in 155 of 166."""
NO_NAME = 0.6
"""With more than this nobody is meant by words that sound nearly like a name."""
MAYBE = 0.3
"""With more than this they are asked where the programme only holds what is alike, and told if they surely answer."""
BEYOND = 0.4
"""With more than this something is asked for that no programme has a field for: so it is said of 34 of 657 questions
about 15 other congresses that have an answer. Of these 16 are such, and 18 ask when, where or whether it is still on,
in words that say so themselves."""
MAY_BE_BEYOND = 0.15
"""With more than this it may be, where its form says so too: "which band plays tonight"."""
BEYOND_A_FACT = 0.6
"""The same where words ask who or what about all the same: "who paid for the study"."""
BEYOND_A_SLOT = 0.7
"""The same where it is asked what is on somewhere or at some time."""
_MAY_BE_OF_ANYTHING = frozenset(("who", "about"))
_OF_SESSIONS = FACTS - _MAY_BE_OF_ANYTHING | {"overlap", "earlier", "changed", "language"}
"""Asked for by words that are said of sessions only."""
BESIDE_IT = 0.5
"""From here on, what nothing answers is said to be no matter of a congress, and no session comes near it."""
PLEA, PLEA_WORDS = 0.3, 5
"""From here on the same is said of so many words that ask for no fact, no topic and no talk, and come near no title,
where nothing else is likelier: a plea for help with something else."""
OF_THE_HOUSE = 0.6
"""From here on, what nothing answers is said to be unknown, and not that it was not understood."""
NAMED = 0.4
"""The same where its words name such a thing."""
LEANS, SAID = 0.8, 0.5
"""With more than this a question leans on the one before it, and asks for a fact of what that was about."""
LEANING = {
    "when": "when",
    "where": "where",
    "who": "who",
    "chair": "chair",
    "duration": "duration",
    "until": "duration",
}
GOES_ON = 0.45
"""With more than this a part of an order is no question beside it: of 82 orders none is obeyed, no question lost."""
SHORT = 8
"""Words of a question that says nothing of what it is about."""
_OF_AN_ENTRY = frozenset(("when", "where"))
"""When and where one has to book."""
PAYING = frozenset(("price", "free", "payment", "ticket", "registration"))
"""What is told of each thing apart."""
OF_WHATEVER_IS_SPOKEN_OF = PAYING | {"interpretation", "sign_language", "recording", "slides", "streaming"}
"""What visitors need to know of a session, and no programme tells."""
_NOT_OURS = ("order", "injection", "out_of_scope")
_OPEN = frozenset(("practical", "not_understood", "which_one"))


def _is_nearly_titled(reading: Reading) -> bool:
    return reading.subject is not None and reading.subject.score >= WEAK and len(reading.sure_words) > 1


def misses_a_talk(reading: Reading) -> bool:
    """Return whether a talk is asked for of which only the topic is told: "did I miss the talk on breastfeeding?"."""
    return "missed" in reading.asks and reading.grammar.says("frame", "nouns", reading.words.text)


def weighed(reading: Reading, family: Family) -> Reading:
    """Return a reading with what is likely beside what patterns found."""
    reading = replace(reading, family=family)
    if not family.of or "emergency" in reading.guards:
        return reading
    above = EMERGENCY_ALL_THE_SAME if speaks_of_danger(reading.words.text, reading.grammar) else EMERGENCY
    if family.is_surely("emergency", above=above) and not reading.sure_title:
        return replace(reading, guards=reading.guards | {"emergency"})
    contradicted = {guard for guard, below in CONTRADICTED.items() if family.is_hardly(*_NOT_OURS, below=below)}
    contradicted |= {guard for guard in AFTER_ALL if _is_of_visitors(guard, reading)}
    is_of_a_talk = _is_nearly_titled(reading) or misses_a_talk(reading)
    below = RATHER_OF_A_TALK if family.is_surely("session", above=BESIDE_IT) else HARDLY_PRACTICAL
    if is_of_a_talk and family.is_hardly("practical", below=below):
        contradicted.add("practical")
    guards = reading.guards - contradicted
    if not guards and not reading.acts and not names_something(reading):
        guards |= {guard for name, (guard, above) in DECLINED.items() if family.is_surely(name, above=above)}
        if not guards and _is_an_order(reading):
            guards |= {"injection" if family.chance("injection") > family.chance("order") else "change"}
        if "out_of_scope" in guards and query_of(reading.whole, reading.language).is_practical:
            guards -= {"out_of_scope"}
    asks = reading.asks
    if asks.isdisjoint(FACTS):
        asks |= {asked for fact, (asked, above) in FACT.items() if family.wants(fact, above=above)}
    if family.wants("chair", above=CHAIR):
        asks |= {"chair"}
    return replace(reading, guards=guards, asks=asks)


def _is_an_order(reading: Reading) -> bool:
    """Return whether something is ordered, likelier than not, and nothing is asked for that a programme tells."""
    asks_nothing = reading.asks.isdisjoint(FACTS | {"topic", "changed", "overlap", "earlier"})
    if not asks_nothing or reading.kind or reading.breaks or reading.day or reading.time:
        return False
    return reading.family.is_surely("order", "injection", above=ORDERED)


def _is_of_visitors(guard: str, reading: Reading) -> bool:
    """Return whether what a pattern takes for declined surely is what visitors need, and names nobody."""
    families, above, below = AFTER_ALL[guard]
    if reading.asks_how_to_reach or any(spotted.whole for spotted in reading.people):
        return False
    return reading.family.is_surely("practical", above=above) and reading.family.is_hardly(*families, below=below)


def of_the_last(reading: Reading, focus: Focus) -> goals.About | None:
    """Return what is asked of the session spoken of last by a question that names nothing and surely leans on it."""
    if not focus.session_ids or reading.guards or not reading.family.is_surely("follow_up", above=LEANS):
        return None
    asks = (reading.asks & FACTS) | {told for fact, told in LEANING.items() if reading.family.wants(fact, above=SAID)}
    return goals.About(focus.session_ids[0], frozenset(asks)) if asks else None


def names_something(reading: Reading) -> bool:
    """Whether the words name a session, a room or somebody of the programme."""
    return reading.sure_title or reading.room is not None or any(spotted.whole for spotted in reading.people)


def is_practical(reading: Reading) -> bool:
    """Whether it surely is about what visitors need."""
    return reading.family.is_surely("practical", above=PRACTICAL)


def sounds_like_nobody(family: Family) -> bool:
    """Whether words that sound nearly like a name are none, because something of the house is asked for."""
    return family.is_surely("practical", above=NO_NAME)


def asks_for_a_topic(reading: Reading) -> bool:
    """Whether it surely asks what there is on a topic, whatever visitors may need of the kind."""
    return "topic" in reading.asks and reading.family.is_surely("topic", above=PRACTICAL)


def may_be_practical(reading: Reading) -> bool:
    """Whether it may be about what visitors need."""
    return reading.family.is_surely("practical", above=MAYBE)


def is_rather_practical(reading: Reading) -> bool:
    """Whether it is likelier about what visitors need than about anything else."""
    return reading.family.is_surely("practical", above=BESIDE_IT)


def is_of_the_house(reading: Reading, *, named: bool) -> bool:
    """Whether it is about what visitors need, for sure or `named` by its words and likely so."""
    return reading.family.is_surely("practical", above=NAMED if named else PRACTICAL)


def is_beyond(reading: Reading) -> bool:
    """Whether something is asked for that no programme tells of a session: what the winner gets, which brand it is."""
    if not reading.asks.isdisjoint(_OF_SESSIONS) or reading.claim is not None:
        return False
    above = BEYOND if reading.asks.isdisjoint(_MAY_BE_OF_ANYTHING) else BEYOND_A_FACT
    above = BEYOND_A_SLOT if not reading.scopes.isdisjoint(("now", "next")) else above
    return reading.family.wants("beyond", above=above)


def may_be_beyond(reading: Reading) -> bool:
    """Whether something may be asked for that neither a programme nor most papers tell."""
    return reading.family.wants("beyond", above=MAY_BE_BEYOND)


def asks_only_for_the_house(reading: Reading) -> bool:
    """Whether it asks what something costs, whether one has to book or the like, and does not say of what."""
    if reading.room or len(reading.words.tokens) > SHORT or not reading.asks.isdisjoint(_OF_SESSIONS - _OF_AN_ENTRY):
        return False
    if reading.guards - {"practical"} or any(spotted.whole for spotted in reading.people):
        return False
    query = query_of(reading.whole, reading.language)
    named = [word for term in query.terms if not term.concepts for word in folded(term.written)]
    asked = [term for term in query.terms if term.concepts]
    grammar = reading.grammar
    return (
        bool(asked)
        and all(term.concepts & OF_WHATEVER_IS_SPOKEN_OF for term in asked)
        and all(word in grammar.words or asks_only(word, grammar) for word in named)
    )


def asks_only_to_pay(reading: Reading) -> bool:
    """Whether that is what it costs or how one gets in, which is another for each thing."""
    asked = query_of(reading.whole, reading.language).concepts
    return asks_only_for_the_house(reading) and asked <= PAYING


def is_beside_it(reading: Reading) -> bool:
    """Whether it is likelier no matter of a congress than anything else."""
    return reading.family.is_surely("out_of_scope", above=BESIDE_IT)


def is_a_plea_beside_it(reading: Reading) -> bool:
    """Whether somebody asks to do or to choose something that is likeliest no matter of a congress."""
    of_what = frozenset(() if is_beside_it(reading) else ("what",))
    asks_nothing = reading.asks.isdisjoint(FACTS | {"topic", "overlap", "earlier", "changed", "more"} | of_what)
    if not asks_nothing or reading.guards or reading.acts or reading.breaks or names_something(reading):
        return False
    if len(reading.words.tokens) < PLEA_WORDS or _is_nearly_titled(reading):
        return False
    family = reading.family
    return family.likeliest == "out_of_scope" and family.is_surely("out_of_scope", above=PLEA)


def is_an_order(family: Family) -> bool:
    """Whether a part of what was said only goes on with an order; "tell me" alone is none."""
    return family.is_surely("injection", "out_of_scope", "personal", above=GOES_ON)


def worded(goal: goals.Answer, reading: Reading) -> goals.Answer:
    """Return what to say where nothing answers: that it is no matter of a congress, or that it is not known."""
    if goal.phrase in _OPEN and is_beside_it(reading):
        return goals.Answer("out_of_scope")
    if goal.phrase == "not_understood" and reading.family.is_surely("practical", above=OF_THE_HOUSE):
        return goals.Answer("practical")
    return goal
