"""The pair model, as far as it is installed, behind the judgements a story file keeps."""

from __future__ import annotations

import sqlite3

from rashomon.engines import cores
from rashomon.errors import MissingExtra
from rashomon.models.pairs import PairModel
from rashomon.models.pieces import model_file
from rashomon.models.runtime import short_digest
from rashomon.story import CachedEntailer


def entailer_for(connection: sqlite3.Connection) -> CachedEntailer | None:
    """An entailer that loads its model only for pairs the story has not met; None where no model is installed, and
    claims are related by rules alone."""
    try:
        name = f"pairs-{short_digest(model_file('pairs.onnx'))}"
    except MissingExtra:
        return None
    return CachedEntailer(connection, name, lambda: PairModel(at_once=cores()))
