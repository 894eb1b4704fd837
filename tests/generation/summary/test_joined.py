"""Details go behind the sentence of their item, behind its title where that is only named."""

from __future__ import annotations

from pipeline.documents.parse import parse_text
from pipeline.generation.summary.brief import brief_parts

HEAD = "江州市政府第12次常务会议纪要\n2021年3月8日，市长贺云主持召开市政府第12次常务会议。\n"


def test_what_was_heard_is_no_bare_list() -> None:
    body = "一、关于汛期值守\n会议听取了汇报。\n二、关于春耕\n会议听取了汇报。\n"
    said = "".join(one.text for part in brief_parts("d0", parse_text(HEAD + body)) for one in part.told)
    assert "会议听取了" in said
    assert "议题：关于" not in said


def test_a_paper_agreed_to_is_not_its_project() -> None:
    body = "一、研究南桥改建工程有关事项\n会议原则同意南桥改建工程实施方案。\n"
    said = "".join(one.text for part in brief_parts("d0", parse_text(HEAD + body)) for one in part.told)
    assert "会议原则同意南桥改建工程实施方案。" in said


def test_a_step_of_another_point_is_not_joined_with_the_verdict() -> None:
    body = (
        "一、调整公寓租金标准\n会议意见：同意。\n有关事项安排如下：\n1.修订公寓管理细则。\n责任单位：市住建局\n"
        "2.研究延长引进人才免租期的建议，成熟后再报。\n责任单位：市人社局\n"
    )
    said = "".join(one.text for part in brief_parts("d0", parse_text(HEAD + body)) for one in part.told)
    assert "同意调整公寓租金标准" in said
    assert "标准，要求成熟后再报" not in said
