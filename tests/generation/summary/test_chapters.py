"""A chapter for each item of each paper that is about a matter, the earliest first."""

from __future__ import annotations

from dataclasses import replace

from pipeline.generation.extractive.evidence import Source
from pipeline.generation.summary.chapters import chapters_of
from pipeline.generation.summary.matter import read_matter


def test_chapters_stand_in_order_of_date_and_say_whether_they_are_about_it(sources: list[Source]) -> None:
    papers = [(source.entry, source.document) for source in sources[::-1]]
    chapters = chapters_of(read_matter("停车管理"), papers)
    dates = [chapter.entry.date or "" for chapter in chapters]
    assert dates == sorted(dates)
    assert [chapter.about for chapter in chapters][:1] == [True]


def test_another_title_is_a_chapter_only_of_the_same_place(sources: list[Source]) -> None:
    first, second = sources
    item = replace(second.document.items[0], title="城区停车泊位划线推进情况", presenter=None)
    other = replace(second.document, items=(item,))
    found = []
    for body in ("临川市人民政府", "泽山市人民政府"):
        entries = [replace(first.entry, issuing_body="临川市人民政府"), replace(second.entry, issuing_body=body)]
        papers = [(entries[0], first.document), (entries[1], other)]
        chapters = chapters_of(read_matter("临川市城区停车管理办法"), papers)
        found.append(any(chapter.about and chapter.entry is entries[1] for chapter in chapters))
    assert found == [True, False]
