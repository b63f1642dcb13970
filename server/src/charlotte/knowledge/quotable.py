"""Which sentences of a document may be read out: none that speak to machines, lead elsewhere or are not finished."""

import re

from charlotte.congress.orders import without_orders
from charlotte.congress.search.folding import fold
from charlotte.documents.html.visible import GAP
from charlotte.knowledge.sentences import sentences
from charlotte.knowledge.wording import pattern

_ENDINGS = "com|org|net|io|eu|info|edu|app|dev|example|it|de|fr|es|at|ch|uk|pt|nl|be"
ADDRESS = re.compile(
    rf"https?://\S+|www\.\S+|\b(?:[a-z0-9][a-z0-9-]+\.)+(?:{_ENDINGS})\b(?:/\S*)?"
    r"|\b\S+@\S+\.\w+|\]\(|<\S+:|\bdata:\w+/|\bjavascript:",
    re.IGNORECASE,
)
"""A page or mailbox: cannot be said, and nobody checked where it leads."""
MAILBOX = re.compile(
    r"\s*[(\[]\s*(?:e-?mail|mail|courriel|correo)?:?\s*\S+@\S+\.\w+\s*[)\]]|(?:mailto:)?\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    re.I,
)
FEWEST_BESIDE = 4
"""Words that a sentence must have beside a mailbox to say anything without it."""
MARKUP = re.compile(r"</?[a-z][^>]*>|!\[|\[\[|\]\]|\{\{|\}\}|```|<!--|-->", re.IGNORECASE)
UNFINISHED = re.compile(r"\bTODO\b|\btodo:|\b(?i:tba|tbd|tbc|fixme|lorem ipsum|wip|xxx)\b")
"""In capitals, or as a label: in Spanish "todo" is a word like others."""

TO_FOLLOW = re.compile(
    r"\W*(?:(?:weitere |nähere )?(?:details|infos?|informationen|angaben) (?:folgen|in kürze)(?: noch| bald| in kürze)?"
    r"|(?:wird|werden) noch bekannt ?gegeben"
    r"|(?:more |further )?(?:details?|infos?|information) (?:to (?:follow|come)|coming soon)"
    r"|(?:maggiori |ulteriori )?(?:dettagli|informazioni) (?:in arrivo|a breve|seguiranno|a seguire)"
    r"|(?:plus d['’e ]+)?(?:détails|informations|précisions|infos) (?:à venir|suivront|à suivre)"
    r"|(?:más )?(?:detalles|información) (?:próximamente|en breve)"
    r"|coming soon|prossimamente|prochainement|próximamente)\W*",
    re.IGNORECASE,
)
"""A sentence that says only that something will be said."""

IMPRINT = re.compile(
    r"\W*(?:©|\(c\) \d{4}|copyright\b|all rights reserved|tutti i diritti riservati|alle rechte vorb)", re.I
)
"""What stands at the foot of a page."""

NO_MACHINE = re.compile(r"\bai\b")
"""In small letters a word of Italian and of French: "ai relatori", "j'ai"."""


def may_be_quoted(sentence: str) -> bool:
    """Return whether a sentence may be read out to a visitor as the organisers' words."""
    left_out = ADDRESS.search(sentence) or UNFINISHED.search(sentence) or IMPRINT.match(sentence)
    left_out = left_out or TO_FOLLOW.fullmatch(sentence)
    return not (left_out or is_hostile(sentence))


def without_mailbox(sentence: str) -> str:
    """Return a sentence without the mailbox in it, which cannot be said: until when one has to write still counts."""
    left = MAILBOX.sub(lambda found: "" if found[0].lstrip()[:1] in "([" else "…", sentence).strip()
    return left if left != sentence and len(re.findall(r"\w{2,}", left)) >= FEWEST_BESIDE else sentence


def is_finished(heading: str) -> bool:
    """Return whether what stands under a heading is meant for visitors already, and no note of the authors'."""
    return UNFINISHED.search(heading) is None


def is_whole(sentence: str) -> bool:
    """Return whether nothing is missing in a sentence that a page generator would have filled in."""
    return GAP not in sentence


def readable(text: str) -> str:
    """Return a passage as another model may read it: unfinished and what speaks to machines left out."""
    lines = []
    for line in text.split("\n"):
        indent = line[: len(line) - len(line.lstrip(" "))]
        said = sentences(line.strip())
        kept = [one for one in said if not is_hostile(one) and not UNFINISHED.search(one)]
        if kept:
            lines.append(indent + ADDRESS.sub("[link]", " ".join(kept)))
    return "\n".join(lines)


def is_hostile(sentence: str) -> bool:
    """Return whether a sentence carries markup, or tells a machine what to do."""
    if MARKUP.search(sentence) or without_orders(sentence) != sentence:
        return True
    said = fold(NO_MACHINE.sub(" ", sentence))
    return bool(pattern("machine", "names").search(said) and pattern("machine", "orders").search(said))
