"""Records into one file of data, as they were written: to be read by machines, and held against a later edition."""

from __future__ import annotations

import json

from ..records import LINKED, Content, as_written, collection


def records(content: Content) -> str:
    """Return all records by collection and id, in an order that does not depend on where they are written."""
    found = {collection(kind): {id: as_written(one) for id, one in content.of(kind).items()} for kind in LINKED}
    annotations = {
        article: {id: as_written(one) for id, one in notes.items()} for article, notes in content.annotations.items()
    }
    data = {
        "title": content.site.title,
        "as_of": str(content.site.as_of),
        "records": {**found, "annotations": annotations},
    }
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
