"""Whatever the text: no character is lost, no part overlaps another, every field stands where its place says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.documents.parse import parse_text
from tests.documents.checks import check
from tests.documents.invented import TEXTS

SAMPLES = [path.read_text(encoding="utf-8") for path in sorted(Path("data/minutes").glob("*.txt"))]


@pytest.mark.parametrize("text", SAMPLES, ids=["2024", "2017", "2020"])
def test_samples_hold(text: str) -> None:
    check(parse_text(text))


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_invented_hold(name: str) -> None:
    check(parse_text(TEXTS[name], file=f"{name}.txt"))


def _cut(text: str, start: int, length: int) -> str:
    lines = text.split("\n")
    return "\n".join(lines[start % len(lines) : start % len(lines) + length])


CHANGES = {
    "full width": lambda text: text.translate(
        {ord(a): b for a, b in zip("(),:;.1234567890", "（），：；．１２３４５６７８９０", strict=True)}
    ),
    "half width": lambda text: text.translate({ord(a): b for a, b in zip("（），：；", "(),:;", strict=True)}),
    "wrapped": lambda text: "\n".join(
        line[i : i + 28] for line in text.split("\n") for i in range(0, max(1, len(line)), 28)
    ),
    "no blank lines": lambda text: re.sub(r"\n\s*\n", "\n", text),
    "blank lines": lambda text: text.replace("\n", "\n\n"),
    "one line": lambda text: text.replace("\n", ""),
    "full stops for marks": lambda text: re.sub(r"(?m)^([一二三四五六七八九十]+)、", r"\1. ", text),
    "page numbers": lambda text: re.sub(r"((?:.*\n){9})", r"\1- 7 -\n", text),
    "padded names": lambda text: re.sub(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff][，、])", "  ", text),
    "crushed": lambda text: re.sub(r"[。；]", "", text),
    "pipes": lambda text: text.replace("，", " | "),
    "tabs": lambda text: text.replace("：", "\t"),
    "site": lambda text: "当前位置：首页 > 公文\n" + text + "\n上一篇：无\n版权所有：某网\n",
    "upside down": lambda text: "\n".join(reversed(text.split("\n"))),
}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    source=st.sampled_from([*(text[:6000] for text in SAMPLES), *TEXTS.values()]),
    start=st.integers(0, 60),
    length=st.integers(1, 80),
    changes=st.lists(st.sampled_from(sorted(CHANGES)), max_size=3),
)
def test_mutated_texts_hold(source: str, start: int, length: int, changes: list[str]) -> None:
    text = _cut(source, start, length)
    for name in changes:
        text = CHANGES[name](text)
    check(parse_text(text))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "一、",
                "二、",
                "（一）",
                "1.",
                "议题一：",
                "会议听取了",
                "会议原则同意",
                "《办法》",
                "。",
                "，",
                "；",
                "：",
                "\n",
                "\n\n",
                "由市财政局牵头",
                "出席：",
                "张三",
                "李四、",
                "列席：",
                "2020年3月7日",
                "纪要",
                "主持召开",
                "会议还审议了",
                "记录：",
                "|",
                "\t",
                "-",
                "1",
                "-",
                "原文链接：",
                "（",
                "）",
                "“",
                "》",
                "同意3票",
                "，不同意7票",
                "整改",
                "问题",
                "第一条",
                "附件：",
                "抄送：",
            ]
        ),
        max_size=60,
    ).map("".join)
)
def test_any_heap_of_words_holds(text: str) -> None:
    check(parse_text(text))


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_any_text_holds(text: str) -> None:
    check(parse_text(text))
