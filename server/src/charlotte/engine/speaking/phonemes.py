"""Phonemes for the natural voice, from the program espeak-ng behind a pipe (it is GPL: run, never imported)."""

import asyncio
import re
import shutil

from charlotte.engine.speaking.foreign import spans
from charlotte.errors import Unavailable

VOICES = {"en": "en-us", "it": "it", "fr": "fr-fr", "es": "es", "de": "de"}
"""German only for titles: no voice speaks it whole."""
TIMEOUT_S = 5.0
_PAUSE = re.compile(r"[\s\"“”«»()]*([;:,.!?…—]+)[\s\"“”«»()]*")
_UNWANTED = re.compile(r"[\[\]{}<>|\\^_\n]+")
"""espeak-ng reads double brackets as phonemes."""
_TIE = "^"
_FOREIGN = re.compile(r"\([a-z^-]+\)")
"""Marks around words that espeak-ng says in another language."""

_JOINED = {"d^z": "ʣ", "d^ʒ": "ʤ", "t^s": "ʦ", "t^ʃ": "ʧ"}
_ANY = {"a^ɪ": "I", "a^ʊ": "W", "e^ɪ": "A", "o^ʊ": "O", "ə^ʊ": "Q", "s^s": "S", "ɔ^ɪ": "Y", **_JOINED}
_ENGLISH = {
    "ʔˌn̩": "tᵊn",
    "ʔn̩": "tᵊn",
    "ʔn": "tᵊn",
    "ʔ": "t",
    "a^ɪ": "I",
    "a^ʊ": "W",
    "e^ɪ": "A",
    "e": "A",
    "o^ʊ": "O",
    "ɔ^ɪ": "Y",
    "ə^l": "ᵊl",
    "ʲo": "jo",
    "ʲə": "jə",
    "ʲ": "",
    "ɚ": "əɹ",
    "ɜːɹ": "ɜɹ",
    "ɜː": "ɜɹ",
    "ɪə": "iə",
    "ː": "",
    "r": "ɹ",
    "x": "k",
    "ç": "k",
    "ɐ": "ə",
    "ɬ": "l",
    "̃": "",
    "ɾ": "T",
    **_JOINED,
}
"""From espeak-ng's symbols to those that the voice was trained on."""


def is_installed() -> bool:
    """Return whether espeak-ng is on the PATH."""
    return shutil.which("espeak-ng") is not None


async def phonemes(clause: str, language: str) -> str:
    """Return the phonemes of a clause with its punctuation, each marked span's its own. Raises `Unavailable`."""
    said = [(await _phonemes(span.text, span.language)) for span in spans(clause, language)]
    return re.sub(r" +(?=[;:,.!?…—])", "", " ".join(said))


async def _phonemes(text: str, language: str) -> str:
    pieces = _PAUSE.split(_UNWANTED.sub(" ", text))
    words = [piece.strip() for piece in pieces[0::2]]
    marks = [f"{mark[0]} " for mark in pieces[1::2]]
    sounds = await _sounds(words, language)
    marks.append("")
    return "".join(sound + mark for sound, mark in zip(sounds, marks, strict=True)).strip()


async def _sounds(words: list[str], language: str) -> list[str]:
    """Return the phonemes of each piece; empty for an empty piece."""
    spoken = [piece for piece in words if piece]
    lines = (await _espeak("\n".join(spoken), language)).splitlines()
    if len(lines) != len(spoken):  # a piece became several lines, so that they cannot be told apart
        lines = [" ".join((await _espeak(piece, language)).split()) for piece in spoken]
    left = iter(lines)
    return [_adapted(next(left), language) if piece else "" for piece in words]


def _adapted(ipa: str, language: str) -> str:
    ipa = _FOREIGN.sub("", ipa).replace("-", "").strip()
    symbols = _ENGLISH if language == "en" else _ANY
    for theirs in sorted(symbols, key=len, reverse=True):
        ipa = ipa.replace(theirs, symbols[theirs])
    return ipa.replace(_TIE, "")


async def _espeak(lines: str, language: str) -> str:
    try:
        process = await asyncio.create_subprocess_exec(
            *("espeak-ng", "-q", "--ipa", f"--tie={_TIE}", "-v", VOICES[language]),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
    except OSError as error:
        raise Unavailable("espeak-ng does not start.", hint="Install the package espeak-ng.") from error
    try:
        async with asyncio.timeout(TIMEOUT_S):
            said, _ = await process.communicate(lines.encode() + b"\n")
    except TimeoutError as error:
        raise Unavailable("espeak-ng does not answer.", hint="The fast voice goes on instead.") from error
    finally:
        if process.returncode is None:
            process.kill()
    return said.decode(errors="replace").strip("\n")
