"""What people say every day, read as papers write it; the wrong quarter, sum or bound stays flagged."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.check import check
from pipeline.generation.checking.reading.everyday import as_papers_write


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("二季度结束前", "6月底前"),
        ("第四季度内完成", "12月底前完成"),
        ("上半年收尾之前", "6月底前"),
        ("下半年内办结", "12月底前办结"),
        ("前三季度内部审计", "前三季度内部审计"),
        ("元旦起施行", "1月1日起施行"),
        ("国庆节前试营业", "10月1日前试营业"),
        ("五一前后两天", "5月1日前后两天"),
        ("国庆前几天", "国庆前几天"),
        ("每六个月评估", "每半年评估"),
        ("每24小时巡查一次", "每天巡查一次"),
        ("每五个月一次", "每五个月一次"),
        ("一块二毛钱", "1.2元"),
        ("四角五分", "0.45元"),
        ("宽三米五", "宽3.5米"),
        ("三到四成", "30%-40%"),
        ("封顶二十元", "最高不超过二十元"),
        ("主体结构封顶验收", "主体结构封顶验收"),
        ("起码占六成", "至少六成"),
        ("立查立改", "立即查、立即改"),
        ("一户不漏地走访", "全部走访"),
        ("获得放行", "同意"),
        ("没有开绿灯", "没有开绿灯"),
    ],
)
def test_what_is_said_is_read_as_it_is_written(said: str, written: str) -> None:
    assert as_papers_write(said) == written


QUOTE = (
    "会议不同意乙公司缓缴租金的请示。市住建局9月底前完成整治,经理层每季度报告一次,每度电费最高不超过0.35元,"
    "补助由市、县按6:4分担,自2024年1月1日起施行,路面宽4.5米,技术标权重不低于60%。"
)
STAMP = "云江市政府第12次常务会议\n2023-05-20"


@pytest.mark.parametrize(
    "statement",
    [
        "市住建局三季度结束前完成整治。",
        "市住建局要在第三季度内完成整治。",
        "经理层每三个月报告一次。",
        "每度电费封顶三毛五。",
        "明年元旦起施行。",
        "路面宽四米五。",
        "技术标权重起码占六成。",
        "乙公司缓缴租金的请示没获同意。",
        "会议没同意乙公司缓缴租金的请示。",
        "乙公司缓缴租金的请示没有获得会议同意。",
    ],
)
def test_a_plain_wording_is_verified(statement: str) -> None:
    assert check(statement, [QUOTE], context=STAMP) == []


@pytest.mark.parametrize(
    "statement",
    [
        "市住建局二季度结束前完成整治。",
        "市住建局上半年结束前完成整治。",
        "经理层每六个月报告一次。",
        "每度电费封顶四毛五。",
        "每度电费保底三毛五。",
        "明年国庆起施行。",
        "路面宽五米五。",
        "技术标权重顶多占六成。",
        "乙公司缓缴租金的请示获得同意。",
        "会议给乙公司缓缴租金的请示开了绿灯。",
    ],
)
def test_its_twin_is_flagged(statement: str) -> None:
    assert check(statement, [QUOTE], context=STAMP)


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("头八个月", "前八个月"),
        ("经费78万块", "经费78万元"),
        ("同意零票", "同意0票"),
        ("由船务科来办", "由船务科办理"),
        ("归船务科来建、来维护", "归船务科建、维护"),
        ("由明年来看", "由明年来看"),
        ("这种做法不被允许", "这种做法不允许"),
        ("获准保留", "获同意保留"),
        ("元宵节后再议", "正月十五后再议"),
        ("这次不定。", "这次未作决定。"),
    ],
)
def test_what_people_say(said: str, written: str) -> None:
    assert as_papers_write(said) == written
