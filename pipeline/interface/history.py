"""What was asked before: each person's conversations with the sources of every answer, kept beside the library."""

from __future__ import annotations

import datetime
import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import HistoryUnusable
from pipeline.interface.session import Conversation, Turn

FILE = "history.sqlite3"
MOST_CONVERSATIONS = 500
"""Conversations kept for one person; the oldest fall away."""
LISTED = 60
"""Conversations listed at once."""
BUSY_SECONDS = 5.0
VERDICTS = ("good", "bad", "")

_TABLES = """
CREATE TABLE IF NOT EXISTS turns (
    turn_id TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    words TEXT NOT NULL,
    scope TEXT NOT NULL,
    verdict TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    rated_at TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS turns_by_person ON turns (person, asked_at);
CREATE INDEX IF NOT EXISTS turns_by_conversation ON turns (conversation_id, asked_at);
"""

_RATED_AT = "ALTER TABLE turns ADD COLUMN rated_at TEXT NOT NULL DEFAULT ''"
"""What a file of before lacks: when an answer was rated."""


@dataclass(frozen=True, slots=True)
class Past:
    """One conversation of the list: its first question, when it was last gone on with (local ISO time), its length."""

    conversation_id: str
    title: str
    at: str
    turns: int


@dataclass(frozen=True, slots=True)
class Remark:
    """What a reader thought of one answer: `verdict` is good, bad or empty, `note` their words.

    `answer` is its first line, `person` who rated it as `session.person` names them, `at` when (local ISO time).
    """

    question: str
    answer: str
    verdict: str
    note: str
    person: str
    at: str


