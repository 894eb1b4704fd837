"""The brief draft: one paragraph that fits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.documents.parse import parse_text
from pipeline.generation.summary import brief
from pipeline.generation.summary.brief import MOST, brief_parts
from pipeline.generation.summary.told import Part, Source
from pipeline.minutes import Document, Item, Outcome, Span
from tests.generation.papers import minutes, report


def _text(parts: list[Part]) -> str:
    return "".join(told.text for part in parts for told in part.told)


def test_minutes_in_one_paragraph() -> None:
    [part] = brief_parts("d1", minutes())
    assert [told.text for told in part.told] == [
        "2021年3月8日，郑远航主持召开市政府第12次常务会议。",
        "会议强调：绷紧安全生产之弦。",
        "会议原则通过《临川市停车管理办法》，要求修改完善后提交市委常委会讨论；"
        "由市城管局牵头，市公安局配合，6月底前完成泊位普查，共1200个；滨河新区：对接市规划局，完善项目方案。",
        "会议不同意关于公交票价调整情况的汇报，请市交通局重新测算。",
        "会议听取了关于防汛工作的汇报。",
        "会议还审议了《救援基金方案》，学习了《数据安全法》。",
    ]
    assert part.note == "未载明审议结论：第三项"


def test_items_stand_in_the_order_of_the_text_and_those_only_named_behind_them() -> None:
    text = (
        "甲县人民政府第2次常务会议纪要\n2024年3月5日，县长李某主持召开县政府第2次常务会议。\n"
        "一、防火工作\n会议听取了县林业局的汇报。由县林业局4月1日前购置灭火机80台，资金60万元。\n"
        "二、渡口搬迁\n会议同意渡口搬迁。\n三、春耕工作\n会议听取了县农业农村局的汇报。\n"
    )
    [part] = brief_parts("d1", parse_text(text, file="a.txt"))
    assert [told.text for told in part.told][1:] == [
        "防火工作：由县林业局4月1日前购置灭火机80台，资金60万元。",
        "会议同意渡口搬迁。",
        "会议听取了春耕工作的汇报。",
    ]


def test_a_report_lists_its_problems_and_what_is_ahead() -> None:
    [part] = brief_parts("d2", report())
    assert [told.text for told in part.told][1:] == [
        "列出2个问题：基础设施薄弱、服务意识不强。",
        "完善路网体系：推进道路建设，新建道路12公里，总投资3.5亿元。",
        "健全机制：出台《道路养护办法》，明确责任。",
        "优化服务：要求各窗口在2022年12月底前实现一窗受理。",
        "下一步：更加注重长效。",
    ]
    assert part.note is None


def _many(count: int, *, title: str) -> Document:
    """Minutes with so many items of one fate."""
    lines = [
        f"{number}、审议《{title}{number}（试行）》\n会议原则通过上述文件，要求修改后实施。\n"
        for number in range(1, count + 1)
    ]
    text = "".join(lines)
    items, start = [], 0
    for number, line in enumerate(lines, start=1):
        opening, verdict = line.index("《"), line.index("会议")
        items.append(
            Item(
                label=str(number),
                number=number,
                title=line[opening : line.index("\n")],
                verb="审议",
                outcomes=(
                    Outcome(
                        class_="approved_in_principle",
                        text="会议原则通过上述文件",
                        start=start + verdict,
                        end=start + verdict + 10,
                    ),
                ),
                next_step="要求修改后实施",
                spans={
                    "title": Span(start + opening, start + line.index("\n")),
                    "next_step": Span(start + verdict + 11, start + verdict + 18),
                },
                start=start,
                end=start + len(line),
            )
        )
        start += len(line)
    return Document(file="a.txt", text=text, kind="minutes", name="a", items=tuple(items))


@pytest.mark.parametrize(
    ("count", "title", "holds", "covered"),
    [
        pytest.param(3, "关于某项管理工作的办法", "要求修改后实施", 3, id="all fits"),
        pytest.param(17, "关于支持某项重要工作的意见", "》《", 17, id="the next step goes first"),
        pytest.param(
            20, "关于支持某项重要工作的意见", "原则通过支持某项重要工作的意见1、", 20, id="then the marks of titles"
        ),
        pytest.param(60, "关于支持某项重要工作的意见", "等。", None, id="at last items"),
    ],
)
def test_what_does_not_fit_goes_in_order(count: int, title: str, holds: str, covered: int | None) -> None:
    parts = brief_parts("d1", _many(count, title=title))
    assert len(_text(parts)) <= MOST
    assert holds in _text(parts)
    told = {start for part in parts for entry in part.told for start in entry.covers}
    assert len(told) == covered if covered else 0 < len(told) < count


def test_every_sentence_holds() -> None:
    for document in (minutes(), report(), _many(20, title="关于支持某项工作的意见")):
        source = Source("d1", document)
        assert all(source.holds(told) for part in brief_parts("d1", document) for told in part.told)


def test_the_preamble_goes_where_there_is_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(brief, "MOST", 130)
    assert "安全生产" not in _text(brief_parts("d1", minutes()))


def test_a_document_without_anything_is_an_empty_paragraph() -> None:
    assert _text(brief_parts("d0", Document(file="a.txt", text="", kind="other", name="a"))) == ""


def test_a_paper_without_items_is_its_first_sentences() -> None:
    text = "各单位要抓好落实工作安排。" * 60
    document = Document(file="a.txt", text=text, kind="other", name="a", preamble=Span(0, len(text)))
    said = _text(brief_parts("d0", document))
    assert said.startswith("各单位要抓好落实工作安排。")
    assert MOST - 20 < len(said) <= MOST


def test_an_item_without_a_title_is_named_by_its_first_clause() -> None:
    document = minutes()
    bare = replace(document.items[2], title="", spans={}, verb=None, start=document.text.index("各镇要"))
    said = _text(brief_parts("d1", replace(document, items=(bare,))))
    assert "各镇要备足防汛物资。" in said


def test_items_of_an_agenda_are_listed_without_a_verdict() -> None:
    document = replace(
        minutes(), kind="agenda", items=tuple(replace(item, verb=None, outcomes=()) for item in minutes().items)
    )
    assert "议题：《临川市停车管理办法》、关于公交票价调整情况的汇报、关于防汛工作的汇报。" in _text(
        brief_parts("d1", document)
    )


def test_a_notice_does_not_say_that_its_meeting_has_dealt_with_anything() -> None:
    items = tuple(replace(item, verb="审议", outcomes=()) for item in minutes().items)
    said = _text(brief_parts("d1", replace(minutes(), kind="agenda", items=items, other_matters=())))
    assert "审议了" not in said
    assert "主持召开" not in said
    assert "议题：" in said


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            "城区内涝\n丙局提出提前封闭地下商场的建议，因影响商户甚多，会议决定暂缓，待暴雨预警后再行研究。",
            "城区内涝：丙局提出提前封闭地下商场的建议，会议决定暂缓，待暴雨预警后再行研究。",
        ),
        (
            "网格调整\n会议通过《甲镇网格调整方案》。委员李某提出补贴与星级挂钩，会议认为政策尚不明确，此事暂不决定。",
            "会议通过《甲镇网格调整方案》；委员李某提出补贴与星级挂钩，会议认为政策尚不明确，此事暂不决定。",
        ),
        (
            "学位缺口\n会议原则同意应对方案。王某提出，过渡校舍较远，应开通校车。会议采纳该意见。",
            "学位缺口：会议原则同意应对方案；王某提出，过渡校舍较远，应开通校车，会议采纳该意见。",
        ),
        (
            "临时停车\n对丙局提出的把收入用于补贴的建议，会议不作采纳。",
            "临时停车：对丙局提出的把收入用于补贴的建议，会议不作采纳。",
        ),
        (
            "河道清障\n（一）违章建筑由丙局拆除。\n（二）采砂船底数不清，由丁局尽快摸清，处置意见另行研究。",
            "河道清障：违章建筑由丙局拆除；采砂船底数不清，处置意见另行研究；由丁局尽快摸清。",
        ),
    ],
)
def test_a_verdict_on_what_somebody_proposed_is_told_with_it(body: str, said: str) -> None:
    text = f"甲县人民政府第2次常务会议纪要\n2024年3月5日，县长李某主持召开县政府第2次常务会议。\n一、{body}\n"
    [part] = brief_parts("d1", parse_text(text, file="a.txt"))
    assert [told.text for told in part.told][1:] == [said]


def test_an_item_of_which_nothing_else_is_told_comes_before_more_of_the_others() -> None:
    tasks = "由乙局6月底前拨付资金{}万元，用于道路修缮和沿线绿化提升，并于每月5日前报告进度。"
    text = (
        "甲县人民政府第2次常务会议纪要\n2024年3月5日，县长李某主持召开县政府第2次常务会议。\n"
        "一、北桥工程进展\n会议听取了丙局的汇报。开工时间由9月28日调整为11月15日。\n"
        + "".join(
            f"{'二三四五'[at]}、{'东西南中'[at]}路修缮\n会议同意{'东西南中'[at]}路修缮。{tasks.format(30 + at) * 2}\n"
            for at in range(4)
        )
        + "六、书面通报事项\n会议书面通报了上半年热线办理情况。\n"
    )
    [part] = brief_parts("d1", parse_text(text, file="a.txt"))
    said = [told.text for told in part.told]
    assert "北桥工程进展：开工时间由9月28日调整为11月15日。" in said
    assert said[-1] == "书面通报事项：会议书面通报了上半年热线办理情况。"
