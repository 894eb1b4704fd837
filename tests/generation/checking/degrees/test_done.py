"""What is done and what is only to be done."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.degrees.done import done_problems
from pipeline.generation.checking.reading.fold import fold
from pipeline.generation.checking.reading.source import Source

PLAN = "由市水务局牵头，10月底前建成闸站3座。审议通过，报市国资委备案后实施。"
REPORT = "截至目前，完成征地2860亩，占应征面积的94.6%。下一步要抓紧迁坟。"


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        pytest.param("3座闸站已经建成。", PLAN, id="already"),
        pytest.param("市水务局建成了闸站3座。", PLAN, id="a-verb-that-is-over"),
        pytest.param("已报市国资委备案。", PLAN, id="a-condition-as-met"),
        pytest.param("议案已获通过并完成市国资委备案。", PLAN, id="a-verdict-and-what-comes-after"),
        pytest.param("坟墓已经迁完。", REPORT, id="the-next-step"),
    ],
)
def test_what_is_to_be_done_is_not_done(statement: str, source: str) -> None:
    assert list(done_problems(fold(statement), Source(source, "")))


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        pytest.param("议案已获审议通过。", PLAN, id="the-verdict-of-the-meeting"),
        pytest.param("征地已完成2860亩。", REPORT, id="up-to-now"),
        pytest.param("会议听取了汇报，明确了分工。", PLAN, id="what-the-meeting-did"),
        pytest.param("旧管已全部更换。", "旧管全部更换，更换率98%，已验收12处。", id="how-things-stand"),
        pytest.param("已批未建的地块由甲科清理。", "对荒废地块，由甲科抓紧清理。", id="a-kind-of-land"),
        pytest.param("等备案了再实施。", PLAN, id="a-time-to-come"),
    ],
)
def test_what_is_done_may_be_said_so(statement: str, source: str) -> None:
    assert list(done_problems(fold(statement), Source(source, ""))) == []


def test_by_way_of_something_is_no_verdict() -> None:
    plan = Source("补助于5月底前通过专户兑付到户", "")
    assert list(done_problems(fold("补助已通过专户兑付到户"), plan))
    assert list(done_problems(fold("补助发放到了农户"), Source("补助于5月底前发放到农户", "")))


def test_what_is_decided_needs_no_deed() -> None:
    source = Source("同意购置水泵3台,9月底前到货。验收时间调整至11月15日前。", "")
    assert list(done_problems("水泵3台同意买了", source)) == []
    assert list(done_problems("验收时间改到11月15日前了", source)) == []
    assert [problem.text for problem in done_problems("水泵3台到货了", source)] == ["货了"]
