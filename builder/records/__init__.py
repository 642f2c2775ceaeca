"""The written nouns: what editors write, field by field."""

from .base import Fault, FieldRole, Markdown, Part, Prosaic, Record, Ref, Word, make, values
from .content import KINDS, LINKED, Content, collection
from .nouns import (
    Actor,
    Alias,
    Annotation,
    Article,
    Assessment,
    Checked,
    Claim,
    Correction,
    Crosslink,
    Event,
    Evidence,
    Figure,
    Page,
    Program,
    Relation,
    Sanction,
    Source,
    Statement,
    Term,
)
from .site import Budget, Entry, Paired, Rung, Severities, Site, SourceKind, Verdict

__all__ = [
    "KINDS", "LINKED", "Actor", "Alias", "Annotation", "Article", "Assessment", "Budget", "Checked", "Claim",
    "Content", "Correction", "Crosslink", "Entry", "Event", "Evidence", "Fault", "Figure", "Markdown", "Page",
    "Paired", "Part", "Program", "Prosaic", "Record", "Ref", "Relation", "FieldRole", "Rung", "Sanction", "Severities",
    "Site", "Source", "SourceKind", "Statement", "Term", "Verdict", "Word", "collection", "make", "values",
]
