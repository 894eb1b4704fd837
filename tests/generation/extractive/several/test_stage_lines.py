"""What a meeting says of a matter: verdicts, what was set anew, and what answers a question."""

from __future__ import annotations

import datetime
from pathlib import Path

from pipeline.assistant import Assistant
from pipeline.generation.extractive.several.stage_lines import likeliest, lines
from pipeline.generation.extractive.several.stages import stages_of
from tests.generation.extractive.several.test_stages import asked
from tests.libraries import library_of


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


def test_of_two_verdicts_on_what_is_named_both_are_told(tmp_path: Path) -> None:
    head = "榆树街道党工委会议纪要\n（2025年第{0}次）\n\n时间：2025年{1}月12日\n主持人：沈怀舟\n\n"
    papers = {
        "第6次.txt": head.format(6, 4)
        + "一、东苑改造项目\n会议原则同意东苑改造方案。对屋顶光伏的建议，会议决定暂缓。\n",
        "第9次.txt": head.format(9, 6) + "一、东苑改造项目进展\n（1）同意启动东苑施工招标。\n"
        "（2）同意在达标的9栋先行试点屋顶光伏。\n（3）其余8栋的屋顶光伏暂缓，视效果另议。\n",
    }
    library = library_of(papers, tmp_path, today=datetime.date(2025, 12, 1))
    answer = library.ask("东苑屋顶光伏的事，榆树街道党工委第6次和第9次会的态度有啥不一样？").answer
    assert "9栋" in answer
    assert "8栋" in answer
    assert "决定暂缓" in answer
