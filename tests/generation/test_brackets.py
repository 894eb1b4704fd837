"""Whatever is cut within a bracket or a quotation is shown with both of its marks, verbatim."""

from __future__ import annotations

from typing import Any, cast

import pytest

from pipeline.documents.parse import parse_text
from pipeline.generation.brackets import paired, unpaired
from pipeline.generation.cite import Shelf
from pipeline.generation.draft import Quote, Sentence

TEXT = """枫溪县人民政府第3次常务会议纪要
一、研究旧船坞腾空
会议同意6月底前完成签约腾空（牵头单位：澄港镇政府；配合单位：
县住建局），逾期的另行研究。修订“船坞守则”清单1.0版、2.0版。
印发通知（只发纸质。
"""
LONG = f"会议同意印发工作安排（{'其中各镇先行自查并逐项登记，' * 12}随后汇总），由县住建局负责。\n"


class _Shelf:
    """One paper under one id."""

    def __init__(self, text: str) -> None:
        self._paper = parse_text(text)

    def document(self, _: str) -> Any:
        return self._paper


def _cut(text: str, wording: str, *, said: str | None = None) -> tuple[str, str]:
    start = text.index(wording)
    sentence = Sentence(said or wording, (Quote("d1", start, start + len(wording)),))
    made = paired(sentence, cast("Shelf", _Shelf(text)))
    return made.text, text[made.quotes[0].start : made.quotes[0].end]


def test_a_cut_within_a_bracket_goes_on_to_its_end() -> None:
    said, quote = _cut(
        TEXT, "6月底前完成签约腾空（牵头单位：澄港镇政府", said="6月底前完成签约腾空（牵头单位：澄港镇政府。"
    )
    assert said == "6月底前完成签约腾空（牵头单位：澄港镇政府；配合单位：县住建局）。"
    assert quote.endswith("县住建局）") and quote in TEXT


def test_a_cut_within_a_quotation_goes_back_to_its_start() -> None:
    said, quote = _cut(TEXT, "守则”清单1.0版", said="某通报：守则”清单1.0版")
    assert (said, quote) == ("某通报：“船坞守则”清单1.0版", "“船坞守则”清单1.0版")


def test_a_bracket_too_long_to_be_told_is_left_out() -> None:
    wording = LONG[: LONG.index("，其中各镇", 30)]
    said, quote = _cut(LONG, wording, said=f"{wording}。")
    assert said == "会议同意印发工作安排。"
    assert quote == "会议同意印发工作安排"


@pytest.mark.parametrize(
    "wording",
    [
        pytest.param("印发通知（只发纸质。", id="the text never closes it"),
        pytest.param("会议同意6月底前完成签约腾空", id="nothing is cut"),
    ],
)
def test_what_needs_no_mending_stays(wording: str) -> None:
    assert _cut(TEXT, wording) == (wording, wording)


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("a) 同意；b) 不同意", []),
        ("1）清理；（2）登记", []),
        ("（一）“三清”（二期", [7]),
        ("《办法(试行）》", []),
        ("守则”清单", [2]),
    ],
)
def test_which_marks_stand_alone(text: str, alone: list[int]) -> None:
    assert unpaired(text) == alone
