"""Titles in a list of verdicts."""

from __future__ import annotations

import pytest

from pipeline.generation.summary.titles import is_on_the_matter, object_of, short_title


def test_a_short_title_keeps_what_it_is_about() -> None:
    assert short_title("《关于支持某项工作的若干措施（试行）》") == "支持某项工作的若干措施"


@pytest.mark.parametrize(
    ("title", "on"),
    [
        ("关于调整水费标准", "调整水费标准"),
        ("关于调整水费标准的请示", "关于调整水费标准的请示"),
        ("关于《甲办法（草案）》", "《甲办法（草案）》"),
    ],
)
def test_what_a_verdict_is_on(title: str, on: str) -> None:
    assert object_of(title) == on


@pytest.mark.parametrize(
    ("title", "rest", "same"),
    [
        ("《停车管理办法》", "", True),
        ("《停车管理办法》", "上述文件", True),
        ("关于住房价格管理工作的汇报", "这个汇报", True),
        ("水厂施工招标方案", "招标方案", True),
        ("冬春农田水利建设", "省水利厅提出的冬春农田水利建设计划", True),
        ("沿湖餐饮船舶清退", "文旅公司提出的保留6艘餐饮船作为景观的建议", False),
        ("燃气专项整治", "对居民用户一律强制安装物联网表的建议", False),
        ("医疗纠纷赔付", "按调解协议赔付9.6万元", False),
        ("传达全会精神，研究年度工作", "《党组年度工作要点》", False),
    ],
)
def test_whether_a_verdict_is_on_what_the_title_names(title: str, rest: str, same: bool) -> None:
    assert is_on_the_matter(title, rest) == same


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("《三年行动计划（2022—2024年）》的问题", "《三年行动计划（2022—2024年）》"),
        ("给予某科长开除处分问题", "给予某科长开除处分"),
        ("解决旧城改造遗留问题", "解决旧城改造遗留问题"),
        ("关于停车难的问题", "关于停车难的问题"),
    ],
)
def test_a_verdict_is_on_the_matter_and_not_on_its_question(title: str, said: str) -> None:
    assert object_of(title) == said
