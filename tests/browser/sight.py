"""Where things stand on the screen, and how a hand gets to them."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

REFS = ".text .ref a"
"the numbers that end the marked passages of an article"

SPACED = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }
"""
"the spacing of WCAG 1.4.12, which a reader may put over the page's own"

CENTRE = "element => element.scrollIntoView({block: 'center', behavior: 'instant'})"

MIDDLE = """element => {
  const { x, y, width, height } = element.getClientRects()[0];
  return [x + width / 2, y + height / 2];
}"""

AROUND = """ref => {
  const id = ref.getAttribute("href").slice(6);
  const parts = [ref, ...document.querySelectorAll(`.text .mark[data-notes~="${CSS.escape(id)}"]`)];
  return parts.flatMap((part) => [...part.getClientRects()]).map(({x, y, width, height}) => ({x, y, width, height}));
}"""
"the boxes of a passage and of its number"


def box(found: Locator) -> dict[str, float]:
    """Return the box of what is found, which must be on the page."""
    there = found.bounding_box()
    assert there, f"{found} has no box"
    return there


def meet(one: dict[str, float], other: dict[str, float]) -> bool:
    """Say whether two boxes have more than an edge in common."""
    return (
        one["x"] + one["width"] > other["x"] + 0.5
        and other["x"] + other["width"] > one["x"] + 0.5
        and one["y"] + one["height"] > other["y"] + 0.5
        and other["y"] + other["height"] > one["y"] + 0.5
    )


def within(inner: dict[str, float], page: Page) -> bool:
    """Say whether a box stands whole in the window."""
    width, height = page.evaluate("[document.documentElement.clientWidth, innerHeight]")
    return (
        inner["x"] >= 0
        and inner["y"] >= 0
        and inner["x"] + inner["width"] <= width + 0.5
        and inner["y"] + inner["height"] <= height + 0.5
    )


def middle(found: Locator) -> tuple[float, float]:
    """Return the point in the middle of what is found, or of its first line where it is broken into several."""
    return tuple(found.evaluate(MIDDLE))


def centred(found: Locator) -> Locator:
    """Bring what is found to the middle of the window."""
    found.evaluate(CENTRE)
    return found


def words(found: Locator) -> str:
    """Return the words that a reader sees, however they are broken into lines."""
    return " ".join(found.inner_text().split())


def drawn(page: Page) -> None:
    """Wait until the window has drawn what was asked of it, and has told the page of every scroll."""
    page.evaluate(
        "() => new Promise((done) => new IntersectionObserver((_, o) => { o.disconnect(); done(); }).observe(document.body))"
    )
