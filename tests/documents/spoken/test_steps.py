from __future__ import annotations

import pytest

from pipeline.documents.spoken.steps import again_in, next_step_sentence, whole_in
from tests.documents.paper import passage


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("会议要求相关部门修改完善后提交市委常委会讨论。", "要求相关部门修改完善后提交市委常委会讨论"),
        ("会议明确，县住建局要征求意见，修改完善后报县委常委会审定。", "修改完善后报县委常委会审定"),
        ("由市水务局牵头，明确分工。方案按程序报董事会审议后实施。", "方案按程序报董事会审议后实施"),
        ("协议报市土委会审定后签署。", "协议报市土委会审定后签署"),
        ("修改后由市长签署，以市政府令公布。", "修改后由市长签署，以市政府令公布"),
        ("名单经公示无异议后，由市总工会表彰。", "名单经公示无异议后，由市总工会表彰"),
        ("未经审查的议题一律不得提交会议审议。", None),
        ("会议要求抓好落实。", None),
    ],
)
def test_next_step_in_its_own_sentence(text: str, step: str | None) -> None:
    part = passage(text)
    found = next_step_sentence(part)
    assert (text[slice(*found)] if found else None) == step


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("待摸清情况后再报。", "待摸清情况后再报"),
        ("会议决定推迟至下次党组会议审议。", "推迟至下次党组会议审议"),
        ("请市财政局再作论证，成熟后重新提交常务会议讨论。", "成熟后重新提交常务会议讨论"),
        ("会议决定再议。", None),
    ],
    ids=[
        "in the next sentence",
        "at the next meeting",
        "the later clause says before whom",
        "no more than the verdict",
    ],
)
def test_how_a_matter_comes_again(text: str, step: str | None) -> None:
    part = passage(text)
    found = again_in(part)
    assert (text[slice(*found)] if found else None) == step


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("由区教育局根据会议意见修改完善后按程序报区委审定。", True),
        ("《实施方案》由区住建局修改后以区政府办公室名义印发。", True),
        ("市发改委修改项目清单，报市政府审定。", False),
        ("三年新增学位21,450个。", False),
    ],
)
def test_a_point_that_tells_what_comes_next_to_the_whole(text: str, whole: bool) -> None:
    assert (whole_in(passage(text)) is not None) == whole
