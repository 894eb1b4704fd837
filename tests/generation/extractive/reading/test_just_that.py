"""A sentence tells of just the part, the sort, the kind of body and the time asked for, over invented minutes."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.reading.candidates import asked_of
from pipeline.generation.extractive.reading.just_that import of_just_that
from pipeline.generation.extractive.reading.pairing import Place, Reading
from pipeline.generation.extractive.stretches import sentences
from pipeline.generation.understanding.question import understand
from tests.libraries import library_of

TODAY = datetime.date(2022, 12, 31)
TEXT = """梧岭县人民政府常务会议纪要
梧政纪〔2022〕6号

2022年7月5日，县长沈怀舟主持召开县政府第31次常务会议。会议纪要如下：
一、审议沿河截污工程方案
会议同意该方案，截污管总长7.3公里，分三个标段。其余资金由县医院自筹。
二标段长2.1公里，由县水务局负责，9月底前完工。
一楼住户每户补偿2万元，二楼每户补偿1万元，费用由三楼以上住户分摊。
供水管线迁改费用由企业承担四成。通信管线迁改同步完成，由通信公司实施。
北片区因涉及征收，不纳入本年度改造范围。南片区明年改造。
4  护栏更换  200处  县文旅局
| 5 | 张贴公告，入户说明 | 县文旅局 | 两个街道 | 7月底前 |
方案乙占地12亩，造价80万元。尾款共计312.4万元，有争议的2笔暂不支付。
检测不合格的护栏由县文旅局另行报告。护栏由省质检中心检测。
夜间照明方案由县文旅局提出。
同意每晚照明到22时，自8月1日起试行两个月。
出席：沈怀舟、骆一鸣
"""


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of({"梧政纪〔2022〕6号.txt": TEXT}, tmp_path_factory.mktemp("sewer"), today=TODAY)


@pytest.mark.parametrize(
    ("text", "wording", "told"),
    [
        pytest.param("三标段长多少公里？", "总长7.3公里", False, id="the whole is no part"),
        pytest.param("二标段长多少公里？", "二标段长2.1公里", True, id="the part itself"),
        pytest.param("二标段什么时候完工？", "二标段长2.1公里", True, id="a day of the part"),
        pytest.param("一楼住户每户多少钱？", "总长7.3公里", False, id="an item that tells its parts apart elsewhere"),
        pytest.param("截污管一共多少公里？", "总长7.3公里", True, id="the whole"),
        pytest.param("三楼的住户要出多少钱？", "一楼住户", False, id="the clause of the part holds no sum"),
        pytest.param("二楼每户补偿多少钱？", "一楼住户", True, id="the clause of the part holds one"),
        pytest.param("通信管线迁改费用企业承担几成？", "供水管线", False, id="another sort that the item tells apart"),
        pytest.param("供水管线迁改费用企业承担几成？", "供水管线", True, id="the sort that is asked for"),
        pytest.param("北片区哪年改造？", "不纳入本年度", False, id="a year in which nothing is done"),
        pytest.param("南片区哪年改造？", "明年改造", True, id="the year"),
        pytest.param("护栏是哪家检测机构查的？", "县文旅局另行", False, id="an office is no institute"),
        pytest.param("护栏是哪家检测机构查的？", "省质检中心", True, id="an institute"),
        pytest.param("方案甲造价多少钱？", "方案乙", False, id="another plan"),
        pytest.param("方案乙造价多少钱？", "方案乙", True, id="the plan"),
        pytest.param("有争议的2笔尾款是多少钱？", "尾款共计", False, id="some of them, of which no sum is told"),
        pytest.param("尾款一共多少钱？", "尾款共计", True, id="all of them"),
        pytest.param("截污工程由哪个部门牵头？", "县医院自筹", False, id="who pays does not lead"),
        pytest.param("护栏更换由哪个部门牵头？", "200处", True, id="the row of a table"),
        pytest.param("公告由哪个部门牵头张贴？", "张贴公告", True, id="the row of a table with a comma"),
        pytest.param("夜间照明试行多久？", "每晚照明", True, id="how often is no sort"),
        pytest.param("二标段由哪个部门牵头？", "县水务局负责", True, id="who is in charge"),
    ],
)
def test_a_sentence_tells_of_just_that(town: Assistant, text: str, wording: str, told: bool) -> None:
    entry = town.entries()[0]
    source = Source(entry, town.catalogue.document(entry.document_id))
    item = source.document.items[0]
    span = next(one for one in sentences(source.document, item.span) if wording in source.document.quote(one))
    question = understand(text, entries=town.entries(), today=TODAY)
    place = Place(source, item, span, source.document.quote(span))
    assert of_just_that(Reading(asked_of(question), question, place)) is told
