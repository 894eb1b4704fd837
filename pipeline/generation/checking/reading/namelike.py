"""Tells a name from a common word that looks like one: 形成自评, 占年度任务 and 白天 name nobody."""

from __future__ import annotations

import re

from pipeline.documents.duties.names import FULL_ROLE, is_name
from pipeline.generation.checking.reading.speech import cut, is_ordinary, kind_of
from pipeline.patterns import compiled

_WORDS = frozenset(
    re.findall(
        r"\S+",
        """
    董事 监事 党纪 党建 党群 党员 党务 党风 时内 日内 月内 年内 期内
    广场 付费 纪要
    方案 文件 方面 安全 项目 时间 常委 常务 常态 程序 成员 成立 成果 成效 计划 管理 经济 明确 通过 应当 应该 路径
    车辆 农村 农业 金融 金额 高质 高新 高度 高效 任务 任何 单独 支持 支出 支部 平台 平均 公安 公开 公共 公司 海关
    和谐 全市 全体 全面 全部 全县 全区 全省 全年 何时 何人 何种 时限 时候 万元 华侨 商务 相关 相应 国有 国家 国资
    文化 文旅 文物 宣传 边界 水利 水务 水平 水质 路线 关于 关键 党委 党组 政协 经费 经营 严格 利用 利益 温度 元旦
    今年 明年 去年 次年 来年
    白天 景区 曲线 项下 项议题 强化 丰富 满足 满意 练习 充分 能力 能够 池塘 云计算 东部 西部 南部 北部 和市 和县
    包保 包抓 包段 包案 包联 包片 包干 班子 公告 平台
    党政 广泛 居民 解决 解释 宁可 连续 从事 从严 谈话 包括 包含 查处 查看 查询 巡察 卫生 卫健 马上 于会 向市 向会
    江苏 浙江 广东 山东 山西 河北 河南 湖南 湖北 安徽 江西 云南 贵州 海南 甘肃 宁夏 吉林 史料 柏油 童年 石油 石化
    负责 牵头 配合 协助 那些 这些 文保 文物 旧账 申报 后来 本来 向来 从来 以来 往来 到来 将来 近来
    盛大 利率 安置 安排 安监 向上 席位 施工 施行 易地 时期 时任 司法 凌晨 牛羊 鲁班 相互 干部 干事 干警 师资 师生
    冷链 暴雨 储备 原则 原因 原有 印发 双方 双重 过程 过去 过渡 占比 占用 终止 终身 步骤 步伐 通知 通报 通告 空间
    空气 空置 丰收 关注 关心 关系 曾经 养老 养护 代表 代建 代理 后续 后期 督办 督查 督导 督促 信息 信访 信用 容量
    危险 危房 权益 权限 权力 位于 要求 要点 问题 令牌 海事 花园 桥梁 台办 台商
    原单 原有 原来 原定 原计 现有 后由 来自 纪检 公示 医疗 查室 党校 高管 方式 支队 责任 主体
    部门 单位 人员 同志 领导 单中 单内 区镇 区级 区内 区委 区政 市区
    """,
    )
)
# 河长制, 智慧河长平台, 路长1200米: no post
NO_POST = compiled(r"[河湖林田路段坝渠]长(?=制|办|平台|系统|机制|工作|度|[约近共达仅为]{0,2}\d)")
_WEEKDAY = compiled("周[一二三四五六日末]")
_NOT_IN_NAMES = frozenset("谁哪区县镇室处的了是为于等及将由请被与其所该此局委办厅署位但还则拟未各暂")
_AFTER_NOUNS = frozenset("有无为在可能已均都须应需")
_WHEN_DONE = frozenset("时后前中内来")
_LAST_OF_NONE = frozenset("从要旁站事屋")  # 钱|从预备费出, 驾驶员都要, 续包一事
_BEHIND_NAMES = frozenset("获当任为则也又将要就被把从给")
_NOBODYS = frozenset("他她它")
_VERBS = frozenset("占于从向都过")  # surnames that are verbs before a noun


def is_person(text: str, *, posted: bool = False) -> bool:
    """Tell whether a text can be a name and is no common word.

    Behind a post (`posted`) a word of the language may be a name: 局长文静. Elsewhere it is what it says: 高标准农田.

    >>> is_person("农田"), is_person("文静"), is_person("文静", posted=True)
    (False, False, True)
    """
    if not posted and kind_of(text):
        return False
    parts = {text, text[:2], text[-2:]}
    letters = set(text[2:] if text.startswith(("淳于", "单于", "鲜于")) else text)
    if len(text) == 3 and (kind_of(text[1:]) == "f" or (text[0] in _VERBS and kind_of(text[1:]))):
        return False  # 为何暂缓, 占年度任务
    if len(text) == 3 and text[2] in _WHEN_DONE and kind_of(text[:2]) in ("v", "n"):
        return False  # 申报时主持, 来维护
    if _WEEKDAY.match(text):
        return False  # 周四搞
    if text.endswith("而"):
        return False  # 任该院顾问而回避
    if text[-1:] in _LAST_OF_NONE or is_ordinary(text):
        return False
    return is_name(text) and not _NOT_IN_NAMES & letters and not parts & _WORDS


def runs_over(reading: str, words: str) -> bool:
    """Tell whether a reading is a name that a text has, and the word behind it: 甲明获 of 甲明获聘.

    >>> runs_over("周明获", "聘任周明为主任"), runs_over("周明远", "聘任周明为主任")
    (True, False)
    """
    return len(reading) > 2 and reading[-1] in _BEHIND_NAMES and reading[:-1] in words and is_name(reading[:-1])


def is_torn(clause: str, reading: str, words: str) -> bool:
    """Tell whether a reading is made of a word that a text has, too, and of what stands beside it: 资金|尚未, 隐患|则.

    >>> is_torn("所需资金尚未到位", "金尚", "专项资金未下达"), is_torn("局长金尚汇报", "金尚", "专项资金未下达")
    (True, False)
    """
    place = clause.find(reading)
    across = clause[place - 1 : place + 1] if place > 0 else ""
    word = next((word for word in (across, reading[:2]) if len(word) > 1 and kind_of(word) and word in words), "")
    posted = FULL_ROLE.match(clause, place + len(reading)) is not None
    called = reading[0] in _BEHIND_NAMES and reading[1:] in words and (posted or kind_of(reading[1:]))
    called = bool(called)  # 任|驻村第一书记
    return called or reading[0] in _NOBODYS or (bool(word) and (word == across or len(reading) > len(word)))


def of_words(run: str, reading: str) -> bool:
    """Tell whether a reading at the end of a run begins within a verb, or within words that have all its letters."""
    if reading[0] == "和" and len(run) > len(reading) + 1:  # 科教科要和法务专员
        return True
    words = cut(run[-8:])
    place = len("".join(words)) - len(reading)
    end = 0
    for word in words:
        start, end = end, end + len(word)
        if start < place < end and kind_of(word) in ("v", "f"):
            return True
        if start < place < end and len(word) > 1 and run[-8:][end:] in _AFTER_NOUNS:  # 标的公司有
            return True
        if end > place and len(word) == 1:
            return False
        if start == place:
            return False
    return True
