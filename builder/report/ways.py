"""Who names whom, from the articles on: which articles a record concerns, and which it is reached from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from .. import prose
from ..records import LINKED, Article, Content, Prosaic, Record, Ref, values

Target = tuple[str, str]
"kind and id of a record"
Articles = Mapping[Target, tuple[str, ...]]
"for each record the articles that it has to do with, in their order"


def near(content: Content) -> Articles:
    """Return the articles that name a record in their text or notes, or a source by way of a claim named there."""
    return _by_target({article: _near(content, article) for article in content.articles})


def far(content: Content) -> Articles:
    """Return the articles that a reader comes to a record from, by however many links.

    A link leads to what a record names, and to the cross-links, sanctions, events and corrections that are
    about it, because its page shows them.
    """
    links = _links(content)
    return _by_target({article: _reached(_start(content, article), links) for article in content.articles})


def _near(content: Content, article: str) -> Set[Target]:
    start = _start(content, article)
    behind = (_named(content, content.claims[id]) for kind, id in start if kind == "claim")
    return start | {target for named in behind for target in named if target[0] == "source"}


def _start(content: Content, article: str) -> Set[Target]:
    records = [content.articles[article], *content.annotations.get(article, {}).values()]
    return {target for record in records for target in _named(content, record)}


def _reached(start: Set[Target], links: Mapping[Target, Set[Target]]) -> Set[Target]:
    seen, waiting = set(start), list(start)
    while waiting:
        new = links[waiting.pop()] - seen
        seen |= new
        waiting += new
    return seen


def _links(content: Content) -> Mapping[Target, Set[Target]]:
    records = [(kind, record) for kind in LINKED for record in content.of(kind).values()]
    links = {(kind, record.id): set(_named(content, record)) for kind, record in records}
    for kind, record in records:
        for about in _about(kind, record):
            if about in links:
                links[about].add((kind, record.id))
    return links


def _about(kind: str, record: Record) -> Iterator[Target]:
    """The records whose pages show this one."""
    whole = {"crosslink": ("claim", "from_", "to"), "sanction": ("actor", "target")}
    of, *fields = whole.get(kind, ("",))
    yield from ((of, getattr(record, field)) for field in fields)
    for about in getattr(record, "about", ()):
        named, _, id = about.partition(":")
        yield named, id


def _named(content: Content, record: Record) -> Set[Target]:
    """The records that a record names, in its fields and in its Markdown."""
    targets: set[Target] = set()
    for _, role, value in values(record):
        if isinstance(role, Ref):
            kind, _, id = (f"{role.kind}:{value}" if role.kind else value).partition(":")
            targets.add((kind, id))
        elif isinstance(role, Prosaic) and not (isinstance(record, Article) and record.id in content.full):
            read = prose.parse(value)
            targets |= {("source", citation.source) for citation in read.citations}
            targets |= {(link.kind, link.id) for link in read.links}
    return {(kind, id) for kind, id in targets if kind in LINKED and id in content.of(kind)}


def _by_target(by_article: Mapping[str, Set[Target]]) -> Articles:
    every = {target for targets in by_article.values() for target in targets}
    return {target: tuple(article for article, targets in by_article.items() if target in targets) for target in every}
