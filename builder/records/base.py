"""What every written record is: checked fields, an id, a place, and fields that say what they mean.

The door to pydantic: no other module imports it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    ValidationError,
    model_validator,
)
from pydantic.fields import FieldInfo

from .. import dates
from ..places import Loc, Written
from ..problems import listing, suggestion

KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Ref:
    """The field holds the id of a record of this kind; without a kind, `kind:id`."""

    kind: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """The field holds a word of one of the site's vocabularies."""

    vocabulary: str


@dataclass(frozen=True, slots=True)
class Prosaic:
    """The field holds Markdown."""


@dataclass(frozen=True, slots=True)
class Apart:
    """The field holds something else than its editor's own prose: others' words, a name, an account of the work."""


FieldRole = Ref | Word | Prosaic
"what a value is for, beyond being text"


class Part(BaseModel):
    """A mapping with known keys: a record, or a piece of one."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        arbitrary_types_allowed=True,
        str_strip_whitespace=True,
        allow_inf_nan=False,
        alias_generator=lambda name: name.rstrip("_"),  # `from_` and `with_` are Python's words otherwise
    )

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, written: Any) -> Any:
        """A key without a value is as good as left out, if it is a key at all."""
        if not isinstance(written, dict) or None not in written.values():
            return written
        known = {field.alias for field in cls.model_fields.values()}
        return {key: value for key, value in written.items() if value is not None or key not in known}


class Record(Part):
    """A mapping with an id, written somewhere."""

    id: str
    written: Written = Field(exclude=True, repr=False)


def _not_empty(text: str) -> str:
    if not text:
        raise ValueError("is empty; write it or leave the key out")
    return text


def _date(value: object) -> dates.Edtf:
    if not isinstance(value, str | dates.Edtf):
        raise ValueError("must be a date alone, as in `2023-03-30`")
    return value if isinstance(value, dates.Edtf) else dates.parse(str(value))


def _address(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]+\.[^\s]+", text):
        raise ValueError(f"`{text}` is not a web address; write it whole, from `https://` on")
    return text


def Shorthand(key: str) -> BeforeValidator:  # noqa: N802, it stands where a type's mark stands
    """Let a part be written as a text, which is then the value of its `key`."""
    return BeforeValidator(lambda value: {key: value} if isinstance(value, str) else value)


def Single() -> BeforeValidator:  # noqa: N802, it stands where a type's mark stands
    """Let a list of one be written as that one."""
    return BeforeValidator(lambda value: (value,) if isinstance(value, str | dict) else value)


Text = Annotated[str, AfterValidator(_not_empty)]
Markdown = Annotated[str, AfterValidator(_not_empty), Prosaic()]
Date = Annotated[dates.Edtf, BeforeValidator(_date), PlainSerializer(str)]
Address = Annotated[str, AfterValidator(_address)]
AnyRef = Annotated[str, Ref()]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a value, and where in its record."""

    loc: Loc
    message: str
    at_key: bool = False


SomePart = TypeVar("SomePart", bound=Part)


def make(noun: type[SomePart], values: Mapping[str, Any]) -> SomePart | list[Fault]:
    """Return `values` as a `noun`, or every fault that forbids it."""
    try:
        return noun.model_validate(values)
    except ValidationError as wrong:
        return [_fault(noun, error) for error in wrong.errors()]


def _fault(noun: type[Part], error: Any) -> Fault:
    loc = tuple(error["loc"])
    owner, key = _owner(noun, loc[:-1]), _named(loc)
    fields = {field.alias: field for field in fields_of(owner).values()} if owner else {}
    allowed = [str(name) for name in fields if name not in ("id", "written", "text")]
    match error["type"]:
        case "extra_forbidden":
            near = suggestion(key, allowed)
            keys = "" if near.startswith("allowed") else f" (allowed: {listing(allowed)})"
            return Fault(loc, f"unknown key `{key}`; {near}{keys}", at_key=True)
        case "missing":
            needed = [name for name in allowed if fields[name].is_required()]
            return Fault(loc, f"key `{key}` is missing; needed here: {listing(needed)}")
        case "value_error":
            return Fault(loc, f"{key}: {error['ctx']['error']}")
        case "literal_error":
            choices = re.findall(r"'([^']*)'", error["ctx"]["expected"])
            return Fault(loc, f"{key}: unknown word `{error['input']}`; {suggestion(str(error['input']), choices)}")
        case kind:
            return Fault(loc, f"{key}: {_WORDED.get(kind, error['msg'])}")


_WORDED = {
    "string_type": "must be a text",
    "int_parsing": "must be a whole number, in digits",
    "float_parsing": "must be a number, in digits",
    "finite_number": "must be a number, in digits",
    "bool_parsing": "must be `true` or `false`",
    "tuple_type": "must be a list; write `[…]` or one `- …` a line",
    "dict_type": "must be a mapping of keys to values",
    "model_type": "must be a mapping of keys to values",
    "model_attributes_type": "must be a mapping of keys to values",
}


