"""What was granted in part is told, where a question takes it as granted in full; nothing else is corrected."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from pipeline.assistant import Assistant
from tests.libraries import library_of

if TYPE_CHECKING:
    pass

TEXT = """沅阳县人民政府常务会议纪要
沅政纪〔2023〕9号

2023年6月8日，县长祁远山主持召开县政府第18次常务会议。会议纪要如下：
一、关于沅阳至柳浦公路概算调整
县交通运输局汇报，因地质处理，概算拟调增3200万元。
同意对不良地质处理部分调增概算2100万元。
对增设观景台所涉1100万元不予调增。
由县审计局开展跟踪审计。
二、关于城乡公交运营亏损
运营亏损由运营公司承担60%、县财政承担40%，每年据实结算。
会议不同意由县财政全额承担的意见。
三、关于敬老院取暖补贴
同意安排取暖补贴18万元，由县民政局发放。
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of(
        {"沅政纪〔2023〕9号.txt": TEXT}, tmp_path_factory.mktemp("in_part"), today=datetime.date(2023, 12, 31)
    )


@pytest.mark.parametrize(
    ("question", "words"),
    [
        pytest.param(
            "沅阳县第18次常务会把柳浦公路多出来的3200万元概算都认了，谁来跟踪审计？",
            ("2100万元", "不予调增"),
            id="all agreed to",
        ),
        pytest.param("沅阳县第18次常务会上城乡公交亏的钱全由县里兜，从哪儿出？", ("承担40%", "不同意"), id="all borne"),
    ],
)
def test_what_was_granted_in_part_is_told(county: Assistant, question: str, words: tuple[str, ...]) -> None:
    answer = county.ask(question).answer
    assert answer.startswith("与记载不符")
    assert all(word in answer for word in words)
    assert "拟调增" not in answer


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("沅阳县第18次常务会把敬老院取暖补贴全给批了，由谁发放？", id="nothing was held back"),
        pytest.param("沅阳县第18次常务会上柳浦公路由谁来跟踪审计？", id="nothing is taken as granted in full"),
    ],
)
def test_nothing_else_is_corrected(county: Assistant, question: str) -> None:
    assert "与记载不符" not in county.ask(question).answer
