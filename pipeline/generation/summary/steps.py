"""What comes next as a task of its own: with the verdict whose matter it is, where its words name none (修改后再报)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.generation.columns import one_line
from pipeline.generation.summary.beside import AGAINST, bare, freely
from pipeline.generation.summary.grounds import behind_its_word, ground
from pipeline.generation.summary.ruling import owner_of_step
from pipeline.generation.summary.titles import is_on_the_matter
from pipeline.generation.summary.told import Source, Told
from pipeline.minutes import Item, Outcome, Point, Span
from pipeline.patterns import compiled

# 「待成本监审后再提交市政府研究」「修改后再报」: of what, says the verdict
_NAMELESS = compiled(r"^(?:待|俟|视|经|修改|完善|补充|再|另行|重新|下次|下一次|会后|退回|[^，由请]{2,30}[后时]，?再)")
# 「并按规定提请审定」 stands alone in a list of tasks
_LINKED = compiled(r"^(?:并|且|再)(?=[按报提由经以请及])")
# 「，由某院另行论证」「，请某局继续协商」
_CHARGED = compiled(r"(?:并)?(?:由|请|责成|可|待|须)")
_BETWEEN = 2
_MOST = 110
"""Characters that a next step may have with its verdict."""


def step_alone(source: Source, item: Item, said: str) -> Told | None:
    """Return what comes next on an item as a task, or `None` where it is said already or nothing is.

    Args:
        source: the document.
        item: the item.
        said: the tasks of the item so far.
    """
    if not item.next_step or "next_step" not in item.spans:
        return None
    step = _LINKED.sub("", one_line(item.next_step).rstrip("。；，").removeprefix("要求"))
    if bare(step) in bare(said):
        return None
    tries = (replace(one, role="step") for one in (*_with_verdict(source, item, step), *_bare(source, item, step)))
    return source.surest(tries)


def ended(text: str) -> str:
    """Return a sentence with its full stop, inside the marks where all of it is a quote.

    >>> ended("修改后再报"), ended("“修改后再报”")
    ('修改后再报。', '“修改后再报。”')
    """
    whole = text.startswith("“") and text.endswith("”") and text.count("“") == 1
    return f"{text[:-1]}。”" if whole else f"{text}。"


def with_refusal(source: Source, item: Item, of: Point) -> list[Told]:
    """Return a point that a comma parts from a refusal, with what was refused: 对减租请求，不予同意，｜由丙局另行论证.

    Nothing is returned where the point says by itself what is to be done, or the refusal is on the item's own matter.
    """
    held = next((one for one in item.outcomes if one.end <= of.start <= one.end + _BETWEEN), None)
    if held is None or held.class_ not in AGAINST or not _CHARGED.match(one_line(of.text)):
        return []
    if source.document.text[held.end : of.start].strip(" \n") not in ("", "，", ",") or "。" in of.text.rstrip("。 \n"):
        return []
    ahead = ground(source, item, held)
    title = one_line(item.title)
    if ahead is None and is_on_the_matter(title, behind_its_word(one_line(held.text))):
        return []
    wide = Span(ahead.start if ahead else held.start, of.end)
    words = source.document.quote(wide)
    if wide.end - wide.start > _MOST:
        return []
    covers = [item.start, of.start]
    tries = (
        source.tell(ended(one), [wide], covers=covers, point=of.label, role="point")
        for one in freely(one_line(words).strip("，。； "), words)
    )
    told = source.surest(tries)
    return [told] if told else []


def _with_verdict(source: Source, item: Item, step: str) -> Iterator[Told]:
    """Yield a step that names no matter behind its verdict, in the words of their sentence."""
    owner, place = owner_of_step(source, item), item.spans["next_step"]
    if owner is None or not _NAMELESS.match(step):
        return
    between = source.document.text[owner.end : place.start]
    if owner.class_ not in AGAINST and "但" not in between:
        return
    start = _whose(source, item, owner)
    wide = Span(min(start, place.start), max(owner.end, place.end))
    words = source.document.quote(wide)
    if wide.end - wide.start <= _MOST and "。" not in words.rstrip("。"):
        text = one_line(words).strip("，。；").removeprefix("但")
        yield from (source.tell(ended(one), [wide], covers=[item.start]) for one in freely(text, words))


def _whose(source: Source, item: Item, owner: Outcome) -> int:
    """Return where the words begin that a verdict with a step is on: its ground, or the sentence of its point."""
    ahead = ground(source, item, owner)
    if ahead is not None:
        return ahead.start
    start = source.around(owner.span).start
    alone = all(one is owner or not start <= one.start < owner.start for one in item.outcomes)
    within = any(of.start <= start and owner.start < of.end for of in item.points)
    return start if within and alone else owner.start


def _bare(source: Source, item: Item, step: str) -> Iterator[Told]:
    """Yield a step by itself, then behind the title of its item."""
    place, heading, title = item.spans["next_step"], source.heading(item), one_line(item.title)
    wording = source.document.quote(place)
    yield from (source.tell(ended(one), [place], covers=[item.start]) for one in freely(step, wording))
    for one in freely(step, wording):
        yield source.tell(f"{title}：{one}。", [heading, place], covers=[item.start])
