"""What is asked of a thing that a quote of the same thing does not tell: from when, how long it takes, on which day."""

import re
from functools import lru_cache

from charlotte.congress.search.folding import fold, words
from charlotte.knowledge.answer_kinds import WEEKDAYS, days_of
from charlotte.knowledge.index import Index
from charlotte.knowledge.passage import Passage
from charlotte.knowledge.query import Query, text_of
from charlotte.knowledge.quotes.kinds import groups, held

_CLOCK = re.compile(
    r"\b\d{1,2}[:.h]\d{2}\b|\b\d{1,2} ?(?:h|uhr|am|pm|a\.m\.|p\.m\.)(?!\w)|\b(?:noon|midnight|mezzogiorno|mezzanotte"
    r"|midi|minuit|mittags?|mitternacht|mediodia|medianoche)\b"
    r"|(?<=alle )\d{1,2}\b|(?<=las )\d{1,2}\b|(?<=um )\d{1,2}\b|(?<=at )\d{1,2}\b|(?<=until )\d{1,2}\b"
)
_UNTIL = re.compile(
    r"(?:\b(?:until|till|before|by|to|clos\w+ at|fino (?:alle|a)|entro le|chiud\w+ alle|(?:jusqu'?a|avant|ferme\w* a"
    r"|bis|vor|spatestens|schliess\w+ um|hasta|antes de|cierra\w* a)(?: las)?)(?: ore)?|[-–—]) *$"
)
_FROM = re.compile(
    r"\b(?:from|since|opens? at|as of|after|dalle|da|a partire dalle|apr\w+ alle|des|a partir de|ouvr\w+ a|ab|von|seit"
    r"|offn\w+ um|desde(?: las)?|a partir de las|abr\w+ a las)(?: ore)? *$"
)
_VERB = re.compile(
    r"(?P<until>\b(?:clos\w+|chiud\w+|ferm\w+|schliess\w+|cierra\w*)\b)"
    r"|(?P<from>\b(?:opens?|apre|aprono|ouvre\w*|offnet|offnen|abren?)\b)"
)
_SENTENCES = re.compile(r"(?<=[.!?;])\s+")
_BEGINS = re.compile(
    r"\b(?:when|what time|how early)\b.{0,60}\bopen(?:s|ing)?\b|\bfrom (?:when|what time)\b"
    r"|\b(?:quando|che ora)\b.{0,40}\bapr\w+|\b(?:da|dalle) (?:che ora|quando)\b"
    r"|\b(?:quand|quelle heure)\b.{0,40}\bouvr\w+|\b(?:a partir de|des) (?:quand|quelle heure)\b"
    r"|\b(?:wann|wie ?viel uhr)\b.{0,50}\b(?:offne[nt]|auf ?mach\w+|macht\b.{0,30}\bauf)\b"
    r"|\bab (?:wann|wie ?viel uhr)\b"
    r"|\b(?:cuando|que hora)\b.{0,40}\babr\w+|\b(?:desde|a partir de) (?:cuando|que hora)\b"
)
_ENDS = re.compile(
    r"\b(?:until|till|by) (?:when|what time)\b|\b(?:fino a|entro) (?:che ora|quando)\b"
    r"|\bjusqu a (?:quand|quelle heure)\b"
    r"|\bbis (?:wann|wie ?viel uhr)\b|\bhasta (?:cuando|que hora)\b"
    r"|\b(?:leave|vacate|out of|check out of|lasciare|liberare|liberer?|quitter|rendre|verlassen|raumen"
    r"|dejar|desocupar) (?:libre )?(?:my |our |the |la |ma |notre |mia |mein |das |mi |el )*"
    r"(?:rooms?|camera|stanza|chambre|zimmer|habitacion)\b"
)
_TAKES = re.compile(
    r"\bhow (?:long|many (?:hours|minutes)|much time)\b.{0,60}\b(?:takes?|journey|ride|trip|drive|walk|flight)\b"
    r"|\bquanto (?:tempo )?(?:ci )?(?:mett\w+|impieg\w+|vuole)|\b(?:quante ore|quanti minuti)\b"
    r"|\bcombien (?:de temps|d heures|de minutes)\b.{0,40}\b(?:met|mettent|prend|faut|trajet|route|voyage)\b"
    r"|\b(?:met|mettent) combien\b"
    r"|\bwie (?:lange|viele (?:stunden|minuten))\b.{0,60}\b(?:fahr\w*|unterwegs|braucht|brauche|lauft|geht man)\b"
    r"|\bcuanto (?:tiempo )?(?:tarda\w*|se tarda)|\bcuant[oa]s (?:horas|minutos)\b"
)
_SPAN = re.compile(
    r"\b(?:\d+|an?|one|two|three|few|half an?|un[ao]?|due|tre|quattro|une|deux|trois|ein|eine|zwei|drei|dos|tres|media"
    r"|mezz'?|halbe|demi[ -]?)[ '-]?(?:a |e )?(?:minut\w*|min|hours?|ore|ora|heures?|h(?= \d\d\b)|stunden?|horas?)\b"
    r"|\b(?:\d+|\w+)[ -]?(?:minut\w+|min)\b|\d h\b(?! ?\d)|viertelstunde|quarter of an hour"
    r"|quart d'heure|quarto d'ora|cuarto de hora|mezz'ora|demi-heure|\w+stunde\b"
)
_EVERY = re.compile(
    r"\b(?:every|each|ogni|toutes les|tous les|chaque|alle|jede|cada|within|entro|dans les|innerhalb von|en)"
    r" (?:\w+ )?(?:minut\w+|min|hours?|ore|ora|heures?|stunden?|horas?)\b"
)
_ON_ALL_DAYS = re.compile(
    r"\b(?:daily|every day|both days|weekends?|weekdays?|ogni giorno|tutti i giorni|entrambi|feriali|tous les jours"
    r"|les deux jours|en semaine|taglich|jeden tag|an beiden tagen|werktags?|todos los dias|ambos dias|laborables"
    r"|fin de semana)\b"
)
_WHO = re.compile(
    r"(?:^|[,.:;¿] ?)(?:and |e |ma |et |mais |und |y |pero )?(?:who|chi|qui(?: est-ce qui)?|wer|quien(?:es)?)\b"
    r"(?! (?:can|may|must|should|is allowed|gets?|pays|has|needs?|wants?|puo|deve|paga|vuole|ha|riceve"
    r"|peut|doit|paie|veut|recoit|a |darf|muss|soll|zahlt|will|bekommt|hat|kann|puede|debe|quiere|recibe|tiene)\b)"
)
_SIZES = {
    "single": r"single|singol[ae]|simple|individuel\w*|einzel\w*|individual\w*",
    "double": r"doubles?|twin|doppi[ae]|matrimonial\w*|doppel\w*|dobles?",
    "triple": r"triples?|tripl[ae]|dreibett\w*|triple",
}
_ROOM = re.compile(r"\b(?:rooms?|camer[ae]|stanz[ae]|chambres?|\w*zimmer|habitacion\w*|bett\w*)\b")


