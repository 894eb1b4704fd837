"""The house rules: floors, rooms of the heavy libraries, sizes, captions, tests of the same name, errors, prompts."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from pipeline import errors
from pipeline.config import ROOT

FLOORS = (
    ("pipeline.errors", 0),
    ("pipeline.minutes", 1),
    ("pipeline.config", 1),
    ("pipeline.documents", 2),
    ("pipeline.retrieval", 2),
    ("pipeline.generation", 3),
    ("pipeline.reports", 4),
    ("pipeline.doctor", 4),
    ("pipeline.drafting", 4),
    ("pipeline.gather", 4),
    ("pipeline.assistant", 4),
    ("pipeline.batch", 5),
    ("pipeline.commands", 5),
    ("pipeline.__main__", 5),
    ("pipeline.interface", 5),
    ("app", 5),
    ("eval", 5),
)
DOORS = ({"pipeline.batch", "pipeline.commands", "pipeline.__main__"}, {"pipeline.interface", "app"}, {"eval"})

ROOMS = {  # heavy library → the only places that may import it
    "chromadb": ("pipeline/retrieval/vectors.py", "eval/baselines.py"),
    "tantivy": ("pipeline/retrieval/keywords.py",),
    "sentence_transformers": ("pipeline/retrieval/encode.py", "pipeline/retrieval/rerank.py", "eval/baselines.py"),
    "torch": ("pipeline/retrieval/encode.py", "pipeline/retrieval/rerank.py", "eval/baselines.py"),
    "transformers": ("pipeline/retrieval/encode.py", "pipeline/retrieval/rerank.py", "eval/baselines.py"),
    "gradio": ("pipeline/interface/", "app.py"),
    "langchain": ("pipeline/generation/",),
    "langchain_openai": ("pipeline/generation/",),
    "langchain_core": ("pipeline/retrieval/", "pipeline/generation/", "pipeline/assistant.py", "eval/"),
    "langchain_chroma": ("eval/baselines.py",),
    "langchain_text_splitters": ("eval/baselines.py",),
}
HEAVY = (
    "chromadb",
    "torch",
    "sentence_transformers",
    "transformers",
    "langchain",
    "langchain_core",
    "gradio",
    "tantivy",
)

LONGEST_MODULE, LONGEST_FUNCTION = 300, 60
LONG_MODULES: dict[str, str] = {  # path → why it is longer
    "pipeline/minutes.py": "one noun after another, with the example that tests and documentation share",
}
LONG_FUNCTIONS: dict[str, str] = {}  # path:function → why it is longer
CATCHES_ALL: dict[str, str] = {  # path:function → why it catches every exception, and what it does with it
    "pipeline/__main__.py:main": "the outermost door: said in one line, shown whole under JIYAO_DEBUG",
    "pipeline/batch.py:answer_lines": "a fault in one answer must not cost the others: an error object on its line",
    "pipeline/assistant.py:ingest": "a fault in one file must not cost the others: listed among the failures",
    "pipeline/drafting.py:write_drafts": "a fault in one document must not cost the others: listed among the failures",
}
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "base", "manager", "types", "misc"}
MAY_PRINT = ("pipeline/__main__.py", "pipeline/commands.py", "pipeline/interface/", "eval/", "app.py")


@lru_cache
def _modules() -> dict[str, Path]:
    """Return every module of the product by its dotted name."""
    files = [*ROOT.glob("pipeline/**/*.py"), *ROOT.glob("eval/**/*.py"), *ROOT.glob("app.py")]
    return {_dotted(file): file for file in sorted(files)}


def _dotted(file: Path) -> str:
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _place(name: str) -> str:
    return _modules()[name].relative_to(ROOT).as_posix()


@lru_cache
def _tree(name: str) -> ast.Module:
    return ast.parse(_modules()[name].read_text(encoding="utf-8"))


@lru_cache
def _imports(name: str) -> frozenset[str]:
    """Return what a module imports, wherever in it; of ours the module that is meant, of others the full name."""
    found: set[str] = set()
    for node in ast.walk(_tree(name)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name} imports relative to itself; write the full name"
            module = node.module or ""
            found.update(full if (full := f"{module}.{alias.name}") in _modules() else module for alias in node.names)
    return frozenset(found)


def _ours(name: str) -> list[str]:
    return sorted(found for found in _imports(name) if found in _modules() and found != name)


def _floor(name: str) -> int | None:
    return next((floor for room, floor in FLOORS if name == room or name.startswith(f"{room}.")), None)


def _functions(name: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    yield from (node for node in ast.walk(_tree(name)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def _docstrings(name: str) -> set[int]:
    """Return the ids of the nodes that are strings standing by themselves: docstrings and notes under a constant."""
    return {
        id(node.value)
        for node in ast.walk(_tree(name))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


every_module = pytest.mark.parametrize("name", sorted(_modules()))


@every_module
def test_a_room_stands_on_a_floor_and_imports_nothing_above_it(name: str) -> None:
    if name in {"pipeline", "eval"}:
        assert not _ours(name), f"{name} must import nothing"
        return
    floor = _floor(name)
    assert floor is not None, f"{name} stands on no floor: add it to FLOORS and to import-linter in pyproject.toml"
    upward = [other for other in _ours(name) if (_floor(other) or 0) > floor]
    assert not upward, f"{name} imports upward: {upward}"


@every_module
def test_the_wings_and_the_doors_do_not_know_each_other(name: str) -> None:
    groups = [{"pipeline.documents"}, {"pipeline.retrieval"}, *DOORS]

    def group(module: str) -> int | None:
        inside = [
            number
            for number, rooms in enumerate(groups)
            if any(module == room or module.startswith(f"{room}.") for room in rooms)
        ]
        return inside[0] if inside else None

    wings, doors = {0, 1}, {2, 3, 4}
    own = group(name)
    for other in _ours(name):
        for side in (wings, doors):
            assert not (own in side and group(other) in side and own != group(other)), f"{name} imports {other}"


def test_no_import_runs_in_a_circle() -> None:
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, f"a circle: {' → '.join((*path[path.index(name) :], name))}"
        if name not in done:
            for other in _ours(name):
                visit(other, (*path, name))
            done.add(name)

    for name in _modules():
        visit(name, ())


@every_module
def test_a_heavy_library_is_imported_in_its_own_room_only(name: str) -> None:
    for found in _imports(name):
        allowed = ROOMS.get(found.split(".")[0])
        assert allowed is None or _place(name).startswith(allowed), f"{name} imports {found}; its room is {allowed}"


def test_import_pipeline_loads_nothing_heavy() -> None:
    modules = sorted(name for name in _modules() if name.startswith("pipeline") and name.count(".") < 2)
    loud = [name for name in modules if name not in {"pipeline.__main__", "pipeline.interface"}]
    script = f"import sys, {', '.join(loud)}\nprint(*sorted({{*{HEAVY!r}}} & {{*sys.modules}}))"
    loaded = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert loaded.stdout.split() == []


@every_module
def test_a_module_and_its_functions_are_short_or_say_why(name: str) -> None:
    place = _place(name)
    lines = len(_modules()[name].read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST_MODULE or place in LONG_MODULES, f"{place} has {lines} lines"
    for function in _functions(name):
        length = (function.end_lineno or 0) - function.lineno + 1
        key = f"{place}:{function.name}"
        assert length < LONGEST_FUNCTION or key in LONG_FUNCTIONS, f"{key} has {length} lines"


def test_every_reason_is_still_needed() -> None:
    places = {_place(name): name for name in _modules()}
    for place in LONG_MODULES:
        lines = _modules()[places[place]].read_text(encoding="utf-8").splitlines()
        assert len(lines) > LONGEST_MODULE, f"{place} is short now: take it off the list"
    for key in (*LONG_FUNCTIONS, *CATCHES_ALL):
        place, function = key.split(":")
        assert function in {entry.name for entry in _functions(places[place])}, f"{key} is gone: take it off the list"


@every_module
def test_a_module_opens_with_its_caption(name: str) -> None:
    caption = (ast.get_docstring(_tree(name)) or "").split("\n\n")[0]
    assert caption, f"{name} has no caption"
    assert "\n" not in caption, f"the caption of {name} is longer than a line"
    assert caption[-1] in ".。", f"the caption of {name} is no sentence: {caption}"


def test_every_public_name_has_a_docstring() -> None:
    places = [place for place in ("pipeline", "eval", "app.py") if (ROOT / place).exists()]
    command = [sys.executable, "-m", "ruff", "check", "--select", "D1", "--ignore", "D105,D107", "--no-cache", *places]
    checked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout


@every_module
def test_a_module_has_a_test_of_the_same_name(name: str) -> None:
    file = _modules()[name]
    if file.name == "__init__.py":
        return
    inside = file.relative_to(ROOT).parent.parts
    folder = inside[1:] if inside[:1] == ("pipeline",) else inside
    test = ROOT.joinpath("tests", *folder, f"test_{file.stem.strip('_')}.py")
    assert test.is_file(), f"{_place(name)} has no {test.relative_to(ROOT)}"


@every_module
def test_a_file_is_called_by_what_it_does(name: str) -> None:
    assert not set(name.split(".")) & FORBIDDEN_NAMES


@every_module
def test_only_a_door_prints(name: str) -> None:
    if _place(name).startswith(MAY_PRINT):
        return
    calls = [node for node in ast.walk(_tree(name)) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    assert not [
        call.lineno for call in calls if isinstance(call.func, ast.Name) and call.func.id in {"print", "pprint"}
    ]


@every_module
def test_no_exception_is_caught_wholesale_without_a_reason(name: str) -> None:
    for function in _functions(name):
        key = f"{_place(name)}:{function.name}"
        for node in ast.walk(function):
            if not isinstance(node, ast.ExceptHandler):
                continue
            caught = [node.type] if not isinstance(node.type, ast.Tuple) else node.type.elts
            names = {entry.id for entry in caught if isinstance(entry, ast.Name)}
            assert node.type is not None, f"{key} has a bare except"
            wholesale = names & {"Exception", "BaseException"}
            reraised = any(isinstance(inner, ast.Raise) and inner.exc is None for inner in node.body)
            assert not wholesale or reraised or key in CATCHES_ALL, f"{key} catches {wholesale}"


def _prompts_read(name: str) -> set[str]:
    """Return the names of the prompts that a module loads."""
    calls = (node for node in ast.walk(_tree(name)) if isinstance(node, ast.Call) and node.args)
    loads = [call for call in calls if getattr(call.func, "id", getattr(call.func, "attr", "")) == "load_prompt"]
    return {call.args[0].value for call in loads if isinstance(call.args[0], ast.Constant)}


def test_a_prompt_is_read_by_exactly_one_module() -> None:
    for prompt in sorted((ROOT / "prompts").glob("*.md")):
        readers = [name for name in _modules() if prompt.stem in _prompts_read(name)]
        assert len(readers) == 1, f"prompts/{prompt.name} is read by {readers or 'nobody'}"
        assert _place(readers[0]) in prompt.read_text(encoding="utf-8"), f"{prompt.name} names another reader"


@every_module
def test_no_prompt_stands_in_code(name: str) -> None:
    told = re.compile(
        r"你是(?:一[名位个])|请根据(?:以下|下列|上述)|You are (?:a|an|the) |Answer the question", re.IGNORECASE
    )
    for node in ast.walk(_tree(name)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in _docstrings(name):
            assert not told.search(node.value), f"{_place(name)}:{node.lineno} holds a prompt; prompts are files"


def _raised_in_tests() -> set[str]:
    """Return the error classes that some test expects together with their message."""
    expected: set[str] = set()
    for file in (ROOT / "tests").glob("**/*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not any(keyword.arg == "match" for keyword in node.keywords):
                continue
            if isinstance(node.func, ast.Attribute | ast.Name) and node.args:
                expected |= {inner.id for inner in ast.walk(node.args[0]) if isinstance(inner, ast.Name)}
                expected |= {inner.attr for inner in ast.walk(node.args[0]) if isinstance(inner, ast.Attribute)}
    return expected


def _leaves() -> list[str]:
    classes = [value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, Exception)]
    return sorted(entry.__name__ for entry in classes if not entry.__subclasses__())


@pytest.mark.parametrize("error", _leaves())
def test_every_error_is_raised_in_a_test_that_reads_its_message(error: str) -> None:
    assert error in _raised_in_tests(), f"no test has pytest.raises({error}, match=…)"
