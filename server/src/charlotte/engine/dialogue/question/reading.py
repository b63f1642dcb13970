"""A question as understood: which facts it asks for, about what, when and where."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from charlotte.congress.lexicon import SpottedPerson, SpottedRoom
from charlotte.congress.search.folding import Words, fold
from charlotte.congress.search.function_words import FUNCTION_WORDS, ROOM_WORDS
from charlotte.congress.search.strength import CLOSE, WEAK
from charlotte.engine.dialogue.families.family import UNKNOWN, Family
from charlotte.engine.dialogue.grammar import Grammar
from charlotte.engine.dialogue.heard.naming import is_a_name
from charlotte.engine.dialogue.question.anchors import Anchor
from charlotte.engine.dialogue.question.claims import Claim
from charlotte.engine.dialogue.question.subject import Subject
from charlotte.engine.dialogue.question.times import Found
from charlotte.engine.dialogue.question.wanted import Wanted, asks_only

_PRIVATE = re.compile(
    r"(?<!\S)(?:(?:mobile|cell|cellphone|phone|telephone|private|whats ?app)(?: phone)? ?(?:number|no)|cell(?:phone)?"
    r"|e ?mails?(?: address)?|home address|whats ?app|linkedin"
    r"|cellulare|(?:numero di )?(?:telefono|cellulare)|recapit[oi]|(?:indirizzo )?e ?mail|posta elettronica"
    r"|portable|(?:numero de )?(?:telephone|portable|movil|telefono)|courriel|adresse (?:mail|e ?mail|privee)"
    r"|\w*telefonnummer|handy(?:nummer)?|mobilnummer|(?:e ?)?mail ?adresse|privatadresse"
    r"|movil|correo(?: electronico)?|celular)(?!\S)"
)
"""Ways to reach somebody, in the five languages: nobody's but the organisers' are given out."""
_PRIVATE_LIFE = re.compile(
    r"(?<!\S)(?:how old (?:is|are)|earns?|salary|married"
    r"|quanti anni ha|guadagna|stipendio|sposat[oa]"
    r"|quel age a|(?:il|elle|ca) gagne|gagne (?:combien|t)|combien gagne|salaire|mariee?"
    r"|wie alt ist|verdient|gehalt|verheiratet"
    r"|(?:cuantos anos|que edad) tiene|cuanto (?:gana|cobra)|sueldo|casad[oa])(?!\S)"
)
"""What nobody is told of somebody who is named: age, earnings, marriage."""
_LIFE = re.compile(
    r"(?<!\S)(?:(?:did|does) \S+ (?:\S+ )?(?:study|graduate|grow up|live)|(?:was|is|were) (?:\S+ ){1,3}born|grew up"
    r"|studied|graduated|went to (?:school|university|college)|(?:what|which) (?:town|city|village) (?:is|does|do) \S+"
    r"|ha studiato|(?:si )?e laureat[oa]|e nat[oa]|(?:abita|vive)(?! \S+ (?:sala|aula))|cresciut[oa]"
    r"|(?:di|da) (?:che|quale) (?:citta|paese|posto) (?:e|sono|viene|vengono)"
    r"|fait ses etudes|a etudie|est nee?|habite(?:-t)?|a grandi|diplomee? de"
    r"|(?:de|d) quel(?:le)? (?:ville|village|endroit) (?:est|vient|viennent)"
    r"|hat (?:\S+ ){0,4}studiert|geboren|wohnt|aufgewachsen"
    r"|aus (?:welche[rmn]?|was fur einem?r?) (?:ort|stadt|dorf|gegend) (?:kommt|ist|stammt)"
    r"|estudio|ha estudiado|nacio|se licencio|se crio"
    r"|de que (?:ciudad|pueblo|sitio) (?:es|son|viene))(?!\S)"
)
"""What no programme tells of somebody who is named: where they studied, grew up or live."""
_OTHER = frozenset(("anyone", "more", "rest", "beside", "before_it", "after_it", "together", "besides"))
"""Words that ask for something else than the session they stand beside."""
_NO_FACTS = frozenset({"changed"})
_WHOLE_TITLE = 0.97
_TELLS_ALONE = 10
"""Letters of a word that stands for a title wherever else a room is named: "Querterrassen"."""
_LONGEST_ROOM = 3
"""Words; more of them that are nearly a title are no unknown room."""


@dataclass(frozen=True)
class Reading:
    """What the words of one question say; nothing is looked up yet."""

    words: Words
    grammar: Grammar
    asks: frozenset[str] = frozenset()
    scopes: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    """Social acts that are all the person said: a greeting, thanks, a request to repeat."""
    guards: frozenset[str] = frozenset()
    """What must be declined or handled apart: emergencies, orders to the system, other people's data."""
    breaks: frozenset[str] = frozenset()
    day: str | None = None
    time: str | None = None
    part: str | None = None
    kind: Found | None = None
    """Keynote, workshop, panel or lightning talk, where the words name one."""
    room: SpottedRoom | None = None
    rooms: tuple[str, ...] = ()  # that are compared
    people: tuple[SpottedPerson, ...] = ()
    subject: Subject | None = None
    pair: tuple[Subject, Subject] | None = None
    """The two sessions of "both … and …"."""
    session_language: str | None = None
    anchor: Anchor | None = None
    """The break, meal or evening before or after which something is asked for."""
    wants: Wanted = Wanted()
    """What its small words say."""
    family: Family = UNKNOWN
    """What it is likely to be, by its meaning."""
    asked: str = ""
    """The question as it came, before anything that may have been misheard was written otherwise."""

    @property
    def whole(self) -> str:
        """The question as it came."""
        return self.asked or self.words.original

    @property
    def language(self) -> str:
        """ISO 639-1 of the question."""
        return self.grammar.language

    @property
    def sure_title(self) -> bool:
        """Whether the subject is surely the title of a session."""
        subject = self.subject
        if subject is None or subject.score < CLOSE:
            return False
        # One word of a title is not its name where the question is about a slot of the programme.
        if subject.score < _WHOLE_TITLE and all(asks_only(token, self.grammar) for token in subject.said.split()):
            return False
        tells_alone = len(subject.said) >= _TELLS_ALONE and " " not in subject.said and len(subject.fits) == 1
        lone = len(self.sure_words) < 2 and subject.score < _WHOLE_TITLE and not tells_alone
        return not (lone and (self.room or self.scopes & {"now", "next", "first", "last"}))

    @property
    def claim(self) -> Claim | None:
        """What is supposed of when and where something is, where that is to be confirmed and nothing else asked."""
        said = self.wants.says
        told = Claim(self.day, self.time, self.room.name if self.room else None)
        if told == Claim() or self.guards - {"practical"} or self.acts or self.anchor or "count" in said:
            return None
        is_other = self.wants.follows_name or said & _OTHER or self.scopes & {"after", "next"}
        is_question = (
            not is_other and not self.guards and self.words.original.rstrip().endswith("?") and self.asks <= _NO_FACTS
        )
        return told if said & {"check", "like_day"} or is_question else None

    @property
    def tells_more(self) -> bool:
        """Whether words stand there beside the subject that neither ask nor name a slot or somebody."""
        subject = self.subject.said.split() if self.subject else ()
        return any(token not in subject for token in self.wants.left)

    @property
    def asks_how_to_reach(self) -> bool:
        """Whether the words ask for a private number or address, whoever's it is."""
        return _PRIVATE.search(self.words.text) is not None

    @property
    def asks_of_private_life(self) -> bool:
        """Whether somebody of the programme is named, and the words ask how old they are or what they earn."""
        named = any(spotted.whole for spotted in self.people)
        return named and _PRIVATE_LIFE.search(self.words.text) is not None

    @property
    def asks_of_their_past(self) -> bool:
        """Whether somebody of the programme is named, and the words ask where they studied, grew up or live."""
        asked = bool(self.asks & {"where", "when"}) and _LIFE.search(self.words.text) is not None
        return asked and bool(self.people)

    @property
    def sure_words(self) -> frozenset[str]:
        """Words of the subject that name something."""
        if self.subject is None:
            return frozenset()
        frame = self.grammar
        return frozenset(
            token
            for token in self.subject.said.split()
            if not any(frame.is_all("frame", key, token) for key in ("stop", "nouns", "rooms", "speakers", "joiner"))
            and not (self.subject.score < CLOSE and _is_small(token, frame))
            and not any(frame.is_all("scope", key, token) for key in ("it", "next", "after", "now", "last", "first"))
        )

    @property
    def own_subject(self) -> bool:
        """Whether the question itself names something, so that it need not lean on what was said before."""
        return bool(self.sure_words)

    @property
    def person_is_meant(self) -> bool:
        """Whether the words ask for somebody who speaks."""
        text = self.words.text
        return self.grammar.says("frame", "speaks", text) or self.grammar.says("frame", "speakers", text)

    @property
    def room_is_meant(self) -> bool:
        """Whether the subject is spoken of as a room, though no room of that name is known."""
        subject = self.subject
        if subject is None or subject.score >= CLOSE:
            return False
        if "where" in self.asks or not is_a_name(self.room_words, self.grammar):  # "which room is … in"
            return False
        if subject.score >= WEAK and len(subject.said.split()) > _LONGEST_ROOM:  # a title that was misheard
            return False
        if self._speaks_on_in(subject.said.split()):  # "who speaks about mediation in the delivery room?"
            return False
        text, frame = self.words.text, self.grammar
        near = self.words.tokens[max(0, subject.first - 2) : subject.last + 2]
        return (
            any(map(self.is_room_word, near))
            or (
                len(subject.said.split()) == 1
                and subject.first > 0
                and frame.is_all("frame", "inside", near[0 if subject.first < 2 else 1])
            )
            or frame.says("frame", "rooms", text)
            and bool(self.time)
        )

    def _speaks_on_in(self, said: Sequence[str]) -> bool:
        """Whether words for what somebody speaks on hold where that happens, so that they are no room's name."""
        frame = self.grammar
        on_it = "who" in self.asks or frame.says("frame", "speaks", self.words.text)
        return on_it and any(frame.is_all("frame", "inside", word) for word in said[1:-1])

    def is_room_word(self, token: str) -> bool:
        """Whether a word says "room", in the language of the question or as the rooms of a congress are called."""
        is_verb = token == "sale" and self.language != "it"  # what a Spanish bus does when it leaves
        return self.grammar.is_all("frame", "rooms", token) or token in ROOM_WORDS and not is_verb

    def title_covers(self, spotted: SpottedPerson) -> bool:
        """Whether a person's name is only part of a title that the words surely name."""
        subject = self.subject
        if subject is None or subject.score < CLOSE:
            return False
        return self.holds(spotted) and not self.subject_is(spotted)

    @property
    def room_words(self) -> str:
        """The subject as the name of a room, without the word for "room"."""
        if self.subject is None:
            return ""
        tokens = self.subject.written.split()
        kept = [token for token in tokens if not self.is_room_word(fold(token))]
        return " ".join(kept)

    def written(self, found: Found) -> str:
        """Return something found in the question as it was written."""
        return self.words.written(*self.words.span(found.start, found.end))

    def holds(self, spotted: SpottedPerson) -> bool:
        """Whether the subject contains this person's name."""
        subject = self.subject
        return subject is not None and subject.first <= spotted.first and spotted.last <= subject.last

    def more_of_a_name(self, spotted: SpottedPerson) -> bool:
        """Whether another word that names something stands right beside a surname: somebody else may be meant."""
        words = self.words
        for at, before in ((spotted.first - 1, True), (spotted.last, False)):
            if 0 <= at < len(words.tokens) and words.tokens[at] in self.sure_words:
                if asks_only(words.tokens[at], self.grammar):  # "when does Rossi speak about …"
                    continue
                one = at if before else at - 1
                gap = words.original[words.places[one][1] : words.places[one + 1][0]]
                if not gap.strip():
                    return True
        return False

    def subject_is(self, spotted: SpottedPerson) -> bool:
        """Whether the subject is this person's name and nothing else."""
        return self.sure_words <= frozenset(self.words.tokens[spotted.first : spotted.last])

    def asks_any(self, *kinds: str) -> bool:
        """Whether any of these facts is asked for."""
        return not self.asks.isdisjoint(kinds)


def _is_small(token: str, grammar: Grammar) -> bool:
    return token in FUNCTION_WORDS or grammar.is_all("want", "small", token)
