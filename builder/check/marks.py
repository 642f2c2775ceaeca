"""Rules on how records were checked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from .. import prose
from ..records import Checked, Claim, Content, Prosaic, Record, Ref, Source, values
from ..records.nouns import How
from .findings import Finding

_SUREST_FIRST = get_args(How)


def marks_are_no_surer_than_their_sources(content: Content) -> Iterator[Finding]:
    """A record that says how it was checked names nothing surer than what the sources it cites allow."""
    for kind, record in content.everything():
        checked = getattr(record, "checked", None)
        if isinstance(record, Source) or not isinstance(checked, Checked) or checked.how is None:
            continue
        weakest = max(_cited(content, record), key=lambda id: _place(content, id), default="")
        if weakest and _place(content, weakest) > _SUREST_FIRST.index(checked.how):
            how = content.sources[weakest].checked.how
            message = f"says `{checked.how}`, but it cites `{weakest}`, which is only `{how}`"
            remedy = ("leave `how` out: the page counts how its sources were checked",)
            yield Finding(record.written.at("checked", "how"), message, remedy, f"{kind}:{record.id}")


def _place(content: Content, source: str) -> int:
    return _SUREST_FIRST.index(content.sources[source].checked.how)


def _cited(content: Content, record: Record) -> Iterator[str]:
    """The known sources that a record names, in its fields and in its prose; what is mere context carries nothing."""
    lines = record.evidence if isinstance(record, Claim) else ()
    context = {("evidence", place) for place, line in enumerate(lines) if line.stance == "context"}
    for loc, role, value in values(record):
        if loc[:2] in context:
            continue
        if isinstance(role, Prosaic):
            yield from (cited.source for cited in prose.parse(value).citations if cited.source in content.sources)
        elif isinstance(role, Ref) and role.kind == "source" and value in content.sources:
            yield value
