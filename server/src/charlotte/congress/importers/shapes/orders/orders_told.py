"""Orders of a START conference, each with what the database beside it tells of its papers."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import orjson

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.shapes.orders.order_files import tree_in
from charlotte.congress.model import RowWarning

ENDING = ".txt"
LEFT_OUT = "The paper has no title and was left out."
Tree = dict[str, Any]


def with_orders_told(documents: Sequence[Document]) -> tuple[tuple[Document, ...], tuple[RowWarning, ...]]:
    """Return documents in which an order tells its papers itself, instead of their numbers, and no database is left.

    What a remark says of a paper is its title only where no database has one. A paper that neither calls by a title
    is left out with a warning. Without an order, the documents are as they were.
    """
    texts = (one for one in documents if one.name.casefold().endswith(ENDING) and one.raw.strip())
    trees = {one.name: tree for one in texts if (tree := tree_in(one.text)) is not None}
    orders = {name: tree for name, tree in trees.items() if "sessions" in tree}
    if not orders:
        return tuple(documents), ()
    papers = {paper["id"]: paper for tree in trees.values() for paper in tree.get("papers", ())}
    warnings = [one for name, tree in orders.items() for one in _told(name.removesuffix(ENDING), tree, papers)]
    found = [_as_data(one, orders) for one in documents if one.name in orders or one.name not in trees]
    return tuple(found), tuple(warnings)


def _as_data(document: Document, orders: dict[str, Tree]) -> Document:
    if document.name not in orders:
        return document
    return replace(document, name=document.name.removesuffix(ENDING), raw=orjson.dumps(orders[document.name]))


def _told(name: str, order: Tree, papers: dict[str, Tree]) -> Iterable[RowWarning]:
    """Yield a warning for each paper without a title, and put into the others what is known of them."""
    for session in order["sessions"]:
        talks, session["talks"] = session["talks"], []
        for talk in talks:
            paper = papers.get(talk["paper"], {"title": "", "authors": []})
            told = {
                **talk,
                "title": paper["title"] or talk["title"],
                "speakers": paper["authors"] or talk.get("speakers", ""),
            }
            if told["title"]:
                session["talks"].append(told)
            else:
                yield RowWarning(f"{name}, paper {talk['paper']}", "no_title", LEFT_OUT, {"paper": talk["paper"]})
