"""An item of a brief draft in the words of its verdicts, where they cannot be joined with its title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.generation.columns import one_line
from pipeline.generation.summary.beside import AGAINST
from pipeline.generation.summary.clauses import clauses, sentences
from pipeline.generation.summary.grounded import grounded
from pipeline.generation.summary.grounds import (
    BARE,
    VERDICT,
    behind_its_word,
    is_turned_down,
    on_what_stands_before,
    points_back,
)
from pipeline.generation.summary.meant import paper_meant, with_its_name
from pipeline.generation.summary.phrased import AS_FOLLOWS, verdict_words
from pipeline.generation.summary.ruling import FRAGMENT
from pipeline.generation.summary.titles import (
    OTHERS,
    agreed_object,
    is_named_in,
    is_told_by,
    matter_of,
    short_title,
    shorter_title,
)
from pipeline.generation.summary.told import Source, Told
from pipeline.minutes import Item, Outcome, Span
from pipeline.patterns import compiled

PUT_OFF = compiled(r"暂缓|暂不|再议|另行研究")
"""The word of a verdict that puts off."""
_TELLING = 12
"""Characters that the wording of a verdict must have to be told without the title of its item."""
# 「原冷冻厂厂房（建筑面积5460平方米）」: left out where space is short
_ASIDE = compiled(r"（(?:以下简称|简称|建筑面积|占地|面积|共计?|约|含|其中)[^（）]{1,40}）")
# 「会议审议并原则通过某局提交的《办法》」
_REVIEWED = compiled(r"(?:审议|研究|讨论|审定)了?并(?=(?:原则|一致)?(?:通过|同意))")
_HANDED_IN = compiled(
    r"(?P<ruled>(?:通过|同意|批准)了?)[^，。；《]{2,16}(?:提交|提出|报送|上报|起草|代拟|提请审议)的(?=《)"
)
_MEETING = compiled(
    r"^(?:经(?:会议)?(?:研究|讨论|审议)[，,]?)?(?:会议)?(?=(?:原则|一致|审议)*(?:同意|不同意|通过|批准|决定)|不予)"
)
_RULES = compiled(r"(?:原则|一致)?(?:同意|不同意|通过|批准)|不予|决定")
_HANGS = compiled(r"[其该此]|上述|以上|(?:同意|通过|批准|决定)(?:项目|方案|工程|实施方案|计划|选址)")
_THE_PAPER = compiled(
    r"(?:[该此本]|上述)(?:实施)?(?P<noun>办法|规划|方案|规定|条例|细则|意见|计划|预案|章程|制度|要点|报告)"
)
_PAPER_END = compiled(r"(?:[（(][^（）()]{2,6}[）)])?》$")
_ABOVE = compiled(
    r"上述(?:文件|方案|请示|汇报|意见|规划|办法)|"
    r"[该該](?:实施)?(?:办法|规划|方案|规定|条例|细则|辦法|規劃|規定|條例|實施細則)"
)


@dataclass(frozen=True, slots=True)
class Shown:
    """How much is said.

    Next steps, titles whole or without 《关于…》, how many items of a group are named, and whether a verdict that no
    title tells is told in its own words (`own`) or the item is only named; whether one that states a figure is told in
    its own words as well (`figures`), and whether what stands behind one of several verdicts goes with it (`facts`).
    With `main` the first verdict of each item is told alone; with `one_subject` 会议 stands in the first sentence only.
    """

    steps: bool = True
    short: bool = False
    named: int = 10**6
    own: bool = True
    figures: bool = True
    facts: bool = True
    main: bool = False
    one_subject: bool = False


def each_in_own_words(source: Source, item: Item, shown: Shown) -> list[Told]:
    """Return an item in the words of its verdicts: in several sentences where one would leave out a refusal."""
    told = in_own_words(source, item, shown)
    against = [one for one in item.outcomes if one.class_ in AGAINST]
    if told and len(item.outcomes) > 1 and not all(_quotes(told, one) for one in against):
        alone = [in_own_words(source, replace(item, outcomes=(one,)), shown) for one in item.outcomes]
        found = [one for one in alone if one is not None]
        found = [*found[:1], *(_without_title(source, item, one, shown) for one in found[1:])]
        if all(any(_quotes(one, refusal) for one in found) for refusal in against):
            return found
    return [told] if told else []


def _without_title(source: Source, item: Item, told: Told, shown: Shown) -> Told:
    """Return a further sentence on an item without its title, where it names what it is on."""
    title, colon, rest = told.text.partition("：")
    if not colon or title not in title_of(source, item, shown) or len(rest) <= _TELLING:
        return told
    spoken = rest if rest.startswith("会议") or not _RULES.match(rest) else f"会议{rest}"
    short = replace(told, sentence=replace(told.sentence, text=spoken))
    return short if source.holds(short) else told


def _quotes(told: Told, outcome: Outcome) -> bool:
    """Tell whether a sentence rests on the place of a verdict."""
    return any(quote.span.overlaps(outcome.span) for quote in told.sentence.quotes)


def in_own_words(source: Source, item: Item, shown: Shown, *, named: bool = True) -> Told | None:
    """Return an item with its verdicts as the text has them, 该办法 with its name (`named`) where that is proven."""
    title = title_of(source, item, shown)
    bare = short_title(title)
    words = list(
        dict.fromkeys(AS_FOLLOWS.sub("", one_line(outcome.text).strip("。；，*")) for outcome in item.outcomes)
    )
    places = [outcome.span for outcome in item.outcomes]
    wide = [source.around(place) for place in places]
    if len(words) > 1 and any(VERDICT.fullmatch(word) and not PUT_OFF.match(word) for word in words):  # 通过；未通过
        words = list(dict.fromkeys(one_line(source.document.quote(place)).rstrip("。；") for place in wide))
        places = wide
    ahead = any(on_what_stands_before(source, item, outcome) for outcome in item.outcomes)
    if ahead or any(map(is_turned_down, item.outcomes)) or len(item.outcomes) > 1:
        words, places = grounded(source, item, fully=shown.facts)
        wide = places
    words = _shorter(words, item) if shown.short else words
    said = "；".join([*words[:1], *(word.removeprefix("会议") for word in words[1:])])
    meant = paper_meant(source, item, item.outcomes[0].span) if named else None
    if meant:
        said = with_its_name(said, meant[0])
        places[:1], wide[:1] = ([Span(meant[1].start, spans[0].end)] for spans in (places, wide))
    above = _ABOVE.sub(title, said, count=1) if len(words) == 1 and title and not meant else said
    alike = (
        len(words) == 1 and len(said) > _TELLING and (is_told_by(bare, said) or (meant and is_told_by(bare, meant[0])))
    )
    own = shown.short and _names_it(title, words[0])
    sentence = one_line(source.document.quote(wide[0])).rstrip("。；")
    if above != said:  # 「会议决定暂缓通过上述文件」
        texts = [f"{verdict_words(item, replace(item.outcomes[0], text=above), whole=True)}。"]
        texts += [f"{title}：{_ABOVE.sub('', said)}。", f"{title}：{said}。"]
    elif bare in said or alike or own:  # 对某地块开展清理：同意对某地块开展清理
        texts = [
            f"{verdict_words(item, replace(item.outcomes[0], text=said), whole=True)}。",
            f"{said}。",
            f"{title}：{said}。",
        ]
    else:
        texts = [f"{title.removeprefix('关于')}：{said}。", f"{title}：{said}。", f"{title}，{said}。"]
        texts[:0] = [f"{title.removeprefix('关于')}：{_MEETING.sub('', said)}。"] if shown.short else []
    texts[:0] = [f"{said}。"] if OTHERS.fullmatch(title) and len(said) > _TELLING else []
    if FRAGMENT.search(said):  # 同意从2020年1月1日起
        texts = [f"{title}：{sentence}。", f"{sentence}。"]
    elif len(said) > _TELLING:
        texts.append(f"{said}。")
    tries = [tell(source, text, [item], spans) for spans in (places, wide) for text in texts]
    if meant and source.surest(tries) is None:
        return in_own_words(source, item, shown, named=False)
    if len(item.outcomes) > 1 and source.surest(tries) is None:
        if shown.facts:
            return in_own_words(source, item, replace(shown, facts=False), named=named)
        named_ones = [one for one in item.outcomes if not _leans(source, item, one)]
        plain = "；".join(
            dict.fromkeys(one_line(outcome.text).strip("。；，*") for outcome in named_ones or item.outcomes)
        )
        tries.append(tell(source, f"{bare}：{plain}。", [item], [source.around(one.span) for one in item.outcomes]))
    tries.append(tell(source, f"{sentence}。", [item], wide[:1]) if len(sentence) > _TELLING else tries[0])
    tries.append(tell(source, f"议题：{title}。", [item]))
    return source.surest(tries)


def _shorter(words: Sequence[str], item: Item) -> list[str]:
    """Return verdicts without asides and who handed the paper in; the first of several names its paper."""
    said = [_HANDED_IN.sub(r"\g<ruled>", _REVIEWED.sub("", _ASIDE.sub("", word))) for word in words]
    return [_with_its_title(said[0], item), *said[1:]] if len(item.outcomes) > 1 else said


def _with_its_title(words: str, item: Item) -> str:
    """Return a verdict with the title of its item where that is the paper meant: 同意该意见 → 同意《某意见》.

    >>> item = Item(label="一", number=1, title="《招生意见》", start=0, end=9)
    >>> _with_its_title("会议同意该意见", item), _with_its_title("会议同意该方案", item)
    ('会议同意《招生意见》', '会议同意该方案')
    """
    title = one_line(item.title)
    meant = _THE_PAPER.search(words)
    own = meant is not None and title.startswith("《") and _PAPER_END.sub("", title).endswith(meant["noun"])
    return words.replace(meant.group(), title, 1) if own and meant else words


def _names_it(title: str, verdict: str) -> bool:
    """Tell whether a verdict can stand without its title: it names the matter and hangs on nothing."""
    return len(verdict) > _TELLING and is_named_in(title, verdict) and not _HANGS.search(verdict)


def _leans(source: Source, item: Item, outcome: Outcome) -> bool:
    """Tell whether a verdict says nothing by itself, or of another matter than its item's: 不予安排, 此事暂不决定."""
    bare = is_turned_down(outcome) or points_back(outcome) or bool(BARE.fullmatch(one_line(outcome.text)))
    return bare or on_what_stands_before(source, item, outcome)


def tell(
    source: Source,
    text: str,
    items: Sequence[Item],
    places: Sequence[Span] = (),
    *,
    covered: Sequence[Item] | None = None,
) -> Told:
    """Return a sentence on items with the places of their titles, each place by itself."""
    spans = [source.heading(item) for item in items]
    spans += [item.spans["verb"] for item in items if "verb" in item.spans]
    covers = [item.start for item in (items if covered is None else covered)]
    return source.tell(text, [*spans, *places], covers=covers, apart=True, role="verdict" if places else "text")


def title_of(source: Source, item: Item, shown: Shown) -> str:
    """Return what an item is called in a list."""
    title = matter_of(one_line(item.title)) or first_clause(source, item)
    if len(item.outcomes) == 1 and item.outcomes[0].class_ not in AGAINST:
        title = agreed_object(title, behind_its_word(one_line(item.outcomes[0].text))) or title
    return shorter_title(title) if shown.short else title


def first_clause(source: Source, item: Item) -> str:
    """Return what an item without a title opens with."""
    found = sentences(source.document.quote(Span(source.heading(item).start, item.end)))
    return clauses(found[0])[0].text if found else ""
