"""A sum of another sort, or for each of many, is not what a thing costs."""

from __future__ import annotations

import pytest

from pipeline.generation.extractive.reading.kinds import Wanted
from pipeline.generation.extractive.reading.sums import of_another_sort, of_each_only, of_them_all

MONEY = Wanted("money")


@pytest.mark.parametrize(
    ("asked", "told", "another"),
    [
        pytest.param("打算出多少钱收购船厂", "船厂拖欠120万元,收购终止", True, id="arrears"),
        pytest.param("船厂拖欠了多少钱", "船厂拖欠120万元,收购终止", False, id="arrears are asked for"),
        pytest.param("打算出多少钱收购船厂", "收购价800万元,船厂欠款120万元", False, id="the price as well"),
        pytest.param("打算出多少钱收购船厂", "船厂有未披露担保300万元", True, id="surety"),
        pytest.param("栈桥造价多少钱", "船户不同意按2万元补偿", True, id="named behind the sum"),
        pytest.param("栈桥造价多少钱", "监理费20万元由镇里垫付", True, id="a fee"),
        pytest.param("栈桥监理要花多少钱", "监理费20万元由镇里垫付", False, id="the fee is asked for"),
    ],
)
def test_sums_of_another_sort(asked: str, told: str, another: bool) -> None:
    assert of_another_sort(MONEY, asked, told) is another


@pytest.mark.parametrize(
    ("asked", "told", "each"),
    [
        pytest.param("护林补助一共花了多少钱", "护林员每人每月补助300元", True, id="each"),
        pytest.param("护林补助一共花了多少钱", "每人300元,全年共13万元", False, id="all"),
        pytest.param("护林补助每人多少钱", "护林员每人每月补助300元", False, id="each is asked for"),
    ],
)
def test_sums_for_each(asked: str, told: str, each: bool) -> None:
    assert of_each_only(MONEY, asked, told) is each


@pytest.mark.parametrize(
    ("asked", "told", "all_of_them"),
    [
        pytest.param("北渡亏损多少钱", "全县亏损80万元,亏损大的是北渡、南渡、石渡", True, id="one of those listed"),
        pytest.param("全县亏损多少钱", "全县亏损80万元,亏损大的是北渡、南渡、石渡", False, id="all"),
        pytest.param("北渡亏损多少钱", "北渡亏损30万元,南渡、石渡合计50万元", False, id="its own"),
    ],
)
def test_what_several_come_to(asked: str, told: str, all_of_them: bool) -> None:
    assert of_them_all(MONEY, asked, told) is all_of_them
