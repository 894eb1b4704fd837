"""Removed documents come back by a command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.__main__ import main


def test_what_was_removed_is_listed_and_comes_back(sample_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["remove", "昆政纪〔2020〕3号"]) == 0
    capsys.readouterr()
    assert main(["restore", "--json"]) == 0
    [one] = json.loads(capsys.readouterr().out)
    assert main(["restore"]) == 0
    assert "保留到" in capsys.readouterr().out
    assert main(["restore", one["document_id"]]) == 0
    assert "已恢复" in capsys.readouterr().out
    assert main(["restore", one["document_id"]]) == 2
    assert main(["show", "昆政纪〔2020〕3号"]) == 0


def test_what_was_removed_for_good_does_not(sample_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["remove", "昆政纪〔2020〕3号", "--forever"]) == 0
    capsys.readouterr()
    assert main(["restore", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert main(["restore"]) == 0
    assert capsys.readouterr().out == "没有可以恢复的文件。\n"


def test_what_was_removed_by_its_number_comes_back_by_it(sample_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["remove", "昆政纪〔2020〕3号"]) == 0
    assert main(["restore", "昆政纪〔2020〕3号"]) == 0
    assert main(["show", "昆政纪〔2020〕3号"]) == 0
    capsys.readouterr()
    assert main(["restore", "昆政纪〔2020〕3号"]) == 2
    assert "jiyao restore" in capsys.readouterr().err  # not `jiyao list`, which does not show the bin
