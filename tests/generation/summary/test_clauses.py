"""What a clause of official Chinese does."""

from __future__ import annotations

import pytest

from pipeline.generation.summary.clauses import Clause, clauses, sentences, split, tidy


def _one(text: str) -> Clause:
    [clause] = clauses(text)
    return clause


@pytest.mark.parametrize(
    ("text", "does"),
    [
        pytest.param("新增绿色工厂6家", "fact", id="a figure"),
        pytest.param("召开五次全体会议", "fact", id="a figure in characters"),
        pytest.param("推迟至6月底前完成", "fact", id="a deadline"),
        pytest.param("由市财政局牵头", "fact", id="who leads"),
        pytest.param("出台《停车管理办法》", "act", id="a document"),
        pytest.param("标准化战略是推动高质量发展的重要内容", "reason", id="a reason"),
        pytest.param("对成果转化具有重要意义", "reason", id="a meaning"),
        pytest.param("各单位要抓好落实", "call", id="a call"),
        pytest.param("根据当前工作实际", "way", id="a ground"),
        pytest.param("在充分调研的基础上", "way", id="a condition of work"),
        pytest.param("推动经济社会发展", "effect", id="an effect"),
        pytest.param("不断提高管理水平", "effect", id="an effect after an adverb"),
        pytest.param("其中未分配利润占比更高", "leaning", id="leans back"),
        pytest.param("对首次上榜的企业", "waiting", id="waits for its predicate"),
        pytest.param("同时", "link", id="leads over"),
        pytest.param("要加强督查督办", "topic", id="a heading"),
    ],
)
def test_a_clause_does(text: str, does: str) -> None:
    assert getattr(_one(text), does) is True


@pytest.mark.parametrize(
    ("text", "does"),
    [
        pytest.param("完成一项重要任务", "fact", id="一项 counts nothing"),
        pytest.param("给予一次性奖励", "fact", id="一次性 counts nothing"),
        pytest.param("形成方案后提交会议讨论", "effect", id="a plan to be made is no effect"),
        pytest.param("围绕轨道交通沿线推进城市更新", "way", id="a way that acts"),
        pytest.param("根据调查制定方案", "way", id="a ground that acts"),
        pytest.param("在投资项目时要跟投", "way", id="a way that calls"),
        pytest.param("更是要加强管理", "reason", id="要 after 是"),
        pytest.param("主要听取情况汇报", "call", id="主要 is no call"),
        pytest.param("严格执行相关要求", "call", id="要求 is no call"),
        pytest.param("召开会议17次", "topic", id="a heading has no figure"),
    ],
)
def test_a_clause_does_not(text: str, does: str) -> None:
    assert getattr(_one(text), does) is False


def test_a_wording_to_keep_is_a_fact() -> None:
    assert not _one("滨河新区配合").fact
    assert clauses("滨河新区配合", keep=["高新区"])[0].fact is False
    assert clauses("滨河新区配合", keep=["滨河新区"])[0].fact is True


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("要进一步细化方案", "细化方案", id="adverb"),
        pytest.param("各板块要着力推进错位发展", "各板块要推进错位发展", id="adverb after the call"),
        pytest.param("切实有力有效防范风险隐患", "防范风险隐患", id="adverbs in a row"),
        pytest.param("稳步推进", "稳步推进", id="nothing much would be left"),
        pytest.param("积极性不高的单位要改进", "积极性不高的单位要改进", id="积极性 is a noun"),
        pytest.param("建立相应的配套体系", "建立相应的配套体系", id="相应 holds no call"),
        pytest.param("降低供应商交易成本", "降低供应商交易成本", id="供应商 holds no call"),
        pytest.param("既要扶持创业企业", "既要扶持创业企业", id="既要 waits for 也要"),
        pytest.param("对可能的风险点予以高度关注", "关注可能的风险点", id="light verb"),
        pytest.param("针对重点企业开展调研", "针对重点企业开展调研", id="针对 is not 对"),
        pytest.param("做好安置房建设工作", "做好安置房建设", id="工作 at the end"),
        pytest.param("做好采购、培训等工作", "做好采购、培训等工作", id="等工作 stays"),
        pytest.param("全面深化改革领导小组会议", "全面深化改革领导小组会议", id="a name that opens like an adverb"),
        pytest.param("会议强调，", "会议强调，", id="nothing but a saying"),
    ],
)
def test_tidy(text: str, words: str) -> None:
    assert tidy(text) == words


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("一，二。三", ["一，二", "三"], id="plain"),
        pytest.param("印发“一，二。三”。四", ["印发“一，二。三”", "四"], id="inside quotes"),
        pytest.param("印发《一。二》；三", ["印发《一。二》；三"], id="inside a title, other mark"),
        pytest.param("左引号“没有收尾。二", ["左引号“没有收尾", "二"], id="a quote that never ends"),
        pytest.param("。。", [], id="nothing"),
    ],
)
def test_split(text: str, parts: list[str]) -> None:
    assert split(text, "。") == parts


def test_sentences_leave_titles_and_numbers_alone() -> None:
    assert sentences("出台《甲,乙办法》,计1,200家;完成") == ["出台《甲,乙办法》，计1,200家", "完成"]
