"""Answers without a model, over invented minutes: short, right, proven, or refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.assistant import Assistant
from pipeline.config import load_settings


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("第12次常务会议由谁主持？", ["郑远航"]),
        ("第12次常务会议什么时候召开的？", ["2021年3月8日"]),
        ("第15次常务会议是哪天开的？", ["2022年4月20日"]),
        ("第12次常务会议谁做的记录？", ["白露"]),
        ("第12次常务会议的文号是什么？", ["临政纪〔2021〕6号"]),
        ("第12次常务会议纪要什么时候印发的？", ["2021年3月12日"]),
        ("第12次常务会议一共有几项议题？", ["3项"]),
        ("第15次常务会议讨论了哪些议题？", ["停车管理办法实施细则", "调整公交票价"]),
        ("沈岚有没有参加第12次常务会议？", ["沈岚出席"]),
        ("唐宁参加第12次会议了吗？", ["列席"]),
        ("第12次会议有多少人出席？", ["3人"]),
        ("市住建局谁列席了第12次常务会议？", ["钟立"]),
        ("谁两次会议都出席了？", ["沈岚", "高志成"]),
        ("数据资源共享管理规定是谁汇报的？", ["罗晴", "市大数据局"]),
        ("公交票价方案通过了吗？", ["不同意该方案"]),
        ("第15次会议不同意哪些议题？", ["调整公交票价"]),
        ("第12次会议哪些议题没有结论？", ["老旧小区改造"]),
        ("第12次会议原则通过了哪些文件？", ["停车管理办法"]),
        ("老旧小区改造有什么要求？", ["年内改造小区26个", "每月报送"]),
        ("停车泊位普查由哪个部门牵头？", ["市城管局"]),
        ("停车泊位普查什么时候完成？", ["6月底前"]),
        ("智慧停车平台专项资金多少？", ["1200万元"]),
        ("市城管局牵头哪些事项？", ["泊位普查"]),
        ("第12次常务会议还学习了什么？", ["数据安全法"]),
        ("数据资源共享管理规定下一步怎么办？", ["由市政府印发实施"]),
        ("第12次会议第二项是谁汇报的？", ["钟立"]),
        ("郑远航主持了第15次常务会议吗？", ["不是", "秦书怀"]),
        ("第12次会议第三项议题是什么？", ["数据资源共享管理规定"]),
        ("市城管局汇报了什么？", ["停车管理办法"]),
        ("第12次会议是上午还是下午开的？", ["上午"]),
        ("第12次会议 记录", ["白露"]),
        ("哪些单位参加了两次会议？", ["城管局"]),
    ],
)
def test_a_stated_fact_is_answered_and_proven(invented: Assistant, question: str, words: list[str]) -> None:
    answer = invented.ask(question)
    assert not answer.refused, answer.answer
    for word in words:
        assert word in answer.answer
    assert answer.citations
    for citation in answer.citations:
        document = invented.catalogue.document(citation.document_id)
        assert citation.quote == document.text[citation.start : citation.end]
    assert [statement.problems for statement in answer.statements if statement.check != "verified"] == []


@pytest.mark.parametrize(
    ("question", "reason", "never"),
    [
        ("第13次常务会议由谁主持？", "no_such_meeting", ["由郑远航主持"]),
        ("远山市政府第12次常务会议由谁主持？", "no_such_meeting", ["由郑远航主持"]),
        ("老旧小区改造的议题原则通过了吗？", "not_stated", []),
        ("第12次常务会议在哪里召开的？", "not_stated", []),
        ("第12次会议第二项下一步是什么？", "not_stated", []),
        ("临川市2019年的财政收入是多少？", "no_evidence", ["1200"]),
        ("全市有多少辆共享单车？", "no_evidence", ["26"]),
        ("垃圾焚烧厂选址在哪个镇？", "no_evidence", []),
        ("asdf qwer", "not_understood", []),
        ("市委书记是谁？", "not_stated", []),
        ("市教育局汇报了什么？", "not_stated", []),
        ("第12次会议缺席的有哪些人？", "not_stated", ["名单中没有"]),
        ("停车管理办法会亏钱吗？", "no_evidence", []),
    ],
)
def test_what_is_not_stated_is_refused(invented: Assistant, question: str, reason: str, never: list[str]) -> None:
    answer = invented.ask(question)
    assert answer.refused, answer.answer
    assert answer.reason == reason
    assert "已检索" in answer.answer
    for word in never:
        assert word not in answer.answer


@pytest.mark.parametrize(
    ("history", "question", "word"),
    [
        (["城区停车管理办法有什么要求？", "第12次会议的城区停车管理办法呢？"], "那是谁汇报的？", "周明"),
        (["第12次会议第二项是什么议题？"], "谁汇报的？", "钟立"),
        (["第12次常务会议由谁主持？"], "有几项议题？", "3项"),
        (["第12次常务会议由谁主持？"], "第15次呢？", "秦书怀"),
        (["数据资源共享管理规定是谁汇报的？"], "它通过了吗？", "同意该规定"),
    ],
)
def test_a_follow_up_is_resolved(invented: Assistant, history: list[str], question: str, word: str) -> None:
    answer = invented.ask(question, history=history)
    assert not answer.refused, answer.answer
    assert word in answer.answer


def test_a_question_that_fits_two_meetings_is_answered_for_each(invented: Assistant) -> None:
    answer = invented.ask("常务会议由谁主持？")
    assert "临政纪〔2021〕6号（2021-03-08）：" in answer.answer
    assert answer.answer.index("秦书怀") < answer.answer.index("郑远航")  # newest first


def test_the_same_name_under_two_units_is_never_merged(invented: Assistant) -> None:
    answer = invented.ask("孟凡参加了哪些会议？")
    assert "市财政局孟凡" in answer.answer
    assert "市交通运输局孟凡" in answer.answer


def test_somebody_on_no_list_is_said_so_with_the_list_as_proof(invented: Assistant) -> None:
    answer = invented.ask("王大力有没有出席第12次常务会议？")
    assert not answer.refused
    assert "没有王大力" in answer.answer
    assert answer.statements[0].check == "verified"


def test_an_empty_library_is_refused_and_says_what_to_do(home: object) -> None:
    from pipeline.config import load_settings

    answer = Assistant(load_settings()).ask("谁主持？")
    assert answer.refused
    assert answer.reason == "library_empty"
    assert "jiyao ingest" in answer.answer


def test_a_question_goes_on_in_the_meeting_spoken_of_before_it_looks_elsewhere(invented: Assistant) -> None:
    here = invented.ask("专项资金多少？", history=["第12次常务会议由谁主持？"])
    assert "1200万元" in here.answer
    assert here.searched.filters == {"meeting": 12}
    elsewhere = invented.ask("公交票价方案通过了吗？", history=["第12次常务会议由谁主持？"])
    assert "不同意该方案" in elsewhere.answer


def test_a_body_is_no_person(invented: Assistant) -> None:
    assert "名单中没有临川" not in invented.ask("临川市有人出席第12次会议吗？").answer


def test_what_goes_on_from_one_meeting_is_not_told_by_another_matter_of_another(tmp_path: Path) -> None:
    head = "临川县人民政府常务会议纪要\n临政纪〔2022〕{n}号\n\n2022年{n}月8日，秦书怀主持召开县政府第{n}次常务会议。\n"
    hall = "一、审议音乐厅建设方案\n会议听取了县文旅局局长钟立的汇报。\n会议原则同意该方案。\n"
    road = "一、审议村口道路硬化工程请示\n会议听取了县交通局局长周明的汇报。\n会议同意该请示，总造价52万元。\n"
    for number, item in ((3, hall), (5, road)):
        (tmp_path / f"临政纪〔2022〕{number}号.txt").write_text(head.format(n=number) + item, encoding="utf-8")
    assistant = Assistant(load_settings(home=tmp_path / "home", encoder="builtin", model=""))
    assistant.ingest([*tmp_path.glob("*.txt")])
    before = ["第3次常务会议同意音乐厅建设方案了吗？"]
    assert assistant.ask("总造价多少？", history=before).refused
    assert "52万元" in assistant.ask("村口道路总造价多少？", history=before).answer


ISLES = """汐岛市人民政府
常务会议纪要
汐政纪〔2023〕4号