SHORT = 3
"""Letters of a word that names nothing."""
SPEAKERS = "speakers"
_SOMEBODY = ("who", "name", "phone", "denial")
"""Kinds of facts one of which a sentence holds that tells who does something, or that nobody does."""


def is_told_otherwise(query: Query, quote: str) -> bool:
    """Return whether a quote tells when it closes and not when it opens, when a bus leaves and not how long it takes,
    nobody where it is asked who does it, what is on other days than the one that is asked for, or what a double room
    costs and not a single one."""
    asked = words(query.original).text
    return (
        _is_of_the_other_end(asked, quote)
        or _TAKES.search(asked) is not None
        and not _takes_so_long(query, quote)
        or _is_of_other_days(query, quote)
        or _WHO.search(fold(query.original)) is not None
        and held(quote).isdisjoint(_SOMEBODY)
        or _is_of_another_size(asked, quote)
    )


def is_of_no_speaker(query: Query, quote: str) -> bool:
    """Return whether it is asked where the speakers sleep, and only hotels for anybody are told of."""
    return "hotel" in query.concepts and SPEAKERS in groups(query.original) - groups(quote)


def names_another(query: Query, passage: Passage, index: Index) -> bool:
    """Return whether a question names a place or a house of which documents tell elsewhere, and this passage says
    nothing: the bus to a castle is not told under "By bus" to the town."""
    if query.language == "de" == passage.language:  # where every noun is written so
        return False
    named = [
        term
        for term in query.terms
        if not term.concepts
        and len(term.written) > SHORT
        and term.written[:1].isupper()
        and query.original.find(term.written) > 0
        and index.knows(term)
        and any(term.written in one.text for one in index.passages)
    ]
    told = text_of(" ".join((passage.title, *passage.path, passage.text)))
    return bool(named) and not any(term.is_in(told) for term in named)


def _is_of_the_other_end(asked: str, quote: str) -> bool:
    begins, ends = _BEGINS.search(asked) is not None, _ENDS.search(asked) is not None
    if begins == ends:
        return False
    told = _directions(quote)
    return bool(told) and told == {"until" if begins else "from"}


@lru_cache(maxsize=20_000)
def _directions(quote: str) -> frozenset[str]:
    """Return whether times of day are told from which, until which or at which something is."""
    return frozenset(_direction(one, clock.start()) for one in _sentences(quote) for clock in _CLOCK.finditer(one))


def _direction(sentence: str, at: int) -> str:
    """Return what a time of day is by what stands right before it, or else by the verb before it: "closes on Friday at
    19:00 and on Saturday at 14:00"."""
    before = sentence[:at]
    if _UNTIL.search(before) or _FROM.search(before):
        return "until" if _UNTIL.search(before) else "from"
    verbs = [(verb.start(), verb.lastgroup) for verb in _VERB.finditer(before)]
    return max(verbs)[1] or "at" if verbs else "at"


def _takes_so_long(query: Query, quote: str) -> bool:
    """Return whether a sentence tells how long something takes, and speaks of what is asked: its number, if any."""
    told = [one for one in _sentences(quote) if _SPAN.search(_EVERY.sub(" ", one))]
    named = [term for term in query.terms if term.is_name] or [term for term in query.terms if not term.is_modifier]
    return any(term.is_in(text_of(one)) for one in told for term in named)


def _sentences(quote: str) -> list[str]:
    return _SENTENCES.split(fold(quote))


def _is_of_other_days(query: Query, quote: str) -> bool:
    """Return whether one day is asked for and times of other days alone are told, none of them of a stretch of days."""
    asked, folded = query.concepts & frozenset(WEEKDAYS), words(quote).text
    told = days_of(folded)
    if not asked or not told or "opening_hours" not in query.concepts or asked & told:
        return False
    return len(told) == 1 and _ON_ALL_DAYS.search(folded) is None


def _is_of_another_size(asked: str, quote: str) -> bool:
    """Return whether a single, double or triple room is asked for and only others are told of."""
    if _ROOM.search(asked) is None:
        return False
    wanted, told = _sizes(asked), _sizes(words(quote).text)
    return bool(wanted) and bool(told) and wanted.isdisjoint(told)


def _sizes(folded: str) -> frozenset[str]:
    return frozenset(size for size, written in _SIZES.items() if re.search(rf"\b(?:{written})\b", folded))
