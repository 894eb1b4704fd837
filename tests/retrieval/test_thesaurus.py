"""The thesaurus: groups, both ways and one way; English; the files of the product."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.config import ROOT
from pipeline.errors import LibraryDamaged
from pipeline.retrieval.thesaurus import FILES, Thesaurus, load_thesaurus, read_groups, use_units

SMALL = Thesaurus(
    read_groups(
        "煤气罐 钢瓶 | 燃气\n煤气 燃气\nparking_fee fee | 停车收费\npolicy | 政策\n水务局 < 2018 水利局 | 河道处"
    )
)


@pytest.mark.parametrize(
    ("word", "others"),
    [
        pytest.param("煤气罐", {"钢瓶": 0.75, "燃气": 0.45}, id="same-and-related"),
        pytest.param("燃气", {"煤气": 0.75}, id="related-leads-one-way"),
        pytest.param("水利局", {"水务局": 0.75, "河道处": 0.75}, id="former-name"),
        pytest.param("停车", {}, id="unknown"),
    ],
)
def test_a_word_has_others(word: str, others: dict[str, float]) -> None:
    assert SMALL.others(word) == others


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("换煤气罐要多少钱", ["煤气罐"], id="the-longer-word"),
        pytest.param("the parking fees policies", ["parking_fee", "policy"], id="english-phrase-and-plural"),
        pytest.param("什么也没有", [], id="nothing"),
    ],
)
def test_a_question_is_looked_through(text: str, words: list[str]) -> None:
    assert [found.word for found in SMALL.find(text)] == words


def test_the_files_of_the_product_are_large_and_sound() -> None:
    thesaurus = load_thesaurus()
    assert len(thesaurus) > 2000
    assert "泊位" not in thesaurus.others("泊位")
    assert "停车泊位" in thesaurus.others("停车位")
    assert "预算" in thesaurus.others("budget")
    for path in FILES[:2]:
        for line in path.read_text(encoding="utf-8").splitlines():
            assert line.count("|") <= 1, line
            assert not line.strip() or line.startswith("#") or line.partition("|")[0].strip(), line


def test_no_word_is_turned_into_its_opposite() -> None:
    thesaurus = load_thesaurus()
    assert "不同意" not in thesaurus.others("同意")
    assert "原则通过" not in thesaurus.others("原则同意")


@pytest.mark.slow
def test_it_is_read_quickly() -> None:
    script = (
        "import time; from pipeline.retrieval.thesaurus import load_thesaurus; from tests.pace import slowness;"
        "slow = slowness(); begun = time.process_time(); load_thesaurus(); print((time.process_time() - begun) / slow)"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert float(done.stdout) < 0.3  # seconds of the processor of an idle machine, which takes 0.03


def test_a_missing_file_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(LibraryDamaged, match=r"words\.txt"):
        load_thesaurus((tmp_path / "words.txt",))


def test_the_units_of_a_user_stand_beside_the_product_s(tmp_path: Path) -> None:
    units = tmp_path / "units.txt"
    units.write_text("数字城市局 数城局 < 2021 信息化中心\n", encoding="utf-8")
    try:
        use_units(units)
        assert set(load_thesaurus().others("数城局")) == {"数字城市局", "信息化中心"}
        assert load_thesaurus().others("水务局"), "the product's own stay"
        use_units(tmp_path / "none.txt")
        assert not load_thesaurus().others("数城局")
    finally:
        use_units(None)
