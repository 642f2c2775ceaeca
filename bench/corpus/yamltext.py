"""Records into YAML, as an editor would write it: plain words, folded texts, short lists on one line."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

Fields = Mapping[str, Any]
"a record or a part of one: texts, numbers, dates, lists and mappings; what is None is left out"

_PLAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 /._’-]|:(?! ))*(?<![ :])")
_FOLDED = 70
"letters from which a text stands on lines of its own"


def mapping(fields: Fields, indent: str = "") -> str:
    """Return `fields` as a block of YAML, a line or more each."""
    return "".join(
        f"{indent}{key}:{_value(value, indent + '  ')}\n" for key, value in fields.items() if value not in (None, [])
    )


def records(entries: Mapping[str, Fields]) -> str:
    """Return records by id as the text of a file."""
    return "\n".join(f"{id}:\n{mapping(fields, '  ')}" for id, fields in entries.items())


def _value(value: Any, indent: str) -> str:
    if isinstance(value, str) and (len(value) > _FOLDED or "\n" in value):
        return " >-\n" + indent + value.replace("\n", "\n" + indent)
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "".join(f"\n{indent}- {_flow(part)}" for part in value)
    return " " + _flow(value)


def _flow(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, str):
        flat = value.replace("\n", " ")
        return flat if _PLAIN.fullmatch(flat) else json.dumps(flat, ensure_ascii=False)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(part)}" for key, part in value.items() if part not in (None, [])) + "}"
    if isinstance(value, Sequence):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return value.isoformat() if isinstance(value, date) else str(value)
