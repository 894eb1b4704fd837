"""The command `jiyao restore`: documents that were removed come back, or are listed while they can."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.errors import BadRequest

if TYPE_CHECKING:
    from pipeline.retrieval.bin import Removed

DONE = 0


def restore(arguments: argparse.Namespace) -> int:
    """Bring removed documents back; without any named, list those that can be.

    Raises:
        BadRequest: the bin does not hold one of them (any more), or the library holds another document of that file,
            or the same content, by now.
    """
    from pipeline.assistant import Assistant
    from pipeline.config import load_settings

    given = {name: getattr(arguments, name, None) for name in ("home", "language", "today")}
    upkeep = Assistant(load_settings(**given)).upkeep
    named = arguments.document_ids
    kept = upkeep.removed()
    found = [upkeep.restore(_identity(name, kept)) for name in named] if named else kept
    if arguments.json:
        sys.stdout.write(json.dumps([_tree(one) for one in found], ensure_ascii=False, indent=2) + "\n")
    elif not found:
        sys.stdout.write("没有可以恢复的文件。\n")
    else:
        sys.stdout.write("".join(f"{_line(one, restored=bool(named))}\n" for one in found))
    return DONE


def _identity(named: str, kept: Sequence[Removed]) -> str:
    """Return the id of what is named as one may name it for `remove`: by id, document number or file.

    Raises:
        BadRequest: the bin does not hold it (any more), or holds several that bear the name.
    """
    ids = [one.document_id for one in kept if named in (one.document_id, one.document_number, one.file, one.name)]
    if len(ids) != 1:
        found = f"对应多份已移除的文件：{'、'.join(ids)}" if ids else "不在可以恢复的文件里"
        raise BadRequest(f"“{named}”{found}", instead="用 jiyao restore 查看可以恢复的文件及其编号")
    return ids[0]


def _tree(one: Removed) -> dict[str, str]:
    """Return a removed document as JSON."""
    return {"document_id": one.document_id, "name": one.name, "removed_at": one.at, "kept_until": one.kept_until}


def _line(one: Removed, *, restored: bool) -> str:
    """Return a removed document as a line."""
    return f"已恢复：{one.name}" if restored else f"{one.document_id}  {one.name}  保留到 {one.kept_until}"
