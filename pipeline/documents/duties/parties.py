"""Who can be told to act: a unit, a person with a post, every one of a class; and who is nobody in particular."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.documents.duties.names import ROLE, ROLE_PREFIX, is_name
from pipeline.documents.duties.of_the_matter import BIDDEN_ONLY, SECTOR, is_district, is_of_the_matter
from pipeline.documents.duties.roster import Roster, roster
from pipeline.documents.duties.unit_names import stands_before
from pipeline.documents.duties.unit_shapes import is_unit
from pipeline.patterns import compiled

Place = tuple[int, int]
SOMEBODY = "龘"
"""Stands for every character of the name of a person who is on the lists of a document."""
LONGEST = 30
"""How many characters a party's name has, at most."""

# 「各区镇」「各县(市、区)政府」: every one of a class that the place has a definite number of
_EVERY = compiled(
    r"^(?:[局院校镇县区市处站所]属)?各(?:(?!对(?!口|外)|每)[\u4e00-\u9fff、()]){0,10}(?:区|镇|乡|街道|镇街|街镇|板块|部门|单位|村|社区|局|委|办|园区|公司|学校|院|县|市|州|旗"
    r"|苏木|银行|支部"
    r"|党委|党组织|(?:党|支部|团)?总支|团队|运营商|基地|企业|大队|中队|支队|站|庭|分管?副[省市县区州旗镇乡院校局厅]长|科室|处室|年级|(?<![值加带接排交领轮])班|班主任|股室|站所|(?:分管|位|包[段片联保抓案村])[省市县区镇院校局]?领导|[组队]长|政府|管委会|乡镇长|镇长|[河湖林田路楼片]长|网格长|(?:科室|处室|股室|支部|车间|部门|病区)主任|村(?:组)?干部|校|系部|系|分公司|子公司|项目部"
    r"|车间|机构|小组|专班|支部书记|社区书记|村书记|所长|站长|校长)"
    r"(?:\([\u4e00-\u9fff、]{1,10}\))?(?:(?:党(?:组织|支部|总支|委|组|工委)|政府)?(?:(?:主要|分管)?(?:负责人|负责同志)|(?:主要|分管)领导)|党(?:组织|支部|总支|委|组|工委)书记)?$"
)
# 「各有关单位」「相关部门」「全市上下」: nobody in particular
VAGUE = compiled(
    r"^被|相关|有关|^该|^任何|[省市县区州镇乡]级财政|^[两三四五六七八](?:[厅局委办部院校村]|家)$|^各(?:协|主|承|督|领)办$|(?:^|的|市|县|区|各|级)(?:其他|所列|所有|上述|以上|所涉|涉及)|所列|各级各?(?:部门|单位|地)|(?:^"
    r"|[市县区]级|[市县区]直|职能|各方|多方|专业|主管)部门$"
    r"|^各级(?:各.*)?$|^(?:市直|县直|区直|省直|州直|[市县区]级)(?:各|有关|相关)?(?:部门|单位|机关)?$|^各(?:市直"
    r"|县直|区直|市级|县级|区级|责任|牵头|配合|职能|地|地区|地方)*各?(?:部门|单位|地|条线)?$|^各部门各单位$"
    r"|(?:^|各|项目|工作|事项|任务|工程|问题)(?:牵头|责任|配合|协办|主责)(?:部门|单位|科室|处室|主体)$|^(?:承办|主办|成员|试点)(?:部门|单位)$|^(?:部门|单位|大家"
    r"|我们|他们|全市|全县|全区|上下|企业|方案|各方|双方|三方|其|本人|个人|谁|专人"
    r"|会议|学校|公司|医院|学院|集团|银行|政府|党委|党组|法院|中心|社区|机关|局机关|本[院校局]|全[院校局]|项目"
    r"|领导班子|全体.*|.*成员|.*班子|.*同志们|城市|农村|乡村|街道|乡镇"
    r"|(?:主要|分管|有关|相关)?(?:领导|负责人|负责同志)|.*机关作风|[一二三四五六七八九十]要|[省市县区镇乡]级财政"
    r"|党员|干部|镇村|县乡)$"
    r"|^(?:包联|包抓|包保|包案|挂联|挂钩|帮扶)(?:领导|干部|单位|部门)$|^(?:[包驻联挂][村片户点组]|村(?:“?两委”?|\(社区\))?|社区|机关|镇村|党员)干部$"
    r"|^各?(?:部门|单位|区镇|板块|乡镇|街道)(?:主要|分管)(?:领导|负责人|负责同志)$"
)
# 「相关部门」「各有关单位」「市直相关部门」「实施方案所列市级部门」: told to act, though not by name
_GENERIC = compiled(
    r"被(?:巡察|巡视|督导|督查|检查|审计|考核|约谈|通报|问责|帮扶|检测|监管|点名|挂牌|抽查|核查)(?:的)?(?:各|相关|有关)?(?:单位|部门|地区|地方|企业|公司|项目|乡镇|镇街|街道|县区|县|区|镇|乡|村|社区|学校|医院|机构|党组织)(?:党委|党组织|党组|政府|支部)?(?:书记|(?:主要|分管)?(?:负责人|负责同志|领导))?|(?:上述|以上|这)?[两三四五](?:[厅局委院校]|家(?:单位|企业|公司|部门)?|个(?:单位|部门))|(?:[包驻联挂][村片户点组]|村(?:“?两委”?|\(社区\))?|社区|机关|镇村)干部|各地|各?(?:党组|党委|党工委|工委|党政|支委|领导小组|专班|议事会)?(?:领导)?(?:班子)?成员|该(?:局|院|校|镇|乡|街道|公司|集团|中心|单位|部门|企业|科室|[处科部厂所站队区县市园馆矿]|村|社区|支部|项目部|学院|医院|学校|银行|协会|办)|"
    r"(?:[\u4e00-\u9fff《》]{0,14}(?<!的)(?:所列|所涉(?:及)?)(?:的)?|涉及(?:的)?|[\u4e00-\u9fff]{2,6}(?:项目|工作|事项|任务|工程|问题)(?=责任))?"
    r"(?:各级|各|其他|其它|上述|以上|所有|全市|全县|全区|全镇|我市|我县|我区|本[市县区镇院校局]|上级|下级|属地|沿线"
    r"|(?:省|市|县|区|州|旗|镇|乡|街道|院|校|局|集团|公司)?(?:委|政府)?(?:直属|直|级|属)?|区直|中央|驻[市县区])*"
    r"(?:相关|有关|责任|职能|主管|分管|业务|行业|监管|执法|成员|承办|主办|协办|牵头|配合|参建|参与|包保|包案|包联|包抓|帮扶|联系|挂联"
    r"|试点|二级|内设|内审|使用|用人|用户|申报|实施|建设|项目|主责|落实|对口)*"
    r"(?:(?:部门|单位|区镇|板块|乡镇|街道)(?:主要|分管)(?:领导|负责人|负责同志)|部门|单位|处室|科室|股室|机关|区镇|镇区|镇街|街镇|板块|乡镇|街道|镇办|镇|乡|村|社区|园区|企业|公司|机构"
    r"|人员|地区|地方|区县|县区|县市|方面|条线|局办|委局办|委办局|站所|院系|学院|系部|专委|学校|医院|市领导|县领导|区领导|院领导"
    r"|校领导|局领导|镇领导|领导|(?:主要)?(?:负责人|负责同志|责任人)|责任主体|职能科室|平台|主体|镇村|村居|方)"
    r"(?:[、和及](?:相关|有关|责任|职能)?(?:单位|部门|人员|企业|机构|区镇|板块|地区))?(?:\([^()]{1,12}\))?"
)
_GENERIC_SIGN = compiled(
    r"^(?:上述|以上|这)?[两三四五][厅局委院校家个]|成员|试点|[包驻联挂][村片户点组]|两委|包联|包抓|包保|包案|^被|挂联|帮扶|相关|有关|责任|职能|主管|所列|所涉|各|主要|分管|直|级|该"
)


