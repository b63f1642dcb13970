"""Sentences in published texts that speak to a machine and not to people: they are never read out.

A model that reads them may obey them; a voice that quotes them puts words into the organiser's mouth. What is cut is
told to staff by a warning of the import. Kept narrow: an address ("AI:", "note to assistants:", "System:") must be
followed by an order, so that a talk on "AI: the good parts" keeps its title.
"""

import re

_MACHINE = (
    r"(?:system|chatbots?|llms?|gpt|ai|ki|ia|(?:ai |ki.|ia )?(?:assistants?|assistent(?:en)?|assistente|asistente)"
    r"|(?:language|sprach)\s?model(?:s|l|le)?|mod[èe]les?(?: de langage)?|modelos?(?: de lenguaje)?"
    r"|modell[oi](?: linguistic[oi])?|(?:automatic reviewer|revisore automatico|relecteur automatique))"
)
_ORDER = (
    r"(?:(?:please|bitte|per favore|por favor|before|prima|always|immer|sempre|toujours|ab jetzt|from now)"
    r"\W[^.]{0,60}?)?"
    r"(?:tell|say|answer|reply|respond|ignore|forget|call|add|run|send|use|read|also check|recommend"
    r"|r[ée]ponds?|r[ée]pondez|dis|dites|ajoutez?|ignorez?|oubliez?|appelez?"
    r"|antworten?|sag|sage|sprich|ignorieren?|vergiss|empfiehl|ruf|f[üu]ge"
    r"|rispondi|di['’]|d[ìi]|aggiungi|ignora|dimentica|chiama|chiedi|chi chiede"
    r"|responde|di|añade|contesta|olvida|llama"
    r"|you must|du musst|devi|debes|tu dois|must|muss|deve|debe|doit|should|soll)\b"
)
_ADDRESS = rf"[^.:()\[\]/|–—\n]{{0,30}}?\b{_MACHINE}\b[^.:()\[\]]{{0,20}}\s?:\s*{_ORDER}"
_SET_APART = re.compile(
    rf"\s*(?:\(\s*{_ADDRESS}[^)]*\)|\[+\s*{_ADDRESS}[^\]]*\]+|<!--\s*{_ADDRESS}.*?-->)", re.IGNORECASE | re.DOTALL
)
_TO_THE_END = re.compile(rf"(?:\s*(?://|--|\||\n|[–—])|(?<=[.!?]))\s*{_ADDRESS}.*", re.IGNORECASE | re.DOTALL)
_CALL = re.compile(r"(?<![\"')\s;])[\"')\s;]*+\b(?:assistant|system|tool)s?\.\w+\([^)]*\)[;\s-]*", re.IGNORECASE)


def without_orders(text: str) -> str:
    """Return the text without what speaks to a machine; the same text where there is nothing of the kind."""
    for pattern in (_SET_APART, _TO_THE_END, _CALL):
        text = pattern.sub("", text)
    return text
