"""The commands on the library of the samples: what they write, in which form, with which exit code."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from pipeline.__main__ import main
from pipeline.config import ROOT
from pipeline.errors import BadRequest, LibraryEmpty

SECOND = (
    "市第五届人民政府第9次常务会议纪要\n一、审议《城区停车管理办法》\n会议原则通过该办法，由市城管局牵头组织实施。\n"
)


@pytest.fixture
def jiyao(capsys: pytest.CaptureFixture[str]) -> Any:
    """Run a command in this process; returns its exit code, standard output and standard error."""

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        output = capsys.readouterr()
        return code, output.out, output.err

    return run


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A short document of our own."""
    path = tmp_path / "纪要.txt"
    path.write_text(SECOND, encoding="utf-8")
    return path


def test_ingest_tells_what_became_of_each_file(jiyao: Any, paper: Path, tmp_path: Path) -> None:
    (tmp_path / "空.txt").write_text("")
    code, out, err = jiyao("ingest", paper, tmp_path / "空.txt", "--json")
    report = json.loads(out)
    assert code == 1
    assert [filed["file"] for filed in report["added"]] == ["纪要.txt"]
    assert report["failed"] == [{"file": "空.txt", "reason": "文件是空的，没有文字：空.txt。"}]
    assert err == "空.txt：文件是空的，没有文字：空.txt。\n"
    assert jiyao("ingest", paper) == (0, "新增 0，更新 0，未变 1\n", "")


def test_a_second_copy_is_reported(jiyao: Any, paper: Path, tmp_path: Path) -> None:
    (tmp_path / "另一份.txt").write_text(SECOND, encoding="utf-8")
    code, out, _ = jiyao("ingest", paper, tmp_path / "另一份.txt")
    assert code == 0
    assert "内容相同，不再存一份：另一份.txt" in out


def test_parse_for_a_person_and_as_json(jiyao: Any, paper: Path, home: Path) -> None:
    code, out, _ = jiyao("parse", paper, "--json")
    assert code == 0
    assert json.loads(out)["items"][0]["title"] == "《城区停车管理办法》"
    assert "《城区停车管理办法》" in jiyao("parse", paper)[1]
    assert not home.exists()


def test_list(jiyao: Any, sample_home: Path) -> None:
    entries = json.loads(jiyao("list", "--json")[1])
    assert len(entries) == 3
    assert set(entries[0]) == {
        "document_id",
        "file",
        "kind",
        "name",
        "document_number",
        "meeting",
        "date",
        "items",
        "characters",
        "added_at",
    }
    assert [entry["meeting"] for entry in json.loads(jiyao("list", "--meeting", "50", "--json")[1])] == [
        "市政府第50次常务会议"
    ]
    assert "市政府第50次常务会议" in jiyao("list")[1]


def test_an_empty_list_is_a_list(jiyao: Any, home: Path) -> None:
    code, out, err = jiyao("list", "--json")
    assert (code, json.loads(out)) == (0, [])
    assert "jiyao ingest" in err
    assert jiyao("list")[1] == ""
    assert not home.exists()


def test_show_prints_the_text_as_it_is(jiyao: Any, sample_home: Path, samples: Path) -> None:
    for file in sorted(samples.iterdir()):
        code, out, _ = jiyao("show", file.name, "--text")
        assert code == 0
        assert out == file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")


def test_show_quotes_by_offset(jiyao: Any, sample_home: Path) -> None:
    tree = json.loads(jiyao("show", "昆政纪〔2020〕3号", "--json", "--text")[1])
    assert tree["document_id"] == json.loads(jiyao("list", "--meeting", "50", "--json")[1])[0]["document_id"]
    outcome = tree["items"][0]["outcomes"][0]
    assert tree["text"][outcome["start"] : outcome["end"]] == outcome["text"]
    assert "昆政纪〔2020〕3号" in jiyao("show", tree["document_id"])[1]


def test_remove_goes_on_past_what_is_unknown(jiyao: Any, sample_home: Path) -> None:
    code, out, err = jiyao("remove", "昆政纪〔2020〕3号", "d00", "--json")
    assert code == 1
    assert len(json.loads(out)["removed"]) == 1
    assert err.startswith("库中没有文件“d00”")
    assert len(json.loads(jiyao("list", "--json")[1])) == 2
    assert jiyao("remove", "d00")[0] == 2


