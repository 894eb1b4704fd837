"""The English table: whole, and in step with what the code says."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path

import pytest

from pipeline.config import ROOT
from pipeline.interface.english import ENGLISH, SAID_BY_THE_ENGINE

ROOMS = sorted((ROOT / "pipeline" / "interface").glob("*.py"))
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def said_in(room: Path) -> set[str]:
    """Return every wording that a module gives to `say`."""
    calls = (node for node in ast.walk(ast.parse(room.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
    said = (call.args[0] for call in calls if getattr(call.func, "id", "") == "say" and call.args)
    return {node.value for node in said if isinstance(node, ast.Constant) and CHINESE.search(str(node.value))}


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.stem)
def test_everything_said_has_an_english_wording(room: Path) -> None:
    assert said_in(room) - set(ENGLISH) == set()


def gaps(text: str) -> set[str]:
    """Return the names of a wording's gaps."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_an_english_wording_has_the_gaps_of_the_chinese() -> None:
    for chinese, english in ENGLISH.items():
        for wording in (english,) if isinstance(english, str) else english:
            assert gaps(wording) <= gaps(chinese), chinese
            assert not CHINESE.search(wording.replace("市财政局", "")), f"{chinese}: a Chinese rest"


def test_a_sentence_of_the_engine_has_the_gaps_that_its_pattern_fills() -> None:
    for pattern, english in SAID_BY_THE_ENGINE:
        assert gaps(english) <= set(re.compile(pattern).groupindex), pattern
