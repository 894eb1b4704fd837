"""What is asked of any matter in the plainest words, and what a sentence must hold to tell it."""

from __future__ import annotations

import pytest

from pipeline.generation.extractive.reading.plain_asks import asking_words, names_no_matter, tells_plainly


@pytest.mark.parametrize(
    ("asked", "told", "tells"),
    [
        ("渡口改造由谁监督", "会议同意渡口改造,投资80万元", False),
        ("起草办法还有哪几家要一起参与", "起草办法|民政局|司法局、财政局", True),
        ("渡口还有哪几件要办没办的", "渡口已经开通", False),
        ("渡口办法实行时间是哪天", "9月28日前完成泊位划线", False),
        ("渡口安检谁负责", "开展安检,一律登记。〔安全科;4月底前〕", True),
        ("渡口改造由谁监督", "由监督科牵头,11月底前报送", False),
        ("保洁承包跟谁签", "现承包方海味公司", True),
        ("渡口脏水让谁来挂帅", "渡口水质由县长乐山包案", True),
        ("渡口脏水让谁来挂帅", "渡口水质9月底前达标", False),
        ("渡口改造由谁监督", "镇纪委每月抽查一次", True),
        ("保洁承包跟谁签", "未签协议的一律不得进场", False),
        ("保洁承包跟谁签", "与岭东物业公司签订一年期合同", True),
        ("观景台有没有人有不同意见", "会议同意这一意见", False),
        ("观景台有没有人有不同意见", "苗副县长认为选址偏远", True),
        ("观景台钱谁出", "由镇文化站提出方案", False),
        ("观景台钱谁出", "所需资金由县财政列支", True),
        ("观景台的钱从哪儿来", "专项整治共登记问题31个", False),
        ("观景台的钱从哪儿来", "从镇机动经费中安排9万元", True),
        ("回购厂房的钱从哪里出", "总价1亿元,分三期支付", False),
        ("栈桥的征地费由谁来出", "由镇规建办牵头,4月底前选址", False),
        ("栈桥的征地费由谁来出", "征地费由县财政承担", True),
        ("剩下的投资从哪里来", "累计完成3.9亿,北段尚未进场", False),
        ("回购厂房的钱从哪里出", "从预备费列支", True),
        ("河道清淤多久一次", "9月15日前完成批复", False),
        ("河道清淤多久一次", "每季度清淤一次", True),
        ("新办法从哪天起执行", "会议通过《清淤实施方案》", False),
        ("新办法从哪天起执行", "收到批复之日起10个工作日内拨付", False),
        ("新办法从哪天起执行", "整改到位23处", False),
        ("新办法从哪天起执行", "自8月1日起执行", True),
        ("清单要报给谁", "会议听取了水务局关于清单的汇报", False),
        ("清单要报给谁", "清单于5月底前报县政府办", True),
        ("清单什么时候报结果", "原则同意清单", False),
        ("清单什么时候报结果", "6月底前书面反馈", True),
        ("渡口改造还差什么", "困难群众慰问48户", False),
        ("渡口改造还差什么", "尚有两处护栏没装", True),
        ("渡口改造要哪些单位配合", "由交通局负责", False),
        ("渡口改造要哪些单位配合", "由交通局牵头,水务局配合", True),
        ("渡口改造不按时怎么办", "由交通局按程序印发", False),
        ("渡口改造不按时怎么办", "逾期未完工的约谈", True),
        ("渡口改造下次什么时候议", "送审稿提出的收费条款不予同意", False),
        ("渡口改造下次什么时候议", "修改后提交下次会议", True),
        ("渡口改造包括哪些小区", "购置编织袋12万条、冲锋舟4艘", False),
        ("渡口改造几票赞成", "现有人员86名", False),
        ("渡口改造条件是什么", "经营期25年", False),
        ("渡口专班最早是谁挂帅", "交通局要会同各镇摸清底数", False),
        ("渡口专班最早是谁挂帅", "由副县长某某任组长", True),
        ("新办法没出来，票款按哪个办法算", "测算新旧办法对收入的影响", False),
        ("新办法没出来，票款按哪个办法算", "继续执行2021版办法", True),
        ("旧船拍卖委托哪家拍卖行", "由综合部负责组织拍卖", False),
        ("旧船拍卖委托哪家拍卖行", "委托远山拍卖公司承办", True),
        ("哪个部门去和业主签租约", "疏导点改设在旧厂停车场", False),
        ("哪个部门去和业主签租约", "由经发办与业主订立一年期协议", True),
        ("要求哪天把停渡的提醒告诉乘客", "6月底前完成护栏安装", False),
        ("要求哪天把停渡的提醒告诉乘客", "6月底前张贴公告", True),
        ("改造时船民搬到哪去", "船民由卫生院派人照看", False),
        ("改造时船民搬到哪去", "船民迁至南岸码头", True),
    ],
)
def test_a_plain_question_is_told_by_its_own_words(asked: str, told: str, tells: bool) -> None:
    assert tells_plainly(asked, told) is tells


def test_of_two_things_asked_one_is_enough() -> None:
    assert tells_plainly("渡口改造要花多少钱,钱谁出", "预算80万元,由县财政安排资金")
    assert tells_plainly("渡口改造完成了多少,还剩多少", "已完成31处")


def test_who_leads_and_by_when_is_held_against_a_sentence_only_where_no_record_tells() -> None:
    asked, told = "渡口改造谁牵头", "同意渡口改造,投资80万元"
    assert tells_plainly(asked, told)
    assert not tells_plainly(asked, told, of_duty=True)
    assert not tells_plainly("渡口改造什么时候完成", "截至6月底已完成三成", of_duty=True)
    assert not tells_plainly("渡口改造要花多少钱", "上半年全县生产总值98亿元", of_duty=True)


@pytest.mark.parametrize(
    ("asked", "nothing"),
    [
        ("那钱谁出呢？", True),
        ("那这个钱谁来出？", True),
        ("钱打哪儿来？", True),
        ("经费从哪里凑？", True),
        ("修桥的钱打哪儿来？", False),
        ("那这笔钱谁出呢", True),
        ("那从什么时候起执行呢", True),
        ("那完不成怎么办呢", True),
        ("那配合的是谁呢", True),
        ("那渡口的钱谁出呢", False),
        ("那护栏呢", False),
    ],
)
def test_what_names_no_matter_of_its_own(asked: str, nothing: bool) -> None:
    assert names_no_matter(asked) is nothing


def test_the_words_that_ask_are_no_matter() -> None:
    assert asking_words("渡口改造要求哪天之前办完") == "要求哪天之前办完"
    assert asking_words("渡口改造") == ""
