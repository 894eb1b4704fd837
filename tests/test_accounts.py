"""Who may come in, and as what."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest

from pipeline.accounts import (
    AccountsFile,
    Role,
    add_account,
    add_token,
    allows,
    hashed,
    load_accounts,
    remove_account,
    remove_token,
)
from pipeline.errors import SettingsError


@pytest.fixture(autouse=True)
def _quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A password's hash takes long by design; here it need not."""
    monkeypatch.setattr("pipeline.accounts._COST", {"n": 2**4, "r": 8, "p": 1})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "accounts"
    add_account(path, "王丽", "correct horse", role="editor")
    return path


def test_an_account_signs_in_with_its_own_password_only(file: Path) -> None:
    add_account(file, "李明", "battery staple")
    accounts = load_accounts(file)
    signed_in = accounts.signs_in("王丽", "correct horse")
    assert signed_in is not None and signed_in.role == "editor"
    assert accounts.signs_in("王丽", "battery staple") is None
    assert accounts.signs_in("赵强", "correct horse") is None
    assert "correct" not in file.read_text(encoding="utf-8") and "scrypt" not in repr(accounts)
    assert file.stat().st_mode & 0o077 == 0


def test_a_new_password_takes_the_place_of_the_old(file: Path) -> None:
    assert add_account(file, "王丽", "second password") == "editor"
    accounts = load_accounts(file)
    assert len(accounts.people) == 1 and accounts.signs_in("王丽", "correct horse") is None
    assert add_account(file, "王丽", "second password", role="admin") == load_accounts(file).people[0].role == "admin"


def test_the_same_password_has_another_hash_each_time() -> None:
    assert hashed("correct horse") != hashed("correct horse")


def test_an_account_of_the_first_version_is_a_reader(tmp_path: Path) -> None:
    salt = b"0123456789abcdef"
    former = hashlib.scrypt(b"correct horse", salt=salt, n=2**14, r=8, p=1)
    stored = "$".join(("scrypt", *(base64.b64encode(part).decode() for part in (salt, former))))
    (tmp_path / "accounts").write_text(f"王丽:{stored}\n", encoding="utf-8")
    account = load_accounts(tmp_path / "accounts").signs_in("王丽", "correct horse")
    assert account is not None and account.role == "reader"


@pytest.mark.parametrize(
    ("token", "role"),
    [pytest.param(None, "reader", id="the least"), ("reader", "reader"), ("editor", "editor"), ("admin", "editor")],
)
def test_a_token_calls_as_at_most_what_its_account_is(file: Path, token: Role | None, role: Role) -> None:
    secret = add_token(file, "王丽", label="脚本", role=token)
    caller = load_accounts(file).calls(secret)
    assert caller is not None and (caller.name, caller.role) == ("王丽", role)
    assert secret not in file.read_text(encoding="utf-8")
    assert load_accounts(file).calls(secret + "x") is None


def test_a_token_of_the_same_label_takes_the_place_of_the_former(file: Path) -> None:
    former, now = (add_token(file, "王丽", label="脚本") for _ in range(2))
    assert load_accounts(file).calls(former) is None and load_accounts(file).calls(now)
    remove_token(file, "王丽", label="脚本")
    assert load_accounts(file).calls(now) is None
    with pytest.raises(SettingsError, match="没有名为“脚本”的令牌"):
        remove_token(file, "王丽", label="脚本")


def test_an_account_goes_with_its_tokens_and_the_last_one_stays(file: Path) -> None:
    add_account(file, "李明", "battery staple")
    secret = add_token(file, "李明", label="脚本")
    remove_account(file, "李明")
    assert load_accounts(file).calls(secret) is None and "李明" not in file.read_text(encoding="utf-8")
    with pytest.raises(SettingsError, match="最后一个用户"):
        remove_account(file, "王丽")
    with pytest.raises(SettingsError, match="没有用户“李明”"):
        add_token(file, "李明", label="脚本")


def test_a_note_in_the_file_is_kept(file: Path) -> None:
    file.write_text("# 办公室\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    add_account(file, "李明", "battery staple")
    assert file.read_text(encoding="utf-8").startswith("# 办公室\n")


def test_a_change_of_the_file_holds_at_once_and_a_broken_one_lets_nobody_in(file: Path) -> None:
    watched = AccountsFile(file)
    assert watched.current().person("李明") is None
    add_account(file, "李明", "battery staple")
    assert watched.current().person("李明")
    file.write_text("乱码\n", encoding="utf-8")
    assert watched.current().people == ()
    file.unlink()
    assert watched.current().people == ()
    with pytest.raises(SettingsError, match="无法读取 accounts"):
        AccountsFile(file)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("", "没有用户", id="empty"),
        pytest.param("# 只有注释\n", "没有用户", id="only a note"),
        pytest.param("王丽:123456\n", "第 1 行无法识别", id="a bare password"),
        pytest.param("王丽:admin:123456\n", "第 1 行无法识别", id="a bare password with a role"),
        pytest.param("\n没有冒号\n", "第 2 行无法识别", id="no colon"),
        pytest.param(f"王丽:boss:{hashed('correct horse')}\n", "第 1 行无法识别", id="a role that is none"),
        pytest.param(f"王丽/脚本:admin:{hashed('correct horse')}\n", "第 1 行无法识别", id="a token with a password"),
    ],
)
def test_a_bad_file_is_refused_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "accounts"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=said) as raised:
        load_accounts(file)
    assert "123456" not in str(raised.value)


@pytest.mark.parametrize(
    ("name", "password", "said"),
    [("a:b", "long enough", "用户名"), (" ", "long enough", "用户名"), ("a/b", "long enough", "用户名"),
     ("#a", "long enough", "用户名"), ("a\nb", "long enough", "用户名"), ("王丽", "short", "太短")],
)  # fmt: skip
def test_an_unusable_account_is_refused(tmp_path: Path, name: str, password: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        add_account(tmp_path / "accounts", name, password)
    assert not (tmp_path / "accounts").exists()


@pytest.mark.parametrize(
    ("role", "may"),
    [("reader", ["reader"]), ("editor", ["reader", "editor"]), ("admin", ["reader", "editor", "admin"])],
)
def test_each_role_may_what_those_before_it_may(role: Role, may: list[Role]) -> None:
    every: tuple[Role, ...] = ("reader", "editor", "admin")
    assert [needed for needed in every if allows(role, needed)] == may