def test_a_removed_document_never_answers(jiyao: Any, sample_home: Path) -> None:
    jiyao("remove", "昆政纪〔2020〕3号")
    answer = json.loads(jiyao("ask", "市政府第50次常务会议由谁主持？", "--json")[1])
    assert answer["refused"] is True
    hits = json.loads(jiyao("search", "第50次常务会议 标准化工作", "-k", "20", "--json")[1])
    assert "昆政纪〔2020〕3号" not in {hit["document_number"] for hit in hits}


def test_rebuild(jiyao: Any, sample_home: Path) -> None:
    code, out, _ = jiyao("rebuild", "--json")
    assert (code, json.loads(out)) == (0, {"documents": 3})
    assert jiyao("rebuild")[1] == "已由目录重建 3 份文件的索引。\n"


def test_search(jiyao: Any, sample_home: Path) -> None:
    hits = json.loads(jiyao("search", "政府采购公平竞争", "-k", "2", "--json")[1])
    assert [hit["rank"] for hit in hits] == [1, 2]
    assert "政府采购" in hits[0]["text"]
    assert "政府采购" in jiyao("search", "政府采购公平竞争", "-k", "1")[1]
    assert json.loads(jiyao("search", "政府采购", "--from", "2031", "--json")[1]) == []


def test_ask_for_a_person_and_as_json(jiyao: Any, sample_home: Path) -> None:
    code, out, err = jiyao("ask", "市政府第50次常务会议由谁主持？", "--json")
    answer = json.loads(out)
    assert (code, err) == (0, "")
    assert "周旭东" in answer["answer"]
    assert answer["citations"][0]["quote"]
    assert "周旭东" in jiyao("ask", "市政府第50次常务会议由谁主持？")[1]


def test_a_follow_up(jiyao: Any, sample_home: Path) -> None:
    out = jiyao("ask", "那是谁汇报的？", "--history", "河长制改革工作方案有什么要求？", "--json")[1]
    assert "徐彬" in json.loads(out)["answer"]


def test_an_empty_library_refuses_and_is_not_made(jiyao: Any, home: Path) -> None:
    code, out, _ = jiyao("ask", "谁主持？", "--json")
    assert code == 0
    assert json.loads(out)["reason"] == "library_empty"
    assert not home.exists()


@pytest.mark.parametrize("command", ["ask", "search"])
def test_a_batch_goes_on_past_a_bad_line(jiyao: Any, sample_home: Path, tmp_path: Path, command: str) -> None:
    lines = ['{"id": "a", "question": "市政府第50次常务会议由谁主持？"}', '{"id": "b", "question": ""}', "{"]
    lines.append(json.dumps({"id": "d", "question": "问" * 10_000}))
    lines.append('{"id": "e", "question": "\\ud800政府采购", "history": ["市政府第50次常务会议由谁主持？"]}')
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    code, out, err = jiyao(command, "--batch", path, "--json")
    answers = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    assert [answer["id"] for answer in answers] == ["a", "b", None, "d", "e"]
    assert ["error" in answer for answer in answers] == [False, True, True, True, False]
    assert err.count("\n") == 3
    if command == "search":
        assert answers[0]["hits"][0]["rank"] == 1
    else:
        assert "周旭东" in answers[0]["answer"]


@pytest.mark.parametrize(
    "arguments",
    [["ask"], ["ask", "谁？", "--batch", "q.jsonl"], ["search"], ["ask", "--batch", "q", "--history", "一"]],
)
def test_a_question_or_a_batch(jiyao: Any, arguments: list[str]) -> None:
    code, out, err = jiyao(*arguments)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1


