"""A registration code, an address or a surname in what somebody said or typed: "A B 1 2 3", "bravo@example.org"."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from charlotte.congress.search.folding import fold
from charlotte.congress.search.function_words import FUNCTION_WORDS
from charlotte.engine.dialogue.heard.registration_words import Asked

LEAST = 4
"""Signs of a code; shorter runs are numbers and initials."""
MOST = 64
EMAIL = re.compile(r"[^\s@,;<>()]+@[^\s@,;<>()]+\.[^\s@,;<>().]+")
LONGEST_NAME = 8
"""Letters of what a letter is called."""
MOST_CONSONANTS = 3
"""Letters that are no word together are themselves."""
_VOWEL = re.compile(r"[aeiouy]")
_BEFORE_DIGITS = re.compile(r"(?<![\w-])((?:[^\W\d_]{1,12} ){0,3}[^\W\d_]{2,12})([ ,.-]+(?=\d))")
_PARTS = re.compile(r"[-_/.]")
_PIECE = re.compile(r"[^\W_]+(?:[-_/.][^\W_]+)*")


@dataclass(frozen=True)
class Told:
    """What was told to prove a registration."""

    code: str | None = None
    email: str | None = None
    surname: str | None = None
    nothing_else: bool = False
    """All words were about these."""

    def over(self, earlier: "Told") -> "Told":
        """Return this, completed by what was told before."""
        return Told(self.code or earlier.code, self.email or earlier.email, self.surname or earlier.surname)

    def __bool__(self) -> bool:
        return bool(self.code or self.email or self.surname)


def told_in(text: str, asked: Asked, *, wants_surname: bool = False) -> Told:
    """Return what a sentence tells; `wants_surname` = it was asked for, so that a bare name is one."""
    written = _spelled(_as_written(text, asked), asked)
    found = EMAIL.search(written)
    email = found[0].strip(".") if found else None
    rest = written.replace(found[0], " ", 1) if found else written
    pieces = [match[0] for match in _PIECE.finditer(without_as_in(rest, asked))]
    folded = [fold(piece) for piece in pieces]
    first, last = _code(pieces, folded, asked)
    if last - first > 1 and _is_word_before(pieces[first], pieces[first + 1], asked):
        first += 1
    code = "".join(_sign(piece, asked) for piece in pieces[first:last]).upper() or None
    other = [
        piece
        for at, piece in enumerate(pieces)
        if not first <= at < last and not all(map(asked.is_frame, _PARTS.split(folded[at])))
    ]  # fmt: skip
    named = wants_surname or email is not None or bool(asked.surname.search(" ".join(folded)))
    surname = " ".join(other) if named and 0 < len(other) <= 4 else None
    return Told(code, email, surname, nothing_else=not other or surname is not None)


def _code(pieces: Sequence[str], folded: Sequence[str], asked: Asked) -> tuple[int, int]:
    """Return the stretch of pieces that is a code: the one after the word for it, else the longest."""
    runs = [run for run in _runs(pieces, asked) if _is_code([_sign(piece, asked) for piece in pieces[run[0] : run[1]]])]
    text = " ".join(folded)
    said = asked.code.search(text)
    if said:
        after = len(text[: said.end()].split())
        runs = [run for run in runs if run[0] >= after] or runs
        return runs[0] if runs else (0, 0)
    return max(runs, key=lambda run: run[1] - run[0], default=(0, 0))


def _is_word_before(piece: str, following: str, asked: Asked) -> bool:
    """Tell whether a letter is a word such as "e" in "il codice e A B 1 2", not the first of the code."""
    written_apart = following.isupper() or (following.isdigit() and len(following) >= LEAST)
    return piece.islower() and asked.is_frame(fold(piece)) and written_apart


def _runs(pieces: Sequence[str], asked: Asked) -> Iterable[tuple[int, int]]:
    first = None
    for at, piece in enumerate((*pieces, "")):
        if piece and _is_part(piece, asked):
            first = at if first is None else first
        elif first is not None:
            yield first, at
            first = None


def _is_part(piece: str, asked: Asked) -> bool:
    plain = _PARTS.sub("", piece)
    if not plain.isascii():
        return False
    spelled = len(plain) == 1 or all(len(part) == 1 for part in _PARTS.split(piece))
    return spelled or any(map(str.isdigit, plain)) or plain.isupper() or asked.digit(fold(piece)) is not None


def _is_code(signs: Sequence[str]) -> bool:
    whole = "".join(signs)
    if not LEAST <= len(whole) <= MOST:
        return False
    spelled = all(len(sign) == 1 for sign in signs)
    return any(map(str.isdigit, whole)) or spelled or len(signs) == 1


def _sign(piece: str, asked: Asked) -> str:
    digit = asked.digit(fold(piece))
    return digit if digit is not None else _PARTS.sub("", piece)


def _spelled(text: str, asked: Asked) -> str:
    """Return the text with the names of letters before digits as these letters: "abici 1, 2, 3" is "ABC 1, 2, 3"."""

    def letters(match: re.Match[str]) -> str:
        words, spelled = match[1].split(), ""
        while words and not asked.is_frame(fold(words[-1])) and not words[-1].isupper():
            letters_of = letters_in(fold(words[-1]), asked)
            if letters_of is None or (len(letters_of) > 1 and fold(words[-1]) in FUNCTION_WORDS):
                break
            spelled = letters_of + spelled
            words.pop()
        return " ".join((*words, *spelled.upper())) + match[2] if spelled else match[0]

    return _BEFORE_DIGITS.sub(letters, text)


def letters_in(word: str, asked: Asked) -> str | None:
    """Return the letters whose names a word is made of, after a word such as "is" that ran in; None when it is not."""
    single = re.sub(r"(.)\1+", r"\1", word)
    frames = [single[:end] for end in range(len(single)) if end == 0 or asked.is_frame(single[:end])]
    found = (_letters(single[len(frame) :], asked.letters) for frame in frames)
    return next((letters for letters in found if letters), None)


def _letters(names: str, letters: Mapping[str, str]) -> str | None:
    if not names or (len(names) <= MOST_CONSONANTS and not _VOWEL.search(names)):
        return names
    for length in range(min(len(names), LONGEST_NAME), 0, -1):
        letter = letters.get(names[:length])
        if letter is not None and (rest := _letters(names[length:], letters)) is not None:
            return letter + rest
    return None


def _as_written(text: str, asked: Asked) -> str:
    """Return a spoken address as it is written: "anna dot rossi at example dot org"."""
    if "@" in text:
        return text
    found = re.search(rf"(\S+(?: (?:{asked.dots}) \S+)*) (?:{asked.ats}) (\S+(?: (?:{asked.dots}) \S+)+)", text, re.I)
    if found is None:
        return text
    parts = [re.sub(rf" (?:{asked.dots}) ", ".", part, flags=re.I) for part in found.groups()]
    return text.replace(found[0], "@".join(parts), 1)


def without_as_in(text: str, asked: Asked) -> str:
    """Return the text without what explains a letter ("A as in Ancona"), and without "'s"."""
    text = re.sub(r"(?<=\w)['’]s\b", "", text)
    return re.sub(rf"(?<!\w)([^\W\d_]),? (?:{asked.as_in}) [^\W\d_]{{2,}}", r"\1", text, flags=re.I)
