"""The pages of actors, sources, listings, programmes and terms: their heads, and their texts in Markdown."""

from __future__ import annotations

from bench.corpus.yamltext import Fields

from .ends import Ends
from .facts import Facts
from .sheet import Sheet
from .texts import Document


def actor(facts: Facts, ends: Ends, id: str) -> Document:
    """Return the page of an actor, with all that it said, that was said of it, and the listings of it and by it."""
    sheet, record = Sheet(facts, "actor", id), facts.records["actor"][id]
    content = sheet.text(record["summary"])
    params = {
        "type": record["type"],
        "country": record["country"],
        "died": str(record["died"] or ""),
        "aliases_of_it": record["aliases"],
        "part_of": sheet.name("actor", record["part_of"]) if record["part_of"] else None,
        "roles": [_role(sheet, role) for role in record["roles"] or ()],
        "parts": [sheet.name("actor", part) for part in ends.parts.get(id, [])],
        "relations": _relations(facts, ends, sheet, id),
        "listings": ends.listings.get(id, []),
        "replies": [sheet.text(reply) for reply in record["reply"] or ()],
        "accused": [facts.link("claim", claim) for claim in ends.accused.get(id, [])],
        "claims": ends.claims.get(id, []),
        "imposed": ends.imposed.get(id, []),
        "events": ends.events.get(f"actor:{id}", []),
        "identifiers": record["identifiers"],
        "searched": record["searched"],
        "checked": record["checked"],
    }
    return params | sheet.gathered(), content


def _role(sheet: Sheet, role: Fields) -> Fields:
    days = {key: str(role[key] or "") for key in ("from", "to")}
    return {
        "title": role["title"],
        "of": sheet.name("actor", role["of"]),
        **days,
        "cites": sheet.cites(role["sources"]),
    }


def _relations(facts: Facts, ends: Ends, sheet: Sheet, id: str) -> list[Fields]:
    own = [(part["with"], part, "label") for part in facts.records["actor"][id]["relations"]]
    others = [(other, part, "inverse") for other, part in ends.relations.get(id, [])]
    return [
        {
            "label": facts.site["ties"][part["type"]][side],
            "other": sheet.name("actor", other),
            "from": str(part["from"]),
            "cites": sheet.cites(part["sources"]),
        }
        for other, part, side in (*own, *others)
    ]


def source(facts: Facts, ends: Ends, id: str) -> Document:
    """Return the page of a source, which has no text of its own."""
    sheet, record = Sheet(facts, "source", id), facts.records["source"][id]
    kind = facts.site["source_kinds"][record["kind"]]
    keys = ("summary", "excerpt", "publisher", "authors", "number", "archive")
    params = {
        **{key: record[key] for key in keys},
        "issuer": sheet.name("actor", record["issuer"]) if record["issuer"] else None,
        "on": str(record["published"]),
        "address": record["url"],
        "kind": kind["label"],
        "meaning": kind["meaning"],
        "how": record["checked"]["how"],
        "origin": facts.origin(id),
        "repeats": [facts.link("source", other) for other in record["derived_from"] or ()],
        "repeated": [facts.link("source", other) for other in ends.repeated.get(id, [])],
        "checked": record["checked"]["on"],
    }
    return params | sheet.gathered(), ""


def sanction(facts: Facts, ends: Ends, id: str) -> Document:
    """Return the page of a listing."""
    sheet, record = Sheet(facts, "sanction", id), facts.records["sanction"][id]
    content = sheet.text(record["reason"])
    params = {
        "target": sheet.name("actor", record["target"]),
        "authority": sheet.name("actor", record["authority"]),
        "program": sheet.name("program", record["program"]),
        "on": str(record["listing_date"]),
        "ended": str(record["end_date"] or ""),
        "status": facts.site["statuses"][record["status"]]["label"],
        "measures": [facts.site["measures"][measure]["label"] for measure in record["measures"]],
        "strand": record["strand"],
        "list_entry": record["list_entry"],
        "accused": [sheet.reply(record["target"])] if _is_living(facts, record["target"]) else [],
        "sources": _sources(facts, sheet, record),
        "checked": record["checked"],
    }
    return params | sheet.gathered(), content


def _is_living(facts: Facts, actor: str) -> bool:
    record = facts.records["actor"][actor]
    return record["type"] == "person" and not record["died"]


def program(facts: Facts, ends: Ends, id: str) -> Document:
    """Return the page of a programme with the listings under it."""
    sheet, record = Sheet(facts, "program", id), facts.records["program"][id]
    content = sheet.text(record["summary"])
    params = {
        "subject": record["subject"],
        "authority": sheet.name("actor", record["authority"]),
        "on": str(record["date"]),
        "address": record["url"],
        "measures": [facts.site["measures"][measure]["label"] for measure in record["measures"]],
        "strand": record["strand"],
        "listings": ends.under.get(id, []),
        "sources": _sources(facts, sheet, record),
        "checked": record["checked"],
    }
    return params | sheet.gathered(), content


def _sources(facts: Facts, sheet: Sheet, record: Fields) -> list[Fields]:
    return [{**facts.link("source", source), "cite": sheet.cite(source)} for source in record["sources"]]


def term(facts: Facts, ends: Ends, id: str) -> Document:
    """Return the page of a term."""
    sheet, record = Sheet(facts, "term", id), facts.records["term"][id]
    content = sheet.text(record["definition"])
    return {"also": record["aliases"], "checked": record["checked"]} | sheet.gathered(), content
