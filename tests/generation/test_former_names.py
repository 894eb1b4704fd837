"""The names that a text says a matter had before."""

from __future__ import annotations

import pytest

from pipeline.generation.former_names import TELLS, former_names, other_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("城北换乘中心即原城北综合枢纽一期，工期滞后", ["城北综合枢纽一期"], id="that-is"),
        pytest.param("师范附小北校区（原柳浦小学）立项调整", ["柳浦小学"], id="in-brackets"),
        pytest.param("市民服务综合体（此前称便民中心）方案", ["便民中心"], id="was-called"),
        pytest.param("会议同意将沿江路改造更名为沿江大道提升工程。", ["沿江路改造"], id="renamed"),
        pytest.param("原定6月底完工，会议原则同意", [], id="what-was-planned-is-no-name"),
        pytest.param("会议由原市水利局局长汇报", [], id="who-somebody-was-is-no-name"),
        pytest.param("（原市生态环境局）", [], id="what-an-office-was-is-no-matter"),
    ],
)
def test_former_names(text: str, names: list[str]) -> None:
    assert former_names(text) == names


@pytest.mark.parametrize(
    ("title", "text", "names"),
    [
        pytest.param("湖滨枢纽项目", "会议听取湖滨枢纽（此前称湖滨客运站）方案。", ["湖滨客运站"], id="its-own"),
        pytest.param("湖滨枢纽项目", "用地西邻纺织大厦（原纺织宿舍楼）。", [], id="of-what-it-speaks-of-in-passing"),
        pytest.param("湖滨枢纽项目", "该项目（原城东停保场）由市交投集团承建。", ["城东停保场"], id="that-project"),
        pytest.param("滨河路改造", "项目名称调整为滨河大道提升工程，10月移交。", ["滨河大道提升工程"], id="a-new-one"),
    ],
)
def test_other_names_of_the_matter_of_an_item(title: str, text: str, names: list[str]) -> None:
    assert other_names(title, text) == names
    assert not names or TELLS.search(f"{title}，{text}")
