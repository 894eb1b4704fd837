"""What is to be done, by its verb: a statement may not have somebody draw up what its source has them supervise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.generation.checking.reading.fold import flat, without_titles
from pipeline.generation.checking.reading.source import Problem, Source
from pipeline.generation.checking.reading.speech import cut
from pipeline.generation.checking.reading.unit_runs import units

# A line is one deed in several words; what stands behind the bar tells the same where a source has it.
_DEEDS = """
监督 督促 督导 监管 督办 督查 跟踪督办 | 监理 盯 督
检查 巡查 抽查 检验 查验 巡检 | 查看 察看 自查 督查
审核 审查 核定 审定 审批 核准 复核 初审 | 把关 批准 审议 会审 审
验收 | 查验
指导 | 辅导 帮扶
汇总 | 归总 统计 梳理
起草 草拟 拟订 拟定 制定 制订 编制 出台 | 拿出 定出 研究提出 提出 做出 编 拟 制
修订 | 修改 改
申报 | 上报 报 报请
评审 评估 评定 认定 | 论证 评 定
公示 公布 公告 公开 发布 | 登 发 张贴 上墙
印发 下发 | 发 出台
宣传 | 宣讲
培训 | 轮训 训 讲座
考核 考评 | 评价 评比 考
追责 问责 | 责任 处理
处罚 罚款 | 罚 查处
约谈 | 谈
拨付 划拨 拨款 下拨 支付 | 拨 付 列支 安排
筹措 筹集 自筹 | 筹 解决 承担
出资 垫付 垫资 | 出 承担 拿 垫
补贴 补助 奖补 | 补
减免 减征 | 减 免
征收 征用 征地 | 征
收储 | 收
出让 拍卖 挂牌 | 让 拍
招标 | 招 采购 比选
采购 购置 购买 | 买 购
租赁 出租 承租 | 租
收购 | 购 并购
转让 | 转 让
移交 交接 | 交
接收 接管 | 接
运营 经营 营运 | 运行 运管 营
维护 养护 维修 维保 管护 | 修 护 维 管
施工 | 建 修 工程
拆除 拆迁 | 拆
搬迁 迁移 腾退 | 搬 迁
安置 | 安顿 住
改造 | 改 整修
扩建 | 扩
新建 | 建
勘察 勘查 | 勘
设计 | 规划 图
监测 检测 监控 | 测 监
排查 摸排 摸底 | 查 摸
整治 整改 治理 | 整 治 改
受理 | 接
调查 | 查 调研
处置 | 处理
救助 | 帮 助 救
核查 核实 核对 | 核 查
备案 | 报备
立项 | 审批
启动 | 开始 开展 开工 动工 试
停止 停用 | 停 不再 禁 暂停 废止 作废
暂停 | 停 暂
终止 | 停 中止 不再
取消 | 不再 撤 去掉 废止 删
恢复 | 复 重启
延长 | 延 顺延 续
缩短 | 压缩 减 短
合并 | 并
撤销 | 撤 取消
设立 成立 组建 | 设 建 立
关闭 关停 | 关 闭 停
开通 | 通 开 启动
续签 | 续
解除 | 解约 终止
竣工 完工 | 建成 完成 工
赔偿 赔付 | 赔
补偿 | 补
起诉 诉讼 | 诉 法院 司法
追缴 追回 | 追 缴 收回
任命 聘任 | 任 聘
免去 免除 | 免
推荐 | 推选 荐
表彰 奖励 嘉奖 | 奖 表扬
组织实施 实施 | 执行 落实 推进 推行 推广 推动 开展 办 做 施行 建 施工 完成 启动 试 组织 整治 抓
"""


def _groups() -> dict[str, tuple[str, ...]]:
    """Return for each verb what tells the same: the verbs of its line, and what stands behind the bar."""
    found: dict[str, tuple[str, ...]] = {}
    for line in _DEEDS.strip().splitlines():
        verbs, _, others = line.partition("|")
        found |= dict.fromkeys(verbs.split(), (*verbs.split(), *others.split()))
    return found


_TELLS = _groups()


def deed_problems(clause: str, source: Source) -> Iterator[Problem]:
    """Yield each verb of a duty in a folded clause that its source has neither so nor in other words.

    >>> source = Source("总务科对菜品质量进行监督。", "")
    >>> [problem.text for problem in deed_problems("菜品质量由总务科制定", source)]
    ['制定']
    >>> list(deed_problems("总务科督促菜品质量", source))
    []
    """
    text = flat(without_titles(clause))
    for name in sorted(units(text), key=len, reverse=True):
        text = text.replace(name, "_")  # 市场监督管理局 supervises nothing by its name
    for run in re.findall(r"[\u4e00-\u9fff]+", text):
        for word in cut(run):
            if word in _TELLS and not any(other in source.words for other in _TELLS[word]):
                yield Problem("deed", word, f"出处中没有“{word}”")
