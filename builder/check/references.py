"""Rules on what points at what: ids, links, citations and words of the vocabularies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import prose
from ..places import Loc
from ..problems import suggestion
from ..records import LINKED, Content, Prosaic, Record, Ref, Word, collection, values
from .findings import Finding

_UNREAD = re.compile(r"\[@\S*")


def references_exist(content: Content) -> Iterator[Finding]:
    """Every id that a record names is the id of a record of that kind."""
    for kind, record in content.everything():
        for loc, role, value in values(record):
            if isinstance(role, Ref):
                named, id = (role.kind, value) if role.kind else _split(value)
                wrong = _missing(content, named, id, value)
                if wrong:
                    yield Finding(record.written.at(*loc), wrong, record=f"{kind}:{record.id}")


def words_exist(content: Content) -> Iterator[Finding]:
    """Every word of a vocabulary stands in site.yaml."""
    for kind, record in content.everything():
        for loc, role, value in values(record):
            if isinstance(role, Word) and value not in content.site.vocabulary(role.vocabulary):
                known = content.site.vocabulary(role.vocabulary)
                message = f"`{value}` is not among the `{role.vocabulary}` of site.yaml; {suggestion(value, known)}"
                yield Finding(record.written.at(*loc), message, record=f"{kind}:{record.id}")


def links_lead_somewhere(content: Content) -> Iterator[Finding]:
    """Every link and citation in Markdown leads to a record, or to a whole web address."""
    for kind, record, loc, text in _markdown(content):
        read = prose.parse(text)
        for number, link in enumerate(read.links):
            wrong = _missing(content, link.kind, link.id, link.address) if link.kind else _bad_address(link.address)
            if wrong:
                again = [earlier.address for earlier in read.links[:number]].count(link.address)
                place = record.written.at(*loc, needle=f"({link.address}", skip=again)
                yield Finding(place, wrong, record=f"{kind}:{record.id}")
        for number, citation in enumerate(read.citations):
            wrong = _missing(content, "source", citation.source, citation.source)
            if wrong:
                again = [earlier.source for earlier in read.citations[:number]].count(citation.source)
                place = record.written.at(*loc, needle=f"@{citation.source}", skip=again)
                yield Finding(place, wrong, record=f"{kind}:{record.id}")


def citations_are_well_formed(content: Content) -> Iterator[Finding]:
    """A citation is written `[@source-id]`, `[@source-id, para. 3]` or `[@one; @other]`."""
    for kind, record, loc, text in _markdown(content):
        for unread in _UNREAD.findall(prose.parse(text).text):
            message = "a citation that cannot be read; write `[@source-id, para. 3; @other-source]`"
            yield Finding(record.written.at(*loc, needle=unread), message, record=f"{kind}:{record.id}")


def _markdown(content: Content) -> Iterator[tuple[str, Record, Loc, str]]:
    for kind, record in content.everything():
        for loc, role, value in values(record):
            if isinstance(role, Prosaic) and not (kind == "article" and record.id in content.full):
                yield kind, record, loc, value


def _split(reference: str) -> tuple[str, str]:
    kind, _, id = reference.partition(":")
    return kind, id


def _missing(content: Content, kind: str, id: str, written: str) -> str:
    """What is wrong with a reference, or nothing."""
    if kind not in LINKED:
        return f"`{written}` names no kind of record; write `kind:id`, {suggestion(kind, LINKED)}"
    if content.has(kind, id):
        return ""
    where = "content/pages/" if kind == "page" else f"content/{collection(kind)}"
    return f"unknown {kind} `{id}`; {suggestion(id, content.of(kind))} ({collection(kind)} stand in {where})"


def _bad_address(address: str) -> str:
    if address.startswith(("https://", "http://", "mailto:", "#")):
        return ""
    return f"`{address}` is neither a record (`actor:some-id`) nor a whole web address (`https://…`)"
