"""Who may sign in."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import SettingsError
from pipeline.interface.accounts import add_account, load_accounts, signs_in


def test_an_account_signs_in_with_its_own_password_only(tmp_path: Path) -> None:
    file = tmp_path / "accounts"
    add_account(file, "王丽", "correct horse")
    add_account(file, "李明", "battery staple")
    accounts = load_accounts(file)
    assert signs_in(accounts, "王丽", "correct horse")
    assert not signs_in(accounts, "王丽", "battery staple")
    assert not signs_in(accounts, "赵强", "correct horse")
    assert "correct" not in file.read_text(encoding="utf-8")
    assert file.stat().st_mode & 0o077 == 0


def test_a_new_password_takes_the_place_of_the_old(tmp_path: Path) -> None:
    file = tmp_path / "accounts"
    add_account(file, "王丽", "first password")
    add_account(file, "王丽", "second password")
    accounts = load_accounts(file)
    assert len(accounts) == 1 and signs_in(accounts, "王丽", "second password")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "没有用户"),
        ("# 只有注释\n", "没有用户"),
        ("王丽:123456\n", "第 1 行无法识别"),
        ("\n没有冒号\n", "第 2 行无法识别"),
    ],
    ids=["empty", "only a note", "a bare password", "no colon"],
)
def test_a_bad_file_is_refused_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "accounts"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=said):
        load_accounts(file)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="无法读取 nobody"):
        load_accounts(tmp_path / "nobody")


@pytest.mark.parametrize(
    ("name", "password", "said"),
    [("a:b", "long enough", "用户名"), (" ", "long enough", "用户名"), ("王丽", "short", "口令太短")],
)
def test_an_unusable_account_is_refused(tmp_path: Path, name: str, password: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        add_account(tmp_path / "accounts", name, password)
