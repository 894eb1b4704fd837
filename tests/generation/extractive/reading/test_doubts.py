"""What makes a likely sentence no answer, over invented minutes."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.by_reading import sources_of
from pipeline.generation.extractive.reading.candidates import asked_of, passages_of
from pipeline.generation.extractive.reading.doubts import DARING, PHONE_ASKED, doubted
from tests.libraries import composing_of, library_of

FILE = "桐政纪〔2022〕6号.txt"
TEXT = """桐城县人民政府常务会议纪要
桐政纪〔2022〕6号

2022年7月5日，县长沈怀舟主持召开县政府第31次常务会议，审议了县医院购置设备的请示等议题。会议纪要如下：
一、审议县医院购置设备的请示
会议同意县医院购置核磁共振等3台设备，所需资金560万元由医院自筹。
设备由海川医疗器械公司供货。
二、审议学位建设三年行动计划
三年新增学位9000个，其中2022年秋季新增1200个。
会议明确，39家民办幼儿园纳入监管。
三、审议县城投集团利润分配方案
董事会表决时，独立董事骆一鸣投弃权票。
四、审议表彰工匠的请示
会议同意授予邵清源等12人“桐城工匠”称号，每人奖励3万元。
五、审议环保执法改革情况
实施意见经县委常委会审议通过后推行。
会议决定成立专班，请县司法局把好关。
城区二期管网年底前完工。
会议要求，二期管网工期再延至7月31日。
数字产业增加值占地区生产总值比重达到23.3%。
咨询请到政务大厅窗口办理。
县里采购的3.0T磁共振归县医院使用。
城区公园自9月1日起22:00闭园，夜间巡查由园林站与城管队共同承担。
六、审议渡船更新方案
会议意见：附条件同意。条件：（1）船长不超过18米；（2）保留旧码头石阶；（3）配救生艇2艘。
集中供养老人每人每月伙食补助调到460元。

