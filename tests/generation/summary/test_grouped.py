"""Items with one fate in one sentence, and those whose verdict cannot be joined in the words of the verdict."""

from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.generation.summary.brief import brief_parts
from pipeline.generation.summary.grouped import decided, undecided
from pipeline.generation.summary.own_words import Shown
from pipeline.generation.summary.told import Source
from pipeline.minutes import Document, Item, Outcome, OutcomeClass, Span

_CLASSES: dict[str, OutcomeClass] = {"不": "rejected", "再": "deferred", "暂": "deferred"}


def _source(*lines: tuple[str, str]) -> Source:
    """Return minutes whose items are a title and a verdict each; several verdicts are parted by ；."""
    text, items = "", []
    for number, (title, verdict) in enumerate(lines, start=1):
        start, at = len(text), len(text) + len(title) + 1
        outcomes = []
        for words in filter(None, verdict.split("；")):
            place = at + verdict.index(words)
            kind = _CLASSES.get(words.removeprefix("会议")[0], "approved")
            outcomes.append(Outcome(class_=kind, text=words, start=place, end=place + len(words)))
        text += f"{title}\n{verdict}。\n"
        spans = {"title": Span(start, start + len(title))}
        items.append(
            Item(
                label=str(number),
                number=number,
                title=title,
                outcomes=tuple(outcomes),
                spans=spans,
                start=start,
                end=len(text),
            )
        )
    return Source("d1", Document(file="a.txt", text=text, kind="minutes", name="a", items=tuple(items)))


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            [("《甲办法》", "会议通过该办法"), ("《乙方案》", "会议通过该方案")],
            ["会议通过《甲办法》《乙方案》。"],
        ),
        ([("去年村集体账目", "表决通过")], ["会议表决通过去年村集体账目。"]),
        ([("去年村集体账目", "鼓掌通过")], ["会议鼓掌通过去年村集体账目。"]),
        ([("餐饮船清退", "会议不同意保留6艘餐饮船的建议")], ["餐饮船清退：会议不同意保留6艘餐饮船的建议。"]),
        ([("关于调整水费标准", "会议同意该项调整")], ["会议同意调整水费标准。"]),
        ([("行政楼电梯更换问题", "会议决定暂缓")], ["会议决定，行政楼电梯更换问题暂缓。"]),
        (
            [("老促会换届", "会议不同意增加驻会职数；原则同意换届方案的其他内容")],
            ["老促会换届：会议不同意增加驻会职数；原则同意换届方案的其他内容。"],
        ),
    ],
    ids=["together", "a vote", "applause", "on a part of it", "no noun of a paper", "put off", "two verdicts"],
)
def test_a_verdict_is_joined_with_what_it_is_on(lines: list[tuple[str, str]], said: list[str]) -> None:
    source = _source(*lines)
    told = decided(source, source.document.items, Shown())
    assert [entry.text for entry in told] == said
    assert all(source.holds(entry) for entry in told)
    assert {start for entry in told for start in entry.covers} == {item.start for item in source.document.items}


@pytest.mark.parametrize(
    ("titles", "said"),
    [
        (["学习《某某条例》", "听取防汛工作汇报"], "会议学习了《某某条例》，听取了防汛工作汇报。"),
        (["关于春节值班", "研究干部任免"], "议题：关于春节值班、研究干部任免。"),
    ],
    ids=["each with a verb", "one without"],
)
def test_what_states_no_verdict_is_named_by_its_verb(titles: list[str], said: str) -> None:
    source = _source(*((title, "") for title in titles))
    [told] = undecided(source, source.document.items, Shown())
    assert told.text == said
    assert source.holds(told)


def test_fewer_items_are_named_and_said_to_be_fewer() -> None:
    source = _source(*((f"《{name}办法》", "会议通过该办法") for name in "甲乙丙"))
    [told] = decided(source, source.document.items, Shown(named=2))
    assert told.text == "会议通过《甲办法》《乙办法》等。"
    assert len(told.covers) == 2


def test_where_space_is_short_the_titles_go_bare_and_the_meeting_is_named_once() -> None:
    source = _source(("《关于甲办法》", "会议通过该办法"), ("《关于乙方案》", "会议不同意该方案"))
    told = decided(source, source.document.items, Shown(short=True, one_subject=True))
    assert [entry.text for entry in told] == ["会议通过：甲办法；", "不同意乙方案。"]
    assert all(source.holds(entry) for entry in told)


def test_a_verdict_that_no_title_tells_is_left_out_before_it_is_told_wrongly() -> None:
    source = _source(("《甲办法》", "会议通过该办法"), ("餐饮船清退", "会议不同意保留6艘餐饮船的建议"))
    told = decided(source, source.document.items, Shown(own=False))
    assert [entry.text for entry in told] == ["会议通过《甲办法》。", "议题：餐饮船清退。"]


@pytest.mark.parametrize(
    ("title", "verdict", "said"),
    [
        (
            "关于秸秆补贴",
            "会议同意将秸秆补贴标准确定为每亩25元",
            "会议同意将秸秆补贴标准确定为每亩25元。",
        ),
        ("桥头公园景观方案", "会议同意方案一", "桥头公园景观方案：会议同意方案一。"),
        ("《江州市停车收费办法》", "会议决定暂缓通过上述文件", "会议决定，《江州市停车收费办法》暂缓通过。"),
        ("暂缓审议《江州市单车规定》", "暂缓审议《江州市单车规定》", "会议暂缓审议《江州市单车规定》。"),
        ("毛纺厂危房处置问题", "处置方案待评估后再议", "毛纺厂危房处置问题：处置方案待评估后再议。"),
        ("关于表决通过《专家库办法》", "会议通过该办法", "会议通过《专家库办法》。"),
    ],
    ids=["a figure", "which of several", "the paper above", "title is the verdict", "a part of it", "voted on"],
)
def test_what_was_decided_is_told_with_what_makes_it_out(title: str, verdict: str, said: str) -> None:
    source = _source((title, verdict))
    assert [entry.text for entry in decided(source, source.document.items, Shown())] == [said]


