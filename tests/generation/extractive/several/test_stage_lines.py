"""What a meeting says of a matter: verdicts, what was set anew, and what answers a question."""

from __future__ import annotations

from pipeline.assistant import Assistant
from pipeline.generation.extractive.several.stage_lines import likeliest, lines
from pipeline.generation.extractive.several.stages import stages_of
from tests.generation.extractive.several.test_stages import asked


def test_each_wording_is_answered_or_the_likeliest_alone(handed_on: Assistant) -> None:
    composing = asked(handed_on, "幸福院消防改造几号完成，由谁负责")
    town = stages_of(composing, {entry.document_id: entry for entry in composing.question.scope.every})[0]
    both = ["幸福院消防改造几号完工", "东片污水厂每亩补偿多少钱"]
    assert [line.text for line in likeliest(composing, town, both)] == [
        line.text for line in lines(composing, town, both[:1])
    ]


def test_every_verdict_of_an_item_is_told_and_what_it_set_anew(through_meetings: Assistant) -> None:
    composing = asked(through_meetings, "梨花渡大桥改造")
    newest = stages_of(composing, {entry.document_id: entry for entry in composing.question.scope.every})[0]
    told = "".join(line.text for line in lines(composing, newest, ["是什么结论"]))
    assert "10月20日前" in told
    assert "由白梧改为舒敏" in told


def test_of_what_is_named_beside_the_title_only_its_own_verdict_is_told(through_meetings: Assistant) -> None:
    composing = asked(through_meetings, "梨花渡大桥改造旧船坞仓库")
    newest = stages_of(composing, {entry.document_id: entry for entry in composing.question.scope.every})[0]
    told = "".join(line.text for line in lines(composing, newest, ["是什么结论"]))
    assert "拆除旧船坞仓库" in told
    assert "舒敏" not in told
