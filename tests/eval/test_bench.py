"""The bench sets up every system over a set's own documents and takes its libraries away."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from langchain_core.language_models import FakeListChatModel

from eval.bench import Bench
from eval.sets import GoldSet, one_set
from eval.systems import SYSTEMS
from pipeline.errors import BadRequest

from .conftest import FILE, TEXT


@pytest.mark.parametrize("name", SYSTEMS)
def test_every_system_finds_and_answers(name: str, small: GoldSet) -> None:
    with Bench(small) as bench:
        system = bench.system(name)
        assert system.name == name
        found = system.search("绿化补种", k=5)
        assert found
        assert {place.file for place in found} == {FILE}
        answer = system.ask("停车管理办法由谁牵头？")
        assert {"answer", "refused", "citations", "statements"} <= answer.keys()
        assert all(TEXT[one["start"] : one["end"]] == one["quote"] for one in answer["citations"])


def test_libraries_are_made_and_gone_after(small: GoldSet, tmp_path: Path) -> None:
    folder = tmp_path / "libraries"
    folder.mkdir()
    with Bench(small, folder=folder) as bench:
        assert [entry.characters for entry in bench.assistant.entries()] == [len(TEXT)]
        assert bench.assistant.settings.today == small.today
        assert list(folder.iterdir())
    assert not list(folder.iterdir())


def test_without_a_model_none_is_used_whatever_the_settings_say(
    small: GoldSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JIYAO_MODEL", "openai:x")
    with Bench(small) as bench:
        assert bench.assistant.model is None
    monkeypatch.setenv("JIYAO_MODEL", "")
    with pytest.raises(BadRequest, match="没有设模型"), Bench(small, mode="model") as bench:
        assert bench.assistant


def test_a_model_that_is_given_answers_in_every_variant(small: GoldSet) -> None:
    model = FakeListChatModel(responses=["{}"])
    with Bench(small, mode="model", model=model) as bench:
        for name in ("product", "dense", "no_record", "windows", "bm25", "stock"):
            answer = bench.system(name).ask("停车管理办法由谁牵头？")
            assert answer["usage"]["calls"] >= 1, name


def test_a_text_that_is_read_otherwise_stops_the_run(small: GoldSet) -> None:
    other = replace(small, texts={FILE: TEXT + "尾"})
    with pytest.raises(BadRequest, match="入库后的文字与原文不同"), Bench(other) as bench:
        assert bench.product


def test_a_document_that_cannot_stand_in_the_library_stops_the_run(gold: Path, documents: Path) -> None:
    (documents / "另名.txt").write_text(TEXT, "utf-8")
    with pytest.raises(BadRequest, match="内容相同"), Bench(one_set(gold, documents)) as bench:
        assert bench.product
    (documents / "另名.txt").write_text("  ", "utf-8")
    with pytest.raises(BadRequest, match=r"无法入库 另名\.txt"), Bench(one_set(gold, documents)) as bench:
        assert bench.product


def test_what_there_is_not_is_named(small: GoldSet) -> None:
    with pytest.raises(BadRequest, match="没有 guess 这种方式"):
        Bench(small, mode="guess")
    with pytest.raises(BadRequest, match="没有 oracle 这个系统。可选：product"), Bench(small) as bench:
        bench.system("oracle")
