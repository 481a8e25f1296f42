"""Reading protobuf messages without their schema: field number → values in order.

The wire format is public: a varint key (field number × 8 + wire type), then a varint
(type 0), eight bytes (1), a length and that many bytes (2) or four bytes (5).
"""

from __future__ import annotations

import struct

from fitfolio.imports.refused import ImportRefused

Message = dict[int, list[int | bytes]]


def read_message(data: bytes) -> Message:
    """All fields of one message; varints unsigned, four- and eight-byte fields signed.

    Raises ImportRefused when the bytes end in the middle of a field or are no message.
    """
    message: Message = {}
    position = 0
    while position < len(data):
        key, position = _varint(data, position)
        number, wire_type = key >> 3, key & 7
        if number == 0:
            raise _damaged()
        value: int | bytes
        if wire_type == 0:
            value, position = _varint(data, position)
        elif wire_type == 2:
            length, position = _varint(data, position)
            value, position = _take(data, position, length)
        elif wire_type in (1, 5):
            raw, position = _take(data, position, 8 if wire_type == 1 else 4)
            value = struct.unpack("<q" if wire_type == 1 else "<i", raw)[0]
        else:
            raise _damaged()
        message.setdefault(number, []).append(value)
    return message


def sub_message(message: Message, number: int) -> Message | None:
    """The last value of a field as a message of its own; None where the field is absent."""
    raw = _last_bytes(message, number)
    return None if raw is None else read_message(raw)


def sub_messages(message: Message, number: int) -> list[Message]:
    """Every value of a repeated message field."""
    return [read_message(raw) for raw in message.get(number, ()) if isinstance(raw, bytes)]


def text_field(message: Message | None, number: int) -> str:
    """A string field, trimmed; empty where it is absent."""
    raw = None if message is None else _last_bytes(message, number)
    return "" if raw is None else raw.decode("utf-8", errors="replace").replace("\x00", "").strip()


def int_field(message: Message | None, number: int) -> int:
    """A signed integer field; 0 where it is absent, as proto3 has it."""
    values = (
        []
        if message is None
        else [value for value in message.get(number, ()) if isinstance(value, int)]
    )
    value = values[-1] if values else 0
    return value - (1 << 64) if value >= 1 << 63 else value


def _last_bytes(message: Message, number: int) -> bytes | None:
    values = [value for value in message.get(number, ()) if isinstance(value, bytes)]
    return values[-1] if values else None


def _varint(data: bytes, position: int) -> tuple[int, int]:
    value = 0
    for shift in range(0, 70, 7):
        if position >= len(data):
            raise _damaged()
        byte = data[position]
        position += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, position
    raise _damaged()


def _take(data: bytes, position: int, length: int) -> tuple[bytes, int]:
    if length > len(data) - position:
        raise _damaged()
    return data[position : position + length], position + length


def _damaged() -> ImportRefused:
    return ImportRefused("import.truncated", "The backup is cut off or damaged.")
