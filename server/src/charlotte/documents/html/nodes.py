"""The elements of a page around one of its elements, and the text in it."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode


def elements(node: LexborNode) -> Iterator[LexborNode]:
    """Yield the elements that stand in an element, first to last."""
    yield from _elements_from(node.child)


def elements_behind(node: LexborNode) -> Iterator[LexborNode]:
    """Yield the elements that stand behind an element, beside it."""
    yield from _elements_from(node.next)


def text_in(node: LexborNode) -> str:
    """Return the text of an element in one line."""
    return " ".join((node.text(separator=" ") or "").split())


def _elements_from(first: LexborNode | None) -> Iterator[LexborNode]:
    while first is not None:
        if (first.tag or "-")[0].isalpha():
            yield first
        first = first.next
