"""The entrance: finds out who sends a request, by the cookie of a session or by a token; signs people in and out."""

from __future__ import annotations

import hashlib
import re
import secrets
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from threading import BoundedSemaphore, Lock
from time import monotonic
from typing import Any

from pipeline.accounts import AccountsFile
from pipeline.interface.roles import THIS_MACHINE, Caller

IDLE_SECONDS = 12 * 3600
"""A session that is not used for so long ends."""
MOST_SESSIONS = 2000
"""The session that was idle longest ends when there are more."""
MOST_FAILURES = 8
"""After so many wrong passwords for one name, nobody signs in by it from the same address for a while."""
FAILURE_SECONDS = 300
_AT_ONCE = 2
"""Passwords checked at the same time: each takes 16 MB and a good part of a second, by design."""


@dataclass(frozen=True, slots=True)
class _Session:
    """One sign-in: who, with which password's hash, and when it was last used."""

    name: str
    password: str
    used: float


class TooManyFailures(Exception):
    """Too many wrong passwords for one name."""


class Entrance:
    """Knows who is signed in.

    Args:
        accounts: the file of accounts; `None` where everybody at this machine may do everything.
        cookie: the name of the session's cookie.
        clock: seconds that only grow.
    """

    def __init__(self, accounts: AccountsFile | None, *, cookie: str = "jiyao", clock: Callable[[], float] = monotonic):
        self._accounts = accounts
        self._clock = clock
        self._sessions: OrderedDict[str, _Session] = OrderedDict()
        self._failures: OrderedDict[str, tuple[int, float]] = OrderedDict()
        self._lock = Lock()
        self._checking = BoundedSemaphore(_AT_ONCE)
        self.cookie = cookie

    @property
    def is_open(self) -> bool:
        """Whether nobody needs to sign in."""
        return self._accounts is None

    def caller(self, headers: Mapping[bytes, bytes]) -> Caller | None:
        """Return who sends a request with these headers, `None` for nobody that is known.

        A token goes before the cookie, and one that is wrong is not made good by it.
        """
        if self._accounts is None:
            return THIS_MACHINE
        if (authorization := headers.get(b"authorization")) is not None:
            bearer = re.fullmatch(r"[Bb]earer +(\S{1,200})", authorization.decode("latin-1").strip())
            account = self._accounts.current().calls(bearer[1]) if bearer else None
            return Caller(account.name, account.role) if account else None
        return self._signed_in(self._key(headers))

    def sign_in(self, name: str, password: str, *, address: str = "") -> str | None:
        """Return the secret of a new session, `None` where name and password do not fit.

        Args:
            name: the name of the account.
            password: the password.
            address: where the request comes from; failures from elsewhere do not count.

        Raises:
            TooManyFailures: too many wrong passwords for this name from this address; try again later.
        """
        if self._accounts is None:
            return None
        trying = f"{address} {name}"
        with self._lock:
            count, since = self._failures.get(trying, (0, 0.0))
            if count >= MOST_FAILURES and self._clock() - since < FAILURE_SECONDS:
                raise TooManyFailures
        with self._checking:
            account = self._accounts.current().signs_in(name, password)
        with self._lock:
            if account is None:
                self._failures[trying] = (count + 1 if self._clock() - since < FAILURE_SECONDS else 1, self._clock())
                self._failures.move_to_end(trying)
                _keep(self._failures, MOST_SESSIONS)
                return None
            self._failures.pop(trying, None)
            secret = secrets.token_urlsafe(32)
            self._sessions[_key(secret)] = _Session(account.name, account.password, self._clock())
            _keep(self._sessions, MOST_SESSIONS)
        return secret

    def sign_out(self, headers: Mapping[bytes, bytes]) -> None:
        """End the session whose cookie a request carries."""
        with self._lock:
            self._sessions.pop(self._key(headers), None)

    def _key(self, headers: Mapping[bytes, bytes]) -> str:
        """Return under what the session is kept whose cookie a request carries; empty where there is none."""
        try:
            found = SimpleCookie(headers.get(b"cookie", b"").decode("latin-1")).get(self.cookie)
        except CookieError:
            return ""
        return _key(found.value) if found else ""

    def _signed_in(self, key: str) -> Caller | None:
        """Return who signed in to a session that has not ended; a new password or role holds at once."""
        assert self._accounts is not None
        with self._lock:
            session = self._sessions.get(key)
            if session is None:
                return None
            account = self._accounts.current().person(session.name)
            now = self._clock()
            if account is None or account.password != session.password or now - session.used > IDLE_SECONDS:
                del self._sessions[key]
                return None
            self._sessions[key] = _Session(session.name, session.password, now)
            self._sessions.move_to_end(key)
        return Caller(account.name, account.role)


class Owners:
    """Whose each session of a page is, so that nobody listens in on another's; bounded, the oldest is forgotten."""

    def __init__(self, *, most: int = 20_000) -> None:
        self._names: OrderedDict[str, str] = OrderedDict()
        self._most = most
        self._lock = Lock()

    def admits(self, session: str, name: str) -> bool:
        """Tell whether a page's session belongs to a name; one that is new belongs to who names it first."""
        with self._lock:
            owner = self._names.setdefault(session, name)
            self._names.move_to_end(session)
            _keep(self._names, self._most)
        return owner == name


def _key(secret: str) -> str:
    """Return a session's secret as it is kept."""
    return hashlib.sha256(secret.encode("latin-1", "replace")).hexdigest()


def _keep(held: OrderedDict[str, Any], most: int) -> None:
    """Forget the oldest beyond so many."""
    while len(held) > most:
        held.popitem(last=False)
