"""Who may come in, and as what: a file of names with roles, hashed passwords and hashed tokens."""

from __future__ import annotations

import base64
import hashlib
import hmac
import logging
import os
import re
import secrets
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal, get_args

from pipeline.errors import SettingsError, reason_of

_LOG = logging.getLogger(__name__)

Role = Literal["reader", "editor", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)
"""From the least to the most: each may do what those before it may.

A reader asks, searches, reads and drafts; an editor also takes documents in, corrects and confirms; an admin also
removes documents.
"""

SHORTEST_PASSWORD = 8
TOKEN_PREFIX = "jiyao_"
_COST = {"n": 2**14, "r": 8, "p": 5}
_LEGAL = "每行一个“用户名:角色:口令散列”，用 jiyao users add 用户名 --auth-file 文件 添加"
_HEADING = "# 纪要的账户，用 jiyao users 修改。用户名:角色:口令散列；用户名/令牌名:角色:令牌散列"
_NAME = re.compile(r"[^\s:#/][^:#/\r\n]{0,63}")


@dataclass(frozen=True, slots=True)
class Account:
    """One person who may sign in; `password` is the hash."""

    name: str
    role: Role
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Token:
    """One program that may call in a person's name (令牌), as at most what that person is; `digest` is the hash."""

    account: str
    label: str
    role: Role
    digest: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Accounts:
    """Everybody of one file."""

    people: tuple[Account, ...] = ()
    tokens: tuple[Token, ...] = ()

    def person(self, name: str) -> Account | None:
        """Return the account of a name."""
        return next((one for one in self.people if one.name == name), None)

    def signs_in(self, name: str, password: str) -> Account | None:
        """Return the account whose password this is; an unknown name takes as long as a wrong password."""
        account = self.person(name)
        same = _matches(password, account.password if account else _DECOY)
        return account if same else None

    def calls(self, secret: str) -> Account | None:
        """Return the account in whose name a token calls, with the lesser of the two roles."""
        digest = _digest(secret)
        token = next((one for one in self.tokens if hmac.compare_digest(one.digest, digest)), None)
        account = self.person(token.account) if token else None
        return replace(account, role=min(account.role, token.role, key=ROLES.index)) if account and token else None


class AccountsFile:
    """The accounts of a file, read again whenever it has changed, so that a change holds at once.

    Raises:
        SettingsError: at the start, where the file cannot be used. Later, such a file lets nobody in and is logged.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._seen = _mark(path)
        self._accounts = load_accounts(path)

    def current(self) -> Accounts:
        """Return the accounts as the file has them now."""
        mark = _mark(self.path)
        if mark != self._seen:
            self._seen = mark
            try:
                self._accounts = load_accounts(self.path)
            except SettingsError as error:
                _LOG.error("nobody is let in: %s", error)
                self._accounts = Accounts()
        return self._accounts


def allows(role: Role, needed: Role) -> bool:
    """Tell whether a role may do what another is needed for.

    >>> allows("editor", "reader"), allows("editor", "admin")
    (True, False)
    """
    return ROLES.index(role) >= ROLES.index(needed)


def load_accounts(path: Path) -> Accounts:
    """Read a file of accounts; blank lines and lines after # are left out.

    Raises:
        SettingsError: the file cannot be read, holds nobody, or a line cannot be understood.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise SettingsError("--auth-file", f"无法读取 {path.name}", legal=_LEGAL) from None
    people: dict[str, Account] = {}
    tokens: list[Token] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        entry = _entry(line.strip())
        if entry is None:
            raise SettingsError("--auth-file", f"{path.name} 第 {number} 行无法识别", legal=_LEGAL)
        if isinstance(entry, Token):
            tokens.append(entry)
        else:
            people[entry.name] = entry
    if not people:
        raise SettingsError("--auth-file", f"{path.name} 中没有用户", legal=_LEGAL)
    return Accounts(tuple(people.values()), tuple(tokens))


def add_account(path: Path, name: str, password: str, *, role: Role | None = None) -> Role:
    """Write one account to the file, in place of a former one of the same name, and return its role.

    Without a role, a former account keeps its own and a new one is a reader's.

    Raises:
        SettingsError: the name or the password cannot be used, or the file cannot be written.
    """
    if not _NAME.fullmatch(name) or name != name.strip():
        raise SettingsError("用户名", f"“{name}”不能用", legal="不含 : / # 的一个名字，例如 wangli")
    if len(password) < SHORTEST_PASSWORD:
        raise SettingsError("口令", "太短", legal=f"至少 {SHORTEST_PASSWORD} 个字符")
    former = load_accounts(path).person(name) if path.exists() else None
    given: Role = role or (former.role if former else "reader")
    _rewrite(path, without=lambda line: _key(line) == name, line=f"{name}:{given}:{hashed(password)}")
    return given


def remove_account(path: Path, name: str) -> None:
    """Take an account and its tokens out of the file.

    Raises:
        SettingsError: there is no such account, or it is the last one.
    """
    people = load_accounts(path).people
    _known(path, name)
    if len(people) == 1:
        raise SettingsError("--auth-file", f"{name} 是最后一个用户", legal="先添加另一个用户，或删去整个文件")
    _rewrite(path, without=lambda line: _key(line).partition("/")[0] == name)


