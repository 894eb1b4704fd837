"""Who is signed in, and for how long."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.accounts import AccountsFile, add_account, add_token, remove_account
from pipeline.interface import entrance as room
from pipeline.interface.entrance import Entrance, Owners, TooManyFailures
from pipeline.interface.roles import THIS_MACHINE, Caller


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(autouse=True)
def _quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A password's hash takes long by design; here it need not."""
    monkeypatch.setattr("pipeline.accounts._COST", {"n": 2**4, "r": 8, "p": 1})


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    add_account(tmp_path / "accounts", "王丽", "correct horse", role="editor")
    add_account(tmp_path / "accounts", "李明", "battery staple")
    return tmp_path / "accounts"


@pytest.fixture
def entrance(file: Path, clock: Clock) -> Entrance:
    return Entrance(AccountsFile(file), clock=clock)


def cookie(secret: str | None) -> dict[bytes, bytes]:
    return {b"cookie": f"other=1; jiyao={secret}".encode()}


def bearer(token: str) -> dict[bytes, bytes]:
    return {b"authorization": f"Bearer {token}".encode()}


def test_without_accounts_everybody_is_at_this_machine() -> None:
    assert Entrance(None).caller({}) == THIS_MACHINE
    assert Entrance(None).caller(bearer("whatever")) == THIS_MACHINE
    assert Entrance(None).sign_in("王丽", "correct horse") is None


def test_a_session_lasts_until_one_signs_out(entrance: Entrance) -> None:
    secret = entrance.sign_in("王丽", "correct horse")
    assert entrance.caller(cookie(secret)) == Caller("王丽", "editor")
    entrance.sign_out(cookie(secret))
    assert entrance.caller(cookie(secret)) is None


def test_a_session_that_is_not_used_ends(entrance: Entrance, clock: Clock) -> None:
    secret = entrance.sign_in("王丽", "correct horse")
    for _ in range(3):
        clock.now += room.IDLE_SECONDS - 1
        assert entrance.caller(cookie(secret))
    clock.now += room.IDLE_SECONDS + 1
    assert entrance.caller(cookie(secret)) is None


@pytest.mark.parametrize("change", ["a new password", "removed"])
def test_a_change_of_the_account_ends_its_sessions(entrance: Entrance, file: Path, change: str) -> None:
    secret = entrance.sign_in("王丽", "correct horse")
    if change == "removed":
        remove_account(file, "王丽")
    else:
        add_account(file, "王丽", "second password")
    assert entrance.caller(cookie(secret)) is None


def test_a_new_role_holds_at_once(entrance: Entrance, file: Path) -> None:
    secret, token = entrance.sign_in("王丽", "correct horse"), add_token(file, "王丽", label="脚本", role="editor")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("王丽:editor", "王丽:reader"), encoding="utf-8")
    assert entrance.caller(cookie(secret)) == entrance.caller(bearer(token)) == Caller("王丽", "reader")


def test_a_wrong_token_is_not_made_good_by_a_session(entrance: Entrance) -> None:
    secret = entrance.sign_in("王丽", "correct horse")
    assert entrance.caller({**cookie(secret), **bearer("jiyao_wrong")}) is None


@pytest.mark.parametrize(
    "sent",
    [b"", b"jiyao=", b"jiyao=x; jiyao=y", b"\xff\xfe", b"a=\x00", b"jiyao=" + b"x" * 9000],
    ids=["none", "empty", "two", "no text", "a bad one", "long"],
)
def test_a_cookie_that_is_none_is_nobody(entrance: Entrance, sent: bytes) -> None:
    assert entrance.caller({b"cookie": sent}) is None


def test_wrong_passwords_are_bounded_by_name_and_address(entrance: Entrance, clock: Clock) -> None:
    for _ in range(room.MOST_FAILURES):
        assert entrance.sign_in("李明", "wrong password", address="10.0.0.1") is None
    with pytest.raises(TooManyFailures):
        entrance.sign_in("李明", "battery staple", address="10.0.0.1")
    assert entrance.sign_in("李明", "battery staple", address="10.0.0.2")
    clock.now += room.FAILURE_SECONDS + 1
    assert entrance.sign_in("李明", "battery staple", address="10.0.0.1")


def test_sessions_are_bounded_and_the_longest_idle_goes_first(
    entrance: Entrance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "MOST_SESSIONS", 2)
    first, second = (entrance.sign_in("王丽", "correct horse") for _ in range(2))
    entrance.caller(cookie(first))
    third = entrance.sign_in("王丽", "correct horse")
    assert [bool(entrance.caller(cookie(one))) for one in (first, second, third)] == [True, False, True]


def test_a_page_belongs_to_who_named_it_first_and_the_oldest_is_forgotten() -> None:
    owners = Owners(most=2)
    assert owners.admits("a", "王丽") and owners.admits("a", "王丽") and not owners.admits("a", "李明")
    assert owners.admits("b", "李明") and owners.admits("c", "李明")
    assert owners.admits("a", "李明")
