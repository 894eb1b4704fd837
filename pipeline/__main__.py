"""The command line `jiyao`: reads the arguments, calls one command, turns errors into one line and an exit code."""

from __future__ import annotations

import argparse
import io
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from pipeline import commands, users
from pipeline.accounts import ROLES
from pipeline.errors import JiyaoError
from pipeline.restoring import restore

DONE, IN_PART, FAILED, INTERRUPTED, NOBODY_READS = 0, 1, 2, 130, 141

# What argparse says in English about wrong arguments, and how it is said here.
_ARGPARSE_MESSAGES = (
    (r"the following arguments are required: (.+)", r"缺少参数 \1"),
    (r"unrecognized arguments: (.+)", r"不认识的参数 \1"),
    (r"argument (.+): expected (?:one|at least one) argument", r"参数 \1 后面缺少值"),
    (r"argument (.+): invalid choice: (.+?) \(choose from (.+)\)", r"参数 \1 的值 \2 无效，可选：\3"),
    (r"argument (.+): invalid meeting value: (.+)", r"参数 \1 的值 \2 应为会议的次数，如 50、第50次"),
    (r"argument (.+): invalid \w+ value: (.+)", r"参数 \1 的值 \2 应为正整数"),
    (r"argument (.+): not allowed with argument (.+)", r"参数 \1 与 \2 不能同时使用"),
)


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaint is one line on standard error, with exit code 2."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments and where the usage stands."""
        for english, chinese in _ARGPARSE_MESSAGES:
            message = re.sub(f"^{english}$", chinese, message, flags=re.DOTALL)
        self.exit(FAILED, f"{message}。用法见：{self.prog} --help\n")


