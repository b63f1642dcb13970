"""Finding a room as people say it: `b2104` is B2.104, `S3` is S3 (E210), `Galilei` is Sala Galilei - Main Stage."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from charlotte.congress.model import Room
from charlotte.congress.search.folding import folded, squashed
from charlotte.congress.search.function_words import FUNCTION_WORDS, ROOM_WORDS
from charlotte.congress.search.heard_codes import HeardCodes
from charlotte.congress.search.numerals import with_digits
from charlotte.congress.search.phonetics import key
from charlotte.congress.search.room_names import RoomNames, is_room_word
from charlotte.congress.search.sounding import sounds
from charlotte.congress.search.strength import WEAK, Hit

BRACKETS = re.compile(r"^(.*?)\s*[(\[]([^)\]]+)[)\]]\s*$")
SPOKEN_MARKS = frozenset("punto point punkt dot tiret dash trattino strich guion virgola komma".split())
SPOKEN_LETTERS = {
    "vi": "v", "vu": "v", "vau": "v", "vee": "v", "bi": "b", "be": "b", "bee": "b", "ci": "c", "tse": "c", "di": "d",
    "effe": "f", "eff": "f", "acca": "h", "haitch": "h", "kappa": "k", "ka": "k", "kay": "k", "you": "u",
}  # fmt: skip
LETTER_NAMES = {
    "b": ("be", "bi"), "c": ("ce", "ci"), "d": ("de", "di"), "f": ("effe",), "g": ("ge", "gi"), "h": ("acca", "ache"),
    "k": ("ka",), "l": ("elle",), "m": ("emme",), "n": ("enne",), "p": ("pe", "pi"), "q": ("cu",), "r": ("erre",),
    "s": ("esse",), "t": ("te", "ti"), "v": ("ve", "vi"), "z": ("zeta", "zet"),
}  # fmt: skip
"""How letters are called in the five languages, as far as it is heard."""
LEAST_SOUNDS = 5
LEAST_NEARLY, LEAST_LED, LEAST_LETTERS = 8, 5, 4
RAN_IN = ("IN", "AN")
"""The sound of "in" before a room, when it became part of its name."""
LEAST_DIGITS = 3
"""Fewer do not tell a room's code from others."""
SIZES = frozenset(
    "big large main great small little grande grandi piccola piccolo principale principal grand gros petit petite "
    "gross grosse grossen grosser grossem klein kleine kleinen kleiner pequena pequeno".split()
)
"""What people say of a room beside its name."""
PART = 0.92
"""What a distinctive part of a name scores: sure, but behind a room that is called just that."""


class Places:
    """The rooms of a programme under all the names they go by."""

    def __init__(self, rooms: Sequence[Room]) -> None:
        self._rooms = {room.name: room for room in rooms}
        self._names: dict[str, set[str]] = defaultdict(set)
        self._sounds: dict[str, set[str]] = defaultdict(set)
        self._parts: dict[str, set[str]] = defaultdict(set)
        for room in rooms:
            for alias in aliases(room):
                self._names[_squash(alias)].add(room.name)
            for part in _parts(room):
                self._parts[part].add(room.name)
            for spoken in _spoken_aloud(room):
                for language in (None, "fr"):
                    self._sounds[sounds(spoken, language)].add(room.name)
        self.codes = HeardCodes([(room.name, alias) for room in rooms for alias in aliases(room)])
        self._words = frozenset(word for room in rooms for alias in aliases(room) for word in folded(alias))
        self._names.pop("", None)
        self._called = RoomNames(rooms)

    def find(self, name: str, limit: int = 5) -> list[Hit[Room]]:
        """Return the rooms that may be meant, best first; none when nothing is near."""
        scores: dict[str, float] = {}
        for heard in _readings(name):
            for room, score in self._scores(heard).items():
                scores[room] = max(scores.get(room, 0.0), score)
        if (called := self.called(folded(name))) is not None:
            scores[called.name] = max(scores.get(called.name, 0.0), PART)
        hits = [Hit(self._rooms[room], score) for room, score in scores.items() if score >= WEAK]
        return sorted(hits, key=lambda hit: (-hit.score, hit.value.name))[:limit]

    def exact(self, name: str) -> Room | None:
        """Return the one room that goes by this name, punctuation and room words aside."""
        for heard in _readings(name):
            found = self._names.get("".join(heard), set())
            if len(found) == 1:
                return self._rooms[next(iter(found))]
        return None

    def misheard_code(self, name: str) -> Room | None:
        """Return the one room whose code has these digits and one other letter: B and D sound alike."""
        for heard in map("".join, _readings(name)):
            if sum(map(str.isdigit, heard)) < LEAST_DIGITS or heard.isdigit():
                continue
            near = {room for code, rooms in self._names.items() if _one_letter_off(heard, code) for room in rooms}
            if len(near) == 1:
                return self._rooms[near.pop()]
        return None

    def has_word(self, word: str) -> bool:
        """Tell whether a folded word is part of a room's name."""
        return word in self._words

    def by_sound(self, name: str, language: str | None = None) -> Room | None:
        """Return the one room that sounds exactly like this, its single letters spoken: "amphidée" is Amphi D."""
        heard = sounds(name, language)
        found = self._sounds.get(heard, set()) if len(heard) >= LEAST_SOUNDS else set()
        return self._rooms[next(iter(found))] if len(found) == 1 else None

    def nearly_by_sound(self, name: str, *, is_led: bool = False) -> Room | None:
        """Return the one room that sounds like this but for one sound, with the same digits: "inseminare tre".

        `is_led` = after a word such as "in", so that fewer sounds are enough.
        """
        whole = sounds(name)
        if sum(map(str.isalpha, whole)) < LEAST_LETTERS:
            return None
        least = LEAST_LED if is_led else LEAST_NEARLY
        near = {
            room
            for heard in (whole, whole[2:] if whole.startswith(RAN_IN) else whole)
            for spoken, rooms in self._sounds.items()
            if len(spoken) >= least and _digits(spoken) == _digits(heard)
            if Levenshtein.distance(spoken, heard, score_cutoff=1) <= 1
            for room in rooms
        }
        return self._rooms[near.pop()] if len(near) == 1 else None

    def called(self, said: Sequence[str]) -> Room | None:
        """Return the one room whose name, made of common words, some folded words mean in their own language."""
        name = self._called.meant(said)
        return self._rooms[name] if name is not None else None

    def only_such(self, word: str) -> Room | None:
        """Return the one room of the kind of place that a folded word says, in any language: the only auditorium."""
        name = self._called.only_such(word)
        return self._rooms[name] if name is not None else None

    def by_part(self, word: str) -> Room | None:
        """Return the one room for which a single folded word stands, such as `galilei`."""
        found = self._parts.get(word, set())
        return self._rooms[next(iter(found))] if len(found) == 1 else None

    def _scores(self, heard: tuple[str, ...]) -> dict[str, float]:
        whole = "".join(heard)
        scores: dict[str, float] = {}
        for squash, rooms in self._names.items():
            if (score := _likeness(whole, squash)) >= WEAK:
                for room in rooms:
                    scores[room] = max(scores.get(room, 0.0), score)
        wanted = set(heard) - (SIZES - self._words)  # "the big Faraday room", where no room is called big
        for part, rooms in self._parts.items():
            # A part that several rooms share ("B2", "Lab") finds them all, none of them for sure.
            if part in wanted or part == whole:
                left = len(wanted) - 1 if part in wanted and part != whole else 0
                score = (PART if len(rooms) == 1 else 0.72) - 0.16 * left
            else:
                score = _likeness(whole, part) - 0.04 if len(rooms) == 1 else 0.0
            for room in rooms:
                scores[room] = max(scores.get(room, 0.0), score)
        return scores


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _one_letter_off(heard: str, code: str) -> bool:
    if len(heard) != len(code):
        return False
    other = [(one, two) for one, two in zip(heard, code, strict=True) if one != two]
    return len(other) == 1 and other[0][0].isalpha() and other[0][1].isalpha()


