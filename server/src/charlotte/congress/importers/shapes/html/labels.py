"""Labels on a page, and what they label: a description, the cell beside, what else stands in their element."""

from charlotte.congress.importers.shapes.html.elements import LONGEST_LABEL, Element
from charlotte.congress.importers.shapes.html.records import LARGEST_PART
from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.values.words import Field, best_name

Parts = dict[Field, list[Element]]
SURE = 0.6
ONE_ONLY: tuple[Field, ...] = ("room", "track", "kind", "language", "subtitle", "duration", "status")
PEOPLE: tuple[Field, ...] = ("speakers", "chairs")
LABELS = frozenset(("dt", "th", "label", "b", "strong"))
SOMETHING = "Anna Kern"
"""What may stand behind a label."""


def labelled_by(element: Element) -> tuple[Field, Element] | None:
    """Return what a label says that another element is, and that element; None where it is none or labels nothing."""
    if element.tag not in LABELS and not element.is_label and not ends_as_label(element):
        return None
    named, score = _field_of(element)
    value = _beside(element)
    if named not in (*ONE_ONLY, *PEOPLE, "abstract") or score <= SURE or value is None:
        return None
    return named, value


def ends_as_label(element: Element) -> bool:
    """Return whether a cell is nothing but a label: `Chair:`."""
    return element.tag == "td" and element.size < LONGEST_LABEL and element.text.rstrip().endswith(":")


def _field_of(label: Element) -> tuple[Field | None, float]:
    """Return what a label says that the element beside it is, and how surely."""
    if label.size >= LONGEST_LABEL:
        return None, 0.0
    role = labelled(f"{label.text.rstrip(' :')}: {SOMETHING}")
    return (role[0], 1.0) if role is not None else best_name(label.text.rstrip(" :"))


def _beside(label: Element) -> Element | None:
    """Return what stands behind a label: its description, the cell beside it, or all that its element holds."""
    if label.parent is None:
        return None
    if label.is_label:
        holds_labels = sum(one.is_label for one in label.parent.all())
        return label.parent if holds_labels == 1 and label.parent.size <= LARGEST_PART else _next(label)
    if label.tag not in ("dt", "th", "td"):
        return None
    following = False
    for one in label.parent.children:
        if following and one.tag in ("dd", "td"):
            return one
        following = following or one is label
    return None


def _next(element: Element) -> Element | None:
    beside = list(element.parent.children) if element.parent is not None else []
    at = beside.index(element) + 1
    return beside[at] if at < len(beside) and not beside[at].is_label else None
