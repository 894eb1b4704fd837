"""What a question takes for decided, and how much of the matter that it names a text holds."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.premises.taken import (
    matter_of,
    of_the_matter,
    share_of,
    takes_for_decided,
    weight_of,
)
from pipeline.generation.understanding.question import understand


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("停车费涨价以后由谁收？", True),
        ("电梯补助，送审稿和通过的稿子差多少，分别是多少？", False),
        ("电梯补助每台定了，送审稿多少？", False),
        ("食堂包给谁了？", True),
        ("新建的码头什么时候投用？", True),
        ("新校区搬到哪里了？", True),
        ("限高架 何时装好", True),
        ("停车费涨到每小时5元，从哪天开始？", True),
        ("夜间门诊9月底开诊，由哪个科室管？", True),
        ("码头公司获准提前支取押金，打到哪个账户？", True),
        ("常务会审定了分房名单，公示几天？", True),
        ("船舶公司为什么要提前支取押金？", False),
        ("村民为什么申请减租？", False),
        ("停车费拟涨到多少？", False),
        ("为什么不同意停车费涨价？", False),
        ("凭什么同意停车费涨价？", True),
        ("停车办法由谁修改完善？", False),
        ("停车办法通过了吗？", False),
        ("食堂外包能省多少钱？", False),
        ("会上捐了多少？", False),
        ("老年食堂开到现在倒贴了多少？", False),
        ("村里因为信访被扣了几分？", False),
    ],
)
def test_a_decision_is_taken_for_granted(text: str, taken: bool) -> None:
    assert takes_for_decided(text) is taken


@pytest.mark.parametrize(
    ("question", "told", "held"),
    [
        pytest.param(
            "老码头转让以后由谁经营？", "关于老码头转让的请示 不同意转让", True, id="the clause that asks is left out"
        ),
        pytest.param(
            "收购酒厂一共花了多少钱？", "关于收购原酒厂闲置厂房的请示", True, id="what would follow is not missed"
        ),
        pytest.param("收购纸厂一共花了多少钱？", "关于收购原酒厂闲置厂房的请示", False, id="another thing of the kind"),
        pytest.param("渡口棚歺什么时候开工？", "渡口改造方案", True, id="a slip is not missed"),
    ],
)
def test_a_text_holds_the_matter_or_does_not(question: str, told: str, held: bool) -> None:
    concepts = matter_of(understand(question, entries=[], today=datetime.date(2022, 9, 1)))
    assert weight_of(concepts) > 0
    assert (share_of(concepts, told) >= 0.75) is held


@pytest.mark.parametrize(
    ("question", "of_it"),
    [("体育馆冠名权转让的事谁汇报的？", True), ("文物普查的事谁汇报的？", False), ("谁汇报的？", True)],
)
def test_an_item_is_of_the_matter_or_of_another(put_off: Assistant, question: str, of_it: bool) -> None:
    entry = next(one for one in put_off.entries() if one.document_number == "榉政纪〔2022〕8号")
    source = Source(entry, put_off.catalogue.document(entry.document_id))
    item = next(one for one in source.document.items if "冠名" in one.title)
    read = understand(question, entries=put_off.entries(), today=datetime.date(2022, 12, 1))
    assert of_the_matter(read, source, item) is of_it


@pytest.mark.parametrize(
    "text",
    ["那12户合计欠了多少钱", "塌方里损失了多少", "上半年受理了几件投诉", "哪些桥查出了多少处裂缝", "工期滞后了多少天"],
)
def test_what_happened_takes_nothing_for_decided(text: str) -> None:
    assert not takes_for_decided(text)