2023年6月6日，市长顾之遥主持召开市政府第7次常务会议。会议纪要如下：
一、研究灯塔旧址保护名单
会议原则同意市文旅局关于公布灯塔旧址保护名单的情况汇报。
市文旅局要立即划定保护范围，设立标志牌。
二、研究渔港岸电工程
会议同意渔港岸电工程立项，由市海洋局修改方案后印发各镇。
"""


@pytest.mark.parametrize(
    ("question", "word"),
    [
        pytest.param("灯塔旧址保护名单是哪个局汇报的？", "市文旅局", id="the verdict says whose report it was"),
        pytest.param("渔港岸电工程是谁汇报的？", None, id="who is to mend the plan has not reported"),
    ],
)
def test_the_text_may_tell_who_reported_where_no_reporter_is_set_down(
    tmp_path: Path, question: str, word: str | None
) -> None:
    (tmp_path / "汐政纪〔2023〕4号.txt").write_text(ISLES, encoding="utf-8")
    assistant = Assistant(load_settings(home=tmp_path / "home"))
    assistant.ingest([tmp_path / "汐政纪〔2023〕4号.txt"])
    answer = assistant.ask(question)
    assert answer.refused is (word is None)
    assert word is None or word in answer.answer


@pytest.mark.parametrize(
    ("question", "words"),
    [
        pytest.param("楠溪县第47次常务会上，大桥那项是谁汇报的？", ("伍千帆",), id="body of the series: number"),
        pytest.param("楠溪县5月28日的常务会哪位领导没到？", ("苗秋实",), id="body of the series: day"),
        pytest.param(
            "楠溪县政府47次常务会，石桥头公厕退出后名额给了哪里？", ("南门市场",), id="body of the series: bare"
        ),
        pytest.param("楠溪县常务会（第47次）专班组长换成谁了？", ("翁照邻",), id="body of the series: in brackets"),
        pytest.param("楠溪县2024年5月那次常务会，专班组长换成谁了？", ("翁照邻",), id="body of the series: month"),
        pytest.param("澄湖市第一医院第7次院长办公会 张某 赔多少", ("6.4万",), id="running number: key words"),
        pytest.param(
            "澄湖一院2024年第7次院办会，康复科想多要几张电动床，批了吗？", ("未同意",), id="running number: short"
        ),
        pytest.param("澄湖市第一医院院长办公会（7次）高压氧舱花多少钱？", ("860万",), id="running number: in brackets"),
        pytest.param("澄湖市第一医院2024年7次院长办公会上高压氧舱的预算是多少", ("860万",), id="running number: bare"),
        pytest.param("柳浦街道第6期党工委会，给楼栋长涨补贴的事批了吗", ("暂缓",), id="issue: beside the verdict"),
        pytest.param("柳浦街道 2024年第6期 老菜场 临时点 摊位数", ("72",), id="issue: key words"),
        pytest.param("柳浦街道2024年第6期会上，食堂推迟到哪天开张？", ("8月20日",), id="issue: what was replaced"),
        pytest.param("柳浦街道第6期党工委会议，楼栋长登记什么时候做完？", ("7月15日",), id="issue: in full"),
        pytest.param("柳浦街道第6期党工委会，提出前两期合并施工的是哪家？", ("城投",), id="phases: 前两期"),
        pytest.param("对比楠溪县46次和47次常务会，大桥一天最多能封几个小时？", ("9小时", "6小时"), id="both: hours"),
        pytest.param("楠溪县46次、47次常务会定的大桥专班组长先后是谁？", ("祝南星", "翁照邻"), id="both: who"),
        pytest.param("楠溪县46次跟47次常务会，公厕完工时间各是哪天？", ("9月底", "11月20日"), id="both: when"),
        pytest.param("楠溪县第46次常务会，旅游列车站场沿线要拆多少人家？", ("93户",), id="units: 人家"),
        pytest.param("楠溪县第46次常务会，大桥一天最多封几个钟头？", ("9小时",), id="units: 钟头"),
        pytest.param("楠溪县第46次常务会，大桥维修专班的组长到底是谁？", ("祝南星",), id="who: 到底"),
        pytest.param("楠溪县第47次常务会，大桥维修专班组长现在是谁？", ("翁照邻",), id="who: 现在"),
        pytest.param("柳浦街道第6期党工委会上，谁觉得食堂装电梯没必要？", ("毛一苇",), id="view: 觉得"),
        pytest.param("柳浦街道6月3日的会上，给食堂装电梯谁不赞成？", ("毛一苇",), id="view: 不赞成"),
        pytest.param("青藤里外墙翻新搭架子那阵，给走不动的住户送菜，第3次联席会让哪家管？", ("居委会",), id="a cell"),
        pytest.param("青藤里第3次联席会谁没来，他的票让谁投的？", ("齐修远", "白鹭"), id="proxy: both asked"),
        pytest.param("青藤里第3次联席会，齐修远的票交给谁了？", ("白鹭",), id="proxy: by name"),
        pytest.param("青藤里第3次联席会哪个委员缺席，请谁代投？", ("齐修远", "白鹭"), id="proxy: 代投"),
        pytest.param("楠溪县46次常务会为什么同意把母婴室每间补助提到3万？", ("不同意",), id="premise: why agreed"),
        pytest.param("楠溪县46次常务会为什么批准买洒水车？", ("不同意",), id="premise: why approved"),
        pytest.param("楠溪县第46次常务会凭什么同意母婴室补助涨到3万元？", ("不同意",), id="premise: 凭什么"),
        pytest.param("楠溪县第46次常务会让谁牵头清查特种车辆的家底？", ("机关事务中心",), id="ordered: who"),
        pytest.param(
            "楠溪县第46次常务会，特种车辆清查归哪家牵头，什么时候做完？", ("机关事务中心", "6月15日"), id="ordered"
        ),
        pytest.param(
            "楠溪县第46次常务会议对青竹镇提出的暂缓拆除采砂船一事是如何处理的？",
            ("不同意", "5月20日"),
            id="ruled: formal",
        ),
        pytest.param("楠溪县第46次常务会怎么答复青竹镇缓拆采砂船的申请？", ("不同意",), id="ruled: answered"),
        pytest.param("楠溪县第46次常务会对城东砂场关停时限怎么处理的？", ("8月15日",), id="ruled: the other matter"),
    ],
)
def test_the_minutes_of_other_offices_are_asked_in_words_of_every_day(
    offices: Assistant, question: str, words: tuple[str, ...]
) -> None:
    answer = offices.ask(question)
    assert not answer.refused
    assert not answer.flagged
    assert all(word in answer.answer for word in words)


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        pytest.param("澄湖市第一医院第8次院长办公会 张某 赔多少", "no_such_meeting", id="another running number"),
        pytest.param("柳浦街道第9期党工委会，楼栋长登记什么时候做完？", "no_such_meeting", id="another issue"),
        pytest.param("柳浦街道第6期党工委会，违规收礼被处分的人叫什么？", "no_evidence", id="nobody is named"),
        pytest.param("楠溪县第46次常务会买洒水车的事什么时候再拿到会上来？", "no_evidence", id="no day for just that"),
    ],
)
def test_what_those_minutes_do_not_state_is_refused(offices: Assistant, question: str, reason: str) -> None:
    answer = offices.ask(question)
    assert (answer.refused, answer.reason) == (True, reason)
