"""The command `jiyao users`, as a person types it."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from pipeline.__main__ import main
from pipeline.accounts import load_accounts


@pytest.fixture(autouse=True)
def _quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A password's hash takes long by design; here it need not."""
    monkeypatch.setattr("pipeline.accounts._COST", {"n": 2**4, "r": 8, "p": 1})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "accounts"


def run(file: Path, *words: str, typed: str = "", monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    return main(["users", *words, "--auth-file", str(file)])


def test_from_the_first_account_to_a_token_and_back(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(file, "add", "王丽", "--role", "editor", typed="correct horse\n", monkeypatch=monkeypatch) == 0
    assert run(file, "add", "李明", typed="battery staple\n", monkeypatch=monkeypatch) == 0
    assert "编辑" in capsys.readouterr().out
    assert run(file, "token", "王丽", "--label", "脚本", monkeypatch=monkeypatch) == 0
    secret = capsys.readouterr().out.strip()
    caller = load_accounts(file).calls(secret)
    assert caller is not None and caller.role == "reader"
    assert run(file, "list", "--json", monkeypatch=monkeypatch) == 0
    told = capsys.readouterr().out
    assert [(one["name"], one["role"], len(one["tokens"])) for one in json.loads(told)] == [
        ("王丽", "editor", 1),
        ("李明", "reader", 0),
    ]
    assert "scrypt" not in told and "sha256" not in told
    assert run(file, "revoke", "王丽", "--label", "脚本", monkeypatch=monkeypatch) == 0
    assert load_accounts(file).calls(secret) is None
    assert run(file, "remove", "李明", monkeypatch=monkeypatch) == 0
    assert [one.name for one in load_accounts(file).people] == ["王丽"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(("add",), "没有给出用户名", id="no name"),
        pytest.param(("add", "王丽"), "口令", id="no password"),
        pytest.param(("remove", "王丽"), "无法读取", id="no file"),
        pytest.param(("token", "王丽"), "无法读取", id="a token of nobody"),
    ],
)
def test_a_wrong_request_is_one_line(
    file: Path,
    words: tuple[str, ...],
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(file, *words, monkeypatch=monkeypatch) == 2
    complaint = capsys.readouterr().err.strip()
    assert said in complaint and len(complaint.splitlines()) == 1
    assert not file.exists()
