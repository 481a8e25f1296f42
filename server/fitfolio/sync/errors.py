"""The error codes of synchronisation."""

from fitfolio.core.errors import Conflict, Refused, register_codes

register_codes(
    {
        "sync.schema_unsupported": (
            409,
            "The app on this device is too old or too new for this server; what it has not sent yet stays on the device.",
        ),
        "sync.unknown_operation": (400, "This server knows no such operation."),
    }
)


class SchemaUnsupported(Conflict):
    """The device speaks an older or newer form of operations than this server does."""

    def __init__(self, oldest: int, newest: int) -> None:
        super().__init__(
            "sync.schema_unsupported",
            "The app on this device is too old or too new for this server; "
            "what it has not sent yet stays on the device.",
            oldest=oldest,
            newest=newest,
        )


class UnknownOperation(Refused):
    """No operation of this name can be pushed."""

    def __init__(self) -> None:
        super().__init__("sync.unknown_operation", "This server knows no such operation.")
