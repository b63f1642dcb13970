"""Numbers the way they are said in each language."""

import num2words


def cardinal(number: int, language: str) -> str:
    """Return "four hundred one", "quattrocentouno"."""
    said = str(num2words.num2words(number, lang=language))
    return said.replace(" and ", " ").replace(",", "") if language == "en" else said


def year(number: int, language: str) -> str:
    """Return a year: English says it in pairs."""
    return (
        str(num2words.num2words(number, lang=language, to="year")) if language == "en" else cardinal(number, language)
    )


def ordinal_day(day: int, language: str) -> str:
    """Return the day of a month: ordinals in English and German, elsewhere only the first."""
    if language == "en":
        return str(num2words.num2words(day, lang="en", to="ordinal"))
    if language == "de":
        return f"{num2words.num2words(day, lang='de', to='ordinal')}n"
    if day == 1 and language in ("it", "fr"):
        return {"it": "primo", "fr": "premier"}[language]
    return cardinal(day, language)


def digits_in_groups(digits: str, language: str) -> str:
    """Return the digits of a code: "2214" is "twenty-two, fourteen", "401" is "four zero one" in English.

    Not "four oh one": those who learned English elsewhere take "oh" for a word.
    """
    if digits.startswith("0") or len(digits) > 4:
        return " ".join(cardinal(int(digit), language) for digit in digits)
    if len(digits) < 3 or (language != "en" and len(digits) == 3):
        return cardinal(int(digits), language)
    head, tail = digits[:-2], digits[-2:]
    if tail == "00":
        return f"{cardinal(int(head), 'en')} hundred" if language == "en" else cardinal(int(digits), language)
    pause = ", " if len(digits) == 4 else " "
    zero = _ZERO[language] if tail[0] == "0" else ""
    return f"{cardinal(int(head), language)}{pause}{zero}{cardinal(int(tail), language)}"


_ZERO = {"en": "zero ", "it": "zero ", "fr": "zéro ", "de": "null ", "es": "cero "}
