"""Figures that may be compared: gathered by unit, in the order of their dates, each with whose it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..edition import Claim, ClaimFigure, FigureGroup, Statement


def figures(claims: Iterable[Claim]) -> tuple[FigureGroup, ...]:
    """Return the figures of `claims` by unit; two units are one if they differ only in case and space."""
    by_unit: dict[str, list[ClaimFigure]] = {}
    for claim in claims:
        if claim.figure:
            unit = " ".join(claim.figure.unit.split()).casefold()
            by_unit.setdefault(unit, []).append(ClaimFigure(claim.ref, claim.figure, said(claim.stated)))
    return tuple(_group(by_unit[unit]) for unit in sorted(by_unit))


def _group(claim_figures: list[ClaimFigure]) -> FigureGroup:
    ordered = sorted(claim_figures, key=lambda claim_figure: (claim_figure.figure.as_of.key, claim_figure.claim.id))
    return FigureGroup(
        unit=ordered[0].figure.unit,
        drawn=tuple(claim_figure for claim_figure in ordered if _has_number(claim_figure)),
        worded=tuple(claim_figure for claim_figure in ordered if not _has_number(claim_figure)),
    )


def _has_number(claim_figure: ClaimFigure) -> bool:
    return claim_figure.figure.low is not None or claim_figure.figure.high is not None


def said(chain: Sequence[Statement]) -> Statement:
    """Return the link of an attribution chain from which what is claimed comes.

    The chain leads from the nearest link back, so it is followed as long as it goes back in time: what is of a
    later day confirms or answers. A link that denies the claim is passed over.
    """
    origin = None
    for link in chain:
        if origin and link.on.first > origin.on.last:
            break
        if not link.verb.denies:
            origin = link
    return origin or chain[0]
