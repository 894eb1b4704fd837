"""Dossiers as files: what they are called, what is refused, and how much a command says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.__main__ import main
from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.dossiers import file_stem, write
from pipeline.errors import BadRequest, NothingFound


@pytest.fixture
def assistant(sample_home: Path) -> Assistant:
    return Assistant(load_settings(home=sample_home))


def test_a_matter_of_the_samples_is_written_in_every_format(
    sample_home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["summarize", "--topic", "河长制", "--out", str(tmp_path), "--format", "md,json", "--json"])
    report = json.loads(capsys.readouterr().out)
    assert (code, len(report["document_ids"])) == (0, 1)
    tree = json.loads((tmp_path / "一事一档_河长制.full.json").read_text(encoding="utf-8"))
    assert (tree["topic"], tree["items"][0]["stage"]) == ("河长制", "first")
    assert tree["searched"]["documents"] == 3
    assert "〔库中首见〕" in (tmp_path / "一事一档_河长制.full.md").read_text(encoding="utf-8")


def test_nothing_found_is_said_with_what_is_nearest(
    assistant: Assistant, sample_home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(
        NothingFound, match=r"查了 3 份文件，没有找到谈“海上风电补贴”的议题或要求；最接近的是：.*请换一种说法"
    ):
        assistant.topic("海上风电补贴")
    assert main(["summarize", "--topic", "海上风电补贴", "--out", str(tmp_path / "out")]) == 2
    assert not (tmp_path / "out").exists()
    assert capsys.readouterr().err.count("\n") == 1


def test_only_the_documents_named_are_looked_through(assistant: Assistant) -> None:
    [entry] = [entry for entry in assistant.entries() if entry.meeting_number == 50]
    with pytest.raises(NothingFound, match="查了 1 份文件"):
        assistant.topic("河长制", [entry.document_id])


def test_a_folder_that_cannot_be_written_is_said(assistant: Assistant, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(BadRequest, match="无法写入文件夹"):
        write(assistant.topic("河长制"), out=tmp_path / "file", formats=["md"])


@pytest.mark.parametrize(
    ("topic", "stem"),
    [("停车", "一事一档_停车"), ("../甲", "一事一档__甲"), ("长" * 90, "一事一档_" + "长" * 40)],
    ids=["plain", "path", "long"],
)
def test_a_file_is_called_after_the_topic(topic: str, stem: str) -> None:
    assert file_stem(topic) == stem
