"""The Chinese names of kinds, verdicts, dates and the like, for everything that a person reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePath

from pipeline.errors import BadFilter
from pipeline.generation.columns import one_line
from pipeline.generation.meeting_words import numbered
from pipeline.generation.places import PARTY
from pipeline.minutes import DateSource, Document, Item, OtherMatter, OutcomeClass, Presenter, Span
from pipeline.patterns import compiled

NOT_STATED = "未载明"
UNDECIDED = "未载明审议结论"

KIND_NAMES: Mapping[str, str] = {
    "minutes": "会议纪要",
    "readout": "会议通稿",
    "resolution": "会议决议",
    "rectification": "整改通报",
    "agenda": "会议议程",
    "other": "其他文件",
}
OUTCOME_NAMES: Mapping[OutcomeClass, str] = {
    "approved_in_principle": "原则通过",
    "agreed_in_principle": "原则同意",
    "approved": "通过、同意",
    "rejected": "不同意、未通过",
    "deferred": "再议、暂缓",
    "heard": "听取",
    "studied": "学习",
}
DATE_SOURCES: Mapping[DateSource, str] = {
    "text": "见于正文",
    "document_number": "年份取自发文字号",
    "filename": "取自文件名",
    "correction": "由编辑更正",
}
STYLE_NAMES: Mapping[str, str] = {"brief": "简要", "full": "完整", "tasks": "任务清单"}
MEASURE_NAMES: Mapping[str, str] = {
    "numbers": "数字",
    "dates": "日期",
    "units": "单位",
    "names": "姓名与文件名",
    "verdicts": "结论",
}
REASONS: Mapping[str, str] = {
    "not_stated": "文件未载明",
    "no_evidence": "没有找到依据",
    "no_such_meeting": "库中没有这次会议",
    "ambiguous": "所指不明确",
    "not_understood": "没有理解问题",
    "library_empty": "库中没有文件",
}

AHEAD = compiled(r"下一步|下步|打算|今后|后续|计划安排|工作安排")
"""The title of a section on what is still ahead."""
_CALLED = compiled(
    r"^(?:要求|请|由|授权|委托|责成|交由|提请|决定|待|按|报|经|提交|上报|呈报|会后|另行|下次|下一步|以|并|尚需|需|须|尚须|拟|同意|会议|"
    r"本(?:议案|议题|事项|方案)|该(?:议案|事项|方案))"
)
# 「市水务局要抓紧组织实施」 behind 要求
_UNIT_IS_TO = compiled(r"(?<=^[\u4e00-\u9fff]{3}[局委办])要(?!求)|(?<=^[\u4e00-\u9fff]{4}[局委办])要(?!求)")
_ISO = compiled(r"(?P<year>\d{4}|-)(?:-(?P<month>\d{2}))?(?:-(?P<day>\d{2}))?")


def kind_of(name: str | None) -> str | None:
    """Return the kind of document that is named, in either way.

    Raises:
        BadFilter: there is no such kind.

    >>> kind_of("整改通报"), kind_of("minutes"), kind_of(None)
    ('rectification', 'minutes', None)
    """
    kinds = {word: kind for kind, word in KIND_NAMES.items()}
    if name is not None and name not in KIND_NAMES and name not in kinds:
        raise BadFilter("kind", name, legal="、".join(f"{word}（{kind}）" for word, kind in kinds.items()))
    return kinds.get(name, name) if name is not None else None


def style_of(name: str) -> str | None:
    """Return the style of a draft that is named, in either way, or `None` where there is none of that name.

    >>> style_of("简要"), style_of("tasks"), style_of("任务"), style_of("诗")
    ('brief', 'tasks', 'tasks', None)
    """
    return next(
        (style for style, word in STYLE_NAMES.items() if name == style or (name and word.startswith(name))), None
    )


def outcome_name(outcome: OutcomeClass | None) -> str:
    """Return a verdict's name, or 未载明."""
    return OUTCOME_NAMES[outcome] if outcome else NOT_STATED


