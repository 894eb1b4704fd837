"""The later meetings to which a matter returned, and what they put in the place of what was told."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.generation.draft import Draft, Quote, Searched, Sentence
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.several.returned import put_in_its_place, returned, with_returned
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


_FIRST = """枫溪县人民政府第3次常务会议纪要
2023年5月6日，县长葛同主持召开县政府第3次常务会议。纪要如下：
一、审议《枫溪县公共车位收费办法》
会议决定暂缓实施，首小时收费4元的标准另行测算。
"""
_SECOND = """枫溪县人民政府第9次常务会议纪要
2024年5月6日，县长葛同主持召开县政府第9次常务会议。纪要如下：
一、审议《公共车位收费办法》
会议原则同意该办法。
二、研究公共车位收费办法宣传工作
会议同意印制宣传单。
"""


@pytest.fixture(scope="module")
def twice_heard(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over two meetings, of which the later has the matter's own name before one that goes on from it."""
    folder = tmp_path_factory.mktemp("returned")
    for name, text in {"first.txt": _FIRST, "second.txt": _SECOND}.items():
        (folder / name).write_text(text, encoding="utf-8")
    assistant = Assistant(load_settings(home=folder / "home", encoder="builtin", model="", chroma_url=""))
    assert not assistant.ingest([*folder.glob("*.txt")]).failed
    return assistant


def _of_the_first(assistant: Assistant) -> Draft:
    entry = next(one for one in assistant.entries() if one.file == "first.txt")
    item = assistant.catalogue.document(entry.document_id).items[0]
    quote = Quote(entry.document_id, item.start, item.start + 4)
    return Draft("passages", Searched(2), (Sentence("决定暂缓实施", (quote,)),))


def test_of_two_items_of_a_meeting_the_matters_own_is_named(twice_heard: Assistant) -> None:
    draft = _of_the_first(twice_heard)
    (again,) = returned(draft, catalogue=twice_heard.catalogue, entries=twice_heard.entries())
    assert (again.item.label, again.again) == ("一", True)


def test_what_was_looked_up_for_an_answer_is_not_looked_up_again(
    twice_heard: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft, entries = _of_the_first(twice_heard), twice_heard.entries()
    found = returned(draft, catalogue=twice_heard.catalogue, entries=entries)
    kept = with_returned(draft, found)
    monkeypatch.setattr("pipeline.generation.extractive.several.returned._most_alike", lambda *_: pytest.fail("again"))
    assert returned(kept, catalogue=twice_heard.catalogue, entries=entries) == found
    without = [one for one in entries if one.file == "first.txt"]
    assert not returned(kept, catalogue=twice_heard.catalogue, entries=without)


_BOTH = """枫溪县人民政府第3次常务会议纪要
2023年5月6日，县长葛同主持召开县政府第3次常务会议。纪要如下：
一、审议《枫溪县公共车位收费办法》
会议决定暂缓实施。
二、研究白鹭泵站迁建
会议同意迁建，6月底前完成。
"""
_AGAIN = """枫溪县人民政府第9次常务会议纪要
2024年5月6日，县长葛同主持召开县政府第9次常务会议。纪要如下：
一、审议《公共车位收费办法》
会议原则同意该办法。
二、研究白鹭泵站迁建有关调整
会议同意延至9月底前完成。
"""


def test_each_matter_of_an_answer_returns_for_itself(tmp_path: Path) -> None:
    for name, text in {"first.txt": _BOTH, "second.txt": _AGAIN}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assistant = Assistant(load_settings(home=tmp_path / "home", encoder="builtin", model="", chroma_url=""))
    assistant.ingest([*tmp_path.glob("*.txt")])
    entry = next(one for one in assistant.entries() if one.file == "first.txt")
    items = assistant.catalogue.document(entry.document_id).items
    quotes = tuple(Quote(entry.document_id, item.start, item.start + 4) for item in items)
    draft = Draft("passages", Searched(2), (Sentence("两件事", quotes),))
    found = returned(draft, catalogue=assistant.catalogue, entries=assistant.entries())
    assert [one.item.label for one in found] == ["一", "二"]
