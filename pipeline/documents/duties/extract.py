"""Who does it: lead units (牵头), supporting units (配合) of a decision, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.documents.duties.beside import Duty, helping, without_former, without_speakers
from pipeline.documents.duties.duty_words import (
    ACT_OPENS,
    BIDDEN_BY,
    CLAUSE,
    FACES,
    LED_ON,
    MAY_BID,
    OPENERS,
    OPENS_WITH_LEVEL,
    SAID,
    SAID_OVER,
    SAYS,
    SENTENCE,
    THEN_BY,
    TOLD_SOON,
    UNDONE,
    WORTH,
)
from pipeline.documents.duties.handing_over import handed_over
from pipeline.documents.duties.label_words import LABELLED
from pipeline.documents.duties.labelled import assigned, bracketed, censured, labelled_units, owners, signed
from pipeline.documents.duties.masking import NOBODY, There, masked
from pipeline.documents.duties.parties import Place, could_end, ends_before, is_generic, is_known
from pipeline.documents.duties.parts import (
    after_organizer,
    goes_on_to_support,
    is_topic,
    part_of,
    parted_by_sign,
    takes_office,
    word_before,
)
from pipeline.documents.duties.party_lists import read_list
from pipeline.documents.duties.roster import Roster, roster
from pipeline.documents.duties.seats import seated
from pipeline.documents.duties.subjects import (
    JOINED_BY_NAME,
    helped_units,
    joined_units,
    opening_units,
    subject_of,
    told_units,
    units_right_before,
)
from pipeline.documents.text.clean import Passage
from pipeline.minutes import Span
from pipeline.patterns import compiled


@dataclass(frozen=True, slots=True)
class Named:
    """A name found in a text, with its place in the document."""

    name: str
    span: Span


def lead_units(passage: Passage, *, obliged: bool = True, listed: bool = False, there: There = NOBODY) -> list[Named]:
    """Return who leads: 由…牵头, …负责, 请…协调, 责任单位：…, and whom a clause tells to act (市财政局要…).

    Args:
        passage: the wording of a decision.
        obliged: whether being told to act counts, or only what is said in so many words (for narratives).
        listed: it is known to be decided, so that who opens a clause is to do what follows.
        there: the people and units on the attendance lists, each of whom can be told to act by the bare name.

    >>> text = "由编委办、财政局、人社局等部门牵头研究。"
    >>> [unit.name for unit in lead_units(Passage(text, range(len(text))))]
    ['编委办', '财政局', '人社局']
    """
    return _distinct(passage, _duties(roster(), passage.flat, obliged, listed, there)[0])


def support_units(
    passage: Passage, *, obliged: bool = True, listed: bool = False, there: There = NOBODY
) -> list[Named]:
    """Return who supports: …配合, …协助, 会同…, 配合单位：…; one that leads in the same sentence does not.

    >>> text = "市水务局牵头,财政局、住建局配合。"
    >>> [unit.name for unit in support_units(Passage(text, range(len(text))))]
    ['财政局', '住建局']
    """
    return _distinct(passage, _duties(roster(), passage.flat, obliged, listed, there)[1])


def generic_leads(
    passage: Passage, *, obliged: bool = True, listed: bool = False, there: There = NOBODY
) -> list[Named]:
    """Return who leads or is told to act without being named: 「相关部门」「各有关单位」, in the wording of the text.

    >>> text = "会议原则通过上述文件,要求相关部门修改完善后提交市委常委会讨论。"
    >>> [one.name for one in generic_leads(Passage(text, range(len(text))))]
    ['相关部门']
    """
    return _distinct(passage, _duties(roster(), passage.flat, obliged, listed, there)[0], generic=True)


def generic_supports(
    passage: Passage, *, obliged: bool = True, listed: bool = False, there: There = NOBODY
) -> list[Named]:
    """Return who supports without being named: 「会同有关部门」.

    >>> text = "由市住建局会同相关区镇制定方案。"
    >>> [one.name for one in generic_supports(Passage(text, range(len(text))))]
    ['相关区镇']
    """
    return _distinct(passage, _duties(roster(), passage.flat, obliged, listed, there)[1], generic=True)


def addressed(passage: Passage) -> list[Named]:
    """Return the parties that a passage lists and nothing else, named or not: 「某某开发区、各区镇」.

    >>> text = "市水务局、相关区镇"
    >>> [one.name for one in addressed(Passage(text, range(len(text))))]
    ['市水务局', '相关区镇']
    """
    flat = passage.flat
    places = read_list(flat, 0, len(flat), trusted=True) or ()
    return [Named(flat[start:end], passage.span(start, end)) for start, end in places]


def _distinct(passage: Passage, places: tuple[Place, ...], *, generic: bool = False) -> list[Named]:
    """Return each name once, those of nobody in particular or the others."""
    named: dict[str, Named] = {}
    for start, end in dict(sorted(places)).items():  # 「县委副书记李明|同志」: the longer of two from one place
        name = passage.flat[start:end]
        if name not in named and is_generic(name) == generic:
            named[name] = Named(name, passage.span(start, end))
    return list(named.values())


LONGEST_SENTENCE = 2000
"""Characters of a sentence that is read for duties; a stretch without any sign is none, however long."""


@lru_cache(maxsize=1024)
def _duties(
    units: Roster, flat: str, obliged: bool, listed: bool, there: There
) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """Return the places of those who lead and of those who support, in order."""
    if not listed and not WORTH.search(flat):
        return (), ()
    text = masked(flat, there)
    duties = [
        *labelled_units(text),
        *((*assigned(text), *owners(text), *bracketed(text), *censured(text)) if obliged else ()),
        *(signed(text) if obliged and listed else ()),
    ]
    labelled = [match.span("units") for match in LABELLED.finditer(text)] if duties else []
    labelled = [place for place in labelled if any(place[0] <= one.place[0] < place[1] for one in duties)]
    for sentence in SENTENCE.finditer(text):
        if len(sentence.group()) <= LONGEST_SENTENCE and (listed or WORTH.search(text, *sentence.span())):
            found = list(_sentence(text, *sentence.span(), obliged=obliged, known=there if listed else None))
            found += seated(text, *sentence.span(), found)
            found = helping(text, without_former(text, *sentence.span(), found))
            duties += [one for one in found if not any(left <= one.place[0] < right for left, right in labelled)]
    duties = without_speakers(text, duties)
    acting = ("lead", "obliged", "also") if listed else ("lead", "obliged")
    somebody_leads = any(duty.part in acting and not is_generic(text[slice(*duty.place)]) for duty in duties)
    leading = {"lead", "obliged"} if obliged else {"lead"}
    if obliged:
        leading |= {"also"} if somebody_leads else {"beside", "alone"}
        leading |= {"also"} if listed else set()
    leads = [duty for duty in duties if duty.part in leading]
    taken = {(text[slice(*duty.place)], duty.clause) for duty in leads}
    supports = [
        duty
        for duty in duties
        if (duty.part == "support" or (duty.part == "beside" and obliged))
        and duty.part not in leading
        and (text[slice(*duty.place)], duty.clause) not in taken
    ]
    return tuple(sorted({duty.place for duty in leads})), tuple(sorted({duty.place for duty in supports}))


def _sentence(text: str, start: int, end: int, *, obliged: bool, known: There | None) -> Iterator[Duty]:
    """Yield the duties of one sentence, clause by clause; a list may run on behind a comma."""
    former: tuple[int, int] | None = None
    said = False
    for clause in CLAUSE.finditer(text, start, end):
        left, right = clause.span()
        said = said and not SAID_OVER.match(text, left)
        if said or SAID.match(text, left, right):
            said, former = True, None
            continue
        worth = known is not None or _worth_reading(text, left, right, obliged=obliged)
        found = list(_clause(text, left, right, known=known)) if worth else []
        first = found[0] if found else None
        if former and first and first.place[0] - left <= 2:
            found += [Duty(place, first.part, left) for place in read_list(text, *former) or ()]
        former = None
        yield from found
        if not found and right < end and text[right] == "," and could_end(text, left, right):
            opener = OPENERS.match(text, left, right)
            former = (opener.end() if opener else left, right)


def _worth_reading(text: str, start: int, end: int, *, obliged: bool) -> bool:
    """Tell cheaply whether a clause can hold a duty; most cannot."""
    if MAY_BID.search(text, start, end):
        return True
    if not obliged:
        return "配合" in text[start:end] or "协助" in text[start:end]
    if OPENS_WITH_LEVEL.match(text, start, end) or TOLD_SOON.match(text, start, end):
        return True
    return ends_before(roster(), ACT_OPENS).search(text, start, end) is not None


# 「县水利局每日向县委办、县政府办报送水情」
_TO_WHOM = compiled(r"(?:向|给|报送?|抄送|发送|提请|(?<![局办委组])协调(?!小组|机制|办|组|会))[^,。;]{2,14}$")
_TAKEN = compiled("(?:将|对(?:[^,。;]{2,12}的)?)$")
_LAYS_DOWN = frozenset(["明确", "决定", "议定"])
_NEXT_OF_LIST = compiled("、")
_NEXT = compiled("、|其中|并|同时")


def _clause(text: str, start: int, end: int, *, known: There | None) -> Iterator[Duty]:
    """Yield the duties of one clause: the subjects at its start, behind 由 and 请, and those beside whom it is done."""
    done = start
    handed = handed_over(text, start, end)
    if handed:
        yield from (Duty(place, "lead", start) for place in handed[0])
        done = handed[1]
    beside = list(joined_units(text, start, end))
    opener = OPENERS.match(text, start, end)
    anchors = [
        (opener.end() if opener else start, opener is not None and opener.group().endswith(("由", "请", "要求")))
    ]
    # 「同意将县委编办会议改为每月一次」「对落后的甲县开展帮扶」: what 将 and 对 open is no subject
    taken = opener.end() if opener and _TAKEN.search(opener.group()) else -1
    bidden = {match.end(): match.start() for match in BIDDEN_BY.finditer(text, start, end)}
    anchors += [(anchor, True) for anchor in bidden]
    anchors += [(match.end(), False) for match in _NEXT.finditer(text, start, end)]
    for anchor, trusted in sorted(anchors):
        if text[anchor - 1] == "、" and (done == start or _TO_WHOM.search(text, start, anchor - 1)):
            continue
        if anchor < done or anchor >= end or (not trusted and anchor in bidden.values()):
            continue
        if (
            anchor == taken
            or any(left < anchor <= right for left, right, _ in beside)
            or UNDONE.search(text, start, bidden.get(anchor, start))
        ):
            continue
        subject = subject_of(text, anchor, end, trusted=trusted)
        if subject is not None:
            places, act = subject
            if text[bidden.get(anchor, anchor) : anchor] in _LAYS_DOWN and THEN_BY.match(text, act, end):
                continue
            if len(places) > 1 and text[places[-1][0] - 1] == "与" and FACES.match(text, act, end):
                settled = not trusted and text.startswith("商定", act)
                places = places if settled else places[:-1]
            bids = word_before(text, anchor) if trusted else ""
            if bids in ("督促", "指导") and not all(is_known(text, place) for place in places):
                continue
            led_on = done > start and LED_ON.fullmatch(text, bidden.get(anchor, anchor), anchor)
            heads = trusted and takes_office(text, start, bidden.get(anchor, anchor), act)
            part = part_of(text, act, start, end, word=bids, joined=bool(beside)) or ("lead" if heads else None)
            if led_on or (text[anchor - 1] == "、" and after_organizer(text, start, anchor, places, act)):
                part = "support"
            done = act
            if part == "obliged" and goes_on_to_support(text, act, end):
                part = "support"
            if part:
                yield from (Duty(place, own, start) for place, own in parted_by_sign(text, places, part))
            if part == "support":
                yield from (Duty(place, "lead", start) for place in helped_units(text, act, end))
    if done == start and not is_topic(text, start, end):
        before = units_right_before(text, start, end)
        yield from (Duty(place, "lead", start) for place in before)
        if not before and not beside and taken < 0:
            yield from _opening(text, start, anchors[0][0], end, known=known)
    named = any(pattern.search(text, start, end) for pattern in (SAYS, *JOINED_BY_NAME))
    yield from (Duty(place, "support" if named else "beside", start) for _, _, places in beside for place in places)


def _opening(text: str, start: int, anchor: int, end: int, *, known: There | None) -> Iterator[Duty]:
    """Yield who opens a clause from `anchor` on where no word bids them: 「审计科全程跟踪」, 「交管站设卡」."""
    told = told_units(text, anchor, end)
    yield from (Duty(place, "obliged", start) for place in told)
    if told and text[told[-1][1] : told[-1][1] + 1].isdigit():
        # 「信息科3月底前、财务科4月底前分别完成」: each by its own day
        for sign in _NEXT_OF_LIST.finditer(text, told[-1][1], end):
            others = told_units(text, sign.end(), end)
            yield from (Duty(one, "obliged", start) for one in others if text[one[1] : one[1] + 1].isdigit())
    # 「二、市图书馆改造：」 opens what is told of it
    if told or text[end : end + 1] == ":":
        return
    opening, act = opening_units(text, anchor, end, there=known)
    part = part_of(text, act, start, end, word="", joined=False) if opening else None
    yield from (Duty(place, "also" if part == "obliged" else part, start) for place in opening if part)
