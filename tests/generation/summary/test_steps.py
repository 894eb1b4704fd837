"""A next step in a list of tasks says what it is on."""

from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.generation.summary.full import task_parts
from pipeline.generation.summary.steps import step_alone
from pipeline.generation.summary.tasks import item_tasks
from pipeline.generation.summary.told import Source
from pipeline.generation.summary.whole import whole_verdicts

HEAD = "榕港县政府第8次常务会议纪要\n2023年5月9日，县长安澜主持召开县政府第8次常务会议。\n"


@pytest.mark.parametrize(
    ("heading", "body", "task"),
    [
        (
            "渡口票价调整方案",
            "会议同意线网方案。对普通票价由2元调整为3元的方案，会议决定暂缓实施，待成本监审完成后再提交县政府研究。",
            "会议决定暂缓实施，待成本监审完成后再提交县政府研究",
        ),
        (
            "海棠苑预售款监管",
            "1.对退款申请暂缓支付，待竣工验收合格后再议。\n2.由县住建局6月底前核查账户。",
            "对退款申请暂缓支付，待竣工验收合格后再议",
        ),
        ("渡口改造方案", "会议原则同意该方案，由县交通运输局修改后印发。", "由县交通运输局修改后印发"),
    ],
)
def test_a_step_names_its_matter(heading: str, body: str, task: str) -> None:
    told = [one.text for part in task_parts("d0", parse_text(f"{HEAD}一、{heading}\n{body}\n")) for one in part.told]
    assert any(task in one for one in told)
    assert not any(one.startswith("待") for one in told)


def test_without_a_step_there_is_none() -> None:
    document = parse_text(f"{HEAD}一、渡口改造\n会议听取了汇报。\n")
    assert step_alone(Source("d0", document), document.items[0], "") is None


def test_what_follows_a_refusal_is_a_task_with_what_was_refused() -> None:
    body = "会议同意资金方案。对市医院提出的购置直升机的请求，会议不同意，由市医院另行论证。"
    source = Source("d0", whole_verdicts(parse_text(f"甲市政府第2次常务会议纪要\n一、市医院搬迁资金\n{body}\n")))
    said = [one.text for one in item_tasks(source, source.document.items[0])]
    assert not any(one.startswith("由市医院另行论证") for one in said)
    assert any("直升机" in one and "由市医院另行论证" in one for one in said)