class _Version(argparse.Action):
    """Print the installed version; it is looked up only when asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any, **__: Any) -> NoReturn:
        from importlib.metadata import version

        sys.stdout.write(f"jiyao {version('jiyao')}\n")
        parser.exit()


def _natural(text: str) -> int:
    """Read a whole number of at least one."""
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def _meeting(text: str) -> int:
    """Read which meeting is meant: 50, 第50次, 第五十次常务会议."""
    from pipeline.retrieval.mentions import ordinal

    named = re.fullmatch(r"第?([\d〇零一二两三四五六七八九十百]{1,6})(?:次|届|期)?[^\d]{0,10}", _text(text).strip())
    number = ordinal(named[1]) if named else None
    if not number:
        raise argparse.ArgumentTypeError(f"invalid meeting value: {text!r}")
    return number


def _style(text: str) -> str:
    """Read the style of a draft by its name in either language."""
    from pipeline.generation.wording import STYLE_NAMES, style_of

    style = style_of(_text(text).strip())
    if style is None:
        legal = "、".join(f"{word}（{one}）" for one, word in STYLE_NAMES.items())
        raise argparse.ArgumentTypeError(f"invalid choice: {text!r} (choose from {legal})")
    return style


def _text(argument: str) -> str:
    """Read an argument as UTF-8 where the locale knows only ASCII and left its bytes as they were."""
    try:
        return argument.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    except UnicodeEncodeError:
        return argument


def build_parser() -> Parser:
    """Return the parser of the whole command line; `run` of its result is the function of `commands` to call."""
    everywhere = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    everywhere.add_argument("--home", metavar="DIR", type=Path, help="库所在文件夹（默认 $JIYAO_HOME，否则 ~/.jiyao）")
    everywhere.add_argument("--language", choices=("zh", "en"), help="输出语言")
    everywhere.add_argument("--today", metavar="DATE", help="“去年”“年底”从哪一天算起（默认今天）")
    parser = Parser(
        prog="jiyao", description="纪要：对会议纪要提问、摘要、列出议定事项，每句话都有原文为证。", parents=[everywhere]
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="版本")
    parser.set_defaults(run=None)
    rooms = parser.add_subparsers(title="命令", metavar="COMMAND", parser_class=Parser)

    def command(name: str, summary: str, run: commands.Command, *, json: bool = True) -> Parser:
        made: Parser = rooms.add_parser(name, help=summary, description=summary, parents=[everywhere])
        made.set_defaults(run=run)
        if json:
            made.add_argument("--json", action="store_true", help="在标准输出打印一个 JSON 值")
        return made

    _library_commands(command)
    _question_commands(command)
    _draft_commands(command)
    serve = command("serve", "打开网页界面", commands.serve, json=False)
    serve.add_argument("--host", default="127.0.0.1", help="监听地址（默认 %(default)s，只限本机）")
    serve.add_argument("--port", type=_natural, default=7860, help="端口（默认 %(default)s）")
    serve.add_argument(
        "--auth-file", metavar="F", type=Path, help="账户文件（用 jiyao users add 用户名 --auth-file F 添加）"
    )
    _account_commands(command)
    command("doctor", "检查设置、编码器、模型和库", commands.doctor)
    return parser


def _library_commands(command: Any) -> None:
    """Add the commands that read documents and keep the library."""
    ingest = command("ingest", "把文件和文件夹读入库", commands.ingest)
    ingest.add_argument("paths", nargs="+", metavar="PATH", type=Path)
    parse = command("parse", "只分析结构，不入库", commands.parse)
    parse.add_argument("file", metavar="FILE", type=Path)
    _add_filters(command("list", "列出库中的文件", commands.list_entries))
    show = command("show", "显示一份文件的结构或原文", commands.show)
    show.add_argument("document_id", metavar="ID", type=_text)
    show.add_argument("--text", action="store_true", help="原样打印全文")
    remove = command("remove", "从库中移除文件", commands.remove)
    remove.add_argument("document_ids", nargs="+", metavar="ID", type=_text)
    remove.add_argument("--forever", action="store_true", help="彻底删除，不留在回收站（默认保留 30 天）")
    bringing = command("restore", "恢复移除的文件；不写编号则列出可以恢复的", restore)
    bringing.add_argument("document_ids", nargs="*", metavar="ID", type=_text)
    command("rebuild", "由目录重建全部索引", commands.rebuild)


def _question_commands(command: Any) -> None:
    """Add the commands that answer: search and ask, single or by the batch."""
    search = command("search", "检索段落", commands.search)
    search.add_argument("question", nargs="?", metavar="QUERY", type=_text)
    search.add_argument("-k", type=_natural, default=5, metavar="N", help="给出几段（默认 %(default)s）")
    ask = command("ask", "提问", commands.ask)
    ask.add_argument("question", nargs="?", metavar="QUESTION", type=_text)
    ask.add_argument(
        "--history", action="append", default=[], metavar="TEXT", type=_text, help="此前的提问，可重复，先问的在前"
    )
    for asking in (search, ask):
        asking.add_argument("--batch", metavar="FILE.jsonl", type=Path, help="每行一个问题的文件；- 为标准输入")
        _add_filters(asking)


def _draft_commands(command: Any) -> None:
    """Add the commands that write: summaries and the ledger."""
    summarize = command("summarize", "逐份起草摘要", commands.summarize)
    summarize.add_argument("document_ids", nargs="*", metavar="ID", type=_text)
    summarize.add_argument("--all", action="store_true", help="库中全部文件")
    summarize.add_argument("--topic", metavar="TEXT", help="一事一档：一件事在各次会议上的来龙去脉")
    summarize.add_argument(
        "--style",
        metavar="文体",
        type=_style,
        default="full",
        help="简要、完整（默认）或任务清单；也可写 brief、full、tasks",
    )
    summarize.add_argument("--out", metavar="DIR", type=Path, required=True, help="写到哪个文件夹")
    summarize.add_argument("--format", default="md", metavar="md,docx,json", help="默认 %(default)s")
    summarize.add_argument("--jobs", type=_natural, default=1, metavar="N", help="同时处理几份（默认 %(default)s）")
    summarize.add_argument("--max-calls", type=_natural, metavar="N", help="最多调用模型几次，含失败的")
    summarize.add_argument("--rate", type=_natural, metavar="N", help="每分钟最多调用模型几次")
    ledger = command("ledger", "议定事项台账", commands.ledger, json=False)
    ledger.add_argument("action", nargs="?", choices=commands.SIGNING, help="确认、更正、撤回或查看若干行的签认")
    ledger.add_argument("rows", nargs="*", metavar="ROW", type=_text, help="行号，见台账第一列")
    signing = ledger.add_argument_group("签认")
    signing.add_argument("--by", metavar="姓名", type=_text, help="由谁签认（默认当前账户）")
    signing.add_argument(
        "--field", action="append", default=[], metavar="栏目", type=_text, help="哪一栏，可重复；不写即全部"
    )
    signing.add_argument("--value", metavar="内容", type=_text, help="更正为什么；空即未载明")
    signing.add_argument("--set", action="append", default=[], metavar="栏目=内容", type=_text, help="更正，可重复")
    ledger.add_argument(
        "--format",
        choices=("table", "json", "csv", "xlsx", "md", "docx", "ics"),
        help="默认依 --out 的扩展名，否则 table；docx 为任务分解表，ics 为时限日历",
    )
    ledger.add_argument("--due-by", metavar="DATE", help="时限不晚于，如 2020-06-30、2020-06")
    ledger.add_argument("--no-deadline", action="store_true", help="只列没有写明时限的")
    ledger.add_argument("--notice", action="store_true", help="按牵头单位写督办通知单（DOCX），写进 --out 文件夹")
    ledger.add_argument("--json", action="store_const", const="json", dest="format", help="同 --format json")
    ledger.add_argument("--out", metavar="FILE", type=Path, help="写入文件而不是打印")
    _add_filters(ledger)


def _account_commands(command: Any) -> None:
    """Add the command that says who may sign in to the chat."""
    people = command("users", "谁可以登录网页界面", users.users)
    people.add_argument("action", choices=users.ACTIONS, help="添加或改口令、列出、移除用户；制作、作废令牌")
    people.add_argument("name", nargs="?", metavar="用户名", type=_text)
    people.add_argument("--auth-file", metavar="F", type=Path, required=True, help="账户文件，没有就新建")
    people.add_argument("--role", choices=ROLES, help="读者、编辑或管理员（默认 reader）")
    people.add_argument("--label", default="token", metavar="令牌名", type=_text, help="默认 %(default)s")


def _add_filters(parser: argparse.ArgumentParser) -> None:
    """Add the filters that narrow the documents looked through."""
    filters = parser.add_argument_group("筛选")
    filters.add_argument("--document", metavar="ID", type=_text, help="文件编号、文件名或发文字号")
    filters.add_argument("--number", metavar="发文字号", type=_text, help="如 昆政纪〔2017〕4号")
    filters.add_argument("--meeting", type=_meeting, metavar="N", help="第几次会议，如 50、第50次")
    filters.add_argument(
        "--from", dest="from_date", metavar="DATE", help="会议日期不早于，如 2017-05-24、2017-05 或 2017"
    )
    filters.add_argument("--to", dest="to_date", metavar="DATE", help="会议日期不晚于")
    filters.add_argument("--unit", metavar="单位", type=_text, help="如 市财政局")
    filters.add_argument(
        "--kind", metavar="种类", help="如 会议纪要、会议决议、整改通报，见 jiyao list；也可写 minutes 等"
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 done in part, 2 nothing done."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # whatever the locale is, and never a crash over half a character
            stream.reconfigure(
                encoding="utf-8", errors="surrogateescape" if stream is sys.stdin else "backslashreplace"
            )
    if os.environ.get("JIYAO_DEBUG"):
        import logging

        logging.basicConfig()
        logging.getLogger("pipeline").setLevel(logging.DEBUG)
    parser = build_parser()
    arguments = parser.parse_args(argv)
    if arguments.run is None:
        parser.print_help(sys.stderr)
        return FAILED
    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except JiyaoError as error:
        return _complain(str(error), FAILED)
    except KeyboardInterrupt:
        return _complain("已中断。", INTERRUPTED)
    except BrokenPipeError:  # `jiyao list | head -1`: the reader has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOBODY_READS
    except Exception as error:  # the outermost door: said in one line, shown whole on request
        if os.environ.get("JIYAO_DEBUG"):
            raise
        said = " ".join(str(error).split()) or "没有说明"
        return _complain(f"程序出错（{type(error).__name__}：{said}）。设 JIYAO_DEBUG=1 再运行可看详情。", FAILED)
    return code


def _complain(line: str, code: int) -> int:
    """Say one line on standard error and return the exit code."""
    sys.stderr.write(f"{line}\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
