"""The list of tasks: each once, none without its matter, nothing that is none."""

from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.generation.summary.tasks import item_tasks
from pipeline.generation.summary.told import Source
from pipeline.generation.summary.whole import whole_verdicts

HEAD = "江州市政府第12次常务会议纪要\n2021年3月8日，市长贺云主持召开市政府第12次常务会议。\n"


def _tasks(heading: str, body: str) -> list[str]:
    source = Source("d0", whole_verdicts(parse_text(f"{HEAD}一、{heading}\n{body}\n")))
    return [one.text for one in item_tasks(source, source.document.items[0])]


def test_a_decision_that_no_point_holds_is_a_task() -> None:
    body = "田舟汇报，抢险已支出3万元。会议决定先由镇财政垫付，再向市交通局争取。贺云强调，①设警示标志；②盯到现场。"
    assert "会议决定先由镇财政垫付，再向市交通局争取。" in _tasks("关于抢险资金", body)


@pytest.mark.parametrize("mark", [",", "，"])
def test_a_next_step_is_told_once_whatever_its_commas(mark: str) -> None:
    body = f"会议原则通过《乙规划》{mark}由市水利局根据意见修改完善{mark}提请市委研究后{mark}按程序印发。"
    assert len([one for one in _tasks("《乙规划》", body) if "按程序印发" in one]) == 1


def test_no_task_opens_with_a_word_that_links() -> None:
    assert "按规定提请市委常委会审定。" in _tasks("薪酬清算", "会议同意清算结果，并按规定提请市委常委会审定。")


def test_votes_are_no_part_of_a_task() -> None:
    [task] = _tasks("北岸规划", "审议通过。由市规划局按程序报市政府批准。表决：同意19票，不同意1票。")
    assert task == "由市规划局按程序报市政府批准。"


def test_what_a_verdict_takes_in_is_told_with_it_or_not_at_all() -> None:
    body = "会议同意资金方案。田舟同志建议换乘免费，会议请市交通局研究，暂不写入方案。"
    assert "田舟同志建议换乘免费，会议请市交通局研究，暂不写入方案。" in _tasks("公交", body)
    body = "会议同意资金方案。对市水务集团提出的由市财政全额贴息的请求，会议决定暂缓研究，待审计完成后再议。"
    assert not any(one.endswith("的请求。") for one in _tasks("资金", body))


def test_what_stands_below_a_bare_heading_is_a_task() -> None:
    below = "经开区39家企业全部安装在线监控。\n市生态环境局每周至少开展2次夜查。"
    tail = "责任单位：市生态环境局\n完成时限：5月底前"
    body = f"会议议定：\n（一）强化企业监管\n{below}\n{tail}\n（二）加快管网修复\n由市住建局4月底前完成修复。"
    said = "".join(_tasks("断面达标", body))
    assert "39家企业全部安装在线监控" in said
    assert "每周至少开展2次夜查" in said


def test_each_order_of_running_text_is_a_task_and_a_reservation_none() -> None:
    said = _tasks(
        "停车办法",
        "会议原则通过该办法。会议强调，首30分钟免费停放不得取消。东区政府要在9月28日前完成泊位编号。"
        "会上，市市场局提出收费难以监管，对此保留意见。",
    )
    assert said == [
        "会议强调：首30分钟免费停放不得取消。",
        "东区政府要在9月28日前完成泊位编号。",
    ]
