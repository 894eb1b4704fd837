"""What several meetings of one place said of a matter: all of them, or by now the last that tells it."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from tests.libraries import library_of

BUREAU = """汀川市交通运输局局长办公会议纪要
汀交纪〔2023〕4号

2023年4月11日，局长秦仲主持召开局长办公会议。纪要如下：
一、关于汀南客运站新建项目
会议认为客流预测依据不足，决定该项目暂缓，待片区规划批复后再议。
二、关于轮渡票价调整方案
会议原则同意客运科提出的方案，起步价由2元调整为4元，报市政府审定。
"""
ZONE = """汀川市汀南新区指挥部会议纪要
汀南指纪〔2023〕9号

2023年8月3日，指挥长陆桓主持召开汀南新区指挥部第9次会议。纪要如下：
一、关于汀南综合枢纽项目
新区建设局汇报了汀南综合枢纽（此前称汀南客运站）方案。会议同意启动该项目，总投资2.4亿元，2025年6月底前建成。
"""
CITY = """汀川市人民政府常务会议纪要
汀政纪〔2023〕20号

2023年11月20日，市长郁青主持召开市政府第31次常务会议。纪要如下：
一、审议轮渡票价调整方案
会议认为一次上调幅度偏大，决定暂缓实施。
二、关于汀南综合枢纽项目
会议同意总投资调整为1.9亿元，建成时间由2025年6月底调整为2025年10月底。
三、关于汀北客运站屋面维修
会议同意安排维修经费60万元，2023年12月底前完成。
"""
LATER = """汀川市人民政府常务会议纪要
汀政纪〔2024〕6号

2024年3月18日，市长郁青主持召开市政府第38次常务会议。纪要如下：
一、审议轮渡票价调整方案
会议同意轮渡起步价定为3元，自2024年5月1日起执行。
"""
OTHER = """榆林湾市人民政府常务会议纪要
榆政纪〔2024〕8号

2024年4月9日，市长裴安主持召开市政府第12次常务会议。纪要如下：
一、关于轮渡票价调整方案
会议同意轮渡起步价定为6元，自2024年6月1日起执行。
"""


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over four meetings of three bodies of one city, and one of another city."""
    papers = {
        "汀交纪〔2023〕4号.txt": BUREAU,
        "汀南指纪〔2023〕9号.txt": ZONE,
        "汀政纪〔2023〕20号.txt": CITY,
        "汀政纪〔2024〕6号.txt": LATER,
        "榆政纪〔2024〕8号.txt": OTHER,
    }
    return library_of(papers, tmp_path_factory.mktemp("city"), today=datetime.date(2024, 12, 1))


def test_all_meetings_on_a_matter_are_told_the_newest_first(city: Assistant) -> None:
    answer = city.ask("汀川市轮渡票价历次上会分别是什么结论？")
    assert not answer.refused
    assert not answer.flagged
    told = answer.answer
    assert told.index("3元") < told.index("暂缓实施") < told.index("由2元调整为4元")
    assert "6元" not in told


def test_a_matter_is_followed_under_its_former_name(city: Assistant) -> None:
    answer = city.ask("汀南综合枢纽几次上会各是什么结论，投资怎么变的？")
    assert all(said in answer.answer for said in ("1.9亿元", "2.4亿元", "决定该项目暂缓"))
    assert "屋面" not in answer.answer


def test_by_now_is_told_by_the_last_meeting_that_tells_it(city: Assistant) -> None:
    answer = city.ask("汀南综合枢纽现在定的什么时候建成？")
    assert "2025年10月底" in answer.answer.splitlines()[0]


def test_a_meeting_that_is_named_answers_for_itself(city: Assistant) -> None:
    answer = city.ask("汀南新区指挥部第9次会议定的汀南综合枢纽总投资是多少？")
    assert "2.4亿元" in answer.answer.splitlines()[0]


def test_what_one_meeting_alone_had_is_no_chronicle(city: Assistant) -> None:
    assert len(city.ask("汀北客运站屋面维修历次会议安排了多少钱？").citations) == 1


def test_what_was_said_at_first_is_told_by_the_first_meeting(city: Assistant) -> None:
    answer = city.ask("汀南综合枢纽最早定的总投资是多少？")
    assert "2.4亿元" in answer.answer.splitlines()[0]


def test_at_which_meeting_is_told_by_name(city: Assistant) -> None:
    answer = city.ask("汀川市轮渡票价是哪次常务会暂缓的，又是哪次同意的？")
    assert not answer.flagged
    assert "市政府第31次常务会议" in answer.answer
    assert "市政府第38次常务会议" in answer.answer


def test_a_sum_that_was_put_off_is_told_with_that(city: Assistant) -> None:
    assert "暂缓" in city.ask("汀川市轮渡起步价历次上会各是多少钱？").answer


def test_the_days_of_the_meetings_are_told_where_they_are_asked(city: Assistant) -> None:
    answer = city.ask("汀川市轮渡票价调整从暂缓到同意，两次会议各在哪一天？")
    assert not answer.flagged
    assert all(day in answer.answer for day in ("2023年11月20日", "2024年3月18日"))


def test_an_item_of_a_like_name_is_left_out_where_the_matter_is_named_to_the_letter(city: Assistant) -> None:
    assert "屋面" not in city.ask("汀南客运站新建项目的来龙去脉").answer