@lru_cache(maxsize=8192)
def is_generic(name: str) -> bool:
    """Tell whether a text says who is to act without naming anybody: 「相关部门」, as opposed to 「各区镇」 and 「谁」.

    >>> is_generic("市相关部门"), is_generic("各部门"), is_generic("各区镇"), is_generic("财政部门"), is_generic("企业")
    (True, True, False, False, False)
    """
    if not 2 <= len(name) <= LONGEST or not VAGUE.search(name):
        return False
    return _GENERIC.fullmatch(name) is not None and _GENERIC_SIGN.search(name) is not None


# 「分管副镇长」「驻地总监」: what stands before a post and is no unit
_BEFORE_POST = frozenset(
    ["", "分管", "主管", "驻地", "现场", "项目"]
    + [f"{which}领导" for which in ("分管", "主管", "主要", "联系", "包案", "带班", "值班")]
)
# 「局领导每季度走访一次」: those at the head of the place or the office, known to all
_LEADERS = compiled(r"(?:全体|各)?(?:分管|包案|联系|挂联|带班|值班)?[省厅市县区镇局院校](?:级|班子)?领导(?:班子成员)?")
# 「水塘由村里收回」
_OWN_PLACE = compiled(r"^[村镇乡县区市局院校厂]里$")
# 「沿江县(市、区)人民政府」
_OR_ANOTHER = compiled(r"(?<=[省市县区州旗镇乡])\((?:[省市县区州旗镇乡]|街道|开发区|高新区|、)+\)(?=[\u4e00-\u9fff])")
# what no name holds: 「市财政局要落实市教育局」 is no unit
JUNK = compiled(
    r"结果|接受|^(?:通过|提请|用于|参照|新增|拆除|终止|停止)|全额|印发|超出|^商(?=[省市县区旗])|\d[家所座户名]|[\u4e00-\u9fff]经(?=[省市县区镇乡局院校厅]?(?:法律|专家|第三方))|^协调(?=[\u4e00-\u9fff]{2})|排定|^取消|^向(?:局|校|院|厅|公司|集团|集体|上级|社会|主要|分管|总|副|党[委组]|董事|书记|局长|校长|院长|主任)|交(?=[省市县区州])|[一]归(?!口)|^退回|^批准|^同意|去(?=[跟找办谈])|带[着领]|跟(?!踪)|一[起块]|代行|^组织(?=[省市县区州])|^第[\d一二三四五六七八九十百]{1,4}条|按(?=[省市县区州镇乡][\u4e00-\u9fff])|^驻[\u4e00-\u9fff]{2,5}村$|第[\d一二三四五六七八九十]{1,3}[次期]|[局委办厅部处科室区道镇乡村校院司]上?报(?=$|[省市县区街镇乡州局厅院校])|[\[\]【】〔〕—]|召集|授权|责成|(?<=[局委办厅部])会(?=[省市县区州旗][\u4e00-\u9fff])|向(?=[省市县区州镇乡村縣區])|对(?=[\u4e00-\u9fff]{2,4}[县区市])|帮忙|\d件"
    r"|实施(?!单位|主体|机构|部门|方)|(?<!各)(?:所属|下属)|拟|每|约定|约谈|建议|^待|[报递发]?送(?!变|教)|修改|位于|[现原历]任|矛盾|纠纷|调处|严肃|查处|完成|委托|两级|补充|征求|提交|下次|尽早|\d+[年月日]|[前后](?![\u4e00-\u9fff][村镇乡](?:$|[委民两])|勤|进|街|村|湾|塘|湖|山|海|河|庄|营|屯|洲|郭)"
    r"|任(?=[\u4e00-\u9fff]?(?:组长|指挥|主任|总|会长))|牵头|配合|会同|负责(?!人|同志)|要求|必须|务必|尽快|抓紧|做好|落实"
    r"|加强|推进|落地|制定(?!局)|进一步|已|[的了是把被让将在为将得]|(?<!主)[要须](?!素|塞|求)|关于|研究(?!院|所|室|中心"
    r"|部)|汇报|听取"
    r"|^与|因需|议题|协助|代表(?!处|团|大会|委)|^报(?![社业刊])|^经(?![济开信营贸发管])|不[少低]于|走访|\d个|等(?![学教专级])|(?<![响适反供对])应(?!急|用)|联合(?!会|社|体)|共同|承担|提出|就(?!业)|由(?!甲)|划转"
    r"|[^公]至|移交|成立|组建|召开|补办|转办|办理|大厅|餐厅|展厅|指导(?!中心|站|委|组|处|办)|督促|问题请"
)
# 「县教育局会县|财政局」: two, of which one calls on the other
_MEETS = compiled("(?<=[局委办厅部])[会商][省市县区州旗]$")
_PERSON = compiled(
    rf"^(?P<before>[\u4e00-\u9fff]{{0,16}}?)(?P<role>{ROLE_PREFIX}(?:{ROLE}|秘书))(?P<after>[\u4e00-\u9fff]{{2,3}})?(?:同志)?$"
)
# 「市国资委有关科室」: of a unit that is named
_INNER = compiled(r"(?P<unit>[\u4e00-\u9fff]{3,14}?)(?:有关|相关|业务|职能)(?:科室|处室|股室|专委|院系|支部)")
# 「某区政府主要负责人」
_CHIEF = compiled(r"(?P<unit>[\u4e00-\u9fff]{2,14}?)(?:党政)?(?:主要|分管)(?:负责人|负责同志|领导)")
# 「县委常委、常务副县长钱明」: one person, two posts
POST = compiled(r"^[\u4e00-\u9fff]{0,4}(?:常委|党组(?:副?书记|成员)|党委(?:副?书记|委员)|工委(?:副?书记|委员)|副书记)$")
# Lines of work that are called by the short name of their department and by nothing else
_PLAIN_SECTORS = frozenset(
    [
        "发改",
        "住建",
        "城管",
        "资规",
        "自规",
        "公安",
        "市监",
        "卫健",
        "人社",
        "水务",
        "供电",
        "城投",
        "交投",
        "国投",
        "消防",
        "交警",
        "网信",
        "文旅",
        "应急",
        "环保",
        "国土",
        "民政",
        "司法",
        "工信",
        "经信",
        "税务",
        "国资",
        "供水",
        "财政",
        "审计",
        "教育局",
    ]
)
_OTHER_SECTORS = frozenset(
    [
        "燃气",
        "供气",
        "供热",
        "电力",
        "电信",
        "移动",
        "联通",
        "铁塔",
        "通信",
        "医疗",
        "交通",
        "城市管理",
        "农业",
        "水利",
        "林业",
        "畜牧",
        "教体",
        "卫生",
        "气象",
    ]
)


