"""What can be wrong with a file as a whole; a fault of one row is a `RowWarning`."""

from charlotte.errors import BadInput


class UnreadableFile(BadInput):
    """The file is damaged, cut off, too large, or in no encoding that fits."""

    code = "unreadable_file"


class UnknownFormat(BadInput):
    """The file is readable but is no programme in a format that we know."""

    code = "unknown_format"


class MissingZone(BadInput):
    """Local times cannot be placed without a time zone."""

    code = "missing_zone"


class RivalProgrammes(BadInput):
    """A folder holds several programmes, and choosing one silently could be wrong."""

    code = "rival_programmes"


class MappingRefused(BadInput):
    """What was taken for what leaves no session."""

    code = "mapping_refused"
