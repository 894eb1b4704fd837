"""Candidates: found in the whole library and in what a question names, also where longer texts hide a rare word."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.retrieval.candidates import Asked, gather, read
from pipeline.retrieval.library import Library
from tests.retrieval.examples import minutes, put_in, report_of


@pytest.fixture
def filled(library: Library, tmp_path: Path) -> Library:
    """Minutes, a long report with a name in it, and many short ones about one thing."""
    with library.batch():
        put_in(library, minutes(), tmp_path)
        put_in(library, report_of("绿化工作继续推进。" * 60 + "慧芯公司获得投资。", file="long.txt"), tmp_path)
        for number in range(80):
            put_in(library, report_of(f"投资引导与投资管理第{number}号。", file=f"s{number}.txt"), tmp_path)
    library.refresh()
    return library


def test_a_question_is_read_without_what_names_the_meeting(filled: Library) -> None:
    asked = read(filled, "第3次常务会议的停车收费？")
    assert asked.mentions.meeting_numbers == (3,)
    assert "第3次" not in asked.matter
    assert asked.said.startswith("会议")
    assert isinstance(asked, Asked)


def test_the_later_question_names_the_meeting(filled: Library) -> None:
    assert read(filled, "第3次会议谁主持？ 那第9次会议呢？").mentions.meeting_numbers == (9,)


def test_a_rare_name_in_a_long_text_comes_up_among_many_short_ones(filled: Library) -> None:
    found = gather(filled, read(filled, "慧芯公司投资多少？"), k=1, within=None)
    assert any("慧芯" in chunk.text for chunk in found.chunks.values())


def test_candidates_stay_within_documents(filled: Library) -> None:
    wanted = [entry.document_id for entry in filled.catalogue.entries() if entry.file == "s1.txt"]
    found = gather(filled, read(filled, "第3次会议的投资"), k=5, within=wanted)
    assert {chunk.document_id for chunk in found.chunks.values()} == set(wanted)


def test_every_candidate_says_which_list_gave_it(filled: Library) -> None:
    found = gather(filled, read(filled, "停车泊位"), k=5, within=None)
    listed = {chunk_id for places in found.places.values() for chunk_id in places}
    assert set(found.chunks) <= listed
    assert set(found.places) == {"keywords", "stamped", "words", "vectors"}


def test_the_fullest_account_of_a_title_is_among_the_candidates(library: Library, tmp_path: Path) -> None:
    """Short items of one title crowd the lists; the one that says most is looked at all the same."""
    title = "《城区停车管理办法》"
    with library.batch():
        for number in range(90):
            put_in(library, minutes(file=f"m{number}.txt", number=10, agenda=((title, ("照办。",)),)), tmp_path)
        put_in(library, minutes(file="full.txt", number=9, agenda=((title, ("逐项细化，按月通报。",) * 40),)), tmp_path)
    library.refresh()
    full = next(entry.document_id for entry in library.catalogue.entries() if entry.file == "full.txt")
    found = gather(library, read(library, title), k=1, within=None)
    assert any(chunk.document_id == full and chunk.item_title == title for chunk in found.chunks.values())
