"""The commands of `jiyao`: each asks the assistant once and writes what it says, for a person or as JSON."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from pipeline.batch import answer_lines
from pipeline.errors import BadRequest, MissingFile
from pipeline.progress import Progress

if TYPE_CHECKING:
    from pipeline.assistant import Assistant
    from pipeline.retrieval.catalogue import Entry, Filters

Command = Callable[[argparse.Namespace], int]
DONE, IN_PART, FAILED = 0, 1, 2
SIGNING = ("confirm", "correct", "undo", "lost")
"""What `jiyao ledger` does beside listing: sign, correct, take back, list the signatures without a decision."""


def ingest(arguments: argparse.Namespace) -> int:
    """Read files and folders into the library; one bad file never stops the rest."""
    with Progress("入库") as step:
        report = _assistant(arguments).ingest(arguments.paths, on_progress=step)
    said = [f"新增 {len(report.added)}，更新 {len(report.replaced)}，未变 {len(report.unchanged)}"]
    said += [f"与 {entry.document_id} 内容相同，不再存一份：{entry.file}" for entry in report.duplicates]
    _write(arguments, report.to_json(), lambda: "\n".join(said) if report.done else "")
    return _code(report.done, [f"{failure.file}：{failure.reason}" for failure in report.failed])


def parse(arguments: argparse.Namespace) -> int:
    """Show the structure of a file without storing anything."""
    from pipeline.generation.render import tree

    document = _assistant(arguments).parse(arguments.file)
    _write(arguments, document.to_json(), lambda: tree(document))
    return DONE


def list_entries(arguments: argparse.Namespace) -> int:
    """List the documents of the library."""
    from pipeline.generation.render import entries_table

    entries = _assistant(arguments).entries(_filters(arguments))
    if not entries:
        sys.stderr.write("没有文件。用 jiyao ingest 文件夹 入库。\n")
    _write(arguments, [_entry_json(entry) for entry in entries], lambda: entries_table(entries) if entries else "")
    return DONE


def show(arguments: argparse.Namespace) -> int:
    """Show one document of the library: its structure, or its text as it is."""
    from pipeline.generation.render import tree

    entry, document = _assistant(arguments).show(arguments.document_id)
    if arguments.text and not arguments.json:
        sys.stdout.write(document.text)  # nothing added: offsets are counted in exactly this
        return DONE
    text = {"text": document.text} if arguments.text else {}
    _write(arguments, {"document_id": entry.document_id, **document.to_json(), **text}, lambda: tree(document))
    return DONE


def remove(arguments: argparse.Namespace) -> int:
    """Remove documents, into the bin or for good; an unknown one never stops the rest."""
    report = _assistant(arguments).remove(arguments.document_ids, forever=arguments.forever)
    _write(arguments, report.to_json(), lambda: f"已移除：{'、'.join(report.removed)}" if report.removed else "")
    return _code(len(report.removed), [failure.reason for failure in report.failed])


def rebuild(arguments: argparse.Namespace) -> int:
    """Make the search indexes anew from the catalogue."""
    with Progress("重建") as step:
        documents = _assistant(arguments).rebuild(on_progress=step)
    _write(arguments, {"documents": documents}, lambda: f"已由目录重建 {documents} 份文件的索引。")
    return DONE


def search(arguments: argparse.Namespace) -> int:
    """Find passages, for one query or for each line of a batch."""
    from pipeline.generation.render import hits_text

    assistant, filters = _assistant(arguments), _filters(arguments)
    if _is_batch(arguments):

        def found(question: str, history: tuple[str, ...]) -> dict[str, Any]:
            hits = assistant.search(question, k=arguments.k, filters=filters, history=history)
            return {"hits": [hit.to_json() for hit in hits]}

        return _code(*answer_lines(arguments.batch, found))
    hits = assistant.search(arguments.question, k=arguments.k, filters=filters)
    _write(arguments, [hit.to_json() for hit in hits], lambda: hits_text(hits))
    return DONE


def ask(arguments: argparse.Namespace) -> int:
    """Answer one question, or each line of a batch."""
    from pipeline.generation.render import answer_text

    assistant, filters = _assistant(arguments), _filters(arguments)
    if _is_batch(arguments):
        if arguments.history:
            raise BadRequest("--history 不能与 --batch 同用", instead="请写在每行的 history 里")

        def answered(question: str, history: tuple[str, ...]) -> dict[str, Any]:
            return assistant.ask(question, history=history, filters=filters).to_json()

        return _code(*answer_lines(arguments.batch, answered))
    answer = assistant.ask(arguments.question, history=arguments.history, filters=filters).to_json()
    _write(arguments, answer, lambda: answer_text(answer))
    return DONE


def summarize(arguments: argparse.Namespace) -> int:
    """Draft summaries into a folder, one file per document, style and format; what is there already is left alone."""
    from pipeline.generation.exports import SUMMARY_FORMATS

    formats = [name.strip() for name in arguments.format.split(",") if name.strip()]
    if not formats or not set(formats) <= {*SUMMARY_FORMATS}:
        raise BadRequest(f"--format {arguments.format} 无效", instead=f"可选：{'、'.join(SUMMARY_FORMATS)}，用逗号隔开")
    if arguments.topic is not None:
        return _dossier(arguments, formats)
    if arguments.all == bool(arguments.document_ids):
        raise BadRequest("要摘要哪些文件没有说清", instead="请给出文件编号，或只用 --all")
    with Progress("摘要") as step:
        report = _assistant(arguments).draft(
            None if arguments.all else arguments.document_ids,
            style=arguments.style,
            out=arguments.out,
            formats=formats,
            jobs=arguments.jobs,
            max_calls=arguments.max_calls,
            per_minute=arguments.rate,
            on_progress=step,
        )
    counts = [f"写成 {len(report.written)} 份", f"已有 {len(report.skipped)} 份"]
    counts += [f"失败 {len(report.failed)} 份"] if report.failed else []
    counts += [f"调用模型 {report.calls} 次"] if report.calls else []
    _write(arguments, report.to_json(), lambda: f"{'，'.join(counts)}，见 {arguments.out}")
    reasons: dict[str, list[str]] = {}  # where a limit was reached, hundreds fail for the same
    for failure in report.failed:
        reasons.setdefault(failure.reason, []).append(failure.file)
    return _code(report.done, [f"{'、'.join(files)}：{reason}" for reason, files in reasons.items()])


def _dossier(arguments: argparse.Namespace, formats: Sequence[str]) -> int:
    """Draft one matter through several meetings."""
    from pipeline.dossiers import write

    summary = _assistant(arguments).topic(arguments.topic, arguments.document_ids or None, style=arguments.style)
    written = write(summary, out=arguments.out, formats=formats)
    said = f"写成 {'、'.join(written)}，见 {arguments.out}。{summary.notice or ''}"
    _write(arguments, {"written": written, "document_ids": list(summary.document_ids)}, lambda: said)
    return DONE


def ledger(arguments: argparse.Namespace) -> int:
    """Print the decisions, one row each, or write them to a file; or sign rows."""
    if arguments.action:
        return _sign(arguments)
    if arguments.rows or arguments.by or arguments.field or arguments.set or arguments.value is not None:
        raise BadRequest("没有说清要怎样签认", instead=f"请写 jiyao ledger {'|'.join(SIGNING)} 行号")
    from pipeline.filing import told_format
    from pipeline.ledgering import Due

    format = told_format(arguments.format, None if arguments.notice else arguments.out)
    due = Due(by=arguments.due_by, stated=False if arguments.no_deadline else None)
    files = _assistant(arguments).ledger_files(_filters(arguments), due=due)
    if arguments.notice:
        if arguments.out is None:
            raise BadRequest("督办通知单要写进文件夹", instead="请加 --out DIR")
        names = files.write_notices(arguments.out, unit=arguments.unit)
        arguments.json = format == "json"
        _write(arguments, {"written": names}, lambda: f"写成督办通知单 {len(names)} 份，见 {arguments.out}")
    elif arguments.out is None:
        text = files.text(format=format)
        sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
    else:
        files.write(arguments.out, format=format)
        sys.stderr.write(f"写成 {arguments.out}，共 {len(files.rows)} 条。\n")
    return DONE


def _sign(arguments: argparse.Namespace) -> int:
    """Confirm, correct or take back cells of rows, or tell who signed them."""
    from pipeline.ledgering import lost_words, signoff_json

    decisions, arguments.json = _assistant(arguments).decisions, arguments.format == "json"
    if arguments.action == "lost":
        lost = decisions.lost()
        _write(arguments, signoff_json(lost), lambda: "\n".join(lost_words(lost)) or "所有签认都有对应的决定。")
        return DONE
    if not arguments.rows:
        raise BadRequest("没有写明行号", instead="行号见 jiyao ledger 的第一列")
    if arguments.action == "confirm":
        report, done = decisions.confirm(arguments.rows, fields=arguments.field, by=arguments.by), "已确认"
    elif arguments.action == "undo":
        report, done = decisions.undo(arguments.rows, fields=arguments.field, by=arguments.by), "已撤回"
    else:
        report, done = decisions.correct(arguments.rows, values=_corrections(arguments), by=arguments.by), "已更正"
    said = f"{done} {report.cells} 处，涉及 {len(report.rows)} 行：{'、'.join(row.row for row in report.rows)}"
    _write(arguments, report.to_json(), lambda: said)
    return DONE


def _corrections(arguments: argparse.Namespace) -> dict[str, str]:
    """Return the cells that are to be corrected, each with what it shall hold."""
    given = {}
    for setting in arguments.set:
        name, equals, value = setting.replace("＝", "=", 1).partition("=")
        if not equals:
            raise BadRequest(f"“{setting}”没有写成 栏目=内容", instead="例如 --set 牵头单位=市财政局")
        given[name.strip()] = value
    if (arguments.value is None) != (not arguments.field) or len(arguments.field) > 1:
        raise BadRequest("--field 与 --value 应各写一次", instead="一次更正几栏请用 --set 栏目=内容，可重复")
    if arguments.value is not None:
        given[arguments.field[0]] = arguments.value
    return given


def serve(arguments: argparse.Namespace) -> int:
    """Start the chat as a program of its own, with the same settings."""
    import subprocess

    from pipeline.config import ROOT

    app = ROOT / "app.py"
    if not app.is_file():
        raise MissingFile(str(app))
    settings = _assistant(arguments).settings
    known = {"JIYAO_HOME": settings.home.absolute(), "JIYAO_LANGUAGE": settings.language}
    if getattr(arguments, "today", None):
        known["JIYAO_TODAY"] = arguments.today
    environment = {**os.environ, **{name: str(value) for name, value in known.items()}}
    command = [sys.executable, str(app), "--host", arguments.host, "--port", str(arguments.port)]
    command += ["--auth-file", str(arguments.auth_file)] if arguments.auth_file else []
    if os.name == "posix":  # the same process: signals reach the chat itself
        os.execve(sys.executable, command, environment)
    return subprocess.call(command, env=environment)


def doctor(arguments: argparse.Namespace) -> int:
    """Check everything that answers rest on, and say how to mend what is wrong."""
    report = _assistant(arguments).doctor()
    _write(arguments, report.to_json(), lambda: report.text)
    return DONE if report.ok else IN_PART


def _assistant(arguments: argparse.Namespace) -> Assistant:
    """Read the settings and return the assistant; what the arguments name goes before the environment."""
    from pipeline.assistant import Assistant
    from pipeline.config import load_settings

    given = {name: getattr(arguments, name, None) for name in ("home", "language", "today")}
    return Assistant(load_settings(**given))


def _filters(arguments: argparse.Namespace) -> Filters:
    """Return the filters that the arguments name."""
    from pipeline.generation.wording import kind_of
    from pipeline.retrieval.catalogue import Filters

    names = ("document", "number", "meeting", "from_date", "to_date", "unit", "kind")
    given = {name: getattr(arguments, name) for name in names}
    return Filters(**{**given, "kind": kind_of(given["kind"])})


def _entry_json(entry: Entry) -> dict[str, Any]:
    """Return one document as `jiyao list --json` prints it."""
    same = ("document_id", "file", "kind", "name", "document_number", "date", "items", "characters", "added_at")
    return {**{name: getattr(entry, name) for name in same}, "meeting": entry.meeting_name}


def _write(arguments: argparse.Namespace, tree: Any, text: Callable[[], str]) -> None:
    """Write one JSON value, or what a person reads, to standard output."""
    said = json.dumps(tree, ensure_ascii=False, indent=2) if arguments.json else text()
    if said:
        sys.stdout.write(f"{said}\n")


def _code(done: int, failures: Sequence[str]) -> int:
    """List the failures on standard error and return the exit code: done, done in part, nothing done."""
    for failure in failures:
        sys.stderr.write(f"{failure}\n")
    if not failures:
        return DONE
    return IN_PART if done else FAILED


def _is_batch(arguments: argparse.Namespace) -> bool:
    """Tell whether a file of questions is given; one of the two must be."""
    if (arguments.batch is None) == (arguments.question is None):
        raise BadRequest("没有说清要问什么", instead="请给出一个问题，或用 --batch FILE.jsonl 给出一批")
    return arguments.batch is not None
