"""What a change of documents does: which are new, other or gone, and which of their passages; all of it pure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any, Literal

from charlotte.errors import NotFound
from charlotte.knowledge.floors import contradicted
from charlotte.knowledge.passage import Document, Documents, Passage


@dataclass(frozen=True)
class DocumentChange:
    """What happens to one document."""

    name: str
    kind: Literal["added", "edited", "removed"]
    gains: tuple[Passage, ...]
    """Passages that it did not have before, in order."""
    loses: tuple[Passage, ...]


@dataclass(frozen=True)
class DocumentChanges:
    """What a change does to the documents of a congress."""

    documents: tuple[DocumentChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.documents)

    @property
    def added(self) -> tuple[str, ...]:
        """Names of new documents."""
        return self._names("added")

    @property
    def edited(self) -> tuple[str, ...]:
        """Names of documents that are other than before."""
        return self._names("edited")

    @property
    def removed(self) -> tuple[str, ...]:
        """Names of documents that are gone."""
        return self._names("removed")

    def names(self) -> dict[str, Any]:
        """Return the names by what happens, as journals keep them: lists of names."""
        return {"added": list(self.added), "edited": list(self.edited), "removed": list(self.removed)}

    def _names(self, kind: str) -> tuple[str, ...]:
        return tuple(one.name for one in self.documents if one.kind == kind)


def changes_of(before: Documents, after: Documents) -> DocumentChanges:
    """Return what changes from one state to another; a file of the same bytes is the same document."""
    earlier = {document.name: document for document in before.documents}
    later = {document.name: document for document in after.documents}
    changes = []
    for name, document in later.items():
        known = earlier.get(name)
        if known is None:
            changes.append(DocumentChange(name, "added", document.passages, ()))
        elif known.sha256 != document.sha256:
            gains, loses = _others(document.passages, known.passages), _others(known.passages, document.passages)
            changes.append(DocumentChange(name, "edited", gains, loses))
    gone = (document for name, document in earlier.items() if name not in later)
    changes += [DocumentChange(document.name, "removed", (), document.passages) for document in gone]
    return DocumentChanges(tuple(changes))


def with_more(held: Documents, more: Documents) -> Documents:
    """Return documents with others beside them, or in place of those of the same name, with or without its folder.

    What takes the place of a folder's document is the folder's from then on; what is new was added singly.
    """
    documents = {document.name: document for document in held.documents}
    names = {document.name: _name_of(document.name, held) for document in more.documents}
    for document in more.documents:
        name = names[document.name]
        known = documents.get(name)
        singly = known is None or known.added_singly
        documents[name] = replace(_called(document, name), added_singly=singly)
    touched = {*names, *names.values(), *(warning.document for warning in more.warnings)}
    kept = (warning for warning in held.warnings if warning.document not in touched)
    apart = [one for one in contradicted(tuple(documents.values())) if one.document in touched]
    told = {(one.document, one.message) for one in more.warnings}
    fresh = [one for one in apart if (one.document, one.message) not in told]
    return Documents(tuple(documents.values()), (*kept, *more.warnings, *fresh))


def from_folder(held: Documents, folder: Documents) -> Documents:
    """Return a folder's documents, and those beside them that were added singly and are not in it.

    A document keeps the name by which it is known, whether it comes in `docs` or beside the programme.
    """
    called = _names_kept(held, folder)
    brought = [_called(document, called[document.name]) for document in folder.documents]
    odd = [replace(one, document=called.get(one.document, one.document)) for one in folder.warnings]
    here = {PurePath(document.name).name for document in brought}
    single = [one for one in held.documents if one.added_singly and PurePath(one.name).name not in here]
    names = {one.name for one in single} - {warning.document for warning in odd}
    warnings = (warning for warning in held.warnings if warning.document in names)
    return Documents((*brought, *single), (*odd, *warnings))


def without(held: Documents, name: str) -> Documents:
    """Return documents without one of them. Raises `NotFound`."""
    if all(document.name != name for document in held.documents):
        raise NotFound("There is no such document.", hint="Load the list again.")
    return Documents(
        tuple(document for document in held.documents if document.name != name),
        tuple(warning for warning in held.warnings if warning.document != name),
    )


def _names_kept(held: Documents, folder: Documents) -> dict[str, str]:
    """Return under which name each of a folder's documents is kept."""
    bases = Counter(PurePath(document.name).name for document in folder.documents)
    return {
        one.name: _name_of(one.name, held) if bases[PurePath(one.name).name] == 1 else one.name
        for one in folder.documents
    }


def _name_of(name: str, held: Documents) -> str:
    """Return under which name a document is kept: `faq.md` is a folder's `docs/faq.md`, if only one can be meant."""
    names = [document.name for document in held.documents]
    alike = [known for known in names if PurePath(known).name == PurePath(name).name]
    return alike[0] if name not in names and len(alike) == 1 else name


def _called(document: Document, name: str) -> Document:
    passages = tuple(
        replace(passage, document=name, id=f"{name}#{number}") for number, passage in enumerate(document.passages, 1)
    )
    return replace(document, name=name, passages=passages)


def _others(passages: Sequence[Passage], known: Sequence[Passage]) -> tuple[Passage, ...]:
    seen = {(passage.path, passage.text) for passage in known}
    return tuple(passage for passage in passages if (passage.path, passage.text) not in seen)
