"""Drafts of many documents: what is written, what is left alone, and that a failure costs nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.drafting import write_drafts
from pipeline.errors import BadRequest, EmptyFile
from pipeline.generation.folder import DraftFolder
from pipeline.generation.summary.summarize import Summary, summarize
from pipeline.minutes import EXAMPLE_MINUTES
from pipeline.reports import DraftReport
from pipeline.retrieval.catalogue import Entry
from pipeline.rewording import Maker


def an_entry(document_id: str, *, file: str, sha256: str = "s") -> Entry:
    return Entry(
        document_id=document_id,
        file=file,
        source=f"/{file}",
        sha256=sha256,
        kind="minutes",
        name="示例",
        document_number=None,
        issuing_body=None,
        meeting_name=None,
        meeting_number=None,
        date=None,
        chair=None,
        items=1,
        characters=10,
        added_at="2021-03-08T00:00:00+00:00",
    )


def _summary(entry: Entry) -> Summary:
    return summarize(entry.document_id, EXAMPLE_MINUTES, style="full")


def _written(
    entries: Sequence[Entry], out: Path, *, draft: Callable[[Entry], Summary] = _summary, **options: Any
) -> DraftReport:
    maker = Maker(load_settings(), draft=draft, document=lambda _: EXAMPLE_MINUTES)
    return write_drafts(entries, maker, out=out, style="full", **options)


def test_one_file_for_each_document_and_format(tmp_path: Path) -> None:
    entries = [an_entry("d1", file="甲.txt"), an_entry("d2", file="乙.txt"), an_entry("d3", file="乙.html")]
    seen: list[tuple[int, int]] = []
    report = _written(
        entries,
        tmp_path,
        formats=("md", "json"),
        jobs=3,
        on_progress=lambda done, total, _: seen.append((done, total)),
    )
    names = [f"{stem}.full.{format}" for stem in ("乙.d2", "乙.d3", "甲") for format in ("json", "md")]
    assert sorted(report.written) == sorted(names)
    assert all((tmp_path / name).is_file() for name in names)
    assert json.loads((tmp_path / "甲.full.json").read_text(encoding="utf-8"))["document_ids"] == ["d1"]
    assert seen == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_a_second_run_writes_only_what_changed(tmp_path: Path) -> None:
    _written([an_entry("d1", file="甲.txt"), an_entry("d2", file="乙.txt")], tmp_path)
    (tmp_path / "甲.full.md").write_text("有人改过", encoding="utf-8")
    changed = [an_entry("d1", file="甲.txt"), an_entry("d2", file="乙.txt", sha256="t")]
    report = _written(changed, tmp_path)
    assert (report.written, report.skipped) == (("乙.full.md",), ("甲.full.md",))
    assert (tmp_path / "甲.full.md").read_text(encoding="utf-8") == "有人改过"


def test_a_format_that_comes_later_leaves_the_others_alone(tmp_path: Path) -> None:
    _written([an_entry("d1", file="甲.txt")], tmp_path)
    (tmp_path / "甲.full.md").write_text("有人改过", encoding="utf-8")
    report = _written([an_entry("d1", file="甲.txt")], tmp_path, formats=("md", "json"))
    assert (report.written, report.skipped) == (("甲.full.json",), ("甲.full.md",))
    assert (tmp_path / "甲.full.md").read_text(encoding="utf-8") == "有人改过"


def test_progress_goes_on_from_what_is_there(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    _written([an_entry("d1", file="甲.txt")], tmp_path)
    both = [an_entry("d1", file="甲.txt"), an_entry("d2", file="乙.txt")]
    _written(both, tmp_path, on_progress=lambda done, total, _: seen.append((done, total)))
    assert seen == [(1, 2), (2, 2)]


def test_two_runs_at_once_do_not_share_a_folder(tmp_path: Path) -> None:
    with DraftFolder(tmp_path), pytest.raises(BadRequest, match="另一个程序正在往"):
        _written([an_entry("d1", file="甲.txt")], tmp_path)


def test_a_failure_stops_nothing(tmp_path: Path) -> None:
    def failing(entry: Entry) -> Summary:
        if entry.document_id == "d1":
            raise EmptyFile(entry.file)
        if entry.document_id == "d2":
            raise ZeroDivisionError("除以零")
        return _summary(entry)

    entries = [an_entry(f"d{number}", file=f"{number}.txt") for number in (1, 2, 3)]
    report = _written(entries, tmp_path, draft=failing)
    assert report.written == ("3.full.md",)
    reasons = {failure.file: failure.reason for failure in report.failed}
    assert reasons["1.txt"] == "文件是空的，没有文字：1.txt。"
    assert reasons["2.txt"].startswith("程序出错（ZeroDivisionError：除以零）")


def test_an_interrupted_run_resumes(tmp_path: Path) -> None:
    done: list[str] = []

    def interrupted(entry: Entry) -> Summary:
        if done:
            raise KeyboardInterrupt
        done.append(entry.file)
        return _summary(entry)

    entries = [an_entry(f"d{number}", file=f"{number}.txt") for number in (1, 2, 3)]
    with pytest.raises(KeyboardInterrupt):
        _written(entries, tmp_path, draft=interrupted)
    report = _written(entries, tmp_path)
    assert report.skipped == ("1.full.md",)
    assert report.written == ("2.full.md", "3.full.md")


def test_the_samples_are_drafted_in_every_style(sample_home: Path, tmp_path: Path) -> None:
    assistant = Assistant(load_settings(home=sample_home))
    for style in ("brief", "full", "tasks"):
        report = assistant.draft(None, out=tmp_path / "out", style=style, jobs=2)
        assert not report.failed
        assert len(report.written) == 3
