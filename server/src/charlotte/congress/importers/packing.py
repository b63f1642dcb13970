"""Several files kept as one: what was imported must be found again as it came."""

import io
import zipfile
from collections.abc import Sequence

from charlotte.congress.importers.document import Document


def packed(documents: Sequence[Document]) -> Document:
    """Return an archive of documents, the same bytes for the same files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for document in documents:
            archive.writestr(zipfile.ZipInfo(document.name), document.raw, zipfile.ZIP_DEFLATED)
    return Document(" + ".join(document.name for document in documents), buffer.getvalue())