@lru_cache(maxsize=8192)
def is_party(units: Roster, name: str, trusted: bool) -> bool:
    """Tell whether a text is a party by itself, a generic one too; `trusted`: a word before it (由, 请) says so."""
    if not 2 <= len(name) <= LONGEST:
        return False
    if SOMEBODY in name:
        listed = _LISTED.fullmatch(name)
        before = listed["before"] if listed else ""
        before = before.rpartition("、")[2] if POST.match(before.partition("、")[0]) else before
        unit = _ENDS_AS_POST.sub("", before)
        named = unit in LEVELS or unit in _BEFORE_POST or is_district(unit) or (is_unit(unit) and not JUNK.search(unit))
        return listed is not None and named
    if trusted and BIDDEN_ONLY.fullmatch(name):
        return True
    if VAGUE.search(name):
        inner = _INNER.fullmatch(name)
        return is_generic(name) or bool(inner and is_party(units, inner["unit"], False))
    name = name.rpartition("、")[2] if POST.match(name.partition("、")[0]) else name
    name = _OR_ANOTHER.sub("", name)
    bare = re.sub(r"\([^()]*\)$", "", name)
    known = units.ending_at(bare, len(bare))
    if known == 0:
        return True
    if is_of_the_matter(name) or _LEADERS.fullmatch(name) or (trusted and _OWN_PLACE.match(name)):
        return True
    if trusted and is_district(name) and not JUNK.search(name):
        return True
    if _EVERY.match(name) or SECTOR.match(name):
        return not JUNK.search(name)
    if known is not None and stands_before(bare[:known]):
        return not (JUNK.search(bare[:known]) or _MEETS.search(bare, 0, known))
    if JUNK.search(name if known is None else bare[:known]):
        return False
    chief = _CHIEF.fullmatch(name)
    return is_unit(name) or _is_person(name, trusted=trusted) or bool(chief and is_unit(chief["unit"]))