出席：沈怀舟、骆一鸣
"""


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of({FILE: TEXT}, tmp_path_factory.mktemp("town"), today=datetime.date(2022, 12, 31))


def is_doubted(assistant: Assistant, text: str, wording: str, *, likely: float = 0.5) -> bool:
    """Tell whether the sentence with some wording is no answer to a question."""
    composing = composing_of(assistant, text, today=datetime.date(2022, 12, 31))
    question = composing.question
    hits = composing.find(wording, 12) + composing.find(text, 12)
    _, places = passages_of(sources_of(composing, [hit.document_id for hit in hits]), hits)
    place = next(place for place in places if wording in place.text)
    return doubted(asked_of(question), question, place, likely=likely)


@pytest.mark.parametrize(
    ("text", "wording", "doubt"),
    [
        pytest.param("县医院那批设备是哪家公司供的货", "设备由海川医疗", False, id="class: a company"),
        pytest.param("县医院那批设备是哪家公司供的货", "会议同意县医院", True, id="class: the hospital is none"),
        pytest.param("县医院设备花多少钱", "560万元", False, id="new: an amount"),
        pytest.param("监管的39家民办幼儿园里，普惠的有几家", "39家民办", True, id="new: the figure of the question"),
        pytest.param("有多少家民办幼儿园纳入监管", "39家民办", False, id="new: the figure asked for"),
        pytest.param("2023年新增学位多少个", "其中2022年秋季", True, id="year: another"),
        pytest.param("2022年秋季新增学位多少个", "其中2022年秋季", False, id="year: the same"),
        pytest.param("投反对票的独立董事是谁", "投弃权票", True, id="vote: another"),
        pytest.param("谁反对县城投集团分配利润", "投弃权票", False, id="vote: none is asked for"),
        pytest.param("投弃权票的独立董事是谁", "投弃权票", False, id="vote: the same"),
        pytest.param("除了邵清源，还有哪些人是桐城工匠", "授予邵清源", True, id="person: only the one of the question"),
        pytest.param("哪些人被授予桐城工匠称号", "授予邵清源", False, id="person: somebody"),
        pytest.param("二期管网的工期最后怎么定的", "工期再延至", False, id="verdict: how it was set"),
        pytest.param("二期管网的工期批没批", "工期再延至", True, id="verdict: an order is none"),
        pytest.param("环保执法改革的实施意见同意了吗", "审议通过后推行", True, id="verdict: to be given elsewhere"),
        pytest.param("城区分两期的管网几月完工", "二期管网", False, id="phase: counted, not named"),
        pytest.param("城区一期管网几月完工", "二期管网", True, id="phase: another"),
        pytest.param("城区公园夜间巡查归哪几家", "夜间巡查由", False, id="list: two joined"),
        pytest.param("城区公园夜间巡查是谁来讲的", "夜间巡查由", True, id="report: an hour is no colon"),
        pytest.param("闭园归哪两家管", "园林站与城管队", False, id="list: two by name"),
        pytest.param("桐城工匠具体有哪些", "“桐城工匠”称号", True, id="list: nothing listed"),
        pytest.param("管网咨询电话是多少", "政务大厅窗口", True, id="phone: none"),
        pytest.param("电话亭归谁管，专班是什么", "会议决定成立专班", False, id="phone: none is asked for"),
        pytest.param("县医院设备所需经费是多少", "560万元", False, id="attribute: any amount is money"),
        pytest.param("县医院设备县里最多肯花多少", "560万元", False, id="attribute: that somebody pays is none"),
        pytest.param("3.0T磁共振归哪家医院", "3.0T磁共振", False, id="figure: with its letters"),
        pytest.param("磁共振9月6号归了哪家医院", "3.0T磁共振", False, id="figure: the day of a date counts nothing"),
        pytest.param("磁共振多少钱一台", "560万元", True, id="of one: the sum is of all"),
        pytest.param("桐城的GDP是多少", "23.3%", True, id="attribute: only what the share is of"),
        pytest.param("数字产业增加值占地区生产总值比重是多少", "23.3%", False, id="attribute: the share"),
        pytest.param("2024年县医院购置设备要多少钱", "560万元", True, id="year: none of the item, nor of the meeting"),
        pytest.param("县医院购置设备通过了吗", "审议了县医院购置设备的请示等议题", True, id="lead: names the agenda"),
        pytest.param("城区一期管网什么时候完工", "城区二期管网", True, id="phase: another"),
        pytest.param("专班的经费归哪个部门管", "三年新增学位", True, id="kind: what looks like a unit"),
        pytest.param("县医院罚款上限多少", "560万元", True, id="limit: of something else"),
        pytest.param("今年建多少处口袋公园", "39家民办", True, id="thing: what is counted is not spoken of"),
        pytest.param("夜间巡查的人住进哪几个避风港", "夜间巡查由", True, id="thing: none such is spoken of"),
        pytest.param("柳湾县新增学位多少个", "其中2022年秋季", True, id="unit: another county"),
        pytest.param("夜间巡查原来说3个人，后来改成多少人", "39家民办", True, id="figure: became, but of no people"),
        pytest.param(
            "新增学位原来说800个，后来改成多少个", "其中2022年秋季", False, id="figure: what it was need not stand"
        ),
        pytest.param("桐城工匠在哪里领奖", "授予邵清源", True, id="place: none is named"),
        pytest.param("专班的事是谁汇报的", "请县司法局", True, id="report: who is to do something has not reported"),
        pytest.param("县教育局要做什么", "请县司法局", True, id="unit: another"),
        pytest.param("是县司法局还是县教育局把关", "请县司法局", False, id="unit: one of two"),
        pytest.param("把关的是县教育局还是水管站", "请县司法局", True, id="unit: neither of two"),
        pytest.param("董事会表决派谁负责弃权", "独立董事骆一鸣", False, id="kind: somebody where 谁 is asked"),
        pytest.param("独立董事里哪位投弃权票", "独立董事骆一鸣", False, id="person: the post is said by both"),
        pytest.param("县医院省里补了多少钱", "560万元", True, id="payer: not spoken of"),
        pytest.param("县医院的设备最后是哪天买下来的？", "年底前完工", True, id="time: when it was done"),
        pytest.param("县医院设备后来通过验收了吗", "560万元", True, id="test: none is spoken of"),
        pytest.param("城区公园由哪两个人去巡查", "夜间巡查由", True, id="list: of people, and nobody named"),
        pytest.param("渡船更新附加了哪些条件", "船长不超过", False, id="list: its first member stands for all"),
        pytest.param("渡船更新附加了哪些条件", "附条件同意", True, id="list: nothing listed"),
        pytest.param("住养老院的老人一个月伙食补助多少", "伙食补助调到", False, id="unit: a sort of house, by no name"),
        pytest.param("柳湾县老人一个月伙食补助多少", "伙食补助调到", True, id="unit: a county by its name"),
        pytest.param("老人的伙食补助每人降下来多少元", "伙食补助调到", False, id="attribute: what is done is none"),
        pytest.param("桐政纪〔2022〕6号里专班的事谁把关", "请县司法局", False, id="a document's number counts nothing"),
    ],
)
def test_a_sentence_that_lacks_what_is_asked_is_doubted(town: Assistant, text: str, wording: str, doubt: bool) -> None:
    assert is_doubted(town, text, wording) == doubt


def test_only_a_likely_sentence_may_state_a_figure_in_words_of_its_own(town: Assistant) -> None:
    text = "县医院设备的运费多少钱"
    assert is_doubted(town, text, "560万元", likely=DARING - 0.01)
    assert not is_doubted(town, text, "560万元", likely=DARING)


def test_in_an_item_known_to_be_meant_no_word_of_the_question_need_stand(town: Assistant) -> None:
    text = "相中的那套方案花多少钱"
    composing = composing_of(town, text, today=datetime.date(2022, 12, 31))
    hits = composing.find("县医院购置核磁共振", 1)
    _, places = passages_of(sources_of(composing, [hit.document_id for hit in hits]), hits)
    place = replace(next(one for one in places if "560万元" in one.text), text="两套方案造价分别为6万元和9万元。")
    asked = asked_of(composing.question)
    assert doubted(asked, composing.question, place, likely=0.5)
    assert not doubted(asked, composing.question, place, likely=0.5, known=True)


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ("那先用什么办法管手机？", False),
        ("学生能不能带手机？", False),
        ("楼里谁来修电话？", False),
        ("物业 电话", True),
        ("咨询手机是多少", True),
        ("投诉热线？", True),
    ],
)
def test_a_telephone_is_asked_for_by_its_number(asked: str, number: bool) -> None:
    assert bool(PHONE_ASKED.search(asked)) is number
