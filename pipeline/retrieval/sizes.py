"""How large the files of an index were when it was written, so that one cut short is never handed to native code.

Chroma maps its vector files into memory: of a file cut short it says nothing, and may take the whole process with it.
"""

from __future__ import annotations

import json
from pathlib import Path

NOTE = "sizes.json"


def note_sizes(folder: Path) -> None:
    """Note the sizes of the binary files under a folder; call it when they are written."""
    sizes = {file.relative_to(folder).as_posix(): file.stat().st_size for file in folder.glob("*/*.bin")}
    (folder / NOTE).write_text(json.dumps(sizes), encoding="utf-8")


def cut_short(folder: Path) -> bool:
    """Tell whether a file is gone or smaller than noted; without a note nothing is known to be wrong."""
    try:
        sizes = json.loads((folder / NOTE).read_text(encoding="utf-8"))
        return any((folder / name).stat().st_size < size for name, size in sizes.items())
    except FileNotFoundError:
        return (folder / NOTE).is_file()
    except (ValueError, TypeError, AttributeError):  # the note itself is damaged
        return True
