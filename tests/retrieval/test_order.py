"""The order of hits: an item once, titles not too often, each part and each meeting of a question early."""

from __future__ import annotations

from dataclasses import replace

from pipeline.retrieval.candidates import Candidates
from pipeline.retrieval.chunk import Chunk
from pipeline.retrieval.mentions import Mentions
from pipeline.retrieval.order import MOST_ALIKE, arrange, interleaved, newest_first, not_too_alike, one_per_item
from tests.retrieval.test_mentions import Named


def _chunk(
    chunk_id: str, item: str | None, *, part: str = "item", document: str = "d1", title: str = "", text: str = ""
) -> Chunk:
    return Chunk(chunk_id, document, part, item, title or None, text or f"{chunk_id}说", "", 0, 1, 0)  # type: ignore[arg-type]


def _candidates(*chunks: Chunk, dates: dict[str, str]) -> Candidates:
    entries = {document: replace(Named(), date=date) for document, date in dates.items()}
    return Candidates({chunk.chunk_id: chunk for chunk in chunks}, entries, {})  # type: ignore[arg-type]


def test_the_best_chunk_of_each_item_comes_first() -> None:
    chunks = {chunk.chunk_id: chunk for chunk in (_chunk("a", "一"), _chunk("b", "一"), _chunk("c", "二"))}
    chunks |= {name: _chunk(name, None, part="head") for name in ("d", "e")}
    ranked = [(name, 1.0) for name in "abcdex"]
    assert [name for name, _ in one_per_item(ranked, chunks)] == ["a", "c", "d", "e", "b"]


def test_one_title_met_in_many_meetings_leaves_room() -> None:
    names = "abcde"
    chunks = {name: _chunk(name, "一", document=name, title="《停车办法》") for name in names}
    chunks["f"] = _chunk("f", "二", document="f", title="《绿化办法》")
    order = [name for name, _ in not_too_alike([(name, 1.0) for name in "abcdef"], chunks)]
    assert order.index("f") == MOST_ALIKE


def test_what_says_the_same_stands_last() -> None:
    chunks = {name: _chunk(name, "一", document=name, title="《停车办法》", text="由城管局牵头") for name in "abc"}
    chunks["d"] = _chunk("d", "一", document="d", title="《停车办法》", text="不同意这个办法")
    chunks["e"] = _chunk("e", "二", document="e", title="《绿化办法》")
    order = [name for name, _ in not_too_alike([(name, 1.0) for name in "abcd"] + [("e", 0.1)], chunks)]
    assert order == ["a", "d", "e", "b", "c"]


def test_of_twins_that_score_alike_the_newest_is_first() -> None:
    chunks = [_chunk(name, "一", document=name, title="《停车办法》") for name in "abc"]
    chunks.append(_chunk("x", "二", document="x", title="《绿化办法》"))
    candidates = _candidates(*chunks, dates={"a": "2017-01-01", "b": "2020-01-01", "c": "2021-01-01", "x": "2009"})
    ranked = [("a", 1.0), ("x", 0.9999), ("b", 0.9998), ("c", 0.9)]
    assert [name for name, _ in newest_first(ranked, candidates)] == ["b", "x", "a", "c"]


def test_a_part_of_a_question_that_finds_little_has_no_say() -> None:
    whole = [("a", 2.0), ("b", 1.9), ("c", 1.8)]
    assert [name for name, _ in interleaved(whole, [[("d", 0.4)], [("c", 1.8), ("e", 0.2)]])] == ["a", "c", "b"]


def test_a_comparison_shows_no_list_twice() -> None:
    lists = {"a": "出席甲乙丙丁", "b": "出席甲乙丙丁", "c": "出席戊己庚辛"}
    chunks = [_chunk(name, None, part="attendance", document=name, text=text) for name, text in lists.items()]
    candidates = _candidates(*chunks, dates=dict.fromkeys("abc", "2020"))
    order = arrange({"a": 3.0, "b": 2.9, "c": 2.0}, candidates, Mentions(several=True))
    assert [name for name, _ in order] == ["a", "c", "b"]


def test_what_is_hardly_like_it_does_not_come_before_the_same_title() -> None:
    chunks = {name: _chunk(name, "一", document=name, title="《停车办法》") for name in "abcde"}
    chunks["f"] = _chunk("f", "二", document="f", title="《绿化办法》")
    order = [name for name, _ in not_too_alike([*((name, 1.0) for name in "abcde"), ("f", 0.1)], chunks)]
    assert order[-1] == "f"


def test_each_year_named_comes_early() -> None:
    chunks = [_chunk(name, name, document=document) for name, document in zip("abc", ("d1", "d1", "d2"), strict=True)]
    candidates = _candidates(*chunks, dates={"d1": "2017-05-01", "d2": "2020-03-07"})
    order = arrange({"a": 3.0, "b": 2.0, "c": 1.0}, candidates, Mentions(dates=("2017", "2020"), several=True))
    assert [name for name, _ in order] == ["a", "c", "b"]


def test_a_comparison_without_names_spreads_over_documents() -> None:
    chunks = [
        _chunk(name, name, document=document) for name, document in zip("abcd", ("d1", "d1", "d2", "d3"), strict=True)
    ]
    candidates = _candidates(*chunks, dates={"d1": "2017", "d2": "2020", "d3": "2021"})
    order = arrange({"a": 3.0, "b": 2.9, "c": 2.0, "d": 0.1}, candidates, Mentions(several=True))
    assert [name for name, _ in order] == ["a", "c", "b", "d"], "d is not worth moving up"


def test_ties_go_by_id() -> None:
    candidates = _candidates(_chunk("b", "一"), _chunk("a", "二"), dates={"d1": "2017"})
    assert [name for name, _ in arrange({"b": 1.0, "a": 1.0}, candidates, Mentions())] == ["a", "b"]


def test_the_parts_of_a_question_have_their_say_after_the_whole() -> None:
    whole = [("a", 2.0), ("b", 1.0)]
    assert interleaved(whole, []) == whole
    assert [name for name, _ in interleaved(whole, [[("c", 1.5)], [("a", 1.2), ("d", 1.1)]])] == ["a", "c", "d", "b"]


def test_a_year_of_the_matter_does_not_lift_what_is_hardly_about_it() -> None:
    chunks = [_chunk(name, name, document=document) for name, document in zip("abc", ("d1", "d2", "d2"), strict=True)]
    candidates = _candidates(*chunks, dates={"d1": "2023-06-01", "d2": "2020-03-07"})
    order = arrange({"a": 3.0, "b": 1.0, "c": 0.9}, candidates, Mentions(loose_dates=("2022", "2020")))
    assert [name for name, _ in order] == ["a", "b", "c"]
    order = arrange({"b": 1.0, "a": 1.2, "c": 0.9}, candidates, Mentions(loose_dates=("2022", "2020")))
    assert [name for name, _ in order][:2] == ["b", "c"], "what is worth showing comes early"
