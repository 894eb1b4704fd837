"""A small memory on disk that a kill cannot harm: one line for each entry, added at the end, the last one counts."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Mapping
from pathlib import Path


class Journal:
    """Values by key in a file of JSON lines, safe to use from several threads of one process.

    An entry is on the disk when `put` returns. A line that a kill cut short counts as never written.

    Raises:
        OSError: the file cannot be read or written.

    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "journal.jsonl"
    >>> Journal(file).put({"甲": "1", "乙": "2"})
    >>> Journal(file).get("乙")
    '2'
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._values, self._cut_short = _read(path)

    def get(self, key: str) -> str | None:
        """Return the value of a key, or `None`."""
        return self._values.get(key)

    def put(self, entries: Mapping[str, str]) -> None:
        """Keep some entries: all, or where a kill comes between, the first of them."""
        lines = "".join(json.dumps([key, value], ensure_ascii=False) + "\n" for key, value in entries.items())
        with self._lock:
            with self._path.open("ab") as file:
                file.write(("\n" if self._cut_short else "").encode() + lines.encode("utf-8", "surrogatepass"))
                file.flush()
                os.fsync(file.fileno())
            self._cut_short = False
            self._values.update(entries)


def _read(path: Path) -> tuple[dict[str, str], bool]:
    """Return the entries of a file, and whether its last line was cut short."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return {}, False
    values: dict[str, str] = {}
    for line in data.split(b"\n"):
        try:
            entry = json.loads(line.decode("utf-8", "surrogatepass"))
        except (ValueError, RecursionError):  # cut short by a kill, or blank
            continue
        if isinstance(entry, list) and len(entry) == 2 and all(isinstance(part, str) for part in entry):
            values[entry[0]] = entry[1]
    return values, bool(data) and not data.endswith(b"\n")