# 「镇纪委书记龘龘」「院办龘龘」「龘龘副市长」: a person of the lists, with a post or a unit
_LISTED = compiled(rf"(?P<before>[\u4e00-\u9fff、]{{0,20}}?){SOMEBODY}{{2,8}}(?:同志|{ROLE_PREFIX}{ROLE})?")
_ENDS_AS_POST = compiled(rf"{ROLE_PREFIX}{ROLE}$")

LEVELS = frozenset("省市县区州盟旗镇乡村")


def is_known(flat: str, place: Place) -> bool:
    """Tell whether a party is of a kind that the roster has."""
    return is_of_roster(roster(), flat[slice(*place)])


@lru_cache(maxsize=8192)
def is_of_roster(units: Roster, name: str) -> bool:
    """Tell whether a name is a kind of the roster with nothing but its place or level before it."""
    known = units.ending_at(name, len(name))
    # 「县公安局|交警大队」: of a unit that is of the roster too
    return known is not None and (stands_before(name[:known]) or (known > 2 and is_of_roster(units, name[:known])))


def _is_person(name: str, *, trusted: bool) -> bool:
    if name.endswith("同志") and is_name(name[:-2]):
        return True
    match = _PERSON.match(name)
    if match is None:
        return False
    before, after = match["before"], match["after"]
    if after is None and match["role"] in ("会计", "代表", "董事", "监事", "委员", "干事", "负责人", "负责同志"):
        return False
    if after is not None:
        # 「常务副市长任指挥长」
        return is_name(after) and name[0] != "各" and not re.match("任[指组主总副会院]", after) and not is_name(before)
    if not before:
        return trusted
    return is_name(before) or (trusted and len(before) <= 8) or (len(before) == 1 and is_name(f"{before}某"))


