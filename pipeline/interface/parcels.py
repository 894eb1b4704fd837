"""Files that were made for one download: kept in memory for minutes, few at a time, each under a secret name."""

from __future__ import annotations

import secrets
import threading
import time
from collections import OrderedDict
from dataclasses import dataclass

from pipeline.errors import UnknownDocument

MOST = 40
SECONDS = 600.0


@dataclass(frozen=True, slots=True)
class Parcel:
    """A file to be fetched: its name, its content, when it was made (seconds of a clock that only goes forward)."""

    name: str
    content: bytes
    made: float


class Parcels:
    """The files that wait to be fetched, of all sessions together; the oldest goes when there are too many."""

    def __init__(self, *, most: int = MOST, seconds: float = SECONDS) -> None:
        self._most, self._seconds = most, seconds
        self._held: OrderedDict[str, Parcel] = OrderedDict()
        self._mutex = threading.Lock()

    def keep(self, name: str, content: bytes) -> str:
        """Keep a file and return the secret name under which it is fetched."""
        token = secrets.token_hex(16)
        with self._mutex:
            self._drop_old()
            self._held[token] = Parcel(name, content, time.monotonic())
            while len(self._held) > self._most:
                self._held.popitem(last=False)
        return token

    def fetch(self, token: str) -> Parcel:
        """Return a file; it may be fetched again while it is kept.

        Raises:
            UnknownDocument: it is kept no longer, or never was.
        """
        with self._mutex:
            self._drop_old()
            if token not in self._held:
                raise UnknownDocument(token)
            return self._held[token]

    def _drop_old(self) -> None:
        """Drop what was kept long enough."""
        oldest = time.monotonic() - self._seconds
        while self._held and next(iter(self._held.values())).made < oldest:
            self._held.popitem(last=False)


PARCELS = Parcels()
"""Those of the running chat: a handler keeps, the route fetches."""
