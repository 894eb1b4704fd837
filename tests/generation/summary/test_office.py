"""What is the office's and not the meeting's is told apart."""

from __future__ import annotations

import pytest

from pipeline.generation.summary.office import is_office


@pytest.mark.parametrize(
    ("line", "office"),
    [
        ("主送：各区人民政府。", True),
        ("江州市人民政府办公室二〇二三年七月五日印。", True),
        ("党政办公室2023年5月18日印发。", True),
        ("某街道办事处办公室。", True),
        ("主题词：规划审议纪要第3页共3页。", True),
        ("（主持人：贺云）。", True),
        ("与会委员签名：（略）。", True),
        ("审议意见。", True),
        ("会议研究认为。", True),
        ("应到委员21名，实到18名。", True),
        ("关于前期工作情况。", True),
        ("完成时限：——。", True),
        ("会议采取逐项审议方式，对以下议题进行了审议，形成纪要如下。", True),
        ("审议意见：因专题尚未完成，本议题不予表决。", False),
        ("关于停车收费问题由市发改委牵头研究。", False),
        ("会议要求市政府办公室做好记录整理。", False),
    ],
)
def test_lines_of_the_office(line: str, office: bool) -> None:
    assert is_office(line) is office


@pytest.mark.parametrize(
    ("line", "office"),
    [
        ("县直部门：李敏（县财政局）、王强（县水务局副局长，代赵明）", True),
        ("县人大常委会：王强", True),
        ("责任部门：县财政局6月底前拨付80万元", False),
    ],
)
def test_who_sat_in_is_no_substance(line: str, office: bool) -> None:
    assert is_office(line) is office
