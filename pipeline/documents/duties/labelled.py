"""Who has a part by a label or a sign and no sentence: 「责任单位：…」, 「宣传：党委宣传部」, 「县应急局：…」."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.documents.duties.beside import Duty, speaks_at, states_at
from pipeline.documents.duties.label_words import (
    ASSIGNED,
    BRACKETED,
    CENSURED,
    LABELLED,
    MARKED,
    NOT_A_TASK,
    OWNER,
    OWNS,
    SIGNED,
    STRETCH,
    TAKES_OVER,
    UNSIGNED,
)
from pipeline.documents.duties.parties import Place, is_known
from pipeline.documents.duties.parts import Part
from pipeline.documents.duties.party_lists import read_list
from pipeline.documents.duties.unit_shapes import is_unit


def assigned(text: str) -> Iterator[Duty]:
    """Yield those behind a task who are to do it, where nothing else stands there."""
    if ":" not in text and "—" not in text and "--" not in text:
        return
    for match in ASSIGNED.finditer(text):
        if not NOT_A_TASK.search(text, match.start(), match.start("units")):
            for place in read_list(text, *match.span("units")) or ():
                yield Duty(place, "lead", -1 - match.start())


def owners(text: str) -> Iterator[Duty]:
    """Yield the units before a colon whose tasks stand behind it."""
    for match in OWNS.finditer(text) if ":" in text else ():
        places = read_list(text, *match.span("units")) or []
        if speaks_at(text, match) or states_at(text, match):
            continue
        if all(is_unit(text[slice(*place)]) or is_known(text, place) for place in places):
            yield from (Duty(place, "obliged", -1 - match.start()) for place in places)


def bracketed(text: str) -> Iterator[Duty]:
    """Yield those whom a bracket behind a task names with a time limit; alone, every one of a class, or beside such."""
    if not (timed := list(BRACKETED.finditer(text)) if any(sign in text for sign in "(〔[【") else []):
        return
    for match in timed:
        limit = match["when"] or match["before"]
        if limit or match["units"].startswith("各") or any(other["when"] or other["before"] for other in timed):
            # behind a whole sentence nothing else can stand there
            behind = text[match.start() - 1 : match.start()] in ("。", ";")
            for place in read_list(text, *match.span("units"), trusted=bool(limit) and behind) or ():
                yield Duty(place, "lead", -1 - match.start())


def signed(text: str) -> Iterator[Duty]:
    """Yield the units whom the bracket at the end of a task names, who are to do it where nobody else is."""
    match = SIGNED.search(text) if "(" in text else None
    places = read_list(text, *match.span("units")) or [] if match else []
    if all(is_unit(text[slice(*place)]) for place in places):
        yield from (Duty(place, "alone", -1 - place[0]) for place in places)


def censured(text: str) -> Iterator[Duty]:
    """Yield those who are blamed and then told what to do: 「对某局提出批评，责成其…」."""
    for match in CENSURED.finditer(text) if "其" in text else ():
        yield from (Duty(place, "lead", -1 - match.start()) for place in read_list(text, *match.span("units")) or ())


_HELPING = frozenset(["配合", "协办", "参与", "协助", "协同", "监督", "督促", "督办", "督导", "指导", "审核", "验收"])


def labelled_units(text: str) -> Iterator[Duty]:
    """Yield those whom a label names: 「责任单位：…」, 「项目业主为…」, 「牵头单位改为…」."""
    for match in OWNER.finditer(text) if "业主" in text or "主体" in text or "法人" in text else ():
        yield from (Duty(place, "lead", -1 - match.start()) for place in read_list(text, *match.span("units")) or ())
    for match in (*TAKES_OVER.finditer(text), *UNSIGNED.finditer(text)):
        for place in read_list(text, *match.span("units"), trusted=True) or ():
            yield Duty(place, "support" if match["help"] else "lead", -1 - match.start())
    if ":" not in text and "单位为" not in text and "部门为" not in text and "|" not in text:
        return
    for match in LABELLED.finditer(text):
        part: Part = "support" if (match["kind"] or match["sign"]) in _HELPING else "lead"
        told = list(_parted(text, *match.span("units")))
        some_lead = part == "lead" and any(leads for _, leads in told)
        for (start, end), leads in told:
            if text[end : end + 1] == ":":
                continue  # 「责任领导：某某 责任单位：…」: the label of what follows
            helps = leads is False or (some_lead and not leads)
            yield Duty((start, end), "support" if helps else part, -1 - match.start())


def _parted(text: str, start: int, end: int) -> Iterator[tuple[Place, bool | None]]:
    """Yield the names behind a label, and whether each is said to lead, or to help; `None` where nothing is said."""
    for stretch in STRETCH.finditer(text, start, end):
        for left, right in read_list(text, *stretch.span("units"), trusted=True, apart=True) or ():
            sign = MARKED.search(text, left, right)
            leads = True if sign or stretch["lead"] else False if stretch["help"] else None
            yield (left, sign.start() if sign else right), leads
