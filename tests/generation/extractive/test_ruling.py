"""The verdict on what is meant, among several of an item, with what was ordered instead."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.ruling import Named, ruling
from pipeline.generation.extractive.taken import matter_of
from pipeline.generation.question import understand


def told(assistant: Assistant, text: str, *, number: str, title: str) -> str:
    question = understand(text, entries=assistant.entries(), today=datetime.date(2022, 12, 1))
    entry = next(one for one in assistant.entries() if one.document_number == number)
    source = Source(entry, assistant.catalogue.document(entry.document_id))
    item = next(one for one in source.document.items if title in one.title)
    lines = ruling(question, Named(source, item, item.span, 1.0), matter_of(question))
    for line in lines:
        quote = line.quotes[0]
        assert source.document.text[quote.start : quote.end].strip()
    return "".join(line.text for line in lines)


@pytest.mark.parametrize(
    ("text", "title", "words"),
    [
        pytest.param(
            "用水涨价后由谁收？", "供水价格", ("不同意该方案", "仍按每吨2.2元执行", "重新开展成本监审"), id="orders"
        ),
        pytest.param("旧校舍直接转让给茶果公司了，多少钱？", "校舍", ("不同意直接转让",), id="one of two verdicts"),
        pytest.param("夜市办法施行后由谁管？", "夜市", ("暂缓审议", "修改后另行上会"), id="put off"),
    ],
)
def test_the_verdict_is_told_with_what_was_ordered(
    put_off: Assistant, text: str, title: str, words: tuple[str, ...]
) -> None:
    said = told(put_off, text, number="榉政纪〔2022〕8号", title=title)
    assert all(word in said for word in words)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("旧校舍收回后怎么用？", "校舍", id="the other verdict of two"),
        pytest.param("体育馆二期什么时候开工？", "体育馆", id="no word of the change that was proposed"),
        pytest.param("公共自行车运营后归谁管？", "自行车", id="nothing was turned down"),
    ],
)
def test_nothing_is_told_of_another_matter(put_off: Assistant, text: str, title: str) -> None:
    assert told(put_off, text, number="榉政纪〔2022〕8号", title=title) == ""
