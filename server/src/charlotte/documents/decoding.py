"""From bytes to text, whatever encoding an office saved it in."""

import codecs
import re

import charset_normalizer

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WESTERN = frozenset("àáâäæçèéêëìíîïñòóôöœùúûüÿßÀÁÂÄÆÇÈÉÊËÌÍÎÏÑÒÓÔÖŒÙÚÛÜŸ¡¿«»‹›„“”‘’–—…€°ªº·•\xa0")
ENCODING = re.compile(rb"^\s*<\?xml[^>]*encoding=[\"']([A-Za-z0-9._-]+)[\"']")


def decoded(raw: bytes) -> str | None:
    """Return the text without byte order mark, None when it is in no encoding that fits."""
    for mark, encoding in BOMS:
        if raw.startswith(mark):
            return _try(raw[len(mark) :], encoding)
    if raw.count(b"\x00", 0, 4096) > len(raw[:4096]) // 4:
        order = "utf-16-be" if raw[:2].startswith(b"\x00") else "utf-16-le"
        return _try(raw, order)
    declared = ENCODING.match(raw)
    text = _try(raw, "utf-8")
    if text is None and declared:
        text = _try(raw, declared[1].decode("ascii"))
    if text is None and _is_western(western := raw.decode("cp1252", "replace")):
        text = western
    if text is None:
        # Detection needs no more than a sample, and takes seconds on megabytes.
        best = charset_normalizer.from_bytes(raw[: 256 * 1024]).best()
        text = _try(raw, best.encoding) if best else None
    return text if text is not None else _try(raw, "cp1252")


def looks_binary(text: str) -> bool:
    """Return whether what was decoded cannot have been written to be read."""
    sample = text[:4096]
    control = sum(1 for letter in sample if letter < " " and letter not in "\t\n\r\f")
    return control > len(sample) // 100


def _is_western(text: str) -> bool:
    """Return whether text reads as one of the five languages: detection takes short Italian for Hungarian."""
    foreign = [letter for letter in text if letter > "\x7f"]
    return sum(1 for letter in foreign if letter in WESTERN) >= 0.9 * len(foreign)


def _try(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeError, LookupError):
        return None