def test_summarize_writes_and_resumes(jiyao: Any, sample_home: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    asked = ("summarize", "--all", "--style", "brief", "--out", out, "--format", "md,json", "--jobs", "2")
    code, said, _ = jiyao(*asked)
    assert code == 0
    assert said == f"写成 6 份，已有 0 份，见 {out}\n"
    name = "昆政纪〔2020〕3号_市政府第50次常务会议纪要.brief"
    assert json.loads((out / f"{name}.json").read_text(encoding="utf-8"))["style"] == "brief"
    assert (out / f"{name}.md").read_text(encoding="utf-8").startswith("# ")
    again = json.loads(
        jiyao("summarize", "--all", "--style", "brief", "--out", out, "--format", "md,json", "--json")[1]
    )
    assert (len(again["written"]), len(again["skipped"])) == (0, 6)
    assert jiyao("summarize", "昆政纪〔2020〕3号", "--style", "tasks", "--out", out)[1].startswith("写成 1 份")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--topic", "海上风电补贴"], "没有找到谈“海上风电补贴”的议题或要求"),
        (["--all", "--format", "pdf"], "--format pdf 无效"),
        (["--all", "--format", ","], "无效"),
        ([], "要摘要哪些文件没有说清"),
        (["--all", "d1"], "要摘要哪些文件没有说清"),
        (["d00"], "库中没有文件“d00”"),
    ],
    ids=["topic", "unknown", "none", "nothing", "both", "no-such"],
)
def test_what_cannot_be_summarized_is_said_before_anything_is_written(
    jiyao: Any, sample_home: Path, tmp_path: Path, arguments: list[str], said: str
) -> None:
    code, out, err = jiyao("summarize", *arguments, "--out", tmp_path / "out")
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_ledger_in_every_format(jiyao: Any, sample_home: Path, tmp_path: Path) -> None:
    rows = json.loads(jiyao("ledger", "--meeting", "50", "--format", "json")[1])
    assert {row["document_number"] for row in rows} == {"昆政纪〔2020〕3号"}
    assert json.loads(jiyao("ledger", "--meeting", "50", "--json")[1]) == rows
    assert len(list(csv.reader(io.StringIO(jiyao("ledger", "--meeting", "50", "--format", "csv")[1])))) == len(rows) + 1
    assert jiyao("ledger", "--meeting", "50")[1].count("\n") >= len(rows)
    assert jiyao("ledger", "--format", "md")[1].startswith("#")
    file = tmp_path / "台账.csv"
    assert jiyao("ledger", "--meeting", "50", "--format", "csv", "--out", file) == (
        0,
        "",
        f"写成 {file}，共 {len(rows)} 条。\n",
    )
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    code, _, err = jiyao("ledger", "--out", tmp_path / "no" / "台账.txt")
    assert code == 2
    assert "无法写入" in err


@pytest.mark.parametrize(
    ("name", "opening"),
    [("台账.xlsx", b"PK"), ("台账.CSV", b"\xef\xbb\xbf"), ("台账.ics", b"BEGIN"), ("台账.txt", "行号".encode())],
    ids=["xlsx", "csv", "ics", "txt"],
)
def test_a_ledger_is_written_in_the_format_that_its_name_tells(
    jiyao: Any, sample_home: Path, tmp_path: Path, name: str, opening: bytes
) -> None:
    assert jiyao("ledger", "--meeting", "50", "--out", tmp_path / name)[0] == 0
    assert (tmp_path / name).read_bytes().startswith(opening)


def test_a_name_that_tells_another_format_is_refused(jiyao: Any, sample_home: Path, tmp_path: Path) -> None:
    code, _, err = jiyao("ledger", "--format", "csv", "--out", tmp_path / "台账.xlsx")
    assert (code, err) == (2, "--format csv 与文件名 台账.xlsx 的扩展名不符。请改其中一个，或不写 --format。\n")
    assert not (tmp_path / "台账.xlsx").exists()


def test_a_kind_is_named_as_the_list_names_it(jiyao: Any, sample_home: Path) -> None:
    assert jiyao("list", "--kind", "整改通报")[1] == jiyao("list", "--kind", "rectification")[1]
    code, _, err = jiyao("list", "--kind", "通报")
    assert code == 2
    assert "整改通报（rectification）" in err


def test_a_unit_leaves_the_rows_that_concern_it(jiyao: Any, sample_home: Path) -> None:
    every = json.loads(jiyao("ledger", "--json")[1])
    unit = next(row["lead_units"][0] for row in every if row["lead_units"])
    rows = json.loads(jiyao("ledger", "--unit", unit, "--json")[1])
    assert 0 < len(rows) < len(every)
    assert all(row["lead_units"] or row["support_units"] for row in rows)


