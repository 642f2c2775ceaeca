"""`python -m builder`."""

from .cli import main

main(prog_name="python -m builder")
