"""The commands: what they print, what they write, and their exit codes."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from eval.__main__ import main
from eval.run import Product

Ask = Callable[..., dict[str, Any]]


def test_validate_says_what_holds_and_what_does_not(
    gold: Path, documents: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["validate", "--gold", str(gold), "--documents", str(documents)]
    assert main(given) == 0
    assert "4 道题，全部成立" in capsys.readouterr().out
    gold.write_text(gold.read_text("utf-8").replace("市园林局抓紧补种", "市园林局抓紧补栽"), "utf-8")
    assert main(given) == 2
    assert "t4：引文不在文件中：市园林局抓紧补栽" in capsys.readouterr().out
    assert main(["run", *given[1:]]) == 2
    assert "金标集有误" in capsys.readouterr().err


@pytest.mark.slow
def test_run_compare_and_report_work_on_the_real_product(
    gold: Path, documents: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sets = ["--gold", str(gold), "--documents", str(documents)]
    assert main(["run", *sets, "--out", str(tmp_path / "a")]) == 0
    printed = capsys.readouterr()
    assert "product" in printed.out
    assert "stock" in printed.out
    assert "回答正确率" in printed.out
    assert printed.err == ""
    summary = json.loads((tmp_path / "a" / "summary.json").read_text("utf-8"))
    assert summary["questions"] == 4
    assert (summary["faults"], summary["not_verbatim"]) == ({}, [])
    assert main(["run", *sets, "--only", "person", "--no-baseline", "--out", str(tmp_path / "b")]) == 0
    assert "stock" not in capsys.readouterr().out
    assert main(["compare", str(tmp_path / "a"), str(tmp_path / "b")]) == 0
    assert "共同的题 1" in capsys.readouterr().out
    assert main(["report", str(tmp_path / "a")]) == 0
    assert (tmp_path / "a" / "report.html").is_file()


def _one_off(answer: dict[str, Any]) -> dict[str, Any]:
    moved = [{**entry, "start": entry["start"] + 1, "end": entry["end"] + 1} for entry in answer["citations"]]
    return {**answer, "citations": moved}


def _fails(answer: dict[str, Any]) -> dict[str, Any]:
    raise RuntimeError("断了")


@pytest.mark.parametrize(
    ("defect", "told"),
    [
        pytest.param(_one_off, "引文与原文不一致：t1", id="citations off by one"),
        pytest.param(_fails, "出错 t1：RuntimeError：断了", id="a fault"),
    ],
)
def test_a_planted_defect_is_told_and_fails_the_run(
    defect: Callable[[dict[str, Any]], dict[str, Any]],
    told: str,
    gold: Path,
    documents: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    right: Ask = Product.ask

    def ask(self: Product, question: str, *, history: Sequence[str] = ()) -> dict[str, Any]:
        return defect(right(self, question, history=history))

    monkeypatch.setattr(Product, "ask", ask)
    given = ["--gold", str(gold), "--documents", str(documents), "--limit", "1", "--no-baseline"]
    assert main(["run", *given, "--out", str(tmp_path / "a")]) == 1
    assert told in capsys.readouterr().err


def test_a_wrong_request_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", str(tmp_path / "a"), str(tmp_path / "b")]) == 2
    error = capsys.readouterr().err
    assert error.startswith("找不到文件")
    assert error.count("\n") == 1
    with pytest.raises(SystemExit, match="2"):
        main(["run", "--limit", "0"])
