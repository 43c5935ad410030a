"""The conversations of every browser, in one SQLite file beside the index."""

from __future__ import annotations

import json
import re
import secrets
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from corpus.errors import ConversationsUnusable, ConversationUnknown, QuestionRefused

Json = dict[str, Any]
KEY = re.compile(r"[0-9a-f]{64}")
TITLE_CHARS = 80
LISTED = 200
SCHEMA = """
CREATE TABLE IF NOT EXISTS conversations (
  id TEXT PRIMARY KEY, owner TEXT NOT NULL, title TEXT NOT NULL, changed TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS by_owner ON conversations (owner, changed);
CREATE TABLE IF NOT EXISTS turns (
  conversation TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  n INTEGER NOT NULL, id TEXT NOT NULL, view TEXT NOT NULL, PRIMARY KEY (conversation, n));
"""
LIST = """
SELECT id, title, changed FROM conversations AS c
WHERE owner = :owner AND (title LIKE :like ESCAPE '!' OR EXISTS (
  SELECT 1 FROM turns WHERE conversation = c.id AND (
    json_extract(view, '$.question') LIKE :like ESCAPE '!'
    OR json_extract(view, '$.text') LIKE :like ESCAPE '!')))
ORDER BY changed DESC, id LIMIT :most
"""


@dataclass(frozen=True, slots=True)
class Turn:
    """One question with its answer, as the page shows it; ``id`` stays its own when others go."""

    id: str
    view: Json


class Conversations:
    """Every method takes the owner that ``owner_of`` gives; no other's conversation is seen."""

    def __init__(self, path: Path) -> None:
        """The file is made by the first conversation kept."""
        self.path = path

    def list(self, owner: str, search: str = "") -> list[Json]:
        """``{"id", "title", "changed"}`` of each, the latest first; those that hold ``search``."""
        if not self.path.exists():
            return []
        literal = re.sub(r"([!%_])", r"!\1", search.strip())
        values = {"owner": owner, "like": f"%{literal}%", "most": LISTED}
        with self._opened() as database:
            rows = database.execute(LIST, values).fetchall()
        return [dict(zip(("id", "title", "changed"), row, strict=True)) for row in rows]

    def title(self, owner: str, conversation: str) -> str:
        """What it is called.

        Raises:
            ConversationUnknown: the owner has none of that id.
        """
        with self._opened() as database:
            return _title(database, owner, conversation)

    def turns(self, owner: str, conversation: str) -> tuple[Turn, ...]:
        """All turns in order.

        Raises:
            ConversationUnknown: the owner has none of that id.
        """
        with self._opened() as database:
            _title(database, owner, conversation)
            rows = database.execute(
                "SELECT id, view FROM turns WHERE conversation = ? ORDER BY n", (conversation,)
            ).fetchall()
        return tuple(Turn(id_, json.loads(view)) for id_, view in rows)

    def add(self, owner: str, conversation: str | None, n: int, view: Json) -> tuple[str, str]:
        """Keep ``view`` as turn ``n``, in place of it and all after it; begin one where null.

        Returns the conversation's id and the turn's.

        Raises:
            ConversationUnknown: the owner has none of that id.
        """
        turn, now = secrets.token_hex(8), datetime.now(UTC).isoformat(timespec="microseconds")
        with self._opened() as database:
            if conversation is None:
                conversation = secrets.token_hex(16)
                database.execute(
                    "INSERT INTO conversations VALUES (?, ?, ?, ?)",
                    (conversation, owner, called([view]), now),
                )
            title = _title(database, owner, conversation)
            before = _views(database, conversation)
            database.execute(
                "DELETE FROM turns WHERE conversation = ? AND n >= ?", (conversation, n)
            )
            database.execute(
                "INSERT INTO turns VALUES (?, ?, ?, ?)",
                (conversation, n, turn, json.dumps(view, ensure_ascii=False)),
            )
            if before and title == called(before):  # nobody has renamed it
                title = called([*before[:n], view])
            database.execute(
                "UPDATE conversations SET changed = ?, title = ? WHERE id = ?",
                (now, title, conversation),
            )
        return conversation, turn

    def rename(self, owner: str, conversation: str, title: str) -> str:
        """Call it ``title``, shortened; returns what it is called now.

        Raises:
            ConversationUnknown: the owner has none of that id.
        """
        called = _shortened(title)
        with self._opened() as database:
            before = _title(database, owner, conversation)
            database.execute(
                "UPDATE conversations SET title = ? WHERE id = ?", (called or before, conversation)
            )
        return called or before

    def delete(self, owner: str, conversation: str) -> None:
        """Forget it and its turns.

        Raises:
            ConversationUnknown: the owner has none of that id.
        """
        with self._opened() as database:
            _title(database, owner, conversation)
            database.execute("DELETE FROM conversations WHERE id = ?", (conversation,))

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        """A connection of this call, committed when the call succeeds."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self.path, timeout=10)) as database, database:
                database.execute("PRAGMA foreign_keys = ON")
                database.executescript(SCHEMA)
                database.execute("PRAGMA secure_delete = ON")
                yield database
        except (OSError, sqlite3.Error) as error:
            raise ConversationsUnusable(
                f"conversations cannot be kept in {self.path} ({error}); mend or move that file"
            ) from error


def owner_of(key: object) -> str:
    """Who a browser's key stands for; the key itself is never stored.

    Raises:
        QuestionRefused: it is not 64 hexadecimal digits, so that it cannot be guessed.
    """
    if not isinstance(key, str) or not KEY.fullmatch(key):
        raise QuestionRefused('"key" must be 64 hexadecimal digits')
    return sha256(key.encode()).hexdigest()


def called(views: Sequence[Json]) -> str:
    """What a conversation is called that nobody has named: its first question that is more than a
    greeting or thanks, if there is one.
    """
    asked = [view for view in views if view.get("shape") != "reply"] or views
    return _shortened(str(asked[0]["question"]))


def _shortened(title: str) -> str:
    """On one line, cut at a word.

    >>> _shortened(" one " * 30)[-9:]
    'one one …'
    """
    line = " ".join(title.split())
    if len(line) <= TITLE_CHARS:
        return line
    return f"{line[:TITLE_CHARS].rpartition(' ')[0] or line[:TITLE_CHARS]} …"


def _views(database: sqlite3.Connection, conversation: str) -> list[Json]:
    """Of every turn what ``called`` reads."""
    rows = database.execute(
        "SELECT json_extract(view, '$.question'), json_extract(view, '$.shape') FROM turns"
        " WHERE conversation = ? ORDER BY n",
        (conversation,),
    )
    return [{"question": question, "shape": shape} for question, shape in rows]


def _title(database: sqlite3.Connection, owner: str, conversation: str) -> str:
    row = database.execute(
        "SELECT title FROM conversations WHERE id = ? AND owner = ?", (conversation, owner)
    ).fetchone()
    if row is None:
        raise ConversationUnknown("no such conversation here; begin a new one")
    return str(row[0])
