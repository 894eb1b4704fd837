"""One notion of a matter that comes before another meeting: by its name, and by whose meetings they are."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from pipeline.generation.continuing import bond, continued, house_of


@dataclass(frozen=True)
class Held:
    """An entry, as far as its names go."""

    issuing_body: str | None
    meeting_name: str | None = None
    name: str = "会议纪要"
    document_number: str | None = None


@pytest.mark.parametrize(
    ("one", "other", "bound"),
    [
        (Held("临川市人民政府"), Held("中共临川市委员会"), "one_place"),
        (Held("临川市人民政府"), Held("泽山市人民政府"), "apart"),
        (Held("临川市第二人民医院"), Held("泽山市第二人民医院"), "apart"),
        (Held("临川市人民政府"), Held(None, "市政府第9次常务会议"), "perhaps"),
        (Held("临川经济技术开发区管委会"), Held(None, "临川经开区主任办公会议"), "one_place"),
    ],
)
def test_whose_meetings_they_are(one: Held, other: Held, bound: str) -> None:
    assert bond(one, other) == bound  # type: ignore[arg-type]
    assert house_of(one) != house_of(other)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("called", "bodies", "on"),
    [
        ("白鹭泵站迁建", ("临川市人民政府", "临川市人民政府"), True),
        ("白鹭泵站迁建工程招标", ("临川市人民政府", None), True),
        ("白鹭泵站改造推进", ("临川市人民政府", "临川市水务局"), True),
        ("白鹭泵站改造推进", ("临川市人民政府", None), False),
        ("白鹭泵站迁建", ("临川市人民政府", "泽山市人民政府"), False),
        ("", ("临川市人民政府", "临川市人民政府"), False),
    ],
)
def test_where_a_matter_goes_on(called: str, bodies: tuple[str, str | None], on: bool) -> None:
    one, other = map(Held, bodies)
    assert (continued("白鹭泵站迁建", one, called, other) > 0) is on  # type: ignore[arg-type]
