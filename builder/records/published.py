"""What was published, and the form in which it is: a head, and beside it the records in parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..dates import Edtf
from .content import collection

DATA_FORMAT = 2
"the number of this form; the first, without a number, had every record in the head"


@dataclass(frozen=True)
class Published:
    """What was published before: the data export of an earlier edition."""

    as_of: Edtf
    records: Mapping[str, Mapping[str, Mapping[str, Any]]]
    "the keys of every record as they were written, by collection and id; annotations by article, then by id"

    def of(self, kind: str) -> Mapping[str, Mapping[str, Any]]:
        """Return the records of a `kind`, by id."""
        return self.records.get(collection(kind), {})


def data_part(name: str, part: int | str) -> str:
    """Return where a part of the collection `name` lies, from the folder of the head."""
    return f"{name}/{part}.json"


def note_name(article: str, id: str) -> str:
    """Return the id that an annotation of an `article` has among the annotations of all articles."""
    return f"{article}/{id}"


def note_from(name: str) -> tuple[str, str]:
    """Return the article and the id of the annotation that has this `name` among those of all articles."""
    article, _, id = name.partition("/")
    return article, id