def test_signing_a_row_and_taking_it_back(jiyao: Any, sample_home: Path, samples: Path) -> None:
    every = json.loads(jiyao("ledger", "--json")[1])
    row = next(entry["row"] for entry in every if entry["lead_units"])
    assert jiyao("ledger", "confirm", row, "--by", "李敏")[:2] == (0, f"已确认 7 处，涉及 1 行：{row}\n")
    changed = json.loads(jiyao("ledger", "correct", row, "--set", "牵头单位=市审计局", "--by", "王岚", "--json")[1])
    assert (changed["cells"], changed["rows"][0]["lead_units"]) == (1, ["市审计局"])
    jiyao("ledger", "correct", row, "--field", "时限", "--value", "年底前", "--by", "王岚")
    assert jiyao("ingest", samples)[0] == 0
    [signed] = [entry for entry in json.loads(jiyao("ledger", "--json")[1]) if entry["confirmed"]]
    assert (signed["lead_units"], signed["deadline_text"]) == (["市审计局"], "年底前")
    assert signed["confirmed"]["lead_units"]["by"] == "王岚"
    assert jiyao("ledger", "undo", row, "--by", "王岚")[0] == 0
    assert jiyao("ledger", "undo", row, "--by", "李敏")[0] == 0
    assert json.loads(jiyao("ledger", "--json")[1]) == every
    assert jiyao("ledger", "lost") == (0, "所有签认都有对应的决定。\n", "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["confirm"], "没有写明行号"),
        (["confirm", "d0:一:1"], "台账中没有“d0:一:1”这一行"),
        (["correct", "d0:一:1"], "没有说清更正哪一栏"),
        (["correct", "d0:一:1", "--set", "牵头单位"], "没有写成 栏目=内容"),
        (["correct", "d0:一:1", "--value", "甲"], "--field 与 --value 应各写一次"),
        (["--by", "李敏"], "没有说清要怎样签认"),
    ],
    ids=["no row", "unknown row", "no value", "no equals", "no field", "no action"],
)
def test_a_signing_that_is_not_clear_changes_nothing(
    jiyao: Any, sample_home: Path, arguments: list[str], said: str
) -> None:
    code, out, err = jiyao("ledger", *arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert said in err


@pytest.mark.parametrize(
    "arguments",
    [
        ["ledger", "--format", "xlsx"],
        ["ledger", "--notice"],
        ["summarize", "--all", "--out", "x", "--format", "pdf"],
    ],
    ids=["xlsx", "notice", "pdf"],
)
def test_what_is_not_there_is_said_plainly(sample_home: Path, arguments: list[str]) -> None:
    from pipeline.__main__ import build_parser

    parsed = build_parser().parse_args(arguments)
    with pytest.raises(BadRequest, match=r"不能打印在屏幕上|要写进文件夹|无效"):
        parsed.run(parsed)


def test_no_decisions_without_documents(home: Path) -> None:
    from pipeline.__main__ import build_parser

    parsed = build_parser().parse_args(["ledger"])
    with pytest.raises(LibraryEmpty, match="中还没有文件。请先运行：jiyao ingest 文件夹"):
        parsed.run(parsed)


def test_bad_input_leaves_a_library_as_it_was(jiyao: Any, sample_home: Path, tmp_path: Path) -> None:
    (tmp_path / "空.txt").write_text("")
    (tmp_path / "图.txt").write_bytes(bytes(range(256)) * 40)

    def state() -> list[tuple[str, int]]:
        files = (path for path in sample_home.rglob("*") if path.is_file())
        return sorted((path.name, path.stat().st_size) for path in files if not path.name.endswith(("-shm", "-wal")))

    before = (state(), jiyao("list", "--json")[1])
    for arguments in (
        ["ingest", tmp_path / "没有.txt"],
        ["ingest", tmp_path / "空.txt", tmp_path / "图.txt"],
        ["ask", "问" * 10_000],
        ["ask", ""],
        ["remove", "d00"],
        ["show", "d00"],
    ):
        code, out, err = jiyao(*arguments)
        assert (code, out) == (2, "")
        assert err.count("\n") == len(arguments) - 1
    assert (state(), jiyao("list", "--json")[1]) == before


def test_doctor(jiyao: Any, sample_home: Path) -> None:
    code, out, _ = jiyao("doctor", "--json")
    assert (code, json.loads(out)["ok"]) == (0, True)
    assert jiyao("doctor", "--home", sample_home / "nothing")[0] == 1


def test_serve_starts_the_chat_as_a_program(monkeypatch: pytest.MonkeyPatch, jiyao: Any, tmp_path: Path) -> None:
    started: list[Any] = []
    monkeypatch.setattr(os, "execve", lambda *given: started.append(given))
    monkeypatch.setattr("subprocess.call", lambda *given, **named: started.append((*given, named)) or 0)
    jiyao("--home", tmp_path, "serve", "--port", "7999", "--auth-file", "accounts", "--today", "2021-03-08")
    program, command, environment = started[0]
    assert program == sys.executable
    assert command[1:] == [str(ROOT / "app.py"), "--host", "127.0.0.1", "--port", "7999", "--auth-file", "accounts"]
    assert (environment["JIYAO_HOME"], environment["JIYAO_TODAY"]) == (str(tmp_path), "2021-03-08")