def test_two_verdicts_of_one_item_say_what_each_is_on() -> None:
    text = (
        "江州市政府第12次常务会议纪要\n2021年3月8日，市长贺云主持召开市政府第12次常务会议。\n"
        "一、关于撤销甲、乙两家开发区的请示\n"
        "甲开发区闲置土地占比达43%，会议同意撤销。乙开发区近一年明显好转，会议不同意撤销。\n"
    )
    source = Source("d0", parse_text(text))
    [told] = decided(source, source.document.items, Shown())
    assert "甲开发区闲置土地占比达43%，会议同意撤销" in told.text
    assert "乙开发区近一年明显好转，会议不同意撤销" in told.text


def test_what_was_not_adopted_is_named_in_a_brief_draft() -> None:
    head = "江州市政府第12次常务会议纪要\n2021年3月8日，市长贺云主持召开市政府第12次常务会议。\n"
    body = "一、关于大桥改造\n同意采用方案二。某区提出将分担比例降至两成，会议未予采纳。\n"
    source = Source("d1", parse_text(head + body))
    [told] = decided(source, source.document.items, Shown())
    assert told.text == "大桥改造：同意采用方案二；某区提出将分担比例降至两成，会议未予采纳。"


@pytest.mark.parametrize(
    "body",
    ["某镇提出由区里承担3栋老屋的鉴定费，会议予以同意。", "某站要借打谷场办培训，同意借，借两天。"],
    ids=["borne by others", "lent"],
)
def test_what_somebody_asks_for_and_gets_is_not_the_title_of_its_item(body: str) -> None:
    head = "江州市政府第12次常务会议纪要\n2021年3月8日，市长贺云主持召开市政府第12次常务会议。\n"
    source = Source("d0", parse_text(f"{head}一、自建房整治\n某局汇报了排查情况。{body}\n"))
    [told] = decided(source, source.document.items, Shown())
    assert "同意自建房" not in told.text
    assert body.split("，")[0] in told.text


def test_what_a_sentence_turns_down_is_not_the_title_of_its_item() -> None:
    head = "江州市政府第12次常务会议纪要\n2021年3月8日，市长贺云主持召开市政府第12次常务会议。\n"
    body = "一、重点项目\n产业园土地已摘牌。某企业要求再减免配套费2600万元，会议不同意。\n"
    source = Source("d1", parse_text(head + body))
    [told] = decided(source, source.document.items, Shown())
    assert told.text == "重点项目：某企业要求再减免配套费2600万元，会议不同意。"


@pytest.mark.parametrize(
    ("heading", "body", "told", "wrong"),
    [
        (
            "购置巡逻车方案",
            "会议同意先行购置20辆，单车限价9万元；其余15辆暂缓，待省级补贴到账后另行上会。",
            "同意先行购置20辆，单车限价9万元；其余15辆暂缓，待省级补贴到账后另行上会",
            "暂缓；单车",
        ),
        (
            "东渡口商铺租金减免",
            "批准对12家商户减免租金，共计8.4万元；另外5家不在影响面内，不予减免。",
            "减免租金，共计8.4万元；另外5家不在影响面内，不予减免",
            "不予减免；共计",
        ),
        (
            "城西水厂扩建工程有关事宜",
            "会议同意城西水厂扩建工程不再采用代建模式，改由县水务集团自建。",
            "同意城西水厂扩建工程不再采用代建模式",
            "会议同意城西水厂扩建工程有关",
        ),
        (
            "汛期值守工作",
            "1.值守人员每日两报。\n2.动用储备物资，50万元以下由分管副县长签批。会议同意这一权限划分。",
            "50万元以下由分管副县长签批",
            "会议同意汛期值守工作",
        ),
    ],
)
def test_a_limit_stays_with_its_own_verdict(heading: str, body: str, told: str, wrong: str) -> None:
    text = f"榕港县政府第8次常务会议纪要\n2023年5月9日，县长安澜主持召开县政府第8次常务会议。\n一、{heading}\n{body}\n"
    said = "".join(one.text for part in brief_parts("d0", parse_text(text)) for one in part.told)
    assert told in said
    assert wrong not in said


def test_of_several_verdicts_the_main_one_is_on_the_matter() -> None:
    body = "田舟提出先算账，会议予以采纳。会议原则通过该方案。原报62万元的预算不予采纳。"
    document = parse_text(f"甲县政府第3次常务会议纪要\n一、《乙村供水方案》\n{body}\n")
    source = Source("d0", document)
    [told] = decided(source, document.items, Shown(main=True))
    assert "原则通过《乙村供水方案》" in told.text
    assert "采纳" not in told.text


def test_a_heading_without_a_matter_is_not_named() -> None:
    document = parse_text("甲县政府第3次常务会议纪要\n一、乙桥加固\n会议听取了汇报。\n二、其他事项\n会议听取了汇报。\n")
    source = Source("d0", document)
    assert all("其他事项" not in one.text for one in undecided(source, document.items, Shown()))
