"""What can go wrong between a manifest and a loaded model."""

from charlotte.errors import CharlotteError, Unavailable


class ModelMissing(Unavailable):
    """A model is not on this machine."""

    code = "model_missing"


class ModelDamaged(Unavailable):
    """A file of a model is not what its digest says."""

    code = "model_damaged"


class SourceFailed(CharlotteError):
    """One source did not give a file; the next one may."""

    code = "source_failed"


class PullFailed(Unavailable):
    """No source gave a file."""

    code = "pull_failed"


class NoRoom(CharlotteError):
    """The disk is full."""

    code, status = "disk_full", 507
