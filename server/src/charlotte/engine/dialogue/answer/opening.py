"""Whether a passage surely says yes or no to a question, so that the answer may begin with it."""

import re

from charlotte.congress.search.folding import fold
from charlotte.engine.dialogue.answer.gloss import found_in, is_yes_or_no, opens_with
from charlotte.knowledge.answering import BOUGHT
from charlotte.knowledge.query import Query, query_of
from charlotte.knowledge.quotes.things import named_in, wanted_of
from charlotte.knowledge.units import ITEM, MARK
from charlotte.tools.results import PassageCard

_LEAVE = re.compile(
    r"(?<!\w)(?:posso|possiamo|si puo|si possono|puo|possono|can|may|could|am i allowed|are we allowed|is it ok"
    r"|peut|peux|peuvent|puis|pouvons|darf|durfen|kann|konnen|puedo|podemos|se puede|se pueden|puede|pueden"
    r"|(?:e|sono) (?:permess|ammess|consentit)\w+|est[- ](?:il|ce) (?:permis|autorise)|(?:ist|sind) .{0,30}erlaubt"
    r"|esta[n]? permitid\w+|is .{0,30}allowed|are .{0,30}allowed)(?!\w)"
)
_EXCEPT = re.compile(
    r"(?<!\w)(?:except|unless|other than|sauf|hormis|a l[' ]exception|ausser|ausgenommen|salvo|excepto|menos|tranne"
    r"|eccetto|a eccezione)(?!\w)"
)
_MEANS = frozenset(("price", "free", "payment"))


def opening_of(passage: PassageCard, query: Query) -> str | None:
    """Return "yes" or "no", or nothing where the words must speak for themselves."""
    if not is_yes_or_no(query.original, query.language):
        return None
    said = opens_with(_plain(passage.quote), passage.language)
    if said is not None:  # it is the document's own word
        return said
    if _asks_the_same(passage, query):
        return opens_with(_plain(passage.text), passage.language)
    if found_in(query.original, query.language, "included"):
        return _includes(passage, query)
    if not _LEAVE.search(fold(query.original)) or _EXCEPT.search(fold(passage.quote)) or not _is_single(passage.quote):
        return None
    if found_in(passage.quote, passage.language, "not_allowed"):
        return "no"
    return "yes" if _allows_all(passage, query) else None


def _includes(passage: PassageCard, query: Query) -> str | None:
    """Return whether a passage surely says that all that is asked about is included, or that it is not."""
    said = found_in(passage.quote, passage.language, "included")
    wanted = wanted_of(query.concepts) - BOUGHT
    if passage.match != "exact" or said is None or not _is_single(passage.quote) or _EXCEPT.search(fold(passage.quote)):
        return None
    if not wanted or not wanted <= named_in(" ".join((*passage.headings[-1:], passage.quote))):
        return None
    if found_in(passage.quote, passage.language, "not") is None:
        return "yes"
    return "no" if named_in(passage.quote) - BOUGHT <= wanted else None  # "lunch is included, dinner is not"


def _is_single(quote: str) -> bool:
    return not re.findall(r"[.!?;](?:\s|$)", quote.rstrip(".!?"))


def _allows_all(passage: PassageCard, query: Query) -> bool:
    """Return whether a passage surely allows all that is asked for, with nothing denied or reserved beside it: dogs
    that are welcome in the yard are not at the dinner."""
    quote, language = passage.quote, passage.language
    if passage.match != "exact" or found_in(quote, language, "allowed") is None:
        return False
    if any(found_in(quote, language, kind) for kind in ("not", "only", "reserved", "adults")):
        return False
    wanted = wanted_of(query.concepts)
    return bool(wanted) and wanted <= named_in(" ".join((*passage.headings[-1:], quote)))


def _asks_the_same(passage: PassageCard, query: Query) -> bool:
    """Return whether the heading is the question that was asked, of whose answer the passage is the beginning."""
    heading = next((one for one in passage.headings[-1:] if one.endswith("?")), None)
    if heading is None:
        return False
    theirs, ours = query_of(heading, passage.language).concepts - _MEANS, query.concepts - _MEANS
    return bool(ours) and ours <= theirs


def _plain(text: str) -> str:
    return MARK.sub("", ITEM.sub("", text))
