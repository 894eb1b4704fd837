"""Nothing is stricter or looser than the source has it."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.degrees.loosened import loosened_problems
from pipeline.generation.checking.reading.source import Source


@pytest.mark.parametrize(
    ("said", "source", "found"),
    [
        ("老站房必须拆除", "老站房可以拆除,也可改作他用。", "必须拆除"),
        ("两个条件满足其一就可迁入", "枯水期结束并经检测合格后迁入。", "满足其一"),
        ("无论报价高低,原租户都优先", "原租户在同等条件下优先。", "无论"),
        ("年度计划获得通过", "附条件通过年度计划。", "附条件"),
        ("非居民水价另行调整", "非居民水价另行研究。", "另行调整"),
        ("各乡镇把奖补优先发给职工", "各乡镇负责监督把奖补优先发给职工。", "监督"),
        ("所需名额照数给足", "先招12名,其余待学位核定后再定。", "照数"),
        ("奖补春节前全部兑付", "首批于春节前兑付六成。", "全部"),
        ("剩下的30辆也开了绿灯", "同意购置50辆,其余30辆暂缓。", "剩下"),
        ("评估在一年内进行", "施行满一年后评估。", "一年内"),
        ("每10天报告一次", "每月10日前报告一次。", "每10天"),
        ("撤并的线路予以恢复", "撤并的线路确有必要的予以恢复。", "确有必要"),
    ],
)
def test_another_strictness_is_flagged(said: str, source: str, found: str) -> None:
    assert found in [problem.text for problem in loosened_problems(said, Source(source, ""))]


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("老站房必须拆除", "老站房务必拆除。"),
        ("年度计划附条件通过", "附条件通过年度计划。"),
        ("非居民水价另行审议", "非居民水价另行研究。"),
        ("由各乡镇督促把奖补优先发给职工", "各乡镇负责监督把奖补优先发给职工。"),
        ("22处点位5月15日前全部封堵", "22处必须于5月15日前封堵,其余点位6月30日前改造。"),
        ("其余30辆暂缓购置", "同意购置50辆,其余30辆暂缓。"),
        ("每十天调度一次", "每10天调度一次。"),
        ("每10天梳理一次", "每旬梳理一次。"),
        ("一年后评估", "施行满一年后评估。"),
        ("必要时恢复撤并的线路", "撤并的线路确有必要的予以恢复。"),
    ],
)
def test_the_same_strictness_holds(said: str, source: str) -> None:
    assert list(loosened_problems(said, Source(source, ""))) == []


def test_to_be_studied_along_is_not_to_be_carried_out_along() -> None:
    source = Source("由县交通局纳入公交规划一并研究。", "")
    assert [problem.text for problem in loosened_problems("由县交通局放进公交规划一并实施", source)] == ["一并实施"]
    assert list(loosened_problems("由县交通局放进公交规划一并研究", source)) == []
