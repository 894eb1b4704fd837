"""The progress bar: rate and time left on a terminal, silence elsewhere."""

from __future__ import annotations

import io
import sys

import pytest

from pipeline.progress import Progress


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_how_far_how_fast_and_how_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", _Terminal())
    with Progress("摘要") as move:
        move(40, 100, "")
        move(100, 100, "某市纪要.txt")
        shown = sys.stderr.getvalue()  # type: ignore[attr-defined]
    assert "摘要" in shown
    assert "40/100" in shown
    assert "100/100" in shown
    assert "还要 " in shown
    assert "份/s" in shown
    assert "某市纪要.txt" in shown


def test_elsewhere_nothing_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress("入库") as move:
        move(1, 2, "甲")
    assert capsys.readouterr() == ("", "")
