"""What heads an answer in a list of questions: a question, or what a visitor says, as "I have lost my badge." does.

Such a head helps to find the answer and is never what is told.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from charlotte.documents.marks import runs_of
from charlotte.documents.paper import Block
from charlotte.knowledge.languages import language_of
from charlotte.knowledge.sentences import sentences

LOWEST = 7
"""The level of such a head: below all that a document itself calls headings."""
LONGEST = 110
FEWEST = 2
HALF = 0.5
ENDS = ("?", ".", "!", "…", ":")
VOICE = {
    "en": r"\b(?:I|my|me|mine)\b",
    "de": r"\b(?:ich|mein(?:e[mnrs]?)?|mir|mich)\b",
    "fr": r"\b(?:je|mon|ma|mes|moi)\b|\bj['’]",
    "it": r"\b(?:io|mio|mia|miei|mie)\b|^(?:non |mi )?(?:ho|sono|vorrei|posso|devo|arrivo|vengo|parto|porto|viaggio|"
    r"mangio|bevo|soffro|cerco|perso|uso)\b",
    "es": r"\b(?:yo|mi|mis|conmigo)\b|^(?:no |me )?(?:tengo|he|soy|estoy|voy|vengo|llego|viajo|necesito|quiero|puedo|"
    r"traigo|vivo|busco|uso|hablo|bebo)\b|^no como\b",
}
"""How somebody speaks of themselves; organisers say "we"."""


def is_of_a_visitor(sentence: str, language: str) -> bool:
    """Return whether a sentence is what a visitor says or asks, and no answer."""
    voice = VOICE.get(language)
    if len(sentence) > LONGEST:
        return False
    flags = re.NOFLAG if language == "en" else re.IGNORECASE
    return voice is not None and re.search(voice, sentence, flags) is not None


def with_heads_of_answers(blocks: Sequence[Block], language: str) -> tuple[Block, ...]:
    """Return the blocks with what heads answers in bold as headings, where a document holds a list of questions."""
    heads = [head for block, following in pairwise((*blocks, None)) if (head := _head(block, following))]
    asked = sum(_is_asked(head, language) for head in heads)
    if asked < FEWEST or asked < HALF * len(heads):
        return tuple(blocks)
    return tuple(
        one for block, following in pairwise((*blocks, None)) for one in _apart(block, _head(block, following))
    )


def _is_asked(head: str, language: str) -> bool:
    return head.endswith("?") or is_of_a_visitor(head, language_of(head, language))


def _apart(block: Block | None, head: str) -> Iterator[Block]:
    """Yield a block, or its head and what is left of it."""
    if block is None:
        return
    if not head:
        yield block
        return
    yield Block(kind="heading", level=LOWEST, text=head.rstrip(":"), page=block.page)
    if rest := " ".join(block.text.split())[len(head) :].strip():
        yield block.model_copy(update={"text": rest, "marked": ()})


def _head(block: Block | None, following: Block | None) -> str:
    """Return what a paragraph or an item begins with in bold, if it is one sentence that something follows."""
    if block is None or block.kind not in ("text", "item") or block.level > 1 or not block.marked:
        return ""
    runs = [run for run in runs_of(block.marked[0]) if run.text.strip()]
    if not runs or not runs[0].bold:
        return ""
    head, whole = " ".join(runs[0].text.split()), " ".join(block.text.split())
    if not whole.startswith(head) or not head.endswith(ENDS) or len(head) > LONGEST or not _is_one(head):
        return ""
    goes_on = following is not None and following.kind in ("text", "item") and not _is_bold(following)
    return head if len(runs) > 1 or goes_on else ""


def _is_one(head: str) -> bool:
    """Return whether a head is one sentence, or one that tells something and a question: "I am late. May I enter?"."""
    said = list(sentences(head))
    return len(said) == 1 or len(said) == FEWEST and said[1].endswith("?")


def _is_bold(block: Block) -> bool:
    runs = [run for run in runs_of(block.marked[0]) if run.text.strip()] if block.marked else []
    return bool(runs) and all(run.bold for run in runs)
