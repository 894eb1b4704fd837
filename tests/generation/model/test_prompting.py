"""Prompts: files with a header, whose variables agree with the text and with the reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import PromptError
from pipeline.generation.model.prompting import PROMPTS, load_prompt

GOOD = """---
用途: 试
读者: pipeline/x.py
变量: question, evidence
---
# 系统
照材料答。

# 用户
{{evidence}}
{{ question }}
"""
BOTH = frozenset({"question", "evidence"})


def write(folder: Path, text: str) -> Path:
    (folder / "trial.md").write_text(text, encoding="utf-8")
    return folder


def test_a_prompt_is_filled_once(tmp_path: Path) -> None:
    prompt = load_prompt("trial", variables=BOTH, folder=write(tmp_path, GOOD))
    assert prompt.fill(question="{{evidence}}谁？", evidence="甲") == [
        ("system", "照材料答。"),
        ("user", "甲\n{{evidence}}谁？"),
    ]
    assert (prompt.name, prompt.reader) == ("trial.md", "pipeline/x.py")


def test_the_hash_moves_with_the_text(tmp_path: Path) -> None:
    before = load_prompt("trial", variables=BOTH, folder=write(tmp_path, GOOD)).hash
    again = load_prompt("trial", variables=BOTH, folder=tmp_path).hash
    after = load_prompt("trial", variables=BOTH, folder=write(tmp_path, GOOD.replace("照", "按"))).hash
    assert before == again != after
    assert len(before) == 12


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("照材料答。", "表头", id="no-header"),
        pytest.param(GOOD.replace("# 用户", "用户"), "两节", id="no-user-part"),
        pytest.param(GOOD.replace("读者: pipeline/x.py", "读者:"), "缺少“读者”", id="no-reader"),
        pytest.param(GOOD.replace("用途", "目的"), "缺少“用途”", id="no-purpose"),
        pytest.param(GOOD.replace("{{evidence}}", ""), "正文里的变量（question）", id="unused-variable"),
        pytest.param(GOOD.replace("照", "{{today}}照"), "正文里的变量", id="undeclared-variable"),
    ],
)
def test_a_wrong_prompt_says_what_is_wrong(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(PromptError, match=problem):
        load_prompt("trial", variables=BOTH, folder=write(tmp_path, text))


def test_the_reader_must_fill_what_the_header_names(tmp_path: Path) -> None:
    with pytest.raises(PromptError, match="读者给出的变量（question）不一致"):
        load_prompt("trial", variables=frozenset({"question"}), folder=write(tmp_path, GOOD))


def test_filling_needs_every_variable_and_no_other(tmp_path: Path) -> None:
    prompt = load_prompt("trial", variables=BOTH, folder=write(tmp_path, GOOD))
    with pytest.raises(PromptError, match="不一致"):
        prompt.fill(question="谁？")


def test_a_prompt_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PromptError, match=r"nothing\.md 有误：文件不存在"):
        load_prompt("nothing", variables=BOTH, folder=tmp_path)


@pytest.mark.parametrize("file", sorted(PROMPTS.glob("*.md")), ids=lambda file: file.stem)
def test_every_prompt_of_the_product_has_a_header_that_agrees_with_its_text(file: Path) -> None:
    header = file.read_text(encoding="utf-8").split("---")[1]
    (named,) = (line.partition(":")[2] for line in header.splitlines() if line.startswith("变量"))
    variables = frozenset(entry.strip() for entry in named.split(",") if entry.strip())
    assert load_prompt(file.stem, variables=variables).system
