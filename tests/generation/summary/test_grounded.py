"""Several verdicts of an item: each on its own matter, a refusal with who asked, a delay with the head of its point."""

from __future__ import annotations

from pipeline.documents.parse import parse_text
from pipeline.generation.summary.brief import brief_parts
from pipeline.generation.summary.grounded import grounded
from pipeline.generation.summary.told import Source
from pipeline.generation.summary.whole import whole_verdicts

HEAD = "甲市政府第2次常务会议纪要\n2024年3月5日，市长李某主持召开市政府第2次常务会议。\n"


def _source(body: str) -> Source:
    return Source("d0", whole_verdicts(parse_text(HEAD + body)))


def test_a_delay_within_a_point_is_on_what_heads_the_point() -> None:
    source = _source(
        "一、审议《乙区招生意见》\n会议同意该意见。会议强调：\n（1）由丙局按程序公布。\n"
        "（2）关于丁校增设班级的建议，意见不一；会议决定暂缓实施，待核定编制后再议。\n"
    )
    words, _ = grounded(source, source.document.items[0], fully=False)
    assert words[0] == "会议同意该意见"
    assert words[-1].startswith("关于丁校增设班级的建议，会议决定暂缓实施")


def test_a_refusal_is_told_shortly_with_who_asked_for_it() -> None:
    source = _source(
        "一、水库调度\n会议同意预泄方案。\n戊站申请按汛限以上0.3米拦蓄运行，己局、庚中心均认为风险偏大，会议不同意。\n"
    )
    words, _ = grounded(source, source.document.items[0], fully=False)
    assert words[-1] == "戊站申请按汛限以上0.3米拦蓄运行，会议不同意"
    fully, _ = grounded(source, source.document.items[0])
    assert "风险偏大" in fully[-1]


def test_whose_view_it_is_stays() -> None:
    text = (
        "一、停车办法\n会议原则通过《甲市停车办法》。\n"
        "辛区政府对草案第三条关于夜间停放的规定提出保留意见，认为会占用消防通道。会议决定该条暂不写入办法。\n"
    )
    [part] = brief_parts("d0", parse_text(HEAD + text))
    said = "".join(one.text for one in part.told)
    assert "辛区政府" in said
    assert "；认为" not in said