def stands_for(units: Roster, name: str, *, trusted: bool, sector: bool, proper: bool, names: list[str]) -> bool:
    """Tell whether a piece that is no party by itself is one in its list: 「财政、发改等部门」."""
    if VAGUE.search(name) or len(name) < 2:
        return False
    line = name in units.stems or name in _PLAIN_SECTORS or name in _OTHER_SECTORS
    if sector or proper:
        return line or (sector and len(name) <= 6 and not JUNK.search(name))
    if trusted:
        return (
            line
            or (is_name(name) and not JUNK.search(name))
            or (
                len(name) <= 10
                and not re.search(r"[的是在把将了]|专人|主要|此|于|原来|市场", name)
                and len(names) == 1
                and is_unit(name)
                and not JUNK.search(name)
            )
        )
    return all(entry in _PLAIN_SECTORS or entry in _OTHER_SECTORS for entry in names) and any(
        entry in _PLAIN_SECTORS for entry in names
    )


# The last characters of parties that the roster does not know: of units, of classes, of posts, of short lines of work
_LAST = frozenset(
    SOMEBODY
    + "问局委办厅部院署府处科股室队站所会团区镇乡县市街道村社司心校学园馆台行关联组班业门位志长木块任记席理员师民导构)"
    "织政改建管规安监健务电投警信旅急保土水气通动塔疗林牧体象交利等个家检地业ABCDEFGHIJKLMNOPQRSTUVWXYZ"
)
_POST_NEAR = compiled("[长任记席理监员师责]")


def could_end(flat: str, start: int, end: int) -> bool:
    """Tell by the last characters alone whether a stretch can end in a party; most stretches cannot."""
    if end - start < 2:
        return False
    last = flat[end - 1]
    return last in _LAST or last in roster().lengths or _POST_NEAR.search(flat, max(start, end - 4), end) is not None


@lru_cache(maxsize=2)
def ends_before(units: Roster, signs: str) -> re.Pattern[str]:
    """Return a pattern that finds where what can end a party stands right before one of some characters."""
    last = re.escape("".join(sorted(_LAST | set(units.lengths))))
    return re.compile(rf"(?:[{last}]|负责人|顾问|[长任记席理监员师][\u4e00-\u9fff]{{2,3}})(?=[{signs}])")


_PIECE = compiled(r"[^、()]*(?:\([^()]*\)[^、()]*)*")


def piece_end(flat: str, start: int, end: int) -> int:
    """Return where the next 、 outside brackets stands, or `end`."""
    match = _PIECE.match(flat, start, end)
    stop = match.end() if match else start
    if stop < end and flat[stop] in "()":
        stop = flat.find("、", stop, end)
    return end if stop < 0 else stop
