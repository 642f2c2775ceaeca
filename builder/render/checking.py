"""In words how sources were checked: of one, and of all that a page cites."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from ..edition import Source
from ..records.nouns import How

WORDS: Mapping[How, str] = {
    "read": "read",
    "partly": "read in part",
    "quoted": "known from reports that quote it",
    "catalogued": "not seen, confirmed elsewhere",
    "recalled": "from memory, not read",
}
"surest first"


def tally(sources: Iterable[Source]) -> list[tuple[str, int]]:
    """Return in how many of `sources` each way of checking was used, surest first, those that were not left out."""
    counts = Counter(source.checked.how for source in sources)
    return [(words, counts[how]) for how, words in WORDS.items() if counts[how]]