def date_words(date: str | None) -> str | None:
    """Return an ISO date in Chinese, as far as it goes.

    >>> date_words("2017-05-24"), date_words("2022-04"), date_words("--03-08")
    ('2017年5月24日', '2022年4月', '3月8日')
    """
    match = _ISO.fullmatch(date) if date else None
    if match is None:
        return date
    units = (("year", "年"), ("month", "月"), ("day", "日"))
    named = [(match[name], unit) for name, unit in units if match[name] and match[name] != "-"]
    return "".join(f"{int(value)}{unit}" for value, unit in named)


def presenter_words(presenter: Presenter) -> str:
    """Return who reported, in the order of official Chinese: unit, role, name.

    >>> presenter_words(Presenter(name="周明", role="局长", unit="市城管局"))
    '市城管局局长周明'
    """
    return f"{presenter.unit or ''}{presenter.role or ''}{presenter.name or ''}"


def presenters_words(item: Item) -> str:
    """Return everybody who reported on an item: 市教育局、市财政局."""
    return "、".join(map(presenter_words, item.presenters))


def presenter_places(item: Item) -> list[Span]:
    """Return where a text names who reported on an item, the first one first; nothing where it does not."""
    return [span for name, span in item.spans.items() if name.split(".")[0] in ("presenter", "further_presenters")]


_LABEL_BEFORE = compiled(r"(?P<verb>汇报|提请|通报|报告)(?:单位|部门|人|科室|处室)?[】\]]?[ \u3000]*[：:]?[ \u3000]*$")
_VERB_BEHIND = compiled(r"提请|作[^，。；\n]{0,8}(?P<noun>说明|介绍|通报|报告)|汇报|说明|介绍|通报|报告|解读")


def report_verb(document: Document, item: Item) -> str:
    """Return the verb that a text has for what who reported on an item did there: 汇报, 提请, 作说明.

    >>> from pipeline.minutes import EXAMPLE_MINUTES
    >>> report_verb(EXAMPLE_MINUTES, EXAMPLE_MINUTES.items[0])
    '汇报'
    """
    places = presenter_places(item)
    if not places:
        return "汇报"
    text, first, last = document.text, min(span.start for span in places), max(span.end for span in places)
    if before := _LABEL_BEFORE.search(text, max(0, first - 10), first):
        return before["verb"]
    behind = _VERB_BEHIND.search(text, last, last + 80)
    if behind is None or "听" in text[max(0, first - 4) : first]:
        return "汇报"
    return f"作{behind['noun']}" if behind["noun"] else behind.group()


def step_words(step: str) -> str:
    """Return what comes next as the end of a verdict's sentence.

    >>> step_words("修改完善后组织实施"), step_words("请相关部门抓好落实")
    ('，要求修改完善后组织实施', '，请相关部门抓好落实')
    """
    words = _UNIT_IS_TO.sub("", one_line(step).rstrip("。；，"))
    return f"，{words}" if _CALLED.match(words) else f"，要求{words}"


def matter_words(matter: OtherMatter) -> str:
    """Return another matter as it goes after 会议还, with what became of it.

    >>> matter_words(OtherMatter(verb="学习", title="《保障法》", start=0, end=8))
    '学习了《保障法》'
    >>> matter_words(OtherMatter(verb="审议", title="《甲办法》", outcome="approved", start=0, end=11))
    '审议通过了《甲办法》'
    """
    verb = matter.verb.removeprefix("会议").removeprefix("还").removesuffix("了")
    passed = _PASSED.get(matter.outcome or "studied", "")
    if passed and not any(word in verb for word in ("通过", "同意", "批准")):
        verb = f"{verb}并{passed}" if passed.startswith("原则") else f"{verb}{passed}"
    return f"{verb}了{one_line(matter.title)}"


_PASSED: Mapping[OutcomeClass, str] = {
    "approved": "通过",
    "approved_in_principle": "原则通过",
    "agreed_in_principle": "原则同意",
}
"""How a matter of the tail that was passed is told."""


GENERIC = "（泛指）"
"""Stands behind those who are told to act without being named, so that nobody takes 相关部门 for a unit's name."""