def _named(loc: Loc) -> str:
    """What a message calls the value at `loc`: its key, in a list also its place there."""
    return f"{loc[-2]}, item {int(loc[-1]) + 1}" if isinstance(loc[-1], int) else str(loc[-1])


def _owner(noun: type[Part], loc: Loc) -> type[Part] | None:
    """The noun whose field a fault is in: `noun` itself, or the part that `loc` leads to."""
    for step in loc:
        field = next((field for field in noun.model_fields.values() if field.alias == step), None)
        if field:
            part = _part_of(field.annotation)
            if part is None:
                return None
            noun = part
    return noun


def _part_of(annotation: Any) -> type[Part] | None:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next((part for inner in get_args(annotation) if (part := _part_of(inner))), None)


def as_written(record: Record) -> Mapping[str, Any]:
    """Return the keys of `record` that were written, as plain texts, numbers, lists and mappings."""
    return record.model_dump(mode="json", by_alias=True, exclude_unset=True, exclude={"id", "written"})


def values(record: Part) -> Iterator[tuple[Loc, FieldRole, str]]:
    """Yield every value of `record` that has a role, with the way to it, in the order of the fields."""
    yield from _values(record, ())


def _values(part: Part, loc: Loc) -> Iterator[tuple[Loc, FieldRole, str]]:
    for attribute, name, role in _fields(type(part)):
        value = getattr(part, attribute)
        if isinstance(value, Part):
            yield from _values(value, (*loc, name))
        elif isinstance(value, tuple):
            for position, item in enumerate(value):
                if isinstance(item, Part):
                    yield from _values(item, (*loc, name, position))
                elif role:
                    yield (*loc, name, position), role, item
        elif role and value:
            yield (*loc, name), role, value


def parts(part: Part, loc: Loc = ()) -> Iterator[tuple[Loc, Part]]:
    """Yield `part` and every part of it, with the way to it."""
    yield loc, part
    for name, key in _holding(type(part)):
        value = getattr(part, name)
        if isinstance(value, Part):
            yield from parts(value, (*loc, key))
        elif isinstance(value, tuple):
            for position, item in enumerate(value):
                if isinstance(item, Part):
                    yield from parts(item, (*loc, key, position))


@cache
def _holding(noun: type[Part]) -> tuple[tuple[str, str], ...]:
    """The fields of `noun` that can hold a part: attribute and key."""
    return tuple((name, str(field.alias)) for name, field in noun.model_fields.items() if _part_of(field.annotation))


def texts(part: Part, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Yield every text of `part` that is its editor's own words, with the way to it.

    Left out are ids, words of vocabularies and the fields that are marked `Apart`.
    """
    for name, key in _worded(type(part)):
        value = getattr(part, name)
        for position, item in enumerate(value) if isinstance(value, tuple) else ((None, value),):
            way = (*loc, key) if position is None else (*loc, key, position)
            if isinstance(item, Part):
                yield from texts(item, way)
            elif isinstance(item, str) and item:
                yield way, item


@cache
def _worded(noun: type[Part]) -> tuple[tuple[str, str], ...]:
    """The fields of `noun` that can hold its editor's own words: attribute and key."""
    own = []
    for name, field in fields_of(noun).items():
        marks = (*field.metadata, _role(field.annotation))
        chosen = any(get_origin(kind) is Literal for kind in (field.annotation, *get_args(field.annotation)))
        if (
            name not in ("id", "written")
            and not chosen
            and not any(isinstance(mark, Apart | Ref | Word) for mark in marks)
        ):
            own.append((name, str(field.alias)))
    return tuple(own)


def fields_of(noun: type[Part]) -> Mapping[str, FieldInfo]:
    """Return the fields of `noun` by name: its own first, in the order in which they are described."""
    own = {name: field for name, field in noun.model_fields.items() if name in noun.__annotations__}
    return {**own, **noun.model_fields}


@cache
def _fields(noun: type[Part]) -> tuple[tuple[str, str, FieldRole | None], ...]:
    """The fields of `noun` that can hold a role or a part: attribute, key and role."""
    fields = []
    for name, field in fields_of(noun).items():
        role = next((mark for mark in field.metadata if isinstance(mark, FieldRole)), None) or _role(field.annotation)
        if role or _part_of(field.annotation):
            fields.append((name, str(field.alias), role))
    return tuple(fields)


def _role(annotation: Any) -> FieldRole | None:
    if get_origin(annotation) is Annotated:
        return next((mark for mark in get_args(annotation)[1:] if isinstance(mark, FieldRole)), None)
    if get_origin(annotation) in (Union, UnionType, tuple):
        return next((role for inner in get_args(annotation) if (role := _role(inner))), None)
    return None