def add_token(path: Path, name: str, *, label: str, role: Role | None = None) -> str:
    """Make a token in the name of an account and return it; the file keeps its hash only, so it is shown once.

    Args:
        path: the file.
        name: the account.
        label: what the token is for; a former one of the same label loses its use.
        role: at most what the account is; by default the least, reader.

    Raises:
        SettingsError: there is no such account, or the label cannot be used.
    """
    _known(path, name)
    if not _NAME.fullmatch(label) or label != label.strip():
        raise SettingsError("令牌名", f"“{label}”不能用", legal="不含 : / # 的一个名字，例如 脚本")
    secret = TOKEN_PREFIX + secrets.token_urlsafe(32)
    key = f"{name}/{label}"
    _rewrite(path, without=lambda line: _key(line) == key, line=f"{key}:{role or 'reader'}:{_digest(secret)}")
    return secret


def remove_token(path: Path, name: str, *, label: str) -> None:
    """Take a token out of the file.

    Raises:
        SettingsError: there is no such token.
    """
    if not any((one.account, one.label) == (name, label) for one in load_accounts(path).tokens):
        raise SettingsError("令牌", f"{name} 没有名为“{label}”的令牌", legal="用 jiyao users list 查看")
    _rewrite(path, without=lambda line: _key(line) == f"{name}/{label}")


def hashed(password: str) -> str:
    """Return a password as the file keeps it: scheme, cost, salt and scrypt hash, never the password itself."""
    salt, cost = secrets.token_bytes(16), ".".join(map(str, _COST.values()))
    return "$".join(("scrypt", cost, _base64(salt), _base64(_derived(password, salt, _COST))))


_DECOY = "$".join(("scrypt", ".".join(map(str, _COST.values())), "A" * 22 + "==", "A" * 86 + "=="))


def _base64(data: bytes) -> str:
    """Return bytes as text."""
    return base64.b64encode(data).decode()


def _digest(secret: str) -> str:
    """Return a token as the file keeps it: it is random and long, so one round of SHA-256 hides it."""
    return f"sha256${_base64(hashlib.sha256(secret.encode('utf-8', 'replace')).digest())}"


def _matches(password: str, stored: str) -> bool:
    """Tell whether a password has this hash."""
    _, cost, salt, expected = stored.split("$")
    told = dict(zip(("n", "r", "p"), map(int, cost.split(".")), strict=True))
    return hmac.compare_digest(_derived(password, base64.b64decode(salt), told), base64.b64decode(expected))


def _derived(password: str, salt: bytes, cost: dict[str, int]) -> bytes:
    """Return the scrypt hash of a password."""
    return hashlib.scrypt(password.encode("utf-8", "replace"), salt=salt, maxmem=2**27, **cost)


_PASSWORD = re.compile(r"scrypt\$\d{1,7}\.\d{1,2}\.\d{1,2}\$[\w+/=]{20,}\$[\w+/=]{80,}", re.ASCII)
_FORMER = re.compile(r"scrypt\$([\w+/=]{20,}\$[\w+/=]{80,})", re.ASCII)
_TOKEN = re.compile(r"sha256\$[\w+/=]{40,}", re.ASCII)


def _entry(line: str) -> Account | Token | None:
    """Return what a line says, or `None` where it cannot be understood; a line without a role is a reader's."""
    key, *rest = line.split(":")
    if len(rest) == 1 and (former := _FORMER.fullmatch(rest[0])):  # version 0.1: name:hash, at the cost of then
        return Account(key, "reader", f"scrypt$16384.8.1${former[1]}")
    if len(rest) != 2 or not (role := next((one for one in ROLES if one == rest[0]), None)):
        return None
    name, slash, label = key.partition("/")
    if slash and label and _TOKEN.fullmatch(rest[1]):
        return Token(name, label, role, rest[1])
    return Account(name, role, rest[1]) if name and not slash and _PASSWORD.fullmatch(rest[1]) else None


def _known(path: Path, name: str) -> None:
    """Raise `SettingsError` where a file has no such account."""
    if load_accounts(path).person(name) is None:
        raise SettingsError("用户名", f"没有用户“{name}”", legal="用 jiyao users list 查看")


def _key(line: str) -> str:
    """Return the first field of a line."""
    return "" if line.lstrip().startswith("#") else line.partition(":")[0].strip()


def _rewrite(path: Path, *, without: Callable[[str], bool], line: str = "") -> None:
    """Write a file anew without some lines and with another; only its owner may read it, and no half of it is seen."""
    from filelock import FileLock

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(path.with_name(f".{path.name}.lock")):
            former = path.read_text(encoding="utf-8").splitlines() if path.exists() else [_HEADING]
            kept = [one for one in former if not without(one)]
            _replace(path, [*kept, line] if line else kept)
    except OSError as error:
        raise SettingsError("--auth-file", f"无法写入 {path.name}（{reason_of(error)}）", legal="可写的位置") from None


def _replace(path: Path, lines: Iterable[str]) -> None:
    """Put a file of these lines in the place of another."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # readable by its owner only
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write("\n".join(lines) + "\n")
        Path(name).replace(path)
    except OSError:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _mark(path: Path) -> tuple[int, int, int] | None:
    """Return what changes when a file does, `None` where it is not there."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
