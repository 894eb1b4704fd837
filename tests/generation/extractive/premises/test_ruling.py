"""The verdict on what is meant, among several of an item, with what was ordered instead."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.premises.down import DOWN
from pipeline.generation.extractive.premises.named import Named
from pipeline.generation.extractive.premises.ruling import CHANGED, ruling
from pipeline.generation.extractive.premises.taken import matter_of
from pipeline.generation.understanding.question import understand


def told(assistant: Assistant, text: str, *, number: str, title: str) -> str:
    question = understand(text, entries=assistant.entries(), today=datetime.date(2022, 12, 1))
    entry = next(one for one in assistant.entries() if one.document_number == number)
    source = Source(entry, assistant.catalogue.document(entry.document_id))
    item = next(one for one in source.document.items if title in one.title)
    lines = ruling(question, Named(source, item, item.span, 1.0), matter_of(question))
    for line in lines:
        quote = line.quotes[0]
        assert source.document.text[quote.start : quote.end].strip()
    return "".join(line.text for line in lines)


@pytest.mark.parametrize(
    ("text", "title", "words"),
    [
        pytest.param(
            "用水涨价后由谁收？", "供水价格", ("不同意该方案", "仍按每吨2.2元执行", "重新开展成本监审"), id="orders"
        ),
        pytest.param("旧校舍直接转让给茶果公司了，多少钱？", "校舍", ("不同意直接转让",), id="one of two verdicts"),
        pytest.param("夜市办法施行后由谁管？", "夜市", ("暂缓审议", "修改后另行上会"), id="put off"),
    ],
)
def test_the_verdict_is_told_with_what_was_ordered(
    put_off: Assistant, text: str, title: str, words: tuple[str, ...]
) -> None:
    said = told(put_off, text, number="榉政纪〔2022〕8号", title=title)
    assert all(word in said for word in words)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("旧校舍收回后怎么用？", "校舍", id="the other verdict of two"),
        pytest.param("体育馆二期什么时候开工？", "体育馆", id="no word of the change that was proposed"),
        pytest.param("公共自行车运营后归谁管？", "自行车", id="nothing was turned down"),
    ],
)
def test_nothing_is_told_of_another_matter(put_off: Assistant, text: str, title: str) -> None:
    assert told(put_off, text, number="榉政纪〔2022〕8号", title=title) == ""


@pytest.mark.parametrize(
    ("body", "text", "words"),
    [
        pytest.param(
            "一、关于管网迁改的议案\n董事会听取了经营层汇报，不作表决。要求生产部15日内完成迁改。\n",
            "管网迁改什么时候完成？",
            "",
            id="a report that was heard",
        ),
        pytest.param(
            "一、公交线路\n（1）3路末班车延至21时，同意，12月1日起执行；\n（2）夜8路停运，暂缓，待调查后再议。\n",
            "夜8路停运了，从哪天开始停？",
            "夜8路停运，暂缓",
            id="a verdict in a clause of its own",
        ),
        pytest.param(
            "一、化工厂搬迁期限\n会议不同意延期一年，同意宽限至10月31日。\n",
            "化工厂搬迁延到什么时候？",
            "",
            id="less was agreed",
        ),
        pytest.param(
            "一、低保名单\n乔某一户得票不过半，未通过，其余同意上报。\n",
            "低保名单谁牵头？",
            "",
            id="one of a list",
        ),
        pytest.param(
            "一、电梯奖补\n会议不同意对未验收的3部先行奖补；其余9部按每部12万元奖补。\n",
            "电梯奖补是哪家公司做的？",
            "",
            id="the rest in the next clause",
        ),
        pytest.param(
            "一、资金筹措\n会议同意资金由市、区分担。对水务公司提出的全额贴息的请求，会议决定暂缓研究。\n",
            "资金筹措要求哪天之前办完？",
            "",
            id="the words that ask are no matter",
        ),
        pytest.param(
            "一、化工厂搬迁期限\n会议不同意延期一年，同意宽限至10月31日。\n",
            "化工厂搬迁延期一年后由谁监管？",
            "不同意延期一年",
            id="what was refused is taken for granted",
        ),
    ],
)
def test_what_was_only_heard_or_agreed_in_part_contradicts_nobody(
    tmp_path: Path, body: str, text: str, words: str
) -> None:
    head = (
        "临川集团\n董事会会议纪要\n临董〔2022〕3号\n2022年3月8日，董事长郑远航主持召开第3次董事会会议。现纪要如下：\n"
    )
    (tmp_path / "a.txt").write_text(head + body, encoding="utf-8")
    assistant = Assistant(load_settings(home=tmp_path / "home", encoder="builtin", model=""))
    assistant.ingest([tmp_path / "a.txt"])
    said = told(assistant, text, number="临董〔2022〕3号", title=body.split("\n")[0].removeprefix("一、"))
    assert words in said if words else said == ""


def test_a_clause_that_says_on_what_the_next_rules_belongs_to_the_verdict(offices: Assistant) -> None:
    text = "为什么同意把母婴室每间补助提到3万"
    said = told(offices, text, number="楠政常纪〔2024〕11号", title="公厕")
    assert "不同意将每间补助由2万元提高到3万元" in said


def test_no_other_standard_turns_nothing_down() -> None:
    assert not DOWN.search("参照原标准执行，不再另行制定")
    assert DOWN.search("合同到期后不再续签")


@pytest.mark.parametrize("said", ["暂时不收", "暂不启动", "会议认为偏高，不予采纳", "本次暂缓"])
def test_what_is_put_off_or_not_taken_up_is_turned_down(said: str) -> None:
    assert DOWN.search(said)


def test_what_stays_beside_a_change_keeps_nothing() -> None:
    assert CHANGED.search("会议同意开工时间由9月推迟至10月，通水时限仍为明年6月底前")
    assert not CHANGED.search("会议不同意开工时间推迟至10月，仍按9月执行")
