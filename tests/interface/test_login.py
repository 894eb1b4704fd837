"""Signing in and out by the page for it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from pipeline.accounts import AccountsFile, add_account
from pipeline.interface import entrance as room
from pipeline.interface.entrance import Entrance
from pipeline.interface.language import Spoken
from pipeline.interface.login import routes


@pytest.fixture(autouse=True)
def _quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A password's hash takes long by design; here it need not."""
    monkeypatch.setattr("pipeline.accounts._COST", {"n": 2**4, "r": 8, "p": 1})


@pytest.fixture
def entrance(tmp_path: Path) -> Entrance:
    add_account(tmp_path / "accounts", "王丽", "correct horse")
    return Entrance(AccountsFile(tmp_path / "accounts"))


def client(entrance: Entrance, base_url: str = "http://127.0.0.1") -> TestClient:
    return TestClient(Starlette(routes=routes(entrance)), base_url=base_url, follow_redirects=False)


def test_the_page_has_labelled_fields_and_nothing_from_outside(entrance: Entrance) -> None:
    page = client(entrance).get("/login").text
    assert 'lang="zh-CN"' in page and "<label>用户名" in page and "<label>口令" in page
    assert "http" not in page and "<script" not in page


def test_the_page_speaks_english_where_it_was_chosen(entrance: Entrance) -> None:
    visitor = TestClient(Spoken(Starlette(routes=routes(entrance))), base_url="http://127.0.0.1", follow_redirects=True)
    assert 'href="login?language=en"' in visitor.get("/login").text
    page = visitor.get("/login?language=en").text
    assert visitor.cookies["jiyao-language"] == "en"
    assert 'lang="en"' in page and "<label>User name" in page and "<label>Password" in page
    assert "User name or password is wrong." in visitor.post("/login", data={"username": "x"}).text
    own_words = re.sub(r"纪要 Jiyao|中文", "", page)
    assert not re.search(r"[\u4e00-\u9fff]", re.sub(r"<style>.*</style>", "", own_words, flags=re.DOTALL))
    assert "<label>用户名" in visitor.get("/login?language=zh").text
    assert "<label>用户名" in visitor.get("/login?language=fr").text


def test_signing_in_sets_a_cookie_that_no_script_reads(entrance: Entrance) -> None:
    reply = client(entrance).post("/login", data={"username": " 王丽 ", "password": "correct horse"})
    assert (reply.status_code, reply.headers["location"]) == (303, "./")
    cookie = reply.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=lax" in cookie and "Secure" not in cookie
    secret = reply.cookies["jiyao"]
    assert entrance.caller({b"cookie": f"jiyao={secret}".encode()})
    out = client(entrance).get("/logout", headers={"Cookie": f"jiyao={secret}"})
    assert out.headers["location"] == "login"
    assert entrance.caller({b"cookie": f"jiyao={secret}".encode()}) is None


def test_behind_https_the_cookie_stays_there(entrance: Entrance) -> None:
    given = {"username": "王丽", "password": "correct horse"}
    assert "Secure" in client(entrance, "https://a.example").post("/login", data=given).headers["set-cookie"]
    forwarded = client(entrance).post("/login", data=given, headers={"X-Forwarded-Proto": "https"})
    assert "Secure" in forwarded.headers["set-cookie"]


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({"username": "王丽", "password": "wrong password"}, id="wrong password"),
        pytest.param({"username": "赵强", "password": "correct horse"}, id="unknown name"),
        pytest.param({}, id="nothing"),
    ],
)
def test_what_is_wrong_is_said_without_saying_which(entrance: Entrance, given: dict[str, str]) -> None:
    reply = client(entrance).post("/login", data=given)
    assert reply.status_code == 400 and "用户名或口令不对。" in reply.text and "set-cookie" not in reply.headers


def test_a_name_is_shown_again_and_never_run(entrance: Entrance) -> None:
    reply = client(entrance).post("/login", data={"username": '"><script>alert(1)</script>', "password": "x"})
    assert "<script" not in reply.text and "&lt;script&gt;" in reply.text


def test_too_many_wrong_passwords_are_said(entrance: Entrance, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST_FAILURES", 1)
    client(entrance).post("/login", data={"username": "王丽", "password": "wrong password"})
    reply = client(entrance).post("/login", data={"username": "王丽", "password": "correct horse"})
    assert reply.status_code == 429 and "几分钟后再试" in reply.text


def test_without_accounts_there_is_nothing_to_sign_in_to() -> None:
    assert client(Entrance(None)).get("/login").headers["location"] == "./"
