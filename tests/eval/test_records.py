"""The folder of a run can be read at any moment, goes on after a kill, and holds its own ground."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from eval.records import RunFolder, latest_run, load_records, provenance
from eval.sets import GoldSet
from pipeline.errors import BadRequest, MissingFile

from .conftest import FILE, TEXT, Keep, Written


def test_a_run_is_read_as_it_was_written(keep: Keep, written: Written, silent: Written) -> None:
    folder = RunFolder(keep(written, silent))
    assert [record["id"] for record in load_records(folder.folder, system="stock")] == ["t1", "t2", "t3", "t4"]
    assert len(load_records(folder.folder / "records.jsonl")) == 8
    assert folder.texts() == {"gold": {FILE: TEXT}}
    assert folder.known() == {(name, f"t{number}") for name in ("product", "stock") for number in range(1, 5)}
    assert "周明" in (folder.folder / "records.jsonl").read_text("utf-8")
    assert latest_run(folder.folder.parent) == folder.folder


def test_a_line_that_was_broken_off_is_cut_and_asked_again(keep: Keep, written: Written) -> None:
    folder = RunFolder(keep(written))
    path = folder.folder / "records.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole[:-20])
    assert folder.resume()["systems"] == ["product"]
    assert folder.known() == {("product", f"t{number}") for number in range(1, 4)}
    assert path.read_bytes() == whole[: whole[:-1].rfind(b"\n") + 1]


def test_a_folder_with_another_run_is_left_alone(keep: Keep, written: Written, small: GoldSet) -> None:
    with pytest.raises(BadRequest, match="里已有一次评测的记录"):
        RunFolder(keep(written)).begin({}, [small])


def test_what_is_no_run_is_refused(tmp_path: Path, keep: Keep, written: Written) -> None:
    for read in (load_records, latest_run, lambda path: RunFolder(path).plan(), lambda path: RunFolder(path).figures()):
        with pytest.raises(MissingFile, match="找不到文件"):
            read(tmp_path)
    for text in ("", "{", '{"id": "t1"}', "[]", "1"):
        (tmp_path / "records.jsonl").write_text(text, "utf-8")
        with pytest.raises(BadRequest, match="不是评测记录"):
            load_records(tmp_path)
    for text in ("{", "[]"):
        (tmp_path / "run.json").write_text(text, "utf-8")
        with pytest.raises(BadRequest, match="无法读取"):
            RunFolder(tmp_path).plan()
    with pytest.raises(BadRequest, match="没有 dense 的记录。其中有：product"):
        load_records(keep(written), system="dense")


def test_provenance_moves_with_questions_and_texts(small: GoldSet) -> None:
    def made(gold: GoldSet) -> dict[str, object]:
        return provenance([gold], encoder="builtin", mode="extractive", model="x")

    before = made(small)
    asked = made(replace(small, questions=small.questions[1:]))
    read = made(replace(small, texts={FILE: TEXT + "尾"}))
    assert (before["gold"] == asked["gold"], before["documents"] == asked["documents"]) == (False, True)
    assert (before["gold"] == read["gold"], before["documents"] == read["documents"]) == (True, False)
    assert before["model"] == ""  # without a model none is named


def test_only_the_product_keeps_the_passages_that_it_would_show(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path)
    record = {"id": "t1", "correct": True, "answer": {"answer": "甲", "nearest": [{"text": "长"}]}}
    for system in ("product", "stock"):
        folder.append({**record, "system": system})
    kept = [json.loads(line)["answer"] for line in (tmp_path / "records.jsonl").read_text("utf-8").splitlines()]
    assert [sorted(answer) for answer in kept] == [["answer", "nearest"], ["answer"]]


def test_a_summary_that_was_held_twice_counts_once(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path)
    folder.append_summaries([{"id": "k1", "style": "full", "covered": [0.0]}, {"id": "k1", "style": "brief"}])
    folder.append_summaries([{"id": "k1", "style": "full", "covered": [1.0]}])
    assert [(one["style"], one.get("covered")) for one in folder.summaries()] == [("full", [1.0]), ("brief", None)]
