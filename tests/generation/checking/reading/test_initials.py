"""Units by their initials, and right behind a verb."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.check import check
from pipeline.generation.checking.reading.initials import behind_a_verb, initials


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("名单由经济发展局审核。", "名单由经发局审核。"),
        ("名单由经发局审核。", "名单由经济发展局审核。"),
        ("由社发局负责入户。", "由社会发展局负责入户。"),
        ("社会发展局负责入户。", "社发局负责入户。"),
        ("土储中心负责收回地块。", "土地储备中心负责收回地块。"),
        ("由行审局受理。", "由行政审批局受理。"),
        ("会议决定终止收购临川驳船公司。", "关于收购临川驳船公司的事项：会议决定终止收购临川驳船公司。"),
        ("同意参股青禾种业公司。", "会议同意公司参股青禾种业公司。"),
    ],
)
def test_the_same_unit(statement: str, source: str) -> None:
    assert check(statement, [source]) == []


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("名单由经济信息局审核。", "名单由经发局审核。"),
        ("名单由经贸局审核。", "名单由经济发展局审核。"),
        ("由社发局负责入户。", "由经济发展局负责入户。"),
        ("土储中心负责收回地块。", "土地整治中心负责收回地块。"),
        ("会议决定终止收购临海驳船公司。", "会议决定终止收购临川驳船公司。"),
        ("教育考试局负责核查。", "教育局负责核查。"),
    ],
)
def test_another_unit(statement: str, source: str) -> None:
    assert check(statement, [source])


def test_words_of_names_are_no_verbs() -> None:
    assert not behind_a_verb("海川投资", "开发公司", "由投资开发公司负责")
    assert initials("水务局") == ()
