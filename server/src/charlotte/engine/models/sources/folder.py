"""A local folder as a source: a copied models folder, or loose files, for venues without a network."""

import shutil
from pathlib import Path

from charlotte.engine.models.failures import SourceFailed
from charlotte.engine.models.manifest import Model, ModelFile


def copy_from(folder: Path, model: Model, file: ModelFile, into: Path) -> None:
    """Copy `file` from `folder/<model>/<file>` or `folder/<file>`. Raises `SourceFailed`."""
    for candidate in (folder / model.name / file.name, folder / file.name):
        if candidate.is_file():
            shutil.copyfile(candidate, into)
            return
    raise SourceFailed(f"{folder} has no {model.name}/{file.name}")