def aliases(room: Room) -> tuple[str, ...]:
    """Return the names of a room: its own, those in the data, and what stands before and in brackets."""
    names = [room.name, *room.aliases]
    for name in (room.name, *room.aliases):
        if found := BRACKETS.match(name):
            names += [found[1], found[2]]
    return tuple(dict.fromkeys(name for name in names if name.strip()))


def _spoken_aloud(room: Room) -> Iterator[str]:
    """Yield the names of a room as they are said: its own, and with single letters by their names."""
    for alias in aliases(room):
        words = folded(alias)
        yield " ".join(words)
        for which in range(2):
            said = [
                LETTER_NAMES[word][which % len(LETTER_NAMES[word])] if word in LETTER_NAMES else word for word in words
            ]
            yield " ".join(said)


def _parts(room: Room) -> frozenset[str]:
    """Return single words that may stand for a room: `galilei`, `e210`, and the last number of `T4-17`."""
    found: set[str] = set()
    for alias in aliases(room):
        words = [word for word in folded(alias) if word not in ROOM_WORDS and word not in FUNCTION_WORDS]
        # The first proper word names a room ("Galilei - Main Stage"); a number alone does where it ends the name.
        found.update(word for word in words[:1] if len(word) > 2 or any(map(str.isdigit, word)))
        found.update(word for word in words[-1:] if word.isdigit() and len(word) > 1)
        if len(words) > 1 and any(is_room_word(word) for word in folded(alias)):  # "Seminarraum Enns"
            found.update(word for word in words[-1:] if word.isalpha() and len(word) > 2)
    return frozenset(found)


def _readings(name: str) -> list[tuple[str, ...]]:
    """Return the words of a spoken room without room words, as they are and with spoken letters and digits."""
    words = [word for word in folded(name) if word not in SPOKEN_MARKS]
    bare = tuple(word for word in words if word not in ROOM_WORDS and word not in FUNCTION_WORDS)
    kept = bare or tuple(word for word in words if word not in ROOM_WORDS) or tuple(words)
    full = tuple(word for word in words if word not in ROOM_WORDS)
    readings = [kept, with_digits(full, ambiguous=True)]
    readings.append(tuple(SPOKEN_LETTERS.get(word, word) for word in readings[1]))
    return [reading for reading in dict.fromkeys(readings) if reading]


def _squash(alias: str) -> str:
    words = folded(alias)
    return "".join(word for word in words if word not in ROOM_WORDS) or squashed(alias)


def _likeness(heard: str, named: str) -> float:
    """Compare two squashed names: digits must be the same, letters may be misheard."""
    if heard == named:
        return 1.0
    digits = [re.sub(r"\D", "", text) for text in (heard, named)]
    letters = [re.sub(r"\d", "", text) for text in (heard, named)]
    if digits[0] != digits[1] or not all(letters):
        return 0.0
    if digits[0]:
        same_sound = key(letters[0]) == key(letters[1])
        likeness = fuzz.ratio(*letters) / 100
        return 0.86 if same_sound or (len(letters[1]) > 3 and likeness >= 0.75) else 0.0
    if min(map(len, letters)) <= 3:
        return 0.0
    likeness = fuzz.ratio(*letters) / 100
    sound = fuzz.ratio(key(letters[0]), key(letters[1])) / 100
    return float(min(max(likeness, 0.5 * likeness + 0.5 * sound), 0.97))
