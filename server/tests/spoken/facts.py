"""Whether a transcript says a time or a room, in whatever form a recogniser writes it."""

import re
import unicodedata

from num2words import num2words
from rapidfuzz import fuzz

ROOM_LIKENESS = 75
HALVES = {"it": ("mezza", "mezzo"), "en": ("half past",)}
JOINTS = r"\s*(?:[:.,h-]|ed?|and|ore|o'clock)?\s*"


def says_time(text: str, hour: int, minute: int, language: str) -> bool:
    """Return whether `text` holds the time on a 24 or 12 hour clock, in digits or words."""
    said = _folded(text)
    hours = {hour, hour % 12 or 12}
    minutes = _minutes(minute, language)
    for each in hours:
        for spoken_hour in (str(each), f"{each:02}", _folded(num2words(each, lang=language))):
            if minute == 0 and re.search(rf"\b{spoken_hour}(?:\b|(?=[ap]m))(?!{JOINTS}\d)", said):
                return True
            # No word boundary in the middle: "14 e venti" and "14 eventi" are the same sound.
            if any(re.search(rf"\b{spoken_hour}{JOINTS}{spoken}(?:\b|(?=[ap]m))", said) for spoken in minutes):
                return True
    return False


def says_room(text: str, room: str) -> bool:
    """Return whether `text` names the room nearly as it is written; codes are compared without their dots."""
    if any(letter.isdigit() for letter in room):
        code = re.sub(r"[^a-z0-9]", "", _folded(room.split("(")[0]))
        return fuzz.partial_ratio(code, re.sub(r"[^a-z0-9]", "", _folded(text))) >= ROOM_LIKENESS
    return fuzz.partial_ratio(_folded(room), _folded(text)) >= ROOM_LIKENESS


def _minutes(minute: int, language: str) -> list[str]:
    forms = [f"{minute:02}", _folded(num2words(minute, lang=language))]
    if minute < 10:
        forms += [f"0 {minute}", f"oh {minute}", f"oh {num2words(minute, lang=language)}"]
    if minute == 30:
        forms += list(HALVES[language])
    if minute == 15 and language == "it":
        forms.append("un quarto")
    return forms


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).replace("-", " ")
