"""The command line: arguments, exit codes, one clear line for what goes wrong, and the real program."""

from __future__ import annotations

import argparse
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from pipeline import commands
from pipeline.__main__ import Parser, build_parser, main
from pipeline.config import ROOT
from pipeline.errors import LibraryEmpty


def _run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the real program in a process of its own, in a locale that knows no Chinese."""
    command = [sys.executable, "-m", "pipeline", *map(str, arguments)]
    plain = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", **environment}
    return subprocess.run(command, cwd=ROOT, env=plain, capture_output=True, check=False, encoding="utf-8")


@pytest.mark.parametrize(
    "line",
    [
        "ingest a.txt b --json",
        "parse a.txt --json",
        "list --kind minutes --json",
        "show d1 --text",
        "remove d1 d2",
        "rebuild",
        "search 停车 -k 3 --document d1 --number 甲政纪〔2021〕3号 --meeting 3",
        "search 停车 --from 2021 --to 2021-05-02 --unit 市财政局 --kind minutes --json",
        "search --batch q.jsonl -k 3 --json",
        "ask 谁主持？ --history 一 --history 二 --kind minutes --json",
        "ask --batch - --json",
        "summarize d1 d2 --style brief --out out --format md,json --jobs 2 --max-calls 5",
        "summarize --all --topic 停车 --out out",
        "ledger --unit 市财政局 --format csv --out a.csv",
        "ledger confirm d1:一:1",
        "serve --host 127.0.0.1 --port 7861 --auth-file accounts",
        "doctor --json",
    ],
)
def test_the_public_interface_is_understood(line: str) -> None:
    arguments = build_parser().parse_args(shlex.split(line))
    assert callable(arguments.run)


@pytest.mark.parametrize("place", ["before", "after"])
def test_home_language_and_today_stand_before_or_after_the_command(place: str) -> None:
    everywhere = ["--home", "/a", "--language", "en", "--today", "2021-03-08"]
    line = [*everywhere, "list"] if place == "before" else ["list", *everywhere]
    arguments = build_parser().parse_args(line)
    assert (arguments.home, arguments.language, arguments.today) == (Path("/a"), "en", "2021-03-08")


def test_what_stands_after_the_command_goes_first() -> None:
    assert build_parser().parse_args(["--home", "/a", "list", "--home", "/b"]).home == Path("/b")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("parse", "缺少参数 FILE"),
        ("list --color", "不认识的参数 --color"),
        ("dance", "无效，可选："),
        ("search 停车 -k 0", "参数 -k 的值 '0' 应为正整数"),
        ("search 停车 -k many", "参数 -k 的值 'many' 应为正整数"),
        ("search 停车 --from", "参数 --from 后面缺少值"),
        ("list --language fr", "参数 --language 的值 'fr' 无效"),
        ("ask 谁 --meeting 上次", "参数 --meeting 的值 '上次' 应为会议的次数，如 50"),
        ("ask 谁 --meeting 0", "参数 --meeting 的值 '0' 应为会议的次数，如 50"),
        ("summarize --all --out a --style 诗", "参数 --style 的值 '诗' 无效，可选：简要（brief）、"),
        ("summarize --all", "缺少参数 --out"),
    ],
)
def test_wrong_arguments_get_one_line_and_two(line: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(shlex.split(line))
    output = capsys.readouterr()
    assert ended.value.code == 2
    assert output.out == ""
    assert output.err.count("\n") == 1
    assert said in output.err
    assert "--help" in output.err


@pytest.mark.parametrize("named", ["50", "５０", "第50次", "五十", "第五十次", "第50次常务会议"])
def test_a_meeting_is_known_however_its_number_is_written(named: str) -> None:
    assert build_parser().parse_args(["list", "--meeting", named]).meeting == 50


@pytest.mark.parametrize(("named", "style"), [("简要", "brief"), ("完整", "full"), ("任务", "tasks"), ("full", "full")])
def test_a_style_is_known_by_its_name_in_either_language(named: str, style: str) -> None:
    assert build_parser().parse_args(["summarize", "--all", "--out", "a", "--style", named]).style == style


def test_without_a_command_the_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "ingest" in capsys.readouterr().err


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("jiyao 0.")


def _raising(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def fail(_: argparse.Namespace) -> int:
        raise error

    monkeypatch.setattr(commands, "list_entries", fail)


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (LibraryEmpty("/library"), 2, "/library 中还没有文件。请先运行：jiyao ingest 文件夹\n"),
        (KeyboardInterrupt(), 130, "已中断。\n"),
        (
            ZeroDivisionError("除以\n零"),
            2,
            "程序出错（ZeroDivisionError：除以 零）。设 JIYAO_DEBUG=1 再运行可看详情。\n",
        ),
    ],
    ids=["ours", "interrupted", "a-fault"],
)
def test_nobody_is_shown_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: BaseException, code: int, said: str
) -> None:
    _raising(monkeypatch, error)
    assert main(["list"]) == code
    assert capsys.readouterr() == ("", said)


def test_a_fault_is_shown_whole_on_request(monkeypatch: pytest.MonkeyPatch) -> None:
    _raising(monkeypatch, ZeroDivisionError("除以零"))
    monkeypatch.setenv("JIYAO_DEBUG", "1")
    with pytest.raises(ZeroDivisionError, match="除以零"):
        main(["list"])


def test_a_wrong_setting_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--today", "昨天"]) == 2
    assert "设置 JIYAO_TODAY 有误" in capsys.readouterr().err


def test_the_parser_is_one_and_the_same_for_every_command() -> None:
    assert isinstance(build_parser(), Parser)


def test_the_program_answers_in_chinese_whatever_the_locale(sample_home: Path) -> None:
    ran = _run("ask", "市政府第50次常务会议由谁主持？", "--json", JIYAO_HOME=str(sample_home))
    assert (ran.returncode, ran.stderr) == (0, "")
    answer: dict[str, Any] = json.loads(ran.stdout)
    assert "周旭东" in answer["answer"]


def test_a_reader_who_leaves_is_no_fault(sample_home: Path) -> None:
    command = f"{sys.executable} -m pipeline show d905f2ccf --json | head -c 1"
    ran = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ran.stdout, ran.stderr) == ("{", "")


@pytest.mark.parametrize(
    ("make", "arguments"),
    [
        (lambda _: None, ["ingest", "{}/没有.txt"]),
        (lambda folder: (folder / "a.exe").write_bytes(b"MZ"), ["ingest", "{}"]),
        (lambda folder: (folder / "a.txt").write_bytes(b""), ["ingest", "{}/a.txt"]),
        (lambda folder: (folder / "a.txt").write_bytes(bytes(range(256)) * 40), ["ingest", "{}/a.txt"]),
        (lambda _: None, ["ask", "问" * 10_000]),
        (lambda _: None, ["ask", ""]),
        (lambda _: None, ["ask", " \n"]),
        (lambda _: None, ["search", ""]),
        (lambda _: None, ["search", "停车"]),
        (lambda _: None, ["ledger"]),
        (lambda _: None, ["show", "d1"]),
        (lambda _: None, ["parse", "{}/没有.txt"]),
        (lambda _: None, ["ask", "谁？", "--from", "昨天"]),
    ],
    ids=[
        "no-such-file",
        "nothing-readable",
        "empty-file",
        "binary",
        "long-question",
        "empty-question",
        "blank-question",
        "empty-query",
        "empty-library",
        "no-decisions",
        "unknown-document",
        "parse-nothing",
        "bad-date",
    ],
)
def test_bad_input_gets_one_line_two_and_makes_no_library(
    tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str], make: Any, arguments: list[str]
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    make(folder)
    assert main([argument.replace("{}", str(folder)) for argument in arguments]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err
    assert not home.exists()


def test_the_program_refuses_in_one_line_whatever_the_locale(home: Path) -> None:
    ran = _run("ask", "", JIYAO_HOME=str(home))
    assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (2, "", 1)
    assert "Traceback" not in ran.stderr
    assert not home.exists()
