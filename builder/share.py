"""Share images: drawings into PNG pictures, each made once. The door to resvg."""

from __future__ import annotations

import functools
import hashlib
from pathlib import Path

import resvg_py

WIDTH, HEIGHT = 1200, 630
"of a share image, in pixels: the form that the Open Graph protocol's readers show whole"
_FONT = Path(__file__).parent / "fonts" / "GentiumPlus-Bold.ttf"
"the one face of all images, so that they do not depend on what a machine has"
_SIGNATURE, _END = b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"


def image(drawing: str, cache: Path) -> bytes:
    """Return the PNG picture of a drawing (SVG), from the folder `cache` where it is there.

    The cache is by content, may be deleted at any time, and need not be writable.
    """
    kept = cache / f"{hashlib.sha256(f'{_made_by()} {drawing}'.encode()).hexdigest()}.png"
    return _kept(kept) or _made(drawing, kept)


@functools.cache
def _made_by() -> str:
    """What a picture depends on beside its drawing."""
    return f"{resvg_py.__resvg_version__} {hashlib.sha256(_FONT.read_bytes()).hexdigest()}"


def _kept(path: Path) -> bytes | None:
    """A picture of the cache, if it is there and whole."""
    picture = path.read_bytes() if path.is_file() else b""
    return picture if picture.startswith(_SIGNATURE) and picture.endswith(_END) else None


def _made(svg: str, path: Path) -> bytes:
    picture = resvg_py.svg_to_bytes(
        svg_string=svg, skip_system_fonts=True, font_files=[str(_FONT)], font_family="Gentium Plus"
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(picture)
    except OSError:
        return picture  # a folder that cannot be written: it is made again the next time
    return picture
