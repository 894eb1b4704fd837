"""The later meetings to which a matter returned, and what they put in the place of what was told."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.draft import Draft, Quote, Searched, Sentence
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.several.returned import put_in_its_place, returned
from pipeline.generation.later import CHANGED


def _source(assistant: Assistant, number: int) -> Source:
    entry = next(one for one in assistant.entries() if f"第{number}次" in one.file)
    return Source(entry, assistant.catalogue.document(entry.document_id))


@pytest.mark.parametrize(
    ("item", "told", "changed"),
    [
        pytest.param(0, "由副县长白梧任总协调人", ["总协调人由白梧改为舒敏"], id="somebody"),
        pytest.param(
            0, "7月10日前开工", ["7月10日前开工没有实现", "开工时间改为10月20日前"], id="a day, told in two sentences"
        ),
        pytest.param(2, "建设智慧档案馆，预算360万元", ["预算由360万元降为295万元"], id="a sum"),
        pytest.param(2, "由县档案局牵头", [], id="what stays as it was"),
        pytest.param(0, "概算2300万元", [], id="what was not spoken of again"),
    ],
)
def test_what_gave_way_is_told(through_meetings: Assistant, item: int, told: str, changed: list[str]) -> None:
    source = _source(through_meetings, 21)
    places = put_in_its_place(told, source, source.document.items[item])
    assert len(places) == len(changed)
    assert all(words in source.document.quote(place) for words, place in zip(changed, places, strict=True))


def test_the_matter_returns_under_its_name(through_meetings: Assistant) -> None:
    source = _source(through_meetings, 17)
    item = source.document.items[2]
    quote = Quote(source.document_id, item.start, item.start + 4)
    draft = Draft("passages", Searched(2), (Sentence("决定暂缓实施", (quote,)),))
    (again,) = returned(draft, catalogue=through_meetings.catalogue, entries=through_meetings.entries())
    assert "智慧档案馆" in again.item.title
    assert again.source.entry.date == "2024-08-15"


def test_an_answer_tells_what_was_changed_later(through_meetings: Assistant) -> None:
    answer = through_meetings.ask("荷川县第17次常务会议给智慧档案馆报的预算是多少？")
    (line,) = [one.text for one in answer.statements if one.text.startswith(CHANGED)]
    assert "360万元" in answer.answer.splitlines()[0]
    assert "2024-08-15" in line
    assert "295万元" in line
    assert not answer.flagged
