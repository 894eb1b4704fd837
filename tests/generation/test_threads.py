"""One thread of a matter: answers, dossiers and the ledger hold the same meetings, whatever the matter is called."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.threads import Strand, Threads, followed, names_place, strand_of
from tests.generation.ten_matters import LATEST, MATTERS, PAPERS, in_answer, in_dossier, in_ledger, true_stops
from tests.libraries import library_of


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over the meetings of two places."""
    return library_of(PAPERS, tmp_path_factory.mktemp("places"), today=datetime.date(2024, 12, 1))


@pytest.mark.parametrize("matter", MATTERS)
def test_a_dossier_holds_the_meetings_of_its_matter(places: Assistant, matter: str) -> None:
    assert in_dossier(places, matter) == true_stops(matter)


@pytest.mark.parametrize("matter", LATEST)
def test_it_holds_them_under_the_last_name_as_well(places: Assistant, matter: str) -> None:
    assert in_dossier(places, LATEST[matter]) == true_stops(matter)


@pytest.mark.parametrize("matter", [*MATTERS, *LATEST])
def test_an_answer_tells_the_same_meetings(places: Assistant, matter: str) -> None:
    assert in_answer(places, f"{matter}的来龙去脉是什么？") == true_stops(matter)
    assert not places.ask(f"{matter}的来龙去脉是什么？").flagged


@pytest.mark.parametrize("matter", MATTERS)
def test_the_ledger_links_the_same_meetings(places: Assistant, matter: str) -> None:
    for date, label in true_stops(matter):
        assert in_ledger(places, str(date), str(label)) == true_stops(matter)


def _strand(source: Source, title: str, *also: str, body: str = "临川市人民政府", at: int = 0) -> Strand:
    entry = replace(source.entry, issuing_body=body, document_id=f"d{at}", name="会议纪要", meeting_name=None)
    return Strand(entry, title, at, lambda: f"{title}，由泽山新区配合。", also)


def test_a_name_that_only_resembles_leads_no_further(sources: list[Source]) -> None:
    titles = ("白鹭泵站迁建工程", "白鹭泵站迁建征地与南湖渡口改造", "南湖渡口改造方案")
    strands = [_strand(sources[0], title, at=at) for at, title in enumerate(titles)]
    assert [one.title for one in Threads(strands).through(strands[:1])] == list(titles[:2])


def test_another_name_leads_on(sources: list[Source]) -> None:
    titles = ("南湖渡口改造方案", "南湖水运中心建设", "南湖水运中心招标")
    plain = [_strand(sources[0], title, at=at) for at, title in enumerate(titles)]
    named = [plain[0], _strand(sources[0], titles[1], "南湖渡口改造", at=1), plain[2]]
    assert {one.start for one in Threads(plain).through(plain[:1])} == {0}
    assert {one.start for one in Threads(named).through(named[:1])} == {0, 1, 2}


@pytest.mark.parametrize(("body", "on"), [("泽山新区指挥部", True), ("榆林湾市人民政府", False)])
def test_a_body_of_another_name_is_reached_where_an_item_names_its_place(
    sources: list[Source], body: str, on: bool
) -> None:
    strands = [_strand(sources[0], "新区第一小学项目", at=0), _strand(sources[0], "新区第一小学项目", body=body, at=1)]
    assert names_place(strands[0], strands[1].entry) is on
    assert (len(Threads(strands).through(strands[:1])) == 2) is on


def test_names_that_were_found_are_looked_for_in_turn(sources: list[Source]) -> None:
    strands = [
        _strand(sources[0], "南湖水运中心招标", at=0),
        _strand(sources[0], "南湖水运中心建设", "南湖渡口改造", at=1),
        _strand(sources[0], "南湖渡口改造方案", at=2),
    ]
    asked: list[str] = []

    def look(names: list[str]) -> list[Strand]:
        asked.extend(names)
        return strands[1:2] if len(asked) == 1 else strands[2:]

    assert len(followed(strands[1:2], lambda names: look(list(names)))) == 2
    assert "南湖渡口改造" in asked


def test_an_item_is_read_with_the_names_that_it_gives_its_matter(sources: list[Source]) -> None:
    source = sources[0]
    strand = strand_of(source.entry, source.document, source.document.items[0])
    assert strand.key == (source.document_id, source.document.items[0].start)
    assert strand.said().startswith(strand.said()[:4])
    assert strand.names
