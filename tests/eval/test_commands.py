"""What the commands print, write and return."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import pytest

from eval import commands
from eval.__main__ import main
from eval.records import RunFolder, load_records
from eval.systems import Product
from pipeline.errors import BadRequest, MissingFile

from .conftest import Keep, Written
from .test_formats import beir

Given = list[str]


@pytest.fixture
def given(gold: Path, documents: Path, points: Path) -> Given:
    """The arguments that name the small set."""
    return ["--gold", str(gold), "--documents", str(documents), "--points", str(points)]


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The folder in which runs are looked for."""
    folder = tmp_path / "runs"
    monkeypatch.setattr(commands, "RUNS", folder)
    monkeypatch.setattr(commands, "latest_run", lambda: max(folder.iterdir()))
    return folder


def test_validate_says_what_holds_and_what_does_not(
    given: Given, gold: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["validate", *given]) == 0
    assert "4 道题、2 个摘要要点、0 条台账决定，全部成立" in capsys.readouterr().out
    gold.write_text(gold.read_text("utf-8").replace("市园林局抓紧补种", "市园林局抓紧补栽"), "utf-8")
    assert main(["validate", *given]) == 2
    told = capsys.readouterr().out
    assert "t4：引文不在文件中" in told
    assert "补栽" not in told  # a question held out: its kind of problem alone
    assert main(["validate", *given, "--with-test"]) == 2
    assert "t4：引文不在文件中：市园林局抓紧补栽" in capsys.readouterr().out
    assert main(["run", *given, "--out", str(tmp_path / "a")]) == 2
    assert "金标集有误" in capsys.readouterr().err
    assert not (tmp_path / "a").exists()


