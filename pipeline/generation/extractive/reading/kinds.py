"""The kind of thing that would answer a question, and where a text holds one: an amount, a day, a person, a unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pipeline.patterns import compiled

Kind = Literal["money", "share", "figure", "day", "span", "person", "unit", "list", "reason", "verdict", "text"]

MEASURES: tuple[Kind, ...] = ("money", "share", "figure", "day", "span")
"""Kinds that say how much, when or for how long: each part of a matter may have its own."""
STRICT: tuple[Kind, ...] = (*MEASURES, "unit", "verdict")
"""Kinds of which a sentence must hold one; for the others any wording may answer."""
ENTITIES: tuple[Kind, ...] = (*MEASURES, "unit")
"""Kinds of which a sentence must hold another than the question names itself."""

NUMERAL = r"(?:[0-9][0-9,.]*|[一二三四五六七八九十百千两]+)"
SCALE = r"(?:余|多|几)?[十百千万亿]*(?:余|多)?"
OF_MONEY = compiled(
    r"(?:注册资本|利润|年薪|月薪|工资|薪酬|租金|净利|估值|[评底卖票水电油]估?价|成交价|标价|[一-鿿]{2}费|(?<!条)[一-鿿]款)(?:总额)?(?:[一每]个?[次月年天户人])?(?:是|为|有|达)?$"
)
"""注册资本是多少 asks for an amount of money."""
PEOPLE = compiled(
    r"(?:多少|(?<![哪那这好])几(?=[名个位]|[条口]人?命))(?:名|个|位|[条口](?=人?命))?(?:(?!农民|移民)[一-鿿]{2}的?)?(?=[渔农牧居移股网]民|农民工|工人|战士|官兵|儿童|患者|病人|职工|员工|人员|学生|教师|老师|群众|干部|居民|村民|党员|医生|护士|专家|律师|老人|人?命(?!令|名|题))"
    r"|(?<=[娃子生人员民师众部]|(?<![开竣完复施动停返加])工)(?:们)?(?:一共|总共|共|都)?有?(?:多少|几)(?=[个名位](?:[？?，,]|$))"
)
"""多少职工, 多少条人命, 娃有几个 count people."""
UNIT_ASKED = compiled(
    r"(?:多少|(?<![哪那这好])几)(?:来)?(?:个(?=小时|钟头|星期|季度|学期))?(?P<unit>个人(?!事)|平方公里|平方米|公里|米|亩|吨|家|户|宗|件|名|位|人|套|台|辆|所|座|场|处|岁|票|届|点|分钟|秒(?!杀)|小时|钟头|星期|周(?![岁年])|季度|学期|天|年|个月|"
    r"个工作日|个百分点|条|项|期|次|批|栋|间|张|份|册|种|类|级|度|倍|成|层|支|对|页|字|班|门|[只口头棵株盏篇幅首袋瓶箱桌颗斤]|个(?!钱)|分(?![钟之歧工配类别级期批步公支管行成红把]))"
)
ALIKE = {
    "个人": "[人名位]",
    "人": "[人名位](?!间|桌|床|小?组)",
    "床位": "(?:[人名位](?!间|桌|小?组)|[个张](?:床位?)?)",
    "名": "[人名位]",
    "位": "[人名位]",
    "家": "[家户个]",
    "票": "[票人名位]",
    "户": "[户家]",
    "个": "(?:[个名家处项件只座所支对批套台组条余]|万(?!元))",
    "天": "[天日]",
    "件": "[件项宗个]",
    "项": "[项件个条]",
    "条": "[条项点艘根段]",
    "艘": "[艘条只]",
    "点": "[点条项]",
    "种": "[种类个]",
    "处": "[处个]",
    "座": "[座个]",
    "所": "[所个家]",
    "公里": "(?:公里|千米|km)",
    "次": "[次回轮]",
    "车位": "(?:个?(?:停?车位|泊位)|[个辆])",
    "台": "[台辆部套]",
    "辆": "[辆台]",
    "分": "分(?!钟|之)",
    "分钟": "分钟?",
    "小时": "个?半?(?:小时|钟头)",
    "钟头": "个?半?(?:小时|钟头)",
    "周": "(?:周|个?星期)",
    "星期": "(?:周|个?星期)",
    "季度": "个?季度",
    "学期": "个?学期",
    "高": "(?:厘?米|层|度|分|成|倍|[级节]|%)",
    "长": "(?:厘?米|公里|千米|里|km|天|年(?![0-9])|个月|小时|分钟)",
    "宽": "(?:厘?米|公里|车道)",
    "深": "(?:厘?米|层|公里)",
    "重": "(?:[吨斤克]|公斤|千克)",
}
"""What the text may count by, where a question counts by this."""
ROMAN = {"级": "|[ivx]+", "类": "|[ivx]+"}
"""What is graded may be written so: 响应提升至Ⅲ级."""
NO_TIME = "(?!月|工作日|百分点|小时|季度|学期|星期)"
"""3个月 counts no firms, though they may be counted by 个."""
PERSONS = ("个人", "人", "名", "位")
PARKED = compiled(r"停[^，,。？?]{0,6}(?:几|多少)辆")
"""能停几辆车 is told by 车位64个."""
LODGED = compiled(r"住(?:下|得下|进)?[^，,。？?]{0,4}(?:几|多少)")
"""能住多少学生 is told by 床位1920个."""
VOTED = compiled(r"反对|赞成|弃权")
"""几个人反对 counts votes."""
COUNT_NAMED = compiled(r"(?P<unit>[人户家台辆套床亩栋间吨票座艘株棵盏])数")
"""人数, 台数 at the end of key words: what is counted by 人, by 台; a 处数 or 项数 may be counted otherwise."""
MEASURED = compiled(r"(?<![价费额款金资薪])多(?P<unit>[高长宽深重])(?!时间)")
"""多高 of a tower is no amount of money."""

RULED = r"(?:同意|通过|批准|批|认可|(?<!确)认|点头|放行|过会|拍板|定|准|答应|松口|否|毙|卡|定下来|成)(?:了|过|掉|下来)?"
"""What a meeting does with a proposal, in official words and those of every day."""

_ASKED: tuple[tuple[Kind, str], ...] = (
    (
        "reason",
        r"为什么|为何|为啥|咋(?:没|不)|怎么(?:没|不)|什么原因|啥原因|凭什么|原因是|(?:卡|堵|难|差|耽误|耽搁|问题出|毛病出)(?:在|到)(?:了)?(?:哪(?!一?[天年月日个家])|(?:什么|啥)(?:地方|事情?|问题|环节)?(?:上|里)?(?=[了的呢？?]|$)|何处)|(?:什么|何|啥)理由|理由(?:分别|具体|都|各自?)*是(?:什么|啥|哪)|理由(?:是|呢|$|[？?])"
        r"|出于(?:什么|何|啥)|(?:什么|啥)(?:考虑|缘由|缘故)|(?:差|输)在(?:哪(?![个家一])|什么)|哪(?:一?个?方面|一?点|里|儿)不(?:合格|够|行|过关|符|达标)",
    ),
    (
        "money",
        r"多少(?:[亿万]*(?:美|欧|日|港)?元|块?钱|(?![个项家名人户条件宗])[一-鿿]{0,5}?(?:资金|经费)|投资|预算|费用|补贴|补助|补偿|赔偿|工资|租金|奖励|奖金|税|[一-鿿]{1,3}(?:费|款))|几(?:块钱?|[亿万]元|个钱)|花(?:的|了)?钱(?:是|有|要|了)?多少|(?:花|要|投|给|补|报销|垫|掏|罚|收|交|付|缴|拨|值|赔|奖|捐|领|欠|押)(?:了|掉|到)?(?:多少|几(?=[块元万亿]))"
        r"|(?:金额|总投资|投资额|概算|预算|资金|经费|费用|造价|单价|价格|票价|收费标准|补助标准|罚款|保证金|额度|租金|限额|总价|总额|补偿(?:款|费|标准))(?:上限|下限|最高限额|标准)?(?:前后(?:[两几]次)?|先后|分别|各自?|都)*(?:总共|一共|大概|约)?(?:(?:是|为|有|达|共|要)|(?:安排|批|拨|核定|定|控制)(?:了|在|为|到)?)?(?:多少|几|多大|$|[？?])|投资(?:前后(?:[两几]次)?|先后|分别|各自?|都)*(?:总共|一共)?(?:是|为|有)?多少|多大(?:额|规模).{0,4}(?:资金|基金)|哪[个家条](?:的)?(?:总?投资|造价|概算|预算)(?:更|最)?[高多大低少]|[笔些的]钱(?:总共|一共|大概|到底|到头来)*(?:是|有|要|为)?多少",
    ),
    (
        "share",
        r"百分之(?:几|多少)|(?:多大|多少|多高)的?(?:比例|比重|份额|折扣)|(?:比例|占比|比重|增幅|增速|增长率|降幅|率|股权|持股|利率|折扣)(?:的?(?:年度)?(?:目标|指标|上限|下限|红线|要求))?(?:是|为|达到?|有|能|要|占|不低于|大概)*(?:多少|多大|几|多高|[？?]|$)|(?:增长|下降|提高|上升|占)(?:了)?多少(?!个百|[个元万亿户家人处座条亩项件套台次名份吨])|打几折|几成|几个点",
    ),
    (
        "span",
        r"多久|多长时间|(?<![哪那这前头好后])几(?:天|年|小时|分钟|周)|几个(?:月|小时|钟头|工作日|星期|季度|学期)|多少(?:天|年|个月|个?小时|分钟|工作日|个?星期)|(?:期限|聘期|工期|租期|任期|合作期|服务期)(?:是|为|有)?(?:多[久长少]?|几|$|[？?])",
    ),
    (
        "day",
        r"什么时[候侯]|什么时间|哪个?(?:时间|时候|时点|日子|节点)|啥时候?|何时|哪一?天|几号|几月|哪年|哪一年|哪个月|多会儿|(?<![明确提出了有共])几点(?!要求|意见|建议|内容)|(?:时间|日期|时限|期限|截止日?期?|起始日)(?:是|为)?(?:[？?]|$|什么|哪|呢)|最迟|最晚|何日|几时|哪个学期|哪一?学期|从哪(?:个|一)?(?:学期|季度)",
    ),
    (
        "figure",
        r"多少|(?<![哪那这好])几(?!点(?:钟|半|$|[？?开关下上到结收]))(?=[个项家人次条亿万名所位只宗亩件户批场套台辆座处栋间点票届期公平米吨岁种类级度倍层支对页字班门口头棵株盏份册张篇幅首袋瓶箱桌颗斤])|(?<![哪那这好])几分(?![钟之歧工配类别级期批步公支管行把])|多[大高长宽深重]|数量|总数|总量|个数|面积|规模|产能|编号|电话|号码|[人户家台辆套位床桩件处次亩栋间吨票座所艘条项宗起株棵盏班](?:位|次)?数(?=$|[？?\s])",
    ),
    (
        "unit",
        r"(?:哪|什么|何)(?:一|几|两|三)?(?:个|家|些)?(?:部门|单位|机构|局|委办|公司|企业|厂|集团|科室|处室|部(?![位分件队落署长])|科(?![技学研创目])|处(?![理罚分])|股(?![份东权])|[中支大]队|中心(?![思任环])|站|工作组|专班|指挥部|镇|街道|学校|律所|律师事务所|银行|医院|板块|区(?![别分])|县|乡|村|院系|平台)(?!长(?![江期沙])|领导|干部|负责人)|归谁|谁来?(?:牵头|负责|管|办|定|出钱|掏|搬|接|建|实施|落实|承担|审|批|兜底)|由谁|让谁|给谁|交给谁|找谁|跟谁|和谁|哪家|谁出面|谁打头|谁主管",
    ),
    (
        "person",
        r"谁|哪[一几两三四五]?[位名]|哪(?:一|几|两|三)?个(?:(?:分管|主管|联系|带班|包抓|挂钩)的?)?[副省市州区县镇乡村局院校厂站所处科班]*(?:[市县区州镇乡村局院校处科厂所站厅组部]长|秘书长|董事长|主任|书记|主席|[总副]?经理|领导|干部)|哪(?:一|几|两|三)?个人|何人|什么人|哪些人(?!群)|姓名|叫什么名字|(?:人|者|同志|[职党队社学官]?员|师|学生|司机|干部|村民|居民|主)叫(?:什么|啥)|(?:组长|主任|局长|书记|负责人|联系人|汇报人|主持人|记录人)(?:是)?(?:[？?]|$)",
    ),
    (
        "list",
        r"哪些|(?:哪|什么|啥)(?:类|样的?|几?种)?(?:人群|对象|群体)|哪(?:[几两三四五六七八九十]|[2-9]|[1-9][0-9])|(?:有|提(?:了|出|过)*)(?:什么|啥)|(?:包括|分为?|涉及|含)(?:什么|啥|几)|分别(?:是|有)|(?:分别|各自|都)叫(?:什么|啥)|名单|都有",
    ),
    (
        "verdict",
        rf"(?P<act>同意|[给过成批准行定肯许])(?:没|不)(?P=act)|{RULED}(?:吗|没有?(?![出到来下做写印])|么|不|与否|[？?]$)|[改变](?:了|过)?(?:没有?|吗|么)(?=[？?，,]|$)|(?:结论|结果|态度|口径|(?<![啥么些])意见)(?:是|为|怎么?样|如何|呢)?(?:什么|啥|何(?![时日人地处])|[？?]|$)"
        r"|(?:定|选|决定|拍板)(?:的|了|下来)?(?:是|要|用)?[^，。？?]{1,16}还是|行不行|可不可以|能不能|[能可]否|可以吗|怎么(?:定|表态|答复)|(?<!会上)(?<!会时)(?<!上面)(?:怎么|咋)说(?:的|呢|法)?(?:$|[？?])|(?:什么|啥)(?:说法|答复|结论|结果|态度)|(?:是|持|给了?)(?:什么|啥)意见|答复(?:是|呢)|如何(?:决定|处理|答复)|作何决定|(?:是否|有没有|是不是)(?:原则)?(?:同意|通过|批准|认可)",
    ),
)
BARE = compiled(rf"{RULED}[？?]")
"""What asks for a verdict at the end of a question that asks nothing else: 什么时候完成？ asks for no verdict."""
SAME = {
    ("money", "figure"), ("share", "figure"), ("span", "figure"), ("span", "day"), ("day", "span"),
    ("unit", "person"), ("unit", "list"), ("person", "list"),
}  # fmt: skip
"""Kinds that one wording asks for: 多少钱 is read as a figure, too."""
INDEFINITE = compiled(
    r"(?:^|(?<=[，,。：:；上里]))(?:那|这)?几(?=[个家位户名][^，,。？?]{1,12}?(?:想|要求|要(?!多少)|打算|申请|提出|反映|嫌|都|联名|不愿|不肯|希望|报)[^，,。？?]*[，,][^。]*"
    r"(?:谁|哪|什么|多少|怎|啥|何|几))"
    r"|(?<=[要想加增招买设建添派装])几(?=[个名位台辆处家条张间套][^，,。？?]*[，,][^，,。？?]*(?:同意|批准?|让|准许?|许|答应|通过|点头|定)[^，,。？?]{0,4}(?:吗|么|没有?|不)[？?]?$)"
)
"""几个标段想…，谁不赞成; 要加几个人…，让加了吗: some of them, no count is asked."""
COMPARING = compiled(
    r"(?:哪[个家条边]|谁|何者|哪一?方)(?:[涨降提减增补拿花给][得了]?)?(?:更|最)?(?:多|少|高|低|长|短|大|小|早|晚|快|贵)"
    r"|(?<=[天号月年少时候][，,])(?:前后|一共|相|又|还)?(?:差|相隔)(?:了|着)?(?:多久|多少|几天|几个月|多长时间)"
)
"""哪家更高, 各是哪天，差了多久 ask for no unit, no span: both are wanted, and the rest follows."""
SEVERAL = compiled(r"哪(?:[两三四五六七八九十]|[2-9]|[1-9][0-9])[个家项名位条件种所户人镇乡村招样步类笔]")
"""Asks for so many by name."""
OF_CHANGE = compiled(r"变化|变动|不同|不一样|区别|差别|差异|出入|调整")
"""能停几个小时，前后有什么变化: both values are wanted, and no list."""
_WH = compiled(
    r"谁|哪|什么|啥|怎|咋|多少|几|多[大高长久宽深重]|为何|如何|何[时人日者]|吗|没有?[？?]?$|是否|有没有|是不是|最[迟晚]|百分之|凭什么"
)
_COMPILED = tuple((kind, compiled(pattern)) for kind, pattern in _ASKED)

_MONEY = compiled(rf"{NUMERAL}{SCALE}(?:美|欧|日|港)?元|{NUMERAL}[万亿](?![人户名亩吨千平方个次件辆头株居群旅游考])")
_SHARE = compiled(
    rf"[0-9][0-9.]*\s*[%％]|百分之{NUMERAL}|{NUMERAL}个百分点|{NUMERAL}倍|[0-9一二三四五六七八九]折|[一二三四五六七八九]成|[0-9一二三四五六七八九]分之"
)
_FIGURE = compiled(
    r"[0-9][0-9,.]*|[一二三四五六七八九十百两]+(?=[个项家人次条名所位宗亩件户批场套台辆座处栋间点票届期年月日天倍成类种级分])|[十百千万亿]{1,2}余?(?=[个家人户])"
)
_DAY = compiled(
    r"(?:[0-9]{4}年)?[0-9一二三四五六七八九十]{1,3}月(?:[0-9一二三四五六七八九十]{1,3}[日号]|底|初|中旬|上旬|下旬|份)?|[0-9]{4}年(?:底|初|内|度|上半年|下半年)?|(?:今|明|后|去|本|当|同|次)[年月]?(?:年底|年内|月底|年|月|日|季度)"
    r"|年底|年内|月底|[上下]半年|[一二三四]季度|春节|国庆|元旦|汛期|开学|清明|端午|中秋|重阳|冬至|立[春夏秋冬]|[封解]冻[前后期]|春[灌耕][前后]|秋[收种][前后]"
    r"|[一-鿿]{2}(?<![目以此日之先提从面生眼当事往空跟])前(?=[，,]?(?:务?必须?|要|应|须|全部|全面|一律)?(?:完成|完工|办结|交付|到位|建成|竣工|投用|迁|拆|装|移|通水|通车))"
    r"|(?<=[开竣完][工幕园业放])前[0-9一二三四五六七八九十]+(?:个?工作日|日|天)"
    r"|尽快|即日起|立即|近期|下次|(?:下|本|这)(?:个?月|周)|[0-9一二三四五六七八九十]+(?:个)?(?:工作日|日|天|周|月|年)(?:之?内|前|后)|每(?:年|月|季度?|周|半年)|[0-9]{1,2}[:：时点][0-9]{0,2}"
    r"|(?:早上?|[上下]午|晚上?|夜里|凌晨|中午)[一二三四五六七八九十两]{1,3}点|(?<=\|)\s*[一-鿿0-9]{2,16}(?:[后前时内]|之日)\s*(?=\|)"
)
_SPAN = compiled(
    rf"{NUMERAL}(?:个半?|余|多)?(?:工作日|天|日(?!前)|周|月|年|小时|分钟|季度|学期)|每(?:年|月|季度?|周|半[年月])|半年|长期|一年|季度"
)
_UNIT = compiled(
    r"(?:[一-鿿]{1,12}?|[一-鿿]{1,8}[”’」\"])(?:局|委员会|委|办公室|办|厅|部|中心|公司|集团|银行|大学|学院|医院|学校|中学|小学|事务所|研究院|研究所|协会|联合会|党委|党组|党工委|支部|政府|[镇乡村县区市]|街道|社区|专班|指挥部|领导小组|科|(?<!查)处|所|站|队|院|厂|行(?![为动业政])"
    r"|[残妇侨文]联|工商联|科协|工会|[学商]会|法院|物业|业委会|居委会|村委会)(?![长员])|物业|交警|消防"
)
_LISTED = compiled(r"、|；|(?:一|二|三)是|和|及|[（(][一二三1-3][）)]|《[^》]*》《")
_REASON = compiled(r"因|由于|鉴于|为了?|考虑到|目前|尚|未|原因|不符|不足|缺|（[^）]{2,12}）")
_VERDICT = compiled(
    r"同意|通过|批准|获[批准]|否决|不予|暂缓|缓议|再议|认可|不作|撤回|退回|再次提请|再行|修改完善|决定|议定|不得|可以|不再|维持|列入"
    r"|未[^，。；]{0,6}(?:一致|定论|结论|表决)|不表决|暂不|待[^，。；]{2,24}(?:后|再)|[不没未](?:作|做|予)?(?:决|定(?![于期点时员编])|拍板)|[等待][^，。；]{2,16}再说|缓一缓|先放"
)
_FOUND: dict[Kind, re.Pattern[str]] = {
    "money": _MONEY,
    "share": _SHARE,
    "figure": _FIGURE,
    "day": _DAY,
    "span": _SPAN,
    "unit": _UNIT,
    "list": _LISTED,
    "reason": _REASON,
    "verdict": _VERDICT,
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """The kind asked for, with the word a count is counted by (户, 公里), and where the question asks (code points).

    `besides` are the kinds that the question asks for as well: 几点亮灯，归谁定.
    """

    kind: Kind
    counted: str | None = None
    start: int = 0
    end: int = 0
    besides: tuple[Kind, ...] = ()


def wanted(question: str) -> Wanted:
    """Tell what kind of thing would answer a folded question.

    >>> wanted("老楼加装电梯要补多少户").counted, wanted("停车费什么时候涨").kind
    ('户', 'day')
    """
    question = question.rstrip("。!！ ").replace("几多", "多少")  # 给出的结论。 asks as 给出的结论 does
    for aside in (COMPARING, INDEFINITE):
        question = aside.sub(lambda match: "，" * len(match.group()), question)
    if several := SEVERAL.search(question):  # 哪4个乡镇: their names, in a list
        return Wanted("list", None, *several.span())
    # 总投资 at the end of key words asks for money; 取消了什么保证金 does not
    spoken = bool(_WH.search(question))
    asked = [
        (kind, match)
        for kind, pattern in _COMPILED
        for match in pattern.finditer(question)
        if (not spoken or (kind == "verdict" and not BARE.fullmatch(match.group())) or _WH.search(match.group()))
        and not _counts(kind, question, match)
    ]
    asked = [pair for index, pair in enumerate(asked) if pair[0] not in [kind for kind, _ in asked[:index]]]
    asked = [pair for pair in asked if not (pair[0] == "list" and OF_CHANGE.match(question, pair[1].end()))]
    if not asked:
        return Wanted("text")
    kind, match = asked[0]
    besides = tuple(other for other, _ in asked[1:] if (kind, other) not in SAME)
    if kind == "figure" and (people := PEOPLE.search(question)):
        return Wanted("figure", "床位" if LODGED.search(question) else "人", *people.span(), besides)
    if kind == "figure" and (named := COUNT_NAMED.fullmatch(match.group())):
        return Wanted("figure", named["unit"], *match.span(), besides)
    if kind == "figure" and OF_MONEY.search(question[: match.start()]):
        return Wanted("money", None, *match.span(), besides)
    if kind in ("figure", "span") and (unit := UNIT_ASKED.search(question) or MEASURED.search(question)):
        counted = "票" if unit["unit"] in PERSONS and VOTED.search(question) else unit["unit"]
        counted = "车位" if counted == "辆" and PARKED.search(question) else counted
        return Wanted("figure", counted, *unit.span(), besides)
    return Wanted(kind, None, *match.span(), besides)


A_SHARE = compiled(r"的?(?:比例|百分比|成(?!本))")
"""掏多少比例的钱 asks for a share."""
OF_THINGS = compiled(
    r"(?!救急|应急|周转|过[日年]|糊口|养老|看病)(?![的了呢啊吧才合]|[一-鿿]{0,3}(?:费|款|钱|金|补贴|奖励)|[亿万百千]*(?:美|欧|日|港)?元|块?钱|资|经费|费|投|预算|补|奖|税|款|股|利|租|息|押金|保证|赔|津贴|工钱|罚)[一-鿿]{2}"
)
"""移交多少线索 counts, and asks for no money."""


def _counts(kind: Kind, question: str, match: re.Match[str]) -> bool:
    """Tell whether what reads as an amount of money is a count: 要补多少户, but 要补多少."""
    much = kind == "money" and match.group().endswith("多少")
    end = match.end()
    return much and bool(
        A_SHARE.match(question, end) or UNIT_ASKED.match(question, end - 2) or OF_THINGS.match(question, end)
    )


def holds(one: Wanted, text: str) -> bool:
    """Tell whether a folded text holds what is wanted; `find` tells where."""
    return any(True for _ in find(one, text))


def find(one: Wanted, text: str) -> Iterator[tuple[int, int]]:
    """Yield where a folded text holds what is wanted; nothing for a kind that any wording may answer.

    >>> text = "支持62户居民，每户补助0.5万元"
    >>> [text[slice(*place)] for place in find(Wanted("money"), text)]
    ['0.5万元']
    >>> [text[slice(*place)] for place in find(Wanted("figure", "户"), text)]
    ['62户']
    """
    for kind in one.besides:
        if kind in _FOUND:
            yield from (match.span() for match in _FOUND[kind].finditer(text))
    if one.counted:
        numeral = rf"(?:{NUMERAL}{SCALE}{ROMAN.get(one.counted, '')})"
        pattern = re.compile(rf"{numeral}{ALIKE.get(one.counted, re.escape(one.counted))}{NO_TIME}")
        yield from (match.span() for match in pattern.finditer(text))
    elif one.kind in _FOUND:
        yield from (match.span() for match in _FOUND[one.kind].finditer(text))
