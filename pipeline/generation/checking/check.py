"""Checks a statement against its quotes: what they do not say, word for word or folded, is a problem."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.generation.checking.acts.reporting import reporting_problems
from pipeline.generation.checking.asked import answered
from pipeline.generation.checking.compare import compare, verbatim
from pipeline.generation.checking.figures.counts import with_own_heads, without_own_counts
from pipeline.generation.checking.foreign import foreign_problems, hidden_links
from pipeline.generation.checking.reading.alike import in_words_of
from pipeline.generation.checking.reading.deadlines import with_terms
from pipeline.generation.checking.reading.each import with_each
from pipeline.generation.checking.reading.fold import (
    TITLE,
    clauses,
    flat,
    fold,
    pairs,
    sentences,
    without_labels,
    without_titles,
)
from pipeline.generation.checking.reading.offices import unit_named
from pipeline.generation.checking.reading.referents import with_referents
from pipeline.generation.checking.reading.source import Problem, Source, borrowed, parted
from pipeline.generation.checking.reading.speech import cut, is_ordinary, kind_of
from pipeline.generation.checking.reading.unit_runs import units
from pipeline.generation.checking.reading.verdicts import degrees_of, governed_titles, verdicts
from pipeline.patterns import compiled

LONGEST = 1500
"""Characters of a sentence that is compared; the work grows with their square, and no clerk writes a longer one."""
_SHOWN = 20  # of a sentence that is too long
_OPENING = 2  # letters by which a clause tells of whom it speaks
_TOPIC = compiled(
    r"^(?:对|对于|关于|针对|围绕|至于)(?![^,]*[要须应])|(?:时|方面|问题上|中|(?<=[家个项人户名条件处位])里)$"
)
_FACTS = compiled(r"[\d〇一二两三四五六七八九十百千万亿.%]+[年月日号旬底天个]*[内前后]?")
_CAUSE = compiled("^(?:因(?!此)|由于|鉴于|考虑到|基于|因为|为了)|的结果$")
_APART = compiled("同时|此外|另外?(?=[外,由要])")  # opens a matter of its own
_GOES_ON = compiled("(?:对(?!于|此)|把|逐|全面|集中|开展|组织|负责|牵头|共|已|累计|完成|排查|查处|建立|印发)")
_RULED = compiled("[暂不缓]|同意|通过|批准")  # a verdict may stand apart from what it is on
_OF_ONE = compiled("[要须应需经][^、,]{0,8}、")
_LISTS = compiled("《|会议|议题|关于|事项")  # what was dealt with, each from a place of its own
_NO_SUBJECT = compiled(
    r"(?:并且?|且|而且|也|还|又|再|则|就|即|便|须|要(?!求)|应(?![急邀])|得|需(?!求)|可(?!研)|将|拟|已|仍|给|向|为|把|让|使|用|按|从|待|等|最迟|最晚|届时|随后|之后|然后|接着|全部|分别|一并)"
)
# 已完工程进度款由甲局拨付, 可移动设施由乙局搬走: what opens so names a matter of its own
_OWN_TOPIC = compiled(
    r"(?:已|可|应|再|待|按|分别|全部)[\u4e00-\u9fff]{3,16}[\d.]*[万亿]?[元户家个处条]?由(?!此|于)[\u4e00-\u9fff]{2}"
)
# 拟任副支队长的某某则暂缓表决: 则 turns to a subject of its own
_TURNS_TO = compiled("[^,。;]{4,24}[\u4e00-\u9fff]则[\u4e00-\u9fff]{2}")
_AS_WELL = compiled("[也又](?=不|[未没]|同意|批准|要|须)")
_ONLY_WHO = compiled(
    r"(?:具体)?由?(?P<who>[\u4e00-\u9fff、]{2,24}?)(?:具体)?(?:负责|牵头|承办|主办|主责|办理|督办)$"
    r"|(?:[\u4e00-\u9fff]{0,4}的?)(?:领导|负责人|责任人|联系人|责任单位|牵头单位|配合单位)(?:是|为|由)"
)
_ONLY_DUTY = compiled(
    "[\u4e00-\u9fff]{2,12}?(?:负责|牵头|配合|协助|参与|监督)(?:[\u4e00-\u9fff]{2}(?:把关|指导|保障|支持|监督|配合|协调|服务))?$"
)
_BACKWARD = compiled(
    r"^(?:(?:有关|相关|这一|这项)[议提方]案|将(?!于)|用于|用来|从而|进而|由|又|该|此|上述|并|其(?!余)|所需|(?:经费|费用|资金|款项)(?:[由从在须要]|控制)|也|还|均|都|由此|因此|其中)"
)


def check(statement: str, quotes: Sequence[str], *, context: str = "", counted: int | None = None) -> list[Problem]:
    """Return what a statement says beyond its quotes; an empty list means that it is verified.

    Args:
        statement: one sentence, or a list of entries.
        quotes: the wording of its sources, all of one place.
        context: what may be stated beside the quotes: the stamp of their document.
        counted: a number that the statement counted, already proven by as many quotes.

    >>> check("市财政局牵头。", ["由市水利局牵头，市财政局配合。"])[0].message
    '出处中没有写明“市财政局”牵头'
    >>> check("会议原则通过该办法。", ["会议原则通过上述办法。"])
    []
    """
    sources = [Source("\n\n".join(quotes), context)] if any(quote.strip() for quote in quotes) else []
    return check_sources(statement, sources, counted=counted)


def check_sources(
    statement: str, sources: Sequence[Source], *, counted: int | None = None, absent: Sequence[str] = ()
) -> list[Problem]:
    """Return what a statement says beyond its sources; each clause must be proven by one of them alone.

    Args:
        statement: one sentence, or a list of entries.
        sources: one for each place; see `sources_of`.
        counted: a number that the statement counted, already proven by as many quotes.
        absent: words that the statement says are not there; the sources, which hold all there is, must not hold them.
    """
    if not sources:
        return [Problem("uncited", statement, "没有出处")]
    problems: list[Problem] = list(hidden_links(statement))
    words = "\n".join(source.words for source in sources)
    folded = with_referents(with_each(with_terms(answered(fold(statement))), words), words)
    for word in map(fold, absent):
        problems += [Problem("absent", word, f"出处中有“{word}”") for source in sources if word in flat(source.text)]
        folded = folded.replace(word, "_")
    places = [part for source in sources for part in parted(source)]
    folded = without_own_counts(with_own_heads(folded, words), words)
    for sentence in sentences(without_labels(folded)):
        sentence = without_labels(sentence)
        if any(verbatim(sentence, source) for source in places):
            continue
        if len(sentence) > LONGEST:
            problems.append(Problem("length", f"{sentence[:_SHOWN]}…", f"一句超过 {LONGEST} 字，未逐项核对"))
            continue
        problems += _sentence(sentence, places, counted)
        problems += _governed(sentence, places)
        problems += reporting_problems(sentence, places)
        problems += [problem for clause in clauses(sentence) for problem in foreign_problems(clause, places)]
    return list(dict.fromkeys(problems))


def _sentence(sentence: str, sources: Sequence[Source], counted: int | None) -> list[Problem]:
    """Return the problems of a sentence: of the whole with one source, else clause by clause."""
    whole = [_compared(sentence, index, sources, counted) for index in range(len(sources))]
    if not all(whole) or len(sources) == 1:
        return min(whole, key=len)
    problems: list[Problem] = []
    holding: set[int] = set(range(len(sources)))
    causal, subject, before = False, "", ""
    former: set[int] = set()
    for clause in _with_topics(clauses(sentence)):
        apart = _APART.match(clause)
        if apart is not None and not _thin(clause[apart.end() :], sources):
            clause, causal, holding = clause[apart.end() :], False, set()
        bare = _bare_verdict(clause) or (
            bool(holding) and _thin(clause, sources) and not _opens_another(clause, sources, holding)
        )
        bare = bare or (before != "" and _only_who(clause, sources))
        bound = _NO_SUBJECT.match(clause) and not _OWN_TOPIC.match(clause) and not _TURNS_TO.match(clause)
        if "既" in before and _AS_WELL.match(clause):  # 既不同意甲申请,也不同意乙请示
            clause, holding, bound = clause[1:], set(), None
        backward = causal or bare or bool(_BACKWARD.search(clause)) or bool(bound)
        causal = bool(_CAUSE.search(clause))
        legal = sorted(holding) if backward and holding else _about(clause, sources)
        if subject and _GOES_ON.match(clause) and not units(clause):
            # 甲局与乙局联手，对全县设施逐一排查: it is they who do it, so their source tells it
            theirs = {*holding, *(index for index, source in enumerate(sources) if subject in source.words)}
            legal = sorted(theirs.intersection(legal) or theirs) or legal
        if not backward and not _RULED.search(clause) and (named := _opened_by(clause, sources)):
            legal = sorted(named.intersection(legal) or named)
        found = {index: _compared(clause, index, sources, counted) for index in legal}
        holding = {index for index, own in found.items() if not own}
        if not holding and bound and subject and not units(clause):
            # 甲部磋商条款,还要修改制度: of the same one, in another place
            others = [index for index in range(len(sources)) if index not in legal]
            holding = {index for index in others if not _compared(f"{subject}{clause}", index, sources, counted)}
        subject = next(iter(units(clause)), subject)
        if len(former) == 1 and not holding and (index := next(iter(former))) in found:
            # a condition that the clause before it states, of the same source, is not lost
            both = _compared(f"{before},{clause}", index, sources, counted)
            if all(one.kind == "condition" and one not in both for one in found[index]):
                holding = former
        before, former = clause, holding
        if not holding:
            pieces = _pieces(clause, legal, sources, counted)
            problems += pieces
            holding = set(legal) if not pieces and len(legal) == 1 else holding  # piece by piece of that one
    return problems


def _only_who(clause: str, sources: Sequence[Source]) -> bool:
    """Tell whether a clause says nothing but who does what stands before it: 县水利局负责."""
    match = _ONLY_WHO.match(clause)
    if match is None or "由" in (who := match["who"] or ""):  # 小区改造由县住建局负责: a task of its own
        return False
    return not who or all(any(unit_named(one.words, name) == name for one in sources) for name in who.split("、"))


def _opened_by(clause: str, sources: Sequence[Source]) -> set[int]:
    """Return which sources know the word with which a clause opens; none where all do, or where it names nothing."""
    run = re.match(r"(?:同时|另外?|其中|而)?(?P<run>[\u4e00-\u9fff]{2,8})", clause)
    word = cut(run["run"])[0] if run else ""
    if len(word) < 2 or is_ordinary(word) or kind_of(word) not in ("n", ""):
        return set()
    known = {index for index, source in enumerate(sources) if word in in_words_of(source.words, clause)}
    return known if len(known) < len(sources) else set()


def _about(clause: str, sources: Sequence[Source]) -> list[int]:
    """Return which sources speak of what a clause says: those that share at least half as much as the best."""
    own = pairs(_FACTS.sub("", clause))
    shared = [len(own & pairs(in_words_of(source.words, clause))) for source in sources]
    return [index for index, count in enumerate(shared) if count * 2 >= max(shared)]


def _bare_verdict(clause: str) -> bool:
    """Tell whether a clause states a verdict and does not say on what: 会议不同意."""
    degrees = verdicts(clause)
    rest = pairs(clause).difference(*(pairs(wording) for _, wording in degrees)) if degrees else set()
    return bool(degrees) and not TITLE.search(clause) and len(rest) < 4


def _with_topics(parts: Sequence[str]) -> list[str]:
    """Return clauses with each that only names a topic (对…, 表决…时) put before the one that speaks of it."""
    found: list[str] = []
    topic = ""
    for part in parts:
        if _TOPIC.search(part) and not verdicts(part):
            topic += f"{part},"
            continue
        found.append(f"{topic}{part}")
        topic = ""
    return [*found, topic.strip(",")] if topic else found


def _thin(clause: str, sources: Sequence[Source]) -> bool:
    """Tell whether no source has words of a clause besides its figures and dates: 三月底前兑现 says nothing of whom."""
    content = _FACTS.sub("", clause)
    return all(len(pairs(content) & pairs(source.words)) < 2 for source in sources)


def _opens_another(clause: str, sources: Sequence[Source], holding: set[int]) -> bool:
    """Tell whether a clause opens with what only sources have that do not hold the clause before it: 申某一案不赔."""
    opening = clause[:_OPENING]
    knowing = {index for index, source in enumerate(sources) if opening in source.words}
    named = re.fullmatch("[\u4e00-\u9fff]{2}", opening) is not None and not kind_of(opening)
    return named and _FACTS.match(clause) is None and bool(knowing) and not knowing & holding


def _compared(clause: str, index: int, sources: Sequence[Source], counted: int | None) -> list[Problem]:
    """Return what a clause states and one of the sources does not; wording of another source joins the two."""
    problems = compare(clause, sources[index], counted=counted)
    others = [*sources[:index], *sources[index + 1 :]]
    gram = borrowed(without_titles(clause), sources[index], others) if not problems else None
    return [Problem("joined", gram, f"“{gram}”出自另一处，不能与这一处合为一事")] if gram else problems


def _pieces(clause: str, legal: Sequence[int], sources: Sequence[Source], counted: int | None) -> list[Problem]:
    """Return the problems of an enumeration, each entry with the source that suits it best."""
    problems: list[Problem] = []
    listed = clause.replace("》《", "》、《")  # by GB/T 15834 no mark stands between titles in a row
    hidden = re.sub(r"《[^《》]*》|\([^()]*\)", lambda match: match.group().replace("、", "\0"), listed)
    parts = hidden.split("、")
    if (
        len(parts) == 2 and _OF_ONE.search(clause) and not _LISTS.search(clause)
    ):  # 要在体检、政审合格后: one thing, and of one source
        return min(
            ([one for part in parts for one in _compared(part, index, sources, counted)] for index in legal), key=len
        )
    holding = list(legal)
    for piece in parts:
        entry = piece.replace("\0", "、")
        # 甲办牵头、乙办负责技术把关: of one task, which the first names
        own = holding if holding and _ONLY_DUTY.match(entry) else legal
        found = {index: _compared(entry, index, sources, counted) for index in own}
        fewest: list[Problem] = min(found.values(), key=len)
        holding = [index for index, one in found.items() if not one]
        problems += fewest
    return problems


def _governed(sentence: str, sources: Sequence[Source]) -> list[Problem]:
    """Return where a sentence gives a title a verdict that no source gives to this title."""
    problems = []
    for title, degree in governed_titles(sentence):
        own = [source for source in sources if title in source.words]
        if own and not any(degree in degrees_of(source.text, title) for source in own):
            problems.append(Problem("verdict", f"{degree}《{title}》", f"出处中《{title}》的结论不是“{degree}”"))
    return problems
