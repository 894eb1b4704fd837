"""Who holds a post as the texts state it: 市财政局局长 is whoever's name stands behind those words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.documents.duties.units import find_units, same_unit
from pipeline.generation.draft import Sentence
from pipeline.generation.extractive.people.attendance import known_names
from pipeline.generation.extractive.people.by_post import names_behind, post_written
from pipeline.generation.extractive.record import quoted
from pipeline.generation.extractive.stretches import sentence_at
from pipeline.minutes import Span
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.extractive.evidence import Source
    from pipeline.generation.understanding.question import Question

POST = (
    r"(?:常务|执行|第一|代理?)?副?(?:(?:党组|党委|党工委|纪委|政法委|党总支|党支部|村?支部)?书记|[市县区镇乡省州院校园局厅处科所站队组行会社馆厂部]长|主任(?:委员)?|主席|董事长|理事长|监事长|总?经理|秘书长|指挥长|支书"
    r"|总工程师|总工|总会计师|总经济师|总规划师|(?:财务|安全|技术|运营|人力|行政)?总监|董事会秘书|董秘|总法律顾问|法律顾问|总裁)"
)
IS_WHO = (
    r"(?:同志)?(?:的?(?:名字|姓名|大名))?(?:现在|当时|那时|如今|目前|都|分别|各)*(?:是|叫|为|由)?"
    r"(?:谁|哪(?:一)?[位个]|什么名字|什么人|什么(?=[？?]|$)|何人|姓(?:什么|啥))"
)
ASKED = compiled(
    rf"(?P<unit>[一-鿿（）]*?)的?(?P<post>{POST}){IS_WHO}"
    rf"|谁(?:是|当|担任|任|做)(?:了|的|着)?(?P<of>[一-鿿（）]*?)的?(?P<held>{POST})(?=[？?的啊呢]|$)"
)
"""市财政局局长是谁, 市长叫什么名字, 谁是县医院院长."""
APPOINTED = compiled(r"任命|聘任|新聘|拟聘|新来|提名|新任|接任|继任|当选|推选")
"""Asks who was to become what, which the titles before names do not tell."""
LEADING_UP = compiled(r"^.*(?:会议?[上里中时]|[上中里](?=[市县区])|谁|请问|那[次回场]|[，。？?时]|的(?=.{2}))")
HEAD = compiled(r"^[市县区镇乡省州]长$")
AS_WELL = compiled(rf"(?:[、，兼及][^，。；、：\n]{{0,14}}?{POST})?[ 　]*")
LEVEL = compiled(r"^[市县区省镇乡](?=.{2})")
FAR = 24
LIMIT = 60


OF_WHERE = compiled(
    rf"(?P<name>[一-鿿]{{2,4}}?)(?:同志)?(?:现在|目前|当时)?(?:是|任|担任|当)(?:的是)?"
    rf"(?:哪(?:里|儿)|什么地方|哪(?:个|一个?)?(?:地方|省|市|州|县|区|镇|乡|单位|部门|局|厅|公司|学校|医院))的?(?P<post>{POST})"
)
"""周某某是哪里的市长: of which body he is."""


def of_where(question: Question, sources: Sequence[Source]) -> list[tuple[Source, Sentence]]:
    """Return where the texts give somebody the post that a question names, the first place for each body."""
    match = OF_WHERE.search(re.sub(r"\s", "", question.text))
    if match is None:
        return []
    found: dict[str | None, tuple[Source, Sentence]] = {}
    for source in sources:
        place = _held_by(source, match["post"], match["name"]) if match["name"] in known_names(source) else None
        if place is not None:
            found.setdefault(source.entry.issuing_body, (source, quoted(source, place)))
    return list(found.values())


def _held_by(source: Source, post: str, name: str) -> Span | None:
    """Return the first sentence in which a post stands right before a name."""
    text = source.document.text
    written = post_written(post)
    for match in re.finditer(written if post.startswith(("副", "常务")) else rf"(?<!副){written}", text):
        for place in names_behind(text, match.end(), len(text), {name}):
            if re.sub(r"\s", "", text[place.start : place.end]) == name:
                return sentence_at(source.document, Span(match.start(), place.end), limit=LIMIT)
    return None


def incumbents(question: Question, sources: Sequence[Source]) -> list[tuple[Source, Sentence]]:
    """Return who holds the post that a question asks about, one sentence for each name in each document."""
    match = ASKED.search(question.text)
    if match is None or APPOINTED.search(question.text):
        return []
    post = match["post"] or match["held"]
    unit = LEADING_UP.sub("", (match["unit"] or match["of"] or "").rstrip("的"))
    return [(source, line) for source in sources for line in _told(source, post, unit)]


def _told(source: Source, post: str, unit: str) -> Iterator[Sentence]:
    """Yield the sentence for each name behind a post that is of the unit asked about."""
    text, known = source.document.text, set(known_names(source))
    written = post_written(post)
    seen: set[str] = set()
    for match in re.finditer(written if post.startswith(("副", "常务")) else rf"(?<!副){written}", text):
        behind = AS_WELL.match(text, match.end())
        places = names_behind(text, match.end(), len(text), known)
        places = places or (names_behind(text, behind.end(), len(text), known) if behind else [])
        if not _is_of(source, match.start(), post, unit):
            continue
        for place in places:
            name = re.sub(r"\s", "", text[place.start : place.end])
            if name not in seen:
                whole = sentence_at(source.document, Span(match.start(), place.end), limit=LIMIT)
                wording = re.sub(r"\s", "", source.document.quote(whole))
                seen |= {name, *(one for one in known if one in wording)}
                yield quoted(source, whole)


def _is_of(source: Source, start: int, post: str, unit: str) -> bool:
    """Tell whether a post at a place is that of a unit: named right before it, or the body's own without any."""
    before = re.sub(r"\s", "", source.document.text[max(0, start - FAR) : start])
    clause = re.split(r"[，。；：:,;]", before)[-1].removesuffix("代")
    alone = not re.search(r"[一-鿿]$", clause) or bool(re.search(r"(?:[、兼请由受经报和与]|以及|会议)$", clause))
    rest = _beyond_body(unit, source)
    if not rest:
        return alone or (clause.endswith((unit, LEVEL.sub("", unit), unit[-1:])) if unit else bool(HEAD.match(post)))
    last, bare = re.split(r"[、和与及]", clause)[-1], LEVEL.sub("", rest)
    if bare in last or (bare in clause and len(bare) > 1 and last == ""):
        return True
    return any(same_unit(unit, one) or same_unit(rest, one) for _, one in find_units(last))


def _beyond_body(unit: str, source: Source) -> str:
    """Return what a unit's name says beyond the body that met: nothing where it is that body itself."""
    entry = source.entry
    names = f"{entry.issuing_body or ''} {entry.meeting_name or ''} {entry.name}"
    held = next((end for end in range(len(unit), 1, -1) if unit[:end] in names), 0)
    rest = unit[held:]
    return "" if rest in ("市", "县", "区", "镇", "乡", "街道") else rest
