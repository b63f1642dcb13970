"""Sentences that lean on the one before them: "It costs £34.", "Danach gelten die Tagespreise."."""

import re

LEANS = {
    "en": r"(?:It|They|He|She|This|That|Both|After(?:wards| that)|Until then|Since then|From then on)\b",
    "de": r"(?:Er|Es (?!gibt)|Sie \w+t\b|Diese[mnrs]?|Danach|Davor|Dafür|Dazu|Dabei|Dort|Seitdem|Anschließend|Beide)\b",
    "fr": r"(?:Il (?!y |n['’]y |faut\b|est possible)|Elles?|Ils|Cela|Celui-ci|Celle-ci|Ensuite|Après (?:cela|quoi))\b",
    "it": r"(?:Costano?|Vale|Dura|Apre|Chiude|Parte|Comprende|Include"
    r"|Si (?:pagan?o?|prenota|trova|compran?o?|svolge|tiene)"
    r"|È (?:gratuit|compres|inclus|obbligatori|chius|apert)\w+|Quest[oaie]|Poi|Dopodiché|Dopo(?= quell| tal|,)"
    r"|In seguito)\b",
    "es": r"(?:Cuestan?|Dura|Abre|Cierra|Sale|Incluye|Es (?:gratis|obligatori\w+)"
    r"|Se (?:pagan?|reserva|compran?|celebra)|Ést[ea]|Después(?! de)|Luego|Pasad[oa] es[ea])\b",
}
"""How such a sentence begins, by language: "Il" is a pronoun in French and an article in Italian."""


def leans(sentence: str, language: str) -> bool:
    """Return whether a sentence speaks of what the one before it names, or goes on in time from it."""
    pattern = LEANS.get(language)
    return pattern is not None and re.match(pattern, sentence) is not None
