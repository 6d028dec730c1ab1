"""How older story files become newer ones: named steps, and a ledger of them in the file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from rashomon.story.schema import APPLICATION_ID, TABLES


def first_tables(connection: sqlite3.Connection) -> None:
    """The tables of the first version."""
    for statement in statements(TABLES):
        connection.execute(statement)


def workings(connection: sqlite3.Connection) -> None:
    """A place for what is worked out on the way to the record."""
    connection.execute("CREATE TABLE workings (key BLOB PRIMARY KEY, value BLOB NOT NULL)")


def steady_rows(connection: sqlite3.Connection) -> None:
    """Rows keep their numbers from build to build, so that only those that change are written; the order of the record
    stands beside them."""
    connection.execute(
        "CREATE TABLE written (kind TEXT NOT NULL, owner TEXT NOT NULL, digest BLOB NOT NULL, number INTEGER NOT NULL,"
        " PRIMARY KEY (kind, owner)) WITHOUT ROWID"
    )
    connection.execute("CREATE TABLE orders (kind TEXT PRIMARY KEY, ids TEXT NOT NULL) WITHOUT ROWID")
    link = "'link ' || kind || ' ' || from_article || ' ' || to_id"
    connection.execute(
        f"UPDATE evidence SET owner = (SELECT {link} FROM links WHERE 'link#' || number = owner)"  # noqa: S608
        " WHERE owner LIKE 'link#%'"
    )
    for table in ("pages", "articles", "entities", "attributions", "claims", "events", "origins", "links"):
        which = link if table == "links" else "id"
        connection.execute(
            f"INSERT INTO orders SELECT '{table}', json_group_array({which})"  # noqa: S608 (our own table names)
            f" FROM (SELECT * FROM {table} ORDER BY number)"
        )


# In order; a file's user_version says how many of them it has been through, its ledger which and when.
MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (first_tables, workings, steady_rows)


def migrate(connection: sqlite3.Connection) -> None:
    """Brings the file to the newest schema, inside the caller's transaction."""
    (have,) = connection.execute("PRAGMA user_version").fetchone()
    for number, step in enumerate(MIGRATIONS[have:], have + 1):
        step(connection)
        connection.execute("INSERT INTO migrations VALUES (?, ?, datetime('now'))", (number, step.__name__))
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def statements(script: str) -> list[str]:
    """The statements of a script, one by one.

    ``executescript()`` would commit the caller's transaction first, so the script is cut where SQLite says it may be.
    """
    out: list[str] = []
    held = ""
    for line in script.splitlines(keepends=True):
        held += line
        if sqlite3.complete_statement(held):
            out.append(held)
            held = ""
    return out