def doers(named: Sequence[str], generic: Sequence[str]) -> tuple[str, ...]:
    """Return who is to act: the units that the text names, then those that it does not, marked as such.

    >>> doers(("市水务局",), ("相关区镇",))
    ('市水务局', '相关区镇（泛指）')
    """
    return (*named, *(f"{one}{GENERIC}" for one in generic))


def stamp(
    *,
    document_number: str | None,
    meeting: str | None,
    date: str | None,
    file: str,
    body: str | None = None,
    meeting_number: int | None = None,
) -> str:
    """Return what tells a document from all others: number, meeting and date, or the file's name without the first two.

    Where neither number nor meeting tells whose it is, the meeting's name says it.

    >>> stamp(document_number="甲政纪〔2021〕3号", meeting="市政府第9次常务会议", date="2021-03-08", file="a.txt")
    '甲政纪〔2021〕3号，市政府第9次常务会议，2021年3月8日'
    >>> stamp(document_number="第3期", meeting="局长办公会议", date=None, file="a.txt", body="甲县水务局")
    '第3期，甲县水务局局长办公会议'
    """
    told = whose(numbered(meeting, meeting_number), body=body, document_number=document_number)
    parts = (document_number, told) if meeting else (told, document_number)
    named = parts if any(parts) else (PurePath(file).stem if date else file,)
    return "，".join(part for part in (*named, date_words(date)) if part)


def whose(meeting: str | None, *, body: str | None, document_number: str | None = None) -> str | None:
    """Return the name of a meeting that tells whose it is, where neither it nor the document number does.

    >>> whose("县政府第3次会议", body="甲溪县人民政府")
    '甲溪县政府第3次会议'
    >>> whose("县政府第3次会议", body="甲溪县人民政府", document_number="甲政〔2021〕3号")
    '县政府第3次会议'
    """
    if not body or names_body(document_number) or says_place(meeting or "", body):
        return meeting
    return with_place(meeting, body) if meeting else body


def names_body(document_number: str | None) -> bool:
    """Tell whether a document number says whose paper it is: 〔2024〕6号 and 第10期 are numbers of every body.

    >>> names_body("甲政纪〔2021〕3号"), names_body("〔2021〕3号"), names_body("第10期"), names_body(None)
    (True, False, False, False)
    """
    return bool(document_number) and not _OF_EVERY_BODY.match(document_number or "")


def says_place(words: str, body: str) -> bool:
    """Tell whether words name the place of a body, and so whose they are.

    >>> says_place("甲县县委关于巡察整改的通报", "中共甲县委员会"), says_place("县政府第3次会议", "甲县人民政府")
    (True, False)
    >>> says_place("全县落实中国制造规划的会议", "中国共产党甲县委员会")
    False
    """
    return PARTY.sub("", body)[:2] in words


def with_place(words: str, body: str) -> str:
    """Return the name of a meeting or a paper with whose it is: 县政府 and 镇党委 get their place, else the body.

    >>> with_place("县政府第3次会议", "甲溪县人民政府"), with_place("十四届市政府第41次会议", "乙州市人民政府办公室")
    ('甲溪县政府第3次会议', '乙州市十四届市政府第41次会议')
    >>> with_place("局长办公会议", "乙州市水务局")
    '乙州市水务局局长办公会议'
    """
    place = _PLACE.match(PARTY.sub("", body))
    own = _OWN_BODY.match(words)
    if place is None or own is None or own["level"] != place["level"]:
        return f"{body}{words}"
    return f"{place['name']}{words}" if own["term"] else f"{place['name'][: -len(own['level'])]}{words}"


_LEVEL = r"(?P<level>[省市县区州旗镇乡]|街道)"
_PLACE = compiled(rf"(?P<name>[\u4e00-\u9fff]{{1,6}}?{_LEVEL})(?=[委人政党办工]|$)")
_OWN_BODY = compiled(rf"(?P<term>(?:第?[一二三四五六七八九十]+届)?){_LEVEL}(?=政府|委|党|政协|人大)")
_OF_EVERY_BODY = compiled(r"[〔\[（(第0-9]")
