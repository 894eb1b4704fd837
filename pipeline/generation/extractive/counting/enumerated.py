"""What a question asks to be spelled out: the four towns of 一区四镇, how often 更加注重 is said and of what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.generation.draft import Sentence
from pipeline.generation.extractive.composing import ANSWERED_AT_MOST
from pipeline.generation.extractive.evidence import item_name, plain
from pipeline.generation.extractive.record import quote, quoted
from pipeline.generation.extractive.stretches import CLAUSE_END, sentence_at
from pipeline.generation.understanding.written_dates import number_of
from pipeline.minutes import Span
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.composing import Composing
    from pipeline.generation.extractive.evidence import Source
    from pipeline.minutes import Document

OPEN, CLOSE = '“"‘「『', '”"’」』'
PHRASE = rf"[{OPEN}](?P<phrase>[一-鿿]{{2,10}})[{CLOSE}]"
REPEATED = compiled(
    rf"(?:几|多少)(?P<measure>[个处点条次项]){PHRASE}"
    rf"|{PHRASE.replace('phrase', 'before')}[^，。？！]{{0,4}}?(?:几|多少)(?P<after>[个处点条次项])"
)
"""提出了几个“更加注重”, “四不放过”提了几次."""
SHORT_FORM = compiled(rf"[{OPEN}]?(?P<whole>[一-鿿]{{0,8}}?[一二两三四五六七八九十][一-鿿]{{1,3}})[{CLOSE}]")
KIND = r"(?P<kind>街道|社区|园区|片区|镇|乡|县|市|区|村|局)"
WHICH = compiled(
    rf"(?P<number>[两二三四五六七八九十]|1?[0-9])个?{KIND}[，,]?(?:都|各|分别)?(?:是指?|指的?是?|包括|有)?(?:哪|什么|谁)"
)
"""四镇是哪几个, 三个区分别是什么."""
FIRST_OF = compiled(
    r"(?P<number>[两二三四五六七八九十]|1?[0-9])[个家条座处](?P<kind>[一-鿿]{1,3}?)[，,]?(?:都|各|分别|具体)*(?:叫|是指?|包括|有)(?:哪|什么|啥|谁)"
)
"""那三个小区都叫什么: their names may stand where the text names the first of them alone (翠屏里等三个小区)."""
INTO = compiled(r"分(?:成|为|作)?了?(?:几|多少)个?(?P<part>标段|阶段|步骤|[段期步批组片档])")
"""分成了几段: how many lines of the text are numbered so."""
NAME = r"[^、，。；：:,.;！？!?\s和与及由《》“”‘’（）()]{1,8}"
BEFORE = r"(?<=[，。；：:,.;！？\s和与及由在对以为是即《“‘（(])"
FEWEST = 2


def enumerated(composing: Composing) -> Draft | None:
    """Answer what a short form stands for, or how often an opening is repeated and with what; else return `None`."""
    text = composing.question.text
    if match := REPEATED.search(text):
        return _repeated(composing, match["phrase"] or match["before"], match["measure"] or match["after"])
    if (into := INTO.search(text)) and (counted := _numbered_parts(composing, into["part"])):
        return counted
    if (first := FIRST_OF.search(text)) and (named := _behind_the_first(composing, first)):
        return named
    asked = WHICH.search(text)
    short = SHORT_FORM.search(text) if asked else None
    if asked and short:
        number = number_of(asked["number"])
        return _spelled_out(composing, short["whole"], number or 0, asked["kind"])
    return None


def _numbered_parts(composing: Composing, part: str) -> Draft | None:
    """Answer how many lines open with 第一段, 第二段 and so on, where one document alone numbers any so."""
    opening = re.compile(
        rf"(?m)^[ \t\u3000]*(?P<label>第?(?P<number>[一二三四五六七八九十]{{1,2}}|[0-9]{{1,2}}){part})"
        r"[ \t\u3000：:、（(]"
    )
    found = [(one, places) for one in composing.sources if (places := list(opening.finditer(one.document.text)))]
    if len(found) != 1:
        return None
    source, places = found[0]
    if len(places) < FEWEST or [number_of(place["number"]) for place in places] != list(range(1, len(places) + 1)):
        return None
    quotes = tuple(quote(source, Span(*place.span("label"))) for place in places)
    told = "、".join(place["label"] for place in places)
    return composing.stamped(
        "record", [(source, Sentence(f"共分{len(places)}{part}：{told}。", quotes, counted=len(places)))]
    )


def _behind_the_first(composing: Composing, asked: re.Match[str]) -> Draft | None:
    """Answer with the sentence that names all of those of which another names the first alone: 甲里等三个小区."""
    number = number_of(asked["number"]) or 2
    short = re.compile(
        rf"(?:{BEFORE}|^)(?P<first>{NAME}?)等(?:{asked['number']}|{number})[个家条座处]{asked['kind']}", re.M
    )
    found: dict[str, tuple[Source, Sentence]] = {}
    for source in composing.sources if len(composing.sources) <= ANSWERED_AT_MOST else ():
        text = source.document.text
        for match in short.finditer(text):
            item = source.document.item_at(match.start())
            every = re.compile(rf"{re.escape(match['first'])}(?:、{NAME}?){{{number - 1}}}(?![、等])")
            listed = every.search(text, item.start, item.end) if item else None
            if listed:
                place = sentence_at(source.document, Span(*listed.span()))
                found.setdefault(listed.group(), (source, quoted(source, place)))
    return composing.stamped("passages", list(found.values())) if len(found) == 1 else None


def _spelled_out(composing: Composing, short: str, number: int, kind: str) -> Draft | None:
    """Answer with the names that stand by a short form where they are as many as it says."""
    if number < FEWEST:
        return None
    found: dict[str, tuple[Source, Sentence]] = {}
    for source in composing.sources:
        text = source.document.text
        for match in re.finditer(re.escape(short), text):
            near = sentence_at(source.document, Span(*match.span()), limit=400)
            for place in names_in(text, near, number=number, kind=kind):
                told = plain(source.document.quote(place))
                line = Sentence(told, (quote(source, sentence_at(source.document, place)),))
                found.setdefault(told, (source, line))
    return composing.stamped("passages", list(found.values())) if 0 < len(found) <= ANSWERED_AT_MOST else None


def names_in(text: str, within: Span, *, number: int, kind: str) -> list[Span]:
    """Return where a stretch of text lists just so many names of a kind, the last of which says it.

    >>> line = "由经开区和东浦、西浦、南浦镇协同推进"
    >>> [line[place.start : place.end] for place in names_in(line, Span(0, len(line)), number=3, kind="镇")]
    ['东浦、西浦、南浦镇']
    """
    listed = re.compile(rf"(?:{BEFORE}|^)(?:{NAME}、){{{number - 2}}}{NAME}[、和与及]{NAME}?{kind}(?![一-鿿]*、)")
    return [Span(*match.span()) for match in listed.finditer(text, within.start, within.end)]


def _repeated(composing: Composing, phrase: str, measure: str) -> Draft | None:
    """Answer how often the parts of a document open with a phrase, and with what each goes on."""
    parts = [part for source in composing.sources for part in _parts(source, phrase)]
    named = [part for part in parts if part[1] and part[1] in composing.question.text]
    chosen = named or parts
    most = max((len(places) for _, _, places in chosen), default=0)
    chosen = [part for part in chosen if len(part[2]) == most]
    if most < FEWEST or len(chosen) > ANSWERED_AT_MOST:
        return None
    found: list[tuple[Source, Sentence]] = []
    for source, _, places in chosen:
        quotes = tuple(quote(source, place) for place in places)
        found.append((source, Sentence(f"“{phrase}”共有{len(places)}{measure}：", quotes, counted=len(places))))
        found += [
            (source, Sentence(plain(source.document.quote(place)), (one,)))
            for place, one in zip(places, quotes, strict=True)
        ]
    return composing.stamped("passages", found)


def _parts(source: Source, phrase: str) -> Iterator[tuple[Source, str, Sequence[Span]]]:
    """Yield the parts of a document that hold a phrase: the title of each, and the clauses that the phrase opens."""
    grouped: dict[str, list[Span]] = {}
    for match in re.finditer(re.escape(phrase), source.document.text):
        end = CLAUSE_END.search(source.document.text, match.end())
        place = Span(match.start(), end.start() if end else len(source.document.text))
        grouped.setdefault(_title(source.document, match.start()), []).append(place)
    yield from ((source, title, places) for title, places in grouped.items())


def _title(document: Document, offset: int) -> str:
    """Return the title of the item that holds a place, else of its section."""
    item = document.item_at(offset)
    if item is not None:
        return item_name(item)
    return next((section.title for section in document.sections if offset in section.span), "")
