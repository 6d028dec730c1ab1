"""The command line: one file a command; each parses, calls one function, renders."""

from rashomon.cli.run import main

__all__ = ["main"]
