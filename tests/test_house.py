"""The house rules: floors, rooms of the heavy libraries, sizes, captions, tests of the same name, errors, prompts."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from pipeline import errors
from pipeline.config import ROOT

FLOORS = (
    ("pipeline.errors", 0),
    ("pipeline.accounts", 1),
    ("pipeline.minutes", 1),
    ("pipeline.config", 1),
    ("pipeline.simplified", 1),
    ("pipeline.patterns", 1),
    ("pipeline.documents", 2),
    ("pipeline.retrieval", 2),
    ("pipeline.generation", 3),
    ("pipeline.reports", 4),
    ("pipeline.rewording", 4),
    ("pipeline.answering", 4),
    ("pipeline.doctor", 4),
    ("pipeline.dossiers", 4),
    ("pipeline.drafting", 4),
    ("pipeline.filing", 4),
    ("pipeline.intake", 4),
    ("pipeline.ledgering", 4),
    ("pipeline.upkeep", 4),
    ("pipeline.assistant", 4),
    ("pipeline.batch", 5),
    ("pipeline.progress", 5),
    ("pipeline.restoring", 5),
    ("pipeline.users", 5),
    ("pipeline.commands", 5),
    ("pipeline.__main__", 5),
    ("pipeline.interface", 5),
    ("app", 5),
    ("eval", 5),
)
APART = (  # two wings, three doors: within a floor, none knows another
    {"pipeline.documents"},
    {"pipeline.retrieval"},
    {
        "pipeline.batch",
        "pipeline.progress",
        "pipeline.restoring",
        "pipeline.commands",
        "pipeline.users",
        "pipeline.__main__",
    },
    {"pipeline.interface", "app"},
    {"eval"},
)
WINGS = (0, 1)

ROOMS = {  # heavy library → the only places that may import it
    "chromadb": ("pipeline/retrieval/vectors.py", "eval/baselines.py"),
    "tantivy": ("pipeline/retrieval/keywords.py",),
    "sentence_transformers": ("pipeline/retrieval/encode.py", "pipeline/retrieval/rerank.py", "eval/baselines.py"),
    "torch": ("pipeline/retrieval/encode.py", "pipeline/retrieval/rerank.py", "eval/baselines.py"),
    "transformers": ("pipeline/retrieval/encode.py", "pipeline/retrieval/rerank.py", "eval/baselines.py"),
    "gradio": ("pipeline/interface/", "app.py"),
    "langchain": ("pipeline/generation/",),
    "langchain_openai": ("pipeline/generation/",),
    "langchain_core": (
        "pipeline/retrieval/",
        "pipeline/generation/",
        "pipeline/assistant.py",
        "pipeline/answering.py",
        "eval/",
    ),
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
    "eval/run.py:examine": "a fault in one question must not cost the others: kept in its record, counted as wrong",
    "pipeline/__main__.py:main": "the outermost door: said in one line, shown whole under JIYAO_DEBUG",
    "pipeline/batch.py:answer_lines": "a fault in one answer must not cost the others: an error object on its line",
    "pipeline/interface/uploads.py:receive": "a fault in one file must not cost the others: logged, said as failed",
    "pipeline/intake.py:take_in": "a fault in one file must not cost the others: listed among the failures",
    "pipeline/generation/model/chat_model.py:load_model": "a provider's errors are of any class: a SettingsError",
    "pipeline/generation/model/chat_model.py:_translating": "a provider's errors are of any class: a ModelError",
    "pipeline/generation/model/patience.py:_run": "what ends a stream in its thread ends it where it is read",
    "pipeline/drafting.py:_failure": "a fault in one document must not cost the others: listed among the failures",
}
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "base", "manager", "types", "misc"}
MAY_PRINT = ("pipeline/__main__.py", "pipeline/commands.py", "pipeline/interface/", "eval/", "app.py")


@cache
def _modules() -> dict[str, Path]:
    """Return every module of the product by its dotted name."""
    files = [*ROOT.glob("pipeline/**/*.py"), *ROOT.glob("eval/**/*.py"), *ROOT.glob("app.py")]
    return {_dotted(file): file for file in sorted(files)}


def _dotted(file: Path) -> str:
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _place(name: str) -> str:
    return _modules()[name].relative_to(ROOT).as_posix()


@cache
def _tree(name: str) -> ast.Module:
    return ast.parse(_modules()[name].read_text(encoding="utf-8"))


@cache
def _nodes(name: str) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(_tree(name)))


@cache
def _imports(name: str) -> frozenset[str]:
    """Return what a module imports, wherever in it; of ours the module that is meant, of others the full name."""
    found: set[str] = set()
    for node in _nodes(name):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name} imports relative to itself; write the full name"
            module = node.module or ""
            found.update(full if (full := f"{module}.{alias.name}") in _modules() else module for alias in node.names)
    return frozenset(found)


@cache
def _ours(name: str) -> list[str]:
    return sorted(found for found in _imports(name) if found in _modules() and found != name)


def _floor(name: str) -> int | None:
    return next((floor for room, floor in FLOORS if name == room or name.startswith(f"{room}.")), None)


def _functions(name: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    yield from (node for node in _nodes(name) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def _strings(name: str) -> list[tuple[int, str]]:
    """Return the strings of a module with their lines, without docstrings and notes under a constant."""
    alone = {id(node.value) for node in _nodes(name) if isinstance(node, ast.Expr)}
    constants = [node for node in _nodes(name) if isinstance(node, ast.Constant) and id(node) not in alone]
    return [(node.lineno, node.value) for node in constants if isinstance(node.value, str)]


def test_a_room_stands_on_a_floor_and_imports_nothing_above_it() -> None:
    for name in _modules():
        if name in {"pipeline", "eval"}:
            assert not _ours(name), f"{name} must import nothing"
            continue
        floor = _floor(name)
        assert floor is not None, f"{name} stands on no floor: add it to FLOORS and to import-linter in pyproject.toml"
        upward = [other for other in _ours(name) if (_floor(other) or 0) > floor]
        assert not upward, f"{name} imports upward: {upward}"


def _group(name: str) -> int | None:
    """Return the number of the wing or the door to which a module belongs."""
    rooms = (number for number, group in enumerate(APART) if any(f"{name}.".startswith(f"{room}.") for room in group))
    return next(rooms, None)


def test_the_wings_and_the_doors_do_not_know_each_other() -> None:
    for name in _modules():
        for other in _ours(name):
            own, theirs = _group(name), _group(other)
            same_floor = own is not None and theirs is not None and (own in WINGS) == (theirs in WINGS)
            assert not same_floor or own == theirs, f"{name} imports {other}"


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


@cache
def _runs(name: str) -> list[str]:
    """Return what importing a module runs: what it imports outside its functions, and the packages around that."""
    found: set[str] = set()
    left: list[ast.AST] = list(_tree(name).body)
    while left:
        node = left.pop()
        if isinstance(node, ast.ImportFrom):
            module = node.module or ""
            found.update(full if (full := f"{module}.{alias.name}") in _modules() else module for alias in node.names)
        elif isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            left += node.orelse
        elif not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            left += ast.iter_child_nodes(node)
    return sorted(({around for one in found for around in _around(one)} - set(_around(name))) & set(_modules()))


def _around(name: str) -> list[str]:
    """Return a module with the packages that it stands in."""
    parts = name.split(".")
    return [".".join(parts[:length]) for length in range(1, len(parts) + 1)]


def test_every_module_can_be_imported_first() -> None:
    """Importing `a.b` runs `a` as well: a circle through that breaks where `a` was not imported before."""
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> None:
        inside = path[path.index(name) :] if name in path else ()
        assert not inside, f"a circle through a package: {' → '.join((*inside, name))}"
        if name not in done:
            for other in _runs(name):
                visit(other, (*path, name))
            done.add(name)

    for name in _modules():
        visit(name, ())


def test_a_heavy_library_is_imported_in_its_own_room_only() -> None:
    strangers = [
        f"{_place(name)} imports {found}"
        for name in _modules()
        for found in _imports(name)
        if (rooms := ROOMS.get(found.split(".")[0])) is not None and not _place(name).startswith(rooms)
    ]
    assert not strangers


def test_import_pipeline_loads_nothing_heavy() -> None:
    loud = ("pipeline.__main__", "pipeline.interface")
    modules = [name for name in _modules() if name.startswith("pipeline") and not name.startswith(loud)]
    light = [name for name in modules if name.count(".") < 2]
    script = f"import sys, {', '.join(light)}\nprint(*sorted({{*{HEAVY!r}}} & {{*sys.modules}}))"
    loaded = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert loaded.stdout.split() == []


def test_a_module_and_its_functions_are_short_or_say_why() -> None:
    long = []
    for name, file in _modules().items():
        place, lines = _place(name), len(file.read_text(encoding="utf-8").splitlines())
        if lines > LONGEST_MODULE and place not in LONG_MODULES:
            long.append(f"{place}: {lines} lines")
        for function in _functions(name):
            length = (function.end_lineno or 0) - function.lineno + 1
            key = f"{place}:{function.name}"
            if length >= LONGEST_FUNCTION and key not in LONG_FUNCTIONS:
                long.append(f"{key}: {length} lines")
    assert not long


def test_every_reason_is_still_needed() -> None:
    places = {_place(name): name for name in _modules()}
    for place in LONG_MODULES:
        lines = _modules()[places[place]].read_text(encoding="utf-8").splitlines()
        assert len(lines) > LONGEST_MODULE, f"{place} is short now: take it off the list"
    for key in (*LONG_FUNCTIONS, *CATCHES_ALL):
        place, function = key.split(":")
        assert function in {entry.name for entry in _functions(places[place])}, f"{key} is gone: take it off the list"


def test_a_module_opens_with_its_caption() -> None:
    for name in _modules():
        caption = (ast.get_docstring(_tree(name)) or "").split("\n\n")[0]
        assert caption, f"{name} has no caption"
        assert "\n" not in caption, f"the caption of {name} is longer than a line"
        assert caption[-1] in ".。", f"the caption of {name} is no sentence: {caption}"


def test_every_public_name_has_a_docstring() -> None:
    places = [place for place in ("pipeline", "eval", "app.py") if (ROOT / place).exists()]
    command = [sys.executable, "-m", "ruff", "check", "--select", "D1", "--ignore", "D105,D107", "--no-cache", *places]
    checked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout


def test_a_module_has_a_test_of_the_same_name() -> None:
    untested = []
    for name, file in _modules().items():
        inside = file.relative_to(ROOT).parent.parts
        folder = inside[1:] if inside[:1] == ("pipeline",) else inside
        test = ROOT.joinpath("tests", *folder, f"test_{file.stem.strip('_')}.py")
        if file.name != "__init__.py" and not test.is_file():
            untested.append(f"{_place(name)} has no {test.relative_to(ROOT)}")
    assert not untested


def test_a_file_is_called_by_what_it_does() -> None:
    assert not [name for name in _modules() if set(name.split(".")) & FORBIDDEN_NAMES]


def test_only_a_door_prints() -> None:
    quiet = [name for name in _modules() if not _place(name).startswith(MAY_PRINT)]
    calls = [(name, node.func) for name in quiet for node in _nodes(name) if isinstance(node, ast.Call)]
    assert not [name for name, function in calls if getattr(function, "id", "") in {"print", "pprint"}]


def test_no_exception_is_caught_wholesale_without_a_reason() -> None:
    for name in _modules():
        for function in _functions(name):
            key = f"{_place(name)}:{function.name}"
            for node in ast.walk(function):
                if not isinstance(node, ast.ExceptHandler):
                    continue
                assert node.type is not None, f"{key} has a bare except"
                caught = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
                wholesale = {getattr(entry, "id", "") for entry in caught} & {"Exception", "BaseException"}
                passed_on = isinstance(node.body[-1], ast.Raise)  # as it is, or as an error of ours
                assert not wholesale or passed_on or key in CATCHES_ALL, f"{key} catches {wholesale}"


@cache
def _prompts_read(name: str) -> set[str]:
    """Return the names of the prompts that a module loads."""
    calls = (node for node in _nodes(name) if isinstance(node, ast.Call) and node.args)
    loads = [call for call in calls if getattr(call.func, "id", getattr(call.func, "attr", "")) == "load_prompt"]
    return {call.args[0].value for call in loads if isinstance(call.args[0], ast.Constant)}


def test_a_prompt_is_read_by_exactly_one_module() -> None:
    for prompt in sorted((ROOT / "prompts").glob("*.md")):
        readers = [name for name in _modules() if prompt.stem in _prompts_read(name)]
        assert len(readers) == 1, f"prompts/{prompt.name} is read by {readers or 'nobody'}"
        assert _place(readers[0]) in prompt.read_text(encoding="utf-8"), f"{prompt.name} names another reader"


def test_no_prompt_stands_in_code() -> None:
    told = re.compile(
        r"你是(?:一[名位个])|请根据(?:以下|下列|上述)|You are (?:a|an|the) |Answer the question", re.IGNORECASE
    )
    found = [f"{_place(name)}:{line}" for name in _modules() for line, text in _strings(name) if told.search(text)]
    assert not found, "a prompt is a file in prompts/"


@cache
def _raised_in_tests() -> set[str]:
    """Return the error classes that some test expects together with their message, by name or from its table."""
    expected: set[str] = set()
    for file in (ROOT / "tests").glob("**/*.py"):
        for test in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(test, ast.FunctionDef):
                continue
            calls = [node for node in ast.walk(test) if isinstance(node, ast.Call) and node.args]
            raising = [call.args[0] for call in calls if any(keyword.arg == "match" for keyword in call.keywords)]
            named = _names(raising)
            expected |= named
            if named & {argument.arg for argument in test.args.args}:
                expected |= _names(test.decorator_list)
    return expected


def _names(trees: Iterable[ast.AST]) -> set[str]:
    """Return the names that stand in expressions, those after a dot too."""
    nodes = [node for tree in trees for node in ast.walk(tree)]
    plain = {node.id for node in nodes if isinstance(node, ast.Name)}
    return plain | {node.attr for node in nodes if isinstance(node, ast.Attribute)}


def _leaves() -> list[str]:
    classes = [value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, Exception)]
    return sorted(entry.__name__ for entry in classes if not entry.__subclasses__())


def test_every_error_is_raised_in_a_test_that_reads_its_message() -> None:
    missing = [error for error in _leaves() if error not in _raised_in_tests()]
    assert not missing, "no test has pytest.raises(…, match=…) for these"
