"""Who may sign in: a file of names with hashed passwords, needed before the chat listens beyond this machine."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from pathlib import Path

from pipeline.errors import SettingsError

_COST = {"n": 2**14, "r": 8, "p": 1}
_SCHEME = "scrypt"
_DECOY = f"{_SCHEME}$AAAAAAAAAAAAAAAAAAAAAA==$" + base64.b64encode(bytes(64)).decode()


def hashed(password: str) -> str:
    """Return a password as the file keeps it: scheme, salt and scrypt hash, never the password itself."""
    salt = secrets.token_bytes(16)
    return "$".join((_SCHEME, *(base64.b64encode(part).decode() for part in (salt, _derived(password, salt)))))


def load_accounts(path: Path) -> dict[str, str]:
    """Read the file: one `name:hash` a line, blank lines and lines after # left out.

    Raises:
        SettingsError: the file cannot be read, holds nobody, or a line is no `name:hash`.
    """
    legal = "每行一个“用户名:口令散列”，用 python app.py --auth-file 文件 --add-user 用户名 添加"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise SettingsError("--auth-file", f"无法读取 {path.name}", legal=legal) from None
    accounts: dict[str, str] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        name, _, stored = line.strip().partition(":")
        if not name or not stored.startswith(f"{_SCHEME}$") or stored.count("$") != 2:
            raise SettingsError("--auth-file", f"{path.name} 第 {number} 行无法识别", legal=legal)
        accounts[name] = stored
    if not accounts:
        raise SettingsError("--auth-file", f"{path.name} 中没有用户", legal=legal)
    return accounts


def add_account(path: Path, name: str, password: str) -> None:
    """Write one account to the file, in place of a former one of the same name; only its owner may read the file.

    Raises:
        SettingsError: the name or the password cannot be used.
    """
    if not name.strip() or set(name) & set(":#\r\n"):
        raise SettingsError("--add-user", "用户名不能为空，也不能含 : 或 #", legal="例如 wangli")
    if len(password) < 8:
        raise SettingsError("--add-user", "口令太短", legal="至少 8 个字符")
    kept = [line for line in _lines(path) if line.partition(":")[0].strip() != name]
    path.touch(mode=0o600)
    path.write_text("\n".join([*kept, f"{name}:{hashed(password)}"]) + "\n", encoding="utf-8")


def signs_in(accounts: dict[str, str], name: str, password: str) -> bool:
    """Tell whether a password is right; an unknown name takes as long as a wrong password."""
    stored = accounts.get(name, _DECOY)
    _, salt, expected = stored.split("$")
    same = hmac.compare_digest(_derived(password, base64.b64decode(salt)), base64.b64decode(expected))
    return same and name in accounts


def _derived(password: str, salt: bytes) -> bytes:
    """Return the scrypt hash of a password."""
    return hashlib.scrypt(password.encode("utf-8", "replace"), salt=salt, maxmem=2**26, **_COST)


def _lines(path: Path) -> list[str]:
    """Return the lines of a file, none where it does not stand."""
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []
