"""Verdicts: each is a sentence with its ground and what it hangs on, and nothing is said twice."""

from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.generation.summary.full import item_sentences
from pipeline.generation.summary.ruling import verdicts
from pipeline.generation.summary.told import Source
from pipeline.generation.summary.whole import whole_verdicts
from pipeline.minutes import Document, Item, Outcome, Span

HEAD = "江州市政府第12次常务会议纪要\n2021年3月8日，市长贺云主持召开市政府第12次常务会议。\n"


def _one(text: str, **fields: object) -> tuple[Source, Item]:
    item = Item(label="1", number=1, title="关于旧城改造的请示", start=0, end=len(text), **fields)  # type: ignore[arg-type]
    return Source("d1", Document(file="a.txt", text=text, kind="minutes", name="a", items=(item,))), item


def _told(heading: str, body: str) -> list[str]:
    document = parse_text(f"{HEAD}一、{heading}\n{body}\n")
    return [told.text for told in item_sentences(Source("d0", document), document.items[0])]


def test_what_comes_next_is_not_said_twice() -> None:
    text = "会议决定下次会议再议。"
    outcome = Outcome(class_="deferred", text="会议决定下次会议再议", start=0, end=10)
    source, item = _one(text, outcomes=(outcome,), next_step="下次会议再议", spans={"next_step": Span(4, 10)})
    assert [told.text for told in verdicts(source, item)] == ["会议决定下次会议再议。"]


@pytest.mark.parametrize(
    ("heading", "body", "told"),
    [
        (
            "关于招聘计划的请示",
            "会议同意招聘计划。某院所提5名实验员，因编制总量限制，不予同意。",
            "某院所提5名实验员，因编制总量限制，不予同意。",
        ),
        (
            "讨论《江州市家政办法》",
            "会议审议了《江州市家政办法》，认为奖补标准依据不足，不予通过。",
            "会议审议了《江州市家政办法》，认为奖补标准依据不足，不予通过。",
        ),
        ("关于夜班公交", "本议题因需与市财政局进一步衔接，暂缓审议。", "本议题因需与市财政局进一步衔接，暂缓审议。"),
    ],
    ids=["whose matter", "whose view", "why"],
)
def test_a_bare_verdict_is_told_with_what_it_stands_on(heading: str, body: str, told: str) -> None:
    assert told in _told(heading, body)


def test_votes_that_a_sentence_holds_are_not_said_again() -> None:
    text = "会议同意该请示，同意4票，反对7票。"
    votes = Span(text.index("同意4票"), len(text) - 1)
    source, item = _one(text, votes=object(), spans={"votes": votes})
    assert [told.text for told in verdicts(source, item)] == ["表决情况：同意4票，反对7票。"]
    assert list(verdicts(source, item, said=text)) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            "某区提出将分担比例降至两成，会议未予采纳。由市财政局牵头，5月中旬前落实首期资金5000万元。",
            "某区提出将分担比例降至两成，会议未予采纳",
        ),
        (
            "市运管处建议对超时停放一律拖移。市司法局认为于法无据，会议未采纳。",
            "市运管处建议对超时停放一律拖移。市司法局认为于法无据，会议未采纳",
        ),
    ],
    ids=["in its sentence", "in the sentence before"],
)
def test_what_was_not_adopted_is_told_with_it(body: str, said: str) -> None:
    assert any(said in text for text in _told("关于停车秩序", body))


@pytest.mark.parametrize(
    ("heading", "body", "told"),
    [
        ("码头经营权转让", "会议意见：暂缓。", "会议决定，码头经营权转让暂缓。"),
        ("关于与远航公司合资办厂", "会议意见：不同意。", "会议不同意与远航公司合资办厂。"),
        ("《江州市渡口管理办法》", "会议原则通过。", "会议原则通过《江州市渡口管理办法》。"),
        ("关于调整渡口票价", "鉴于客流不明，会议决定暂缓办理。", "鉴于客流不明，会议决定暂缓办理。"),
    ],
)
def test_a_verdict_without_an_object_has_that_of_its_heading(heading: str, body: str, told: str) -> None:
    assert told in _told(heading, body)


def test_what_comes_next_goes_on_its_own_verdict() -> None:
    body = (
        "会议原则同意该方案，由市住建局修改完善后印发。赵明提出，补贴标准偏高，会议未形成一致意见，"
        "扶梯补贴条款暂不写入方案，由市财政局测算后另行上会。"
    )
    said = _told("《江州市旧楼改造方案》", body)
    assert not any("暂不写入方案" in one and "印发" in one for one in said)


def test_what_is_left_for_a_later_meeting_is_no_part_of_the_verdict() -> None:
    body = "会议同意将搬迁时间改为9月15日前。原办公点腾空后的用途，留待下次会议讨论。"
    document = whole_verdicts(parse_text(f"甲街道党工委会议纪要\n一、办公用房\n{body}\n二、《乙办法》\n通过。\n"))
    said = [one.text for one in item_sentences(Source("d0", document), document.items[0])]
    assert not any("9月15日前，要求" in one for one in said)
    assert any("原办公点腾空后的用途，留待下次会议讨论" in one for one in said)


def test_a_bare_verdict_is_told_though_somebody_disagrees_with_it() -> None:
    said = _told(
        "北厂扩建招标方案", "会议意见：暂缓实施。\n1.由市经信局8月底前重新论证。\n2.安宁对暂缓实施持保留意见。"
    )
    assert "会议决定，北厂扩建招标方案暂缓实施。" in said


def test_what_comes_next_is_not_said_again_where_the_verdict_says_it() -> None:
    said = _told("管廊变更", "会议同意按程序办理设计变更，增加费用控制在150万元以内。")
    assert not any(one.count("按程序办理设计变更") > 1 for one in said)


def test_a_verdict_behind_a_price_that_stays_is_on_that_price_alone() -> None:
    document = whole_verdicts(
        parse_text(f"{HEAD}一、研究水价调整事宜\n会议决定，居民水价维持每吨3元不变，暂缓调整；非居民水价调整为5元。\n")
    )
    [outcome] = [one for one in document.items[0].outcomes if one.class_ == "deferred"]
    assert "居民水价" in outcome.text


def test_a_plan_put_off_is_told_with_the_plan() -> None:
    body = "市消防大队逐个审核通道。东园、西园占用绿地增设车位的方案，居民反对较多，暂缓实施，待征求意见后再议。"
    assert any(one.startswith("东园、西园") and "暂缓实施" in one for one in _told("消防通道和车位", body))
