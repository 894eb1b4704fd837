"""The language of the screen."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from pipeline.interface import language
from pipeline.interface.language import Spoken, retold, say, speaking, use_setting


@pytest.fixture(autouse=True)
def _chinese_by_setting() -> Iterator[None]:
    yield
    use_setting("zh")


def test_chinese_is_spoken_unless_somebody_chose_otherwise() -> None:
    assert language.language() == "zh" and say("提问") == "提问"
    use_setting("en")
    assert language.language() == "en" and say("提问") == "Ask"
    with speaking("zh"):
        assert say("提问") == "提问"


def test_what_has_no_english_stays_chinese() -> None:
    with speaking("en"):
        assert say("市政府第1次常务会议") == "市政府第1次常务会议"


@pytest.mark.parametrize(
    ("said", "english"),
    [
        ("已检索 1 份文件。", "Searched 1 document."),
        (
            "库中没有“第9次常务会议”。库中现有：市政府第1次常务会议。已检索 2 份文件。",
            "“第9次常务会议” is not in the library. It holds: 市政府第1次常务会议. Searched 2 documents.",
        ),
        ("没有符合筛选条件的文件。", "No document fits the filters."),
        (
            "没有看懂要问什么，请写明会议、议题或事项。已检索 3 份文件（范围：单位市财政局）。",
            "The question was not understood. Name a meeting, an item or a matter. "
            "Searched 3 documents (within: 单位市财政局).",
        ),
        (
            "甲政纪〔2021〕3号：该项未载明审议结论。",
            "甲政纪〔2021〕3号: the item does not state the verdict.",
        ),
        ("出处中没有单位“市文旅局”", "the sources do not have “市文旅局”"),
        ("出处中没有“60个”这个数", "the sources do not have “60个”"),
        ("漏掉了出处的“不”", "leaves out “不” of the sources"),
        (
            "查了库中 9 份文件，2 份谈到这件事；没有谈到的：甲政纪〔2021〕3号等 7 份。",
            "Of 9 documents 2 speak of this matter. Those that do not: 甲政纪〔2021〕3号等 7 份.",
        ),
    ],
    ids=[
        *("one document", "no such meeting", "no document", "within", "not stated"),
        *("no such unit", "no such figure", "left out", "one matter"),
    ],
)
def test_the_engines_own_sentences_are_told_in_english(said: str, english: str) -> None:
    assert retold(said) == said
    with speaking("en"):
        assert retold(said) == english


def test_a_documents_sentence_is_never_translated() -> None:
    quoted = "会议原则通过《城区停车管理办法》，由市城管局牵头，6月底前完成。"
    with speaking("en"):
        assert retold(quoted) == quoted
        assert retold(f"库中文件没有载明所问内容。{quoted}") == f"The documents do not state this.{quoted}"


@pytest.mark.parametrize(
    ("cookie", "spoken"),
    [("jiyao-language=en", "en"), ("a=b; jiyao-language=zh", "zh"), ("jiyao-language=<x>", "zh"), ("", "zh")],
    ids=["english", "chinese", "nonsense", "none"],
)
def test_our_own_routes_speak_the_language_of_the_browser(cookie: str, spoken: str) -> None:
    heard = []

    async def app(*_: Any) -> None:
        heard.append(language.language())

    scope = {"type": "http", "headers": [(b"cookie", cookie.encode())]}
    asyncio.run(Spoken(app)(scope, None, None))
    assert heard == [spoken]
