"""Whisper on CTranslate2: from sound to words with their probabilities, one window at a time. Blocking."""

from dataclasses import dataclass
from pathlib import Path

import ctranslate2
from tokenizers import Tokenizer

from charlotte.engine.ear import RATE_HZ, Samples
from charlotte.engine.hearing.mel import log_mel

LANGUAGES = ("en", "it", "fr", "de", "es")
SHORTEST_S = 8.0
"""Whisper was trained on 30 s; encoding less than 8 s makes it stumble, and more only costs time."""
LONGEST_S = 30.0
TAIL_S = 1.0
"""Silence after the words; without it the last one gets lost."""
BEAMS = 5
LENGTH_PENALTY = 1.0
TOKENS_PER_S = 9
"""More than the fastest speaker needs; it bounds what a loop can cost."""
LEAST_TOKENS = 24
MOST_TOKENS = 224


@dataclass(frozen=True)
class Guess:
    """What the network made of one window."""

    text: str
    language: str
    no_speech_prob: float
    avg_logprob: float


class WhisperModel:
    """The weights, loaded once in a process; safe to use from several threads."""

    def __init__(self, folder: Path, parallel: int, *, shortest_s: float = SHORTEST_S) -> None:
        self._shortest_s = shortest_s
        self._model = ctranslate2.models.Whisper(
            str(folder), device="cpu", compute_type="int8", inter_threads=parallel, intra_threads=1
        )
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._transcribe = self._id("<|transcribe|>")
        self._no_timestamps = self._id("<|notimestamps|>")
        self._start = self._id("<|startoftranscript|>")
        self._previous = self._id("<|startofprev|>")
        self._first_special = self._id("<|endoftext|>")

    def encode(self, samples: Samples, *, whole: bool = False) -> ctranslate2.StorageView:
        """Return the encoder's view of up to 30 s of sound; `whole` = of all 30 s, as slow and safe as Whisper is."""
        seconds = LONGEST_S if whole else min(LONGEST_S, max(self._shortest_s, samples.size / RATE_HZ + TAIL_S))
        mel = log_mel(samples, round(seconds * 50) / 50)  # the encoder halves the frames: their number must be even
        return self._model.encode(ctranslate2.StorageView.from_array(mel[None]))

    def identify(self, encoded: ctranslate2.StorageView) -> str:
        """Return the likeliest of `LANGUAGES`."""
        (ranked,) = self._model.detect_language(encoded)
        return next(str(name) for token, _ in ranked if (name := token.strip("<|>")) in LANGUAGES)

    def decode(self, encoded: ctranslate2.StorageView, language: str, seconds: float, before: list[int]) -> list[Guess]:
        """Return what the words of a window may be, likeliest first; `before` are tokens of what came earlier."""
        task = [self._start, self._id(f"<|{language}|>"), self._transcribe, self._no_timestamps]
        prompt = ([self._previous, *before] if before else []) + task
        most = min(MOST_TOKENS, LEAST_TOKENS + round(TOKENS_PER_S * seconds))
        (result,) = self._model.generate(
            encoded,
            [prompt],
            beam_size=BEAMS,
            num_hypotheses=BEAMS,
            length_penalty=LENGTH_PENALTY,
            max_length=len(prompt) + most,
            return_scores=True,
            return_no_speech_prob=True,
        )
        return [
            Guess(self._text(tokens), language, result.no_speech_prob, score)
            for tokens, score in zip(result.sequences_ids, result.scores, strict=True)
        ]

    def _text(self, tokens: list[int]) -> str:
        return self._tokenizer.decode([token for token in tokens if token < self._first_special]).strip()

    def tokens(self, text: str) -> list[int]:
        """Return the tokens of plain text."""
        ids: list[int] = self._tokenizer.encode(text, add_special_tokens=False).ids
        return [token for token in ids if token < self._first_special]

    def _id(self, token: str) -> int:
        found = self._tokenizer.token_to_id(token)
        assert found is not None, token
        return int(found)
