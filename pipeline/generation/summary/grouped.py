"""Items with one fate in one sentence: what was passed, what was refused, what was put off, what was only heard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from pipeline.generation.columns import one_line
from pipeline.generation.summary.beside import freely
from pipeline.generation.summary.grounds import (
    VERDICT,
    behind_its_word,
    is_cut_short,
    is_turned_down,
    names_its_own,
    on_what_stands_before,
)
from pipeline.generation.summary.meant import paper_meant
from pipeline.generation.summary.own_words import PUT_OFF, Shown, each_in_own_words, first_clause, tell, title_of
from pipeline.generation.summary.titles import (
    CHOICE,
    OTHERS,
    is_on_the_matter,
    listed,
    object_of,
)
from pipeline.generation.summary.told import Source, Told
from pipeline.generation.wording import step_words
from pipeline.minutes import Item
from pipeline.patterns import compiled

_RULINGS = ("原则", "同意", "不同意", "通过", "批准", "审议通过")
_WAITS = compiled(r"待|[^，。]{2,30}(?:后|时|前)，?[^，。]{0,8}(?:再|另行|重新|上会|提交|提请)")
_OPENING_VERB = compiled(
    r"^(?P<verb>传达学习(?:贯彻)?|集中学习|学习(?:贯彻|传达)?|专题研究|研究(?:部署|讨论|审议)?|审议|审定|讨论|听取|通报|传达|部署)(?P<rest>.{3,})$"
)
_PLAIN = "会议{verdict}{titles}{step}。"
_LISTED = "会议{verdict}：{titles}{step}。"
_BEHIND = "{titles}，会议{verdict}{step}。"
_DECIDED = "会议决定，{titles}{verdict}{step}。"
# 「，要求相关部门修改完善后组织实施」: where space is short, it goes without saying who
_CHARGED = compiled(
    r"^，(?:要求|请)?(?:各?(?:相关|有关)(?:部门|单位))?(?=修改|修订|完善|进一步|提交|提请|报|按|抓|组织|印发)"
)
_FIGURE = compiled(r"\d+(?:\.\d+)?|方案[一二三四甲乙丙丁A-D]")
"""A verdict that states a figure which its title has not is told in its own words (同意标准确定为每亩25元)."""
_HEARD = compiled(r"会议听取了?[^。；\n]{0,60}汇报")
_REPORT = compiled(r"(?:汇报|报告|通报|介绍|说明)$")
# 「以上工作完成后，再提请会议研究」: of which, a brief draft does not say
_POINTS_BACK = compiled(r"(?:待|在|等)?(?:以上|上述|前述|此项|该项|这些)(?!文件|方案|办法|意见)")
_THIS = compiled(r"^[该此本](?:事项|事宜|事|问题|项目|办法|方案|议题|请示)")
# 「处置方案待评估后再议」 has a subject of its own
_OF_ITSELF = compiled(r"(?:待|由|经|按|暂|下次|下一次|另行|本次|提交|再|退回|推迟|会后)")
_FORMS = (_PLAIN, _LISTED, _BEHIND)
_FAILED = compiled(r"未获|未予|没有")
_FORMS_FAILED = ("{titles}{verdict}{step}。", _BEHIND)
_FORMS_PUT_OFF = (_DECIDED, _BEHIND, "{titles}{verdict}{step}。")


@dataclass(frozen=True, slots=True)
class _Fate:
    """What became of an item, in words, and the form of sentence in which that is proven."""

    verdict: str
    step: str
    form: str


Known = dict[tuple[int, bool, bool, bool, bool], "_Fate | None"]
"""Fates found already, by the item and how much is said, so that a shorter try does not prove them again."""


def decided(
    source: Source,
    items: Sequence[Item],
    shown: Shown,
    *,
    known: Known | None = None,
    prove: bool = True,
    apart: frozenset[int] = frozenset(),
    forms: Mapping[int, Shown] = MappingProxyType({}),
) -> list[Told]:
    """Return the items that state a verdict, those with the same verdict and next step in one sentence.

    An item whose verdict cannot be joined with its title so that the text proves it, or which has several, is told in
    the words of its verdicts. Without `prove` a sentence of several items is taken for proven, since each of its items
    is: enough to measure how long it all gets. Items of `apart` stand by themselves, and of those of `forms` more is
    shown.
    """
    known = {} if known is None else known
    grouped: dict[tuple[_Fate, int | None], list[Item]] = {}
    alone: list[tuple[Item, Told]] = []
    rest: list[Item] = []
    for item in items:
        form = forms.get(item.start, shown)
        item = _with_main(source, item) if form.main else item
        key = (item.start, form.steps, form.short, form.figures, form.main)
        fate = known[key] = known[key] if key in known else _fate(source, item, form)
        if fate is None and not form.own:
            rest.append(item)
        elif fate is None:
            alone += [(item, told) for told in each_in_own_words(source, item, form)]
        else:
            grouped.setdefault((fate, item.start if item.start in apart else None), []).append(item)
    found: list[tuple[int, Told]] = [(item.start, told) for item, told in alone]
    for (fate, _), own in grouped.items():
        joint = _joint(source, own, fate, shown)
        if not prove or len(own) == 1 or source.holds(joint):
            found.append((own[0].start, joint))
        else:
            found += [(item.start, _joint(source, [item], fate, shown)) for item in own[: shown.named]]
    found += [(rest[0].start, told) for told in undecided(source, rest, shown, prove=prove)]
    said = [told for _, told in sorted(found, key=lambda entry: entry[0])]
    return _with_one_subject(source, said) if shown.one_subject and said else said


def _with_one_subject(source: Source, told: Sequence[Told]) -> list[Told]:
    """Return sentences in a row with 会议 in the first alone, a semicolon behind each but the last."""
    found = [told[0]]
    for one in told[1:]:
        bare = _worded(one, one.text.removeprefix("会议"))
        if found[-1].text.startswith(("会议", *_RULINGS)) and VERDICT.match(bare.text) and source.holds(bare):
            found[-1] = _worded(found[-1], f"{found[-1].text.removesuffix('。')}；")
            found.append(bare)
        else:
            found.append(one)
    return found


def _worded(told: Told, text: str) -> Told:
    return replace(told, sentence=replace(told.sentence, text=text))


def undecided(
    source: Source, items: Sequence[Item], shown: Shown, *, prove: bool = True, heard: bool = False
) -> list[Told]:
    """Return the items without a verdict in one sentence, those of one verb together (听取了…，研究了…).

    With `heard` an item without a verb was heard where its text says so (会议听取了汇报), if each has a verb then.
    """
    if not items:
        return []
    verbs: dict[str, list[tuple[Item, str]]] = {}
    tellable = [item for item in items if not OTHERS.fullmatch(one_line(item.title))] or list(items)
    for item in tellable[: shown.named]:
        title = title_of(source, item, shown)
        opening = None if item.verb else _OPENING_VERB.match(title)
        verb, rest = (opening["verb"], opening["rest"]) if opening else (item.verb or "", title)
        if heard and not verb and _HEARD.search(source.document.text, item.start, item.end):
            verb, rest = "听取", _report_on(rest)
        if OTHERS.fullmatch(rest):  # 「书面通报｜事项」
            verb, rest = "", one_line(source.title(item))
        verbs.setdefault(verb, []).append((item, rest))
    more = "等" if shown.named < len(items) else ""
    if heard and "" in verbs:
        return undecided(source, items, shown, prove=prove)
    named = [(verb, own) for verb, own in verbs.items() if verb]
    bare = [own for verb, own in verbs.items() if not verb]
    tries = []
    if named and not bare and source.document.kind != "agenda":  # a notice of a meeting tells what is still to come
        for past in ("了", ""):
            text = "，".join(f"{verb}{past}{listed([rest for _, rest in own])}" for verb, own in named)
            tries.append(tell(source, f"会议{text}{more}。", [item for _, own in named for item, _ in own]))
    if sum(rest.startswith("关于") for _, rest in verbs.get("", [])) > 1:  # 「关于甲、关于乙、关于丙」
        verbs[""] = [(item, object_of(rest)) for item, rest in verbs[""]]
    whole = listed([f"{verb}{rest}" if verb else rest for verb, own in verbs.items() for _, rest in own])
    every = [item for own in verbs.values() for item, _ in own]
    noun = "内容" if source.document.kind == "other" else "议题"
    tries.append(tell(source, f"{noun}：{whole}{more}。", every))
    tries.append(tell(source, f"{noun}：{listed([rest for own in verbs.values() for _, rest in own])}{more}。", every))
    apart = "；".join(f"{verb}{rest}" for verb, own in verbs.items() for _, rest in own)
    tries.append(tell(source, f"{noun}：{apart}{more}。", every))
    told = source.surest(tries) if prove else tries[0]
    if told is None and shown.short:
        return undecided(source, items, replace(shown, short=False), prove=prove, heard=heard)
    if told:
        return [told]
    single = (tell(source, f"{noun}：{one_line(item.title) or first_clause(source, item)}。", [item]) for item in every)
    return [told for told in single if source.holds(told)]


def _report_on(title: str) -> str:
    """Return a title as what was heard: 关于汛期值守｜的汇报.

    >>> _report_on("关于汛期值守工作"), _report_on("上半年信访情况汇报"), _report_on("某院搬迁推进情况")
    ('关于汛期值守工作的汇报', '上半年信访情况汇报', '某院搬迁推进情况的汇报')
    """
    return title if _REPORT.search(title) else f"{title}的汇报"


def _fate(source: Source, item: Item, shown: Shown) -> _Fate | None:
    """Return what became of an item where one verdict says it and some form of sentence is proven.

    A verdict on what its own sentence names (某企业要求减免，会议不同意) is none on the title.
    """
    if any(on_what_stands_before(source, item, outcome) for outcome in item.outcomes):
        return None
    if any(paper_meant(source, item, outcome.span) for outcome in item.outcomes):
        return None  # 「停车收费」: the verdict on 该办法 is on no more than the paper
    words = list(
        dict.fromkeys(match.group() for outcome in item.outcomes if (match := VERDICT.search(one_line(outcome.text))))
    )
    title = one_line(item.title)
    if any(map(is_cut_short, (one_line(outcome.text) for outcome in item.outcomes))) or CHOICE.search(title):
        return None
    if title and any(names_its_own(title, one_line(outcome.text)) for outcome in item.outcomes):
        return None
    if (
        len(words) != 1
        or words[0][:4] in title
        or (title and not all(is_on_the_matter(title, behind_its_word(one_line(one.text))) for one in item.outcomes))
        or (shown.figures and title and any(_states_more(one.text, title) for one in item.outcomes))
    ):
        return None
    steps = [""]
    waits = bool(PUT_OFF.match(words[0]) and _WAITS.match(item.next_step or ""))  # what it waits for is never left out
    back = bool(_POINTS_BACK.match(item.next_step or ""))
    if (shown.steps or waits) and item.next_step and "next_step" in item.spans and not back:
        step = step_words(item.next_step)
        said = [*([_CHARGED.sub("，", step)] if shown.short else []), step]
        steps = [*(free for one in said for free in freely(one, item.next_step)), ""]
    forms = _FORMS_PUT_OFF if PUT_OFF.match(words[0]) else _FORMS_FAILED if _FAILED.match(words[0]) else _FORMS
    if len(steps) > 1 and words[0] in steps[0]:
        # 「会议决定，停车收费调整事宜按程序公示后再议」: the step says the verdict
        again = _Fate(_THIS.sub("", one_line(item.next_step or "").rstrip("。；，")), "", _DECIDED)
        if not _OF_ITSELF.match(again.verdict):
            return None
        if source.holds(_joint(source, [item], again, shown)):
            return again
    for step in steps:
        for form in forms:
            fate = _Fate(words[0], step, form)
            if source.holds(_joint(source, [item], fate, shown)):
                return fate
    return None


def _with_main(source: Source, item: Item) -> Item:
    """Return an item with the verdict on its matter alone: not one on what somebody proposed, nor one without words."""
    own = [one for one in item.outcomes if not (on_what_stands_before(source, item, one) or is_turned_down(one))]
    title = one_line(item.title)
    on_it = [one for one in own if title and is_on_the_matter(title, behind_its_word(one_line(one.text)))]
    chosen = (on_it or own)[:1]
    return replace(item, outcomes=tuple(chosen)) if chosen else item


def _without_act(title: str, verdict: str) -> str:
    """Return a title without the act at its end that its verdict puts off (停车收费标准｜暂缓调整).

    >>> _without_act("停车收费标准调整事宜", "暂缓调整"), _without_act("停车收费方案", "暂缓审议")
    ('停车收费标准', '停车收费方案')
    """
    bare = object_of(title)
    act = verdict[-2:]
    return bare.removesuffix(act) if len(verdict) > 2 and bare.endswith(act) and len(bare) > 2 * len(act) + 2 else title


def _states_more(verdict: str, title: str) -> bool:
    """Tell whether a verdict states a figure that its title has not."""
    return not set(_FIGURE.findall(verdict)) <= set(_FIGURE.findall(title))


def _joint(source: Source, items: Sequence[Item], fate: _Fate, shown: Shown) -> Told:
    """Return items of one fate as one sentence that names at most so many of them."""
    own = [title_of(source, item, shown) for item in items[: shown.named]]
    before = fate.form.startswith("会议{verdict}")  # else 「会议决定，关于某方案待评估后再议」
    titles = [object_of(title) if before else _without_act(title.removeprefix("关于"), fate.verdict) for title in own]
    named = listed(titles) + ("等" if shown.named < len(items) else "")
    text = fate.form.format(verdict=fate.verdict, titles=named, step=fate.step)
    places = [outcome.span for item in items for outcome in item.outcomes]
    stepped = [item for item in items if fate.step or fate.verdict == one_line(item.next_step or "").rstrip("。；，")]
    places += [item.spans["next_step"] for item in stepped if "next_step" in item.spans]
    return tell(source, text, items, places, covered=items[: shown.named])
