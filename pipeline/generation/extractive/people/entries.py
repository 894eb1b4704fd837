"""One entry of the lists: who it is, with unit and post, and what stands in brackets behind the name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.documents.duties.names import FULL_ROLE
from pipeline.generation.extractive.record import quote
from pipeline.minutes import Span
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.draft import Quote
    from pipeline.generation.extractive.evidence import Source
    from pipeline.minutes import Person

WHY = compiled(r"\s*[（(](?P<why>[^（()）\n]{2,20})[)）]")
"""Why somebody was away, right behind the name: 李某（出差）."""
OF_ITEMS = compiled(r"第[^（()）]{0,10}[项个]|议题|议程|事项")
"""城建办李某（第三、四议题）: for which items he was there."""


def as_listed(source: Source, person: Person) -> str:
    """Return a name with its unit, and with its post where the entry has it: 市财政局副局长李某."""
    entry = re.sub(r"\s", "", source.document.quote(person.span))
    unit, post, _ = (person.unit or "", *entry.removeprefix(person.unit or "").partition(person.name)[:2])
    return f"{unit}{post}{person.name}" if FULL_ROLE.fullmatch(post) else f"{unit}{person.name}"


def only_for(source: Source, person: Person) -> tuple[str, Quote | None]:
    """Return what stands behind a name of the items for which somebody was there: 李某（第三、四议题）."""
    behind = aside(source, person)
    if behind is None or not OF_ITEMS.search(behind["why"]):
        return "", None
    return f"，原文注明“{behind['why']}”", quote(source, Span(person.start, behind.end()))


def post_behind(source: Source, person: Person) -> str:
    """Return the post that stands behind a name, within the entry, as it is written: 李某（武装部长）."""
    behind = aside(source, person)
    is_post = behind is not None and behind.end() <= person.end and FULL_ROLE.search(behind["why"])
    return f"（{behind['why']}）" if behind is not None and is_post else ""


def aside(source: Source, person: Person) -> re.Match[str] | None:
    """Return what stands in brackets behind a name of the lists."""
    text = source.document.text
    name = re.compile(r"\s*".join(map(re.escape, person.name))).search(text, person.start, person.end)
    return WHY.match(text, name.end() if name else person.end)
