"""The error codes of imports; those of unreadable files are raised by `reading` as `ImportRefused`."""

from fitfolio.core.errors import register_codes

register_codes(
    {
        "import.not_found": (404, "There is no such import."),
        "import.id_taken": (409, "This id belongs to another import."),
        "import.wrong_state": (409, "This import cannot do that now."),
        "import.needs_answer": (400, "Something must be decided before this file can be taken in."),
        "import.too_many": (429, "Too many unfinished imports; finish or delete one first."),
        "import.failed": (500, "The import failed on the server; nothing was changed."),
        "import.unknown_exercise": (400, "A chosen exercise does not exist."),
        "import.empty": (400, "The file holds no training data."),
        "import.too_large": (413, "The file is larger than this server takes."),
        "import.binary": (400, "The file is not a text export that FitFolio can read."),
        "import.encoding": (400, "The text of the file cannot be decoded."),
        "import.archive_bomb": (400, "The archive unpacks to more than is allowed."),
        "import.archive_nested": (400, "The archive holds another archive; unpack it first."),
        "import.archive_broken": (400, "The archive is damaged."),
        "import.unknown_format": (400, "The file is not an export of an app that FitFolio knows."),
        "import.truncated": (400, "The file ends in the middle; export it again."),
        "import.xml_refused": (400, "XML files are not imported as training logs."),
        "import.nul_bytes": (400, "The file holds NUL bytes and is probably damaged."),
        "import.quotes": (400, "The file's quotation marks do not match."),
        "import.line_too_long": (
            400,
            "The file has a line far longer than any row of a training log.",
        ),
        "import.archive_locked": (400, "The archive is encrypted or packed in an unusual way."),
        "import.archive_many": (400, "The archive holds several files; unpack it first."),
        "import.no_sets": (400, "The file holds no strength sets."),
        "import.no_dates": (400, "The file does not say when the sets were done."),
        "import.columns": (400, "The chosen columns do not fit the file."),
        "import.unreadable": (400, "The file cannot be read."),
        "import.too_many_rows": (400, "The file has more rows than a training log can have."),
        "import.damaged_export": (400, "The FitFolio export is damaged."),
        "import.newer_export": (
            400,
            "The export was made by a newer FitFolio; update this one first.",
        ),
        "import.nothing_readable": (400, "No row of the file could be read."),
    }
)
