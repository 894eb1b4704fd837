"""Lists and counts: exact, in the order of the text."""

from __future__ import annotations

import datetime

import pytest

from pipeline.generation.extractive.counting import lists
from pipeline.generation.extractive.evidence import Source, terms_of
from pipeline.generation.understanding.question import Question, understand
from pipeline.minutes import Presenter


def read(text: str, sources: list[Source]) -> Question:
    return understand(text, entries=[source.entry for source in sources], today=datetime.date(2022, 6, 1))


def test_items_are_counted_and_listed_in_order(sources: list[Source]) -> None:
    [count] = lists.item_list(read("有几项议题", sources), sources[0])
    assert count.counted == 3 == len(count.quotes)
    listed = lists.item_list(read("有哪些议题", sources), sources[0])
    assert [sentence.text[:2] for sentence in listed] == ["讨论", "听取", "审议"]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("原则通过了哪些", ["停车管理办法"]),
        ("同意了哪些", ["数据资源共享", "停车管理办法实施细则"]),
        ("不同意哪些", ["调整公交票价"]),
        ("哪些没有结论", ["老旧小区改造"]),
        ("暂缓了哪些", []),
    ],
)
def test_items_by_verdict(sources: list[Source], text: str, titles: list[str]) -> None:
    found, looked = lists.by_outcome(read(text, sources), sources)
    assert len(found) == len(titles)
    for (_, sentence), title in zip(found, titles, strict=True):
        assert title in sentence.text
    assert len(looked) == 4


def test_a_count_of_verdicts_comes_first(sources: list[Source]) -> None:
    found, _ = lists.by_outcome(read("原则通过了几项", sources), sources)
    assert found[0][1].counted == 1


def test_points_are_counted(sources: list[Source]) -> None:
    [sentence] = lists.measures(sources[0])
    assert sentence.counted == 4 == len(sentence.quotes)
    [task] = lists.measures(sources[1])  # 不同意该方案，请市交通运输局重新测算
    assert task.counted == 1
    [of_one] = lists.measures(sources[0], sources[0].document.items[:1])
    assert of_one.counted == 2


def test_matters_of_the_tail(sources: list[Source]) -> None:
    assert [sentence.text for sentence in lists.other_matters(sources[0])] == [
        "审议《关于设立应急救援基金的请示》",
        "学习《中华人民共和国数据安全法》",
    ]


@pytest.mark.parametrize(
    ("text", "units", "count"),
    [
        ("市城管局牵头哪些事项", ("市城管局",), 1),
        ("市公安局配合哪些事项", ("市公安局",), 1),
        ("市公安局牵头哪些事项", ("市公安局",), 0),
        ("市财政局要做什么", ("市财政局",), 1),
    ],
)
def test_points_of_a_unit(sources: list[Source], text: str, units: tuple[str, ...], count: int) -> None:
    assert len(lists.unit_matters(read(text, sources), sources, units)) == count


def test_points_of_a_unit_that_speak_of_something_else_fall_out(sources: list[Source]) -> None:
    question = read("市财政局在停车平台上要做什么", sources)
    for topic, count in (("停车平台", 1), ("公交票价", 0)):
        assert len(lists.unit_matters(question, sources, ("市财政局",), beside=terms_of((topic,)))) == count


@pytest.mark.parametrize(
    ("presenter", "units", "told"),
    [
        pytest.param(None, ["市水务局"], False, id="nobody"),
        pytest.param(Presenter(name=None, unit="市水务局"), ["水务局"], True, id="the unit"),
        pytest.param(Presenter(name=None, unit="市水务局"), ["市财政局"], False, id="another unit, no name"),
        pytest.param(Presenter(name="方远", unit=None), [], True, id="the person"),
        pytest.param(Presenter(name="方近", unit=None), [], False, id="another person"),
    ],
)
def test_who_is_meant_as_reporter(
    presenter: Presenter | None, units: list[str], told: bool, sources: list[Source]
) -> None:
    others = [Presenter(name="白露")]
    who = [*others, presenter] if presenter else others
    assert lists.is_reporter(read("方远汇报了什么", sources), who, units) is told
