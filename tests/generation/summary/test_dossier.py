"""One matter through several meetings: in order of date, each sentence cited, and what was looked through."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.exports.markdown import summary_markdown
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.summary.dossier import dossier
from pipeline.generation.summary.matter import read_matter
from pipeline.generation.summary.summarize import Style, Summary


def _made(sources: list[Source], topic: str, style: Style = "full") -> Summary | None:
    papers = [(source.entry, source.document) for source in sources]
    return dossier(read_matter(topic), papers, style=style, among=[source.entry for source in sources])


@pytest.fixture
def parking(sources: list[Source]) -> Summary:
    made = _made(sources[::-1], "停车管理")
    assert made is not None
    return made


def test_meetings_stand_in_order_of_date_with_what_each_did(parking: Summary) -> None:
    assert [(item.stage, item.label, item.title) for item in parking.items] == [
        ("first", "一", "《临川市城区停车管理办法》"),
        ("again", "一", "《临川市城区停车管理办法实施细则》"),
    ]
    said = [item.sentences[0].text for item in parking.items]
    assert said[0].startswith(
        "2021年3月8日，市政府第12次常务会议讨论《临川市城区停车管理办法》，由市城管局局长周明汇报"
    )
    assert said[1].startswith("2022年4月20日，市政府第15次常务会议审议《临川市城区停车管理办法实施细则》")
    assert parking.coverage.items == (2, 2)
    assert parking.coverage.points == (2, 2)


def test_a_like_matter_of_another_body_is_not_said_to_come_again(sources: list[Source]) -> None:
    first, second = sources
    item = second.document.items[0]
    other = replace(second.document, items=(replace(item, title="关于停车管理费用的请示"), *second.document.items[1:]))
    entries = [
        replace(first.entry, document_number="临政纪〔2021〕6号", issuing_body=None),
        replace(second.entry, document_number=None, issuing_body=None),
    ]
    papers = [(entries[0], first.document), (entries[1], other)]
    made = dossier(read_matter("停车管理"), papers, among=entries)
    assert made is not None
    assert [one.stage for one in made.items] == ["first", "alike"]
    assert "同类事项" in (made.items[1].heading or "")
    papers[1] = (replace(entries[1], document_number="临政办会〔2022〕2号"), other)
    again = dossier(read_matter("停车管理"), papers, among=entries)
    assert again is not None
    assert [one.stage for one in again.items] == ["first", "again"]


def test_a_second_item_of_one_meeting_is_not_said_to_come_again(sources: list[Source]) -> None:
    first = sources[0]
    item = first.document.items[0]
    twice = replace(first.document, items=(item, replace(first.document.items[1], title="关于停车管理费用的请示")))
    made = dossier(read_matter("停车管理"), [(first.entry, twice)], among=[first.entry])
    assert made is not None
    assert [one.stage for one in made.items if one.stage != "mention"] == ["first", "same"]
    assert "同次会议" in (made.items[1].heading or "")


def test_every_sentence_is_cited_and_holds(parking: Summary, sources: list[Source]) -> None:
    texts = {source.document_id: source.document.text for source in sources}
    assert all(sentence.citations and sentence.check == "verified" for sentence in parking.sentences)
    assert all(texts[one.document_id][one.start : one.end] == one.quote for one in parking.citations)
    for item in parking.items:
        used = {parking.citations[index].document_id for sentence in item.sentences for index in sentence.citations}
        assert used == {item.document_id}
    assert len({(one.document_id, one.start, one.end) for one in parking.citations}) == len(parking.citations)


def test_it_says_where_nothing_was_found(sources: list[Source]) -> None:
    made = _made(sources, "老旧小区改造")
    assert made is not None
    assert made.notice == "查了库中 2 份文件，1 份谈到这件事；没有谈到的：临政纪〔2022〕2号。"
    assert made.searched is not None
    assert made.to_json()["searched"]["without"] == [sources[1].document_id]
    assert made.notice in summary_markdown(made)


def test_a_mention_tells_only_what_speaks_of_it(sources: list[Source]) -> None:
    made = _made(sources, "智慧停车平台")
    assert made is not None
    assert [(item.stage, [sentence.text for sentence in item.sentences]) for item in made.items] == [
        ("mention", ["市财政局安排专项资金1200万元，用于智慧停车平台建设。"])
    ]
    assert made.items[0].heading is not None
    assert made.items[0].heading.endswith("议题一：《临川市城区停车管理办法》　〔提及〕")


def test_a_brief_mention_says_which_meeting_it_was(sources: list[Source]) -> None:
    made = _made(sources, "智慧停车平台", "brief")
    assert made is not None
    [sentence] = made.sentences
    assert sentence.text.startswith("2022年4月20日，") or sentence.text.startswith("2021年3月8日，"), sentence.text
    assert "提到：市财政局安排专项资金1200万元" in sentence.text
    assert sentence.check == "verified"


def test_a_brief_dossier_tells_what_an_item_without_a_verdict_asks_for(sources: list[Source]) -> None:
    first = sources[0]
    item = replace(first.document.items[0], outcomes=(), next_step=None)
    bare = replace(first.document, items=(item, *first.document.items[1:]))
    made = dossier(read_matter("停车管理"), [(first.entry, bare)], style="brief", among=[])
    assert made is not None
    assert any("6月底前" in sentence.text for sentence in made.sentences)


@pytest.mark.parametrize(
    ("style", "said"),
    [("brief", "会议原则通过上述文件"), ("tasks", "由市城管局牵头，市公安局配合，6月底前完成道路泊位普查")],
)
def test_styles_tell_less(sources: list[Source], style: Style, said: str) -> None:
    made, full = _made(sources, "停车管理", style), _made(sources, "停车管理")
    assert made is not None
    assert full is not None
    assert len(made.sentences) < len(full.sentences)
    assert any(said in sentence.text for sentence in made.sentences)


def test_nothing_is_made_of_nothing(sources: list[Source]) -> None:
    assert _made(sources, "海上风电补贴") is None


def test_a_paper_without_a_date_comes_last(sources: list[Source]) -> None:
    first, second = sources
    undated = replace(first.entry, date=None)
    made = dossier(read_matter("停车管理"), [(undated, first.document), (second.entry, second.document)], among=[])
    assert made is not None
    assert [item.document_id for item in made.items] == [second.document_id, first.document_id]
    assert (made.items[1].heading or "").startswith("日期未载明")


def test_the_assistant_finds_it_by_search(invented: Assistant) -> None:
    assert [item.stage for item in invented.topic("停车管理").items] == ["first", "again"]


def test_one_name_in_two_cities_is_no_matter_heard_again(sources: list[Source]) -> None:
    first, second = sources
    entries = [
        replace(first.entry, issuing_body="江川市人民政府"),
        replace(second.entry, issuing_body="泽山市人民政府"),
    ]
    papers = [(entry, source.document) for entry, source in zip(entries, sources, strict=True)]
    made = dossier(read_matter("停车管理"), papers, among=entries)
    assert made is not None
    assert [one.stage for one in made.items] == ["first", "alike"]


def test_a_number_without_a_body_tells_no_paper_among_several_bodies(sources: list[Source]) -> None:
    first, second = sources
    entries = [
        replace(first.entry, document_number="〔2021〕6号", issuing_body="江川水务集团", meeting_name="总经理办公会议"),
        replace(second.entry, document_number="第2期", issuing_body="泽山医院", meeting_name="院长办公会"),
    ]
    papers = [(entry, source.document) for entry, source in zip(entries, sources, strict=True)]
    made = dossier(read_matter("停车管理"), papers, among=entries)
    assert made is not None
    assert "　江川水务集团总经理办公会议（〔2021〕6号）" in (made.items[0].heading or "")
    assert "　泽山医院院长办公会（第2期）" in (made.items[1].heading or "")


def test_a_matter_that_goes_on_under_another_title_is_told_for_its_own_place_alone(sources: list[Source]) -> None:
    first, second = sources
    title = "城区停车泊位划线推进情况"
    other = replace(
        second.document,
        items=(replace(second.document.items[0], title=title, presenter=None), *second.document.items[1:]),
    )
    bodies = ("临川市人民政府", "泽山市人民政府")
    told = []
    for body in bodies:
        entries = [replace(first.entry, issuing_body=bodies[0]), replace(second.entry, issuing_body=body)]
        papers = [(entries[0], first.document), (entries[1], other)]
        made = dossier(read_matter("临川市城区停车管理办法"), papers, among=entries)
        assert made is not None
        told.append([one.title for one in made.items if one.stage not in ("first", "mention")])
    assert told == [[title], []]
