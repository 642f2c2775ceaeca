"""The site on this machine, rebuilt on every save. The door to livereload."""

from __future__ import annotations

import errno
from collections.abc import Callable
from glob import escape
from pathlib import Path

from livereload import Server

from .problems import BuildFailed, Place, Problem

WATCHED = ("site.yaml", "content/**/*", "templates/**/*", "static/**/*")


def serve(root: Path, out: Path, rebuild: Callable[[], None], port: int) -> None:
    """Serve the folder `out` on the loopback interface, and call `rebuild` when anything under `root` changes."""
    server = Server()
    for pattern in WATCHED:
        server.watch(f"{escape(str(root))}/{pattern}", rebuild)
    try:
        server.serve(root=str(out), host="127.0.0.1", port=port)
    except OSError as wrong:
        if wrong.errno != errno.EADDRINUSE:
            raise
        message = f"port {port} is in use by another program; name another with `--port`"
        raise BuildFailed([Problem(Place("serve"), "port", message)]) from wrong