class History:
    """The conversations of all persons; every reading and writing names the person, so that none sees another's.

    Args:
        home: the library's folder.
    """

    def __init__(self, home: Path) -> None:
        self.path = home / FILE

    def keep(self, person: str, conversation: Conversation) -> None:
        """Keep the last turn of a conversation; nobody's (an empty person), and one without an answer, is not kept.

        Raises:
            HistoryUnusable: the file cannot be read or written.
        """
        turn = conversation.turns[-1] if conversation.turns else None
        if not person or turn is None or turn.answer is None:
            return
        values = (
            turn.turn_id,
            person,
            conversation.conversation_id,
            _now(),
            turn.question,
            json.dumps(dict(turn.answer), ensure_ascii=False),
            _words(turn.question, turn.answer),
            json.dumps(dict(turn.scope), ensure_ascii=False),
        )
        with self._open() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO turns"
                " (turn_id, person, conversation_id, asked_at, question, answer, words, scope)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                values,
            )
            connection.execute(
                "DELETE FROM turns WHERE person = ? AND conversation_id NOT IN (SELECT conversation_id FROM turns"
                " WHERE person = ? GROUP BY conversation_id ORDER BY max(asked_at) DESC LIMIT ?)",
                (person, person, MOST_CONVERSATIONS),
            )

    def conversations(self, person: str, *, words: str = "") -> list[Past]:
        """Return a person's conversations, the last one first; with words, those in whose turns every word occurs.

        Raises:
            HistoryUnusable: the file cannot be read.
        """
        if not person or not self.path.exists():
            return []
        wanted = [f"%{_literal(word)}%" for word in words.split()[:10]]
        holds = "".join(" AND words LIKE ? ESCAPE '\\'" for _ in wanted)
        query = (
            "SELECT conversation_id, max(asked_at) AS last, count(*) AS turns FROM turns WHERE person = ?"
            " AND conversation_id IN (SELECT conversation_id FROM turns WHERE person = ?" + holds + ")"
            " GROUP BY conversation_id ORDER BY last DESC LIMIT ?"
        )
        given = [person, person, *wanted, LISTED]
        first = "SELECT question FROM turns WHERE conversation_id = ? AND person = ? ORDER BY asked_at LIMIT 1"
        with self._open() as connection:
            return [
                Past(row[0], connection.execute(first, (row[0], person)).fetchone()[0], row[1], row[2])
                for row in connection.execute(query, given).fetchall()
            ]

    def open(self, person: str, conversation_id: str) -> Conversation:
        """Return a person's conversation as it was, every answer with its own sources; empty where there is none.

        Raises:
            HistoryUnusable: the file cannot be read.
        """
        if not person or not self.path.exists():
            return Conversation()
        query = (
            "SELECT question, answer, turn_id, scope, verdict, note FROM turns"
            " WHERE person = ? AND conversation_id = ? ORDER BY asked_at"
        )
        with self._open() as connection:
            rows = connection.execute(query, (person, conversation_id)).fetchall()
        turns = tuple(
            Turn(question, json.loads(answer), turn_id=turn_id, scope=json.loads(scope), verdict=verdict, note=note)
            for question, answer, turn_id, scope, verdict, note in rows
        )
        return Conversation(turns, 0, conversation_id) if turns else Conversation()

    def rate(self, person: str, turn_id: str, *, verdict: str, note: str | None) -> str | None:
        """Keep what a person thinks of one of their answers; a note of `None` stays as it is.

        Returns:
            The note that is kept now, or `None` where the person has no such answer.

        Raises:
            HistoryUnusable: the file cannot be written.
        """
        if not person or verdict not in VERDICTS:
            return None
        words = None if note is None else note.strip()[:2000]
        with self._open() as connection:
            connection.execute(
                "UPDATE turns SET verdict = ?, note = coalesce(?, note), rated_at = ? WHERE person = ? AND turn_id = ?",
                (verdict, words, _now(), person, turn_id),
            )
            of_it = "SELECT note FROM turns WHERE person = ? AND turn_id = ?"
            kept = connection.execute(of_it, (person, turn_id)).fetchone()
        return None if kept is None else str(kept[0])

    def forget(self, person: str, conversation_id: str) -> None:
        """Delete one of a person's conversations.

        Raises:
            HistoryUnusable: the file cannot be written.
        """
        with self._open() as connection:
            connection.execute("DELETE FROM turns WHERE person = ? AND conversation_id = ?", (person, conversation_id))

    def remarks(self) -> list[Remark]:
        """Return what all readers thought of answers, the latest first, for whoever improves the library.

        Raises:
            HistoryUnusable: the file cannot be read.
        """
        if not self.path.exists():
            return []
        when = "CASE rated_at WHEN '' THEN asked_at ELSE rated_at END"
        query = (
            f"SELECT question, answer, verdict, note, person, {when} AS at FROM turns"
            " WHERE verdict <> '' OR note <> '' ORDER BY at DESC"
        )
        with self._open() as connection:
            rows = connection.execute(query).fetchall()
        return [Remark(row[0], str(json.loads(row[1])["answer"]).partition("\n")[0], *row[2:]) for row in rows]

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """Open the file, made where there is none; the block is one transaction."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.touch(mode=0o600)
            connection = sqlite3.connect(self.path, timeout=BUSY_SECONDS)
            try:
                connection.executescript(_TABLES)
                if "rated_at" not in {row[1] for row in connection.execute("PRAGMA table_info(turns)")}:
                    connection.execute(_RATED_AT)
                with connection:
                    yield connection
            finally:
                connection.close()
        except (sqlite3.Error, OSError) as error:
            raise HistoryUnusable(str(error)) from error


def _now() -> str:
    """Return the local time as it is kept."""
    return datetime.datetime.now().isoformat(timespec="microseconds")


def _words(question: str, answer: Mapping[str, Any]) -> str:
    """Return what a turn can be found by: its question, its answer, and the quotes of its sources."""
    return "\n".join([question, str(answer["answer"]), *(str(one["quote"]) for one in answer["citations"])])


def _literal(word: str) -> str:
    r"""Return a word as it may stand in a LIKE pattern.

    >>> _literal("50%_")
    '50\\%\\_'
    """
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