@pytest.mark.slow
def test_a_run_prints_its_tables_and_keeps_everything(
    given: Given, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "a"
    asked = ["run", *given, "--systems", "product", "--systems", "bm25", "--jobs", "1", "--out", str(out)]
    assert main(asked) == 0
    printed = capsys.readouterr()
    for told in ("本程序", "jieba 分词 BM25", "回答正确率", "要点覆盖率", f"记录：{out}"):
        assert told in printed.out
    assert printed.err == ""
    figures = RunFolder(out).figures()
    assert (figures["questions"], figures["faults"], figures["not_verbatim"]) == (4, {}, [])
    assert figures["provenance"]["mode"] == "extractive"
    assert main(asked) == 2  # a run is never written over
    assert "里已有一次评测的记录" in capsys.readouterr().err


def test_split_type_and_number_choose_the_questions(given: Given, tmp_path: Path) -> None:
    for place, (chosen, ids) in enumerate(
        (
            (["--split", "test"], ["t4"]),
            (["--split", "dev", "--only", "person", "--only", "list"], ["t1", "t2"]),
            (["--limit", "1"], ["t1"]),
        )
    ):
        out = tmp_path / str(place)
        assert main(["run", *given, *chosen, "--product-only", "--jobs", "1", "--out", str(out)]) == 0
        assert [record["id"] for record in load_records(out)] == ids
    assert main(["run", *given, "--split", "test", "--only", "person", "--out", str(tmp_path / "x")]) == 2


def test_a_run_goes_on_upon_the_same_ground_only(
    given: Given, gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "a"
    assert main(["run", *given, "--product-only", "--jobs", "1", "--out", str(out)]) == 0
    records = out / "records.jsonl"
    records.write_text("".join(records.read_text("utf-8").splitlines(keepends=True)[:2]), "utf-8")
    (out / "summary.json").unlink()
    assert main(["run", "--resume", str(out), "--jobs", "1"]) == 0
    assert [record["id"] for record in load_records(out)] == ["t1", "t2", "t3", "t4"]
    assert RunFolder(out).figures()["questions"] == 4
    gold.write_text(gold.read_text("utf-8").replace("谁汇报", "哪位汇报"), "utf-8")
    capsys.readouterr()
    assert main(["run", "--resume", str(out)]) == 2
    assert "题目已改动，不能接着跑" in capsys.readouterr().err


def test_faults_and_false_quotes_fail_a_run(
    given: Given, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    right = Product.ask

    def wrong(self: Product, question: str, **asked: Any) -> dict[str, Any]:
        if "补种" in question:
            raise RuntimeError("断了")
        answer = right(self, question, **asked)
        moved = [{**entry, "start": entry["start"] + 1, "end": entry["end"] + 1} for entry in answer["citations"]]
        return {**answer, "citations": moved}

    monkeypatch.setattr(Product, "ask", wrong)
    assert main(["run", *given, "--product-only", "--jobs", "1", "--out", str(tmp_path / "a")]) == 1
    error = capsys.readouterr().err
    assert "出错 t4：RuntimeError：断了" in error
    assert "引文与原文不一致：t1" in error


def test_an_interrupt_says_how_to_go_on(
    given: Given, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("eval.run.run", stopped)
    assert main(["run", *given, "--out", str(tmp_path / "a")]) == 2
    assert f"python -m eval run --resume {tmp_path / 'a'}" in capsys.readouterr().err


def test_two_runs_are_compared_by_path_or_name(
    runs: Path, keep: Keep, written: Written, silent: Written, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(written, silent, name="a")
    keep(written, silent, name="b")
    assert main(["compare", "a", str(runs / "b")]) == 0
    assert "共同的题 4：答对 2 → 2" in capsys.readouterr().out
    assert main(["compare", "a", "b", "--system", "stock"]) == 0
    assert "答对 1 → 1" in capsys.readouterr().out
    assert main(["compare", "a", "none"]) == 2
    error = capsys.readouterr().err
    assert error.startswith("找不到文件")
    assert error.count("\n") == 1


@pytest.mark.usefixtures("runs")
def test_the_latest_run_is_reported_exported_accepted_and_held(
    keep: Keep, written: Written, silent: Written, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    silent.name = "product"
    keep(written, name="a")
    folder = keep(silent, name="b")
    kept = ["--baseline", str(tmp_path / "baseline.json")]
    assert main(["report"]) == 0
    assert main(["export"]) == 0
    assert main(["accept", *kept]) == 0
    assert main(["gate", *kept]) == 0
    printed = capsys.readouterr().out
    assert printed.splitlines()[:2] == [str(folder / "report.html"), str(folder / "ragas.jsonl")]
    assert "没有超出偶然的退步" in printed
    baseline = json.loads((tmp_path / "baseline.json").read_text("utf-8"))
    assert list(baseline["questions"]) == ["t1", "t2", "t3", "t4"]


@pytest.mark.usefixtures("runs")
def test_a_gate_that_does_not_hold_returns_one(
    keep: Keep, written: Written, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(written)
    path = tmp_path / "baseline.json"
    records = load_records(commands.latest_run(), system="product")
    records[0]["scores"]["citation_verbatim"] = [0.0]
    (commands.latest_run() / "records.jsonl").write_text(
        "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records[:3]), "utf-8"
    )
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("eval.gate.load_records", lambda *_, **__: keep_right(records[:3]))
        assert main(["accept", "--baseline", str(path)]) == 0
    assert main(["gate", "--baseline", str(path)]) == 1
    assert "退步超出偶然" in capsys.readouterr().out


def keep_right(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the same records with sound quotes."""
    return [{**record, "scores": {**record["scores"], "citation_verbatim": [1.0]}} for record in records]


def test_a_public_set_is_run_and_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    beir(tmp_path)
    assert main(["public", "beir", str(tmp_path), "--out", str(tmp_path / "out.json")]) == 0
    assert "R@10 100.0" in capsys.readouterr().out
    (result,) = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert result["figures"]["Success@1"]["n"] == 1
    assert main(["public", "xml", str(tmp_path)]) == 2


@pytest.mark.usefixtures("runs")
def test_the_judge_is_asked_only_where_one_is_set(
    keep: Keep, written: Written, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(written)
    monkeypatch.delenv("JIYAO_JUDGE_MODEL", raising=False)
    assert main(["judge"]) == 2
    assert "没有设评判模型" in capsys.readouterr().err


def test_a_run_that_has_no_question_is_refused(small: Any, tmp_path: Path) -> None:
    folder = RunFolder(tmp_path / "a")
    folder.begin({"systems": ["product"]}, [small])
    with pytest.raises(BadRequest, match="没有一道题"):
        commands.finish(folder, [])


def test_without_a_run_there_is_no_latest(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("eval.records.RUNS", tmp_path)
    with pytest.raises(MissingFile, match="找不到文件"):
        commands.report(argparse.Namespace(run=tmp_path / "none", out=None, with_test=False))
