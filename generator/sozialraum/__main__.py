"""`python -m sozialraum`."""

from sozialraum.cli import main

main(prog_name="sozialraum")
