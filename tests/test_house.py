"""The rules of the house that a machine can see: floors, sizes, docstrings, and what may not stand in any file."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "drafter"
MODULES = sorted(PACKAGE.rglob("*.py"))
LINT = "from importlinter.cli import lint_imports_command as run; run()"
HANZI = re.compile(r"[\u3400-\u9fff]")
DEFINITION = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
ENGLISH = re.compile(r"[A-Za-z]+(?: [a-z]+){3,}")
TEXT = {"", ".py", ".md", ".toml", ".yaml", ".yml", ".j2", ".txt", ".xml", ".tsv", ".json", ".html", ".css", ".js"}

# In pieces, so that this file does not find itself.
PLACES = "|".join(["w" + "ork", "f" + "arm", "t" + "mp", "r" + "oot", "h" + "ome", "Us" + "ers"])
MACHINE_PATH = re.compile(rf"(?:^|[^A-Za-z0-9_.])(?:[A-Za-z]:)?[/\\](?:{PLACES})[/\\][A-Za-z0-9_]", re.MULTILINE)
HOSTS = re.compile("|".join(["py" + r"pi\.org", "python" + "hosted", "tuna" + r"\.", "ali" + "yun", "index-" + "url"]))
LOCKS = {"uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock", "package-lock.json", "yarn.lock", "pnpm-lock.yaml"}


def tracked() -> list[Path]:
    """The files that are, or would be, committed."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT, capture_output=True, check=True
    ).stdout.decode()
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def texts() -> Iterator[tuple[Path, str]]:
    for path in tracked():
        if path.suffix in TEXT:
            yield path.relative_to(ROOT), path.read_text(encoding="utf-8")


def lint(root: Path, *contracts: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(root), "PYTHONUTF8": "1"}
    chosen = [part for contract in contracts for part in ("--contract", contract)]
    command = [sys.executable, "-c", LINT, "--no-logo", "--no-cache", *chosen]
    return subprocess.run(command, cwd=root, env=env, capture_output=True, encoding="utf-8", check=False)


def test_imports_go_down_only() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("finding", "import drafter.source", "floors"),
        ("kind/planted", "import drafter.profile", "floors"),
        ("figure", "import drafter.report", "floors"),
        ("check/planted", "import drafter.compose", "floors"),
        ("write/planted", "import drafter.kind", "writers"),
        ("check/planted", "import lxml.etree", "word"),
        ("pipeline/planted", "import jinja2", "jinja2"),
        ("kind/planted", "import yaml", "yaml"),
        ("pipeline/planted", "import typer", "typer"),
        ("pipeline/planted", "import openpyxl", "sheets"),
        ("a_module_without_floor", "", "floors"),
    ],
)
def test_a_planted_breach_of_the_floors_is_caught(module: str, line: str, contract: str, tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "drafter", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / "drafter" / f"{module}.py").open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    done = lint(tmp_path, contract)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "0 kept, 1 broken" in done.stdout


def test_every_folder_of_modules_is_a_package_so_that_the_floors_see_it() -> None:
    assert [path.parent for path in MODULES if not (path.parent / "__init__.py").exists()] == []


def test_no_python_file_is_over_300_lines() -> None:
    lengths = {path: text.count("\n") for path, text in texts() if path.suffix == ".py"}
    assert {path: count for path, count in lengths.items() if count > 300} == {}


def undocumented(node: ast.AST, name: str) -> Iterator[str]:
    """Name what lacks a docstring: the module, its public classes and functions, and their public methods."""
    if isinstance(node, ast.Module | DEFINITION) and not ast.get_docstring(node):
        yield name
    if isinstance(node, ast.Module | ast.ClassDef):
        for inner in node.body:
            if isinstance(inner, DEFINITION) and not inner.name.startswith("_"):
                yield from undocumented(inner, f"{name}.{inner.name}")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_public_name_has_a_docstring(path: Path) -> None:
    assert list(undocumented(ast.parse(path.read_text(encoding="utf-8")), path.stem)) == []


def test_no_file_names_a_place_on_one_machine() -> None:
    assert [(str(path), hit.group()) for path, text in texts() for hit in MACHINE_PATH.finditer(text)] == []


def test_no_file_names_a_package_host() -> None:
    assert [(str(path), hit.group()) for path, text in texts() for hit in HOSTS.finditer(text)] == []


def test_no_lock_file_is_kept() -> None:
    assert [path for path in tracked() if path.name in LOCKS] == []


def test_constraints_are_plain_pins_and_hold_every_requirement() -> None:
    pins = [re.fullmatch(r"([A-Za-z0-9._-]+)==[0-9][0-9A-Za-z.]*", line) for line in lines("constraints.txt")]
    assert all(pins)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {re.split("[<>=]", line)[0] for line in project["dependencies"] + project["optional-dependencies"]["test"]}
    assert {name.lower() for name in wanted} - {pin.group(1).lower() for pin in pins if pin} == set()


def lines(name: str) -> list[str]:
    return (ROOT / name).read_text(encoding="utf-8").splitlines()


def test_run_py_is_short_and_can_be_read_by_an_old_python_without_packages() -> None:
    tree = ast.parse("\n".join(lines("run.py")), feature_version=(3, 8))
    imported = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in imported} <= sys.stdlib_module_names
    assert len(lines("run.py")) <= 100


def spoken(tree: ast.Module) -> Iterator[str]:
    """Give the literal words a clerk reads: in every call that makes a Finding or begins with a rule's id."""
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        first = words(call.args[0]) if call.args else ""
        if ast.unparse(call.func).endswith("Finding") or re.fullmatch(r"[A-Z]\d{3}", first):
            yield from (words(part) for part in call.args[1:])
            yield from (words(keyword.value) for keyword in call.keywords if keyword.arg in {"message", "hint"})


def words(node: ast.expr) -> str:
    """Return the literal words of an expression that is a text or is put together from texts."""
    if not isinstance(node, ast.Constant | ast.JoinedStr | ast.BinOp):
        return ""
    literals = [part.value for part in ast.walk(node) if isinstance(part, ast.Constant)]
    return "".join(text for text in literals if isinstance(text, str))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_findings_speak_chinese(path: Path) -> None:
    said = spoken(ast.parse(path.read_text(encoding="utf-8")))
    assert [text for text in said if re.search("[A-Za-z]{2}", text) and not HANZI.search(text)] == []


def silent(tree: ast.Module) -> set[ast.AST]:
    """Give what no clerk reads: docstrings, and what is said to programmers by raise and assert."""
    parts = [node for node in ast.walk(tree) if isinstance(node, ast.Raise | ast.Assert)]
    bare = [node for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)]
    named = [node for node in ast.walk(tree) if isinstance(node, ast.Assign) and "__doc__" in ast.unparse(node)]
    return {inner for node in [*parts, *bare, *named] for inner in ast.walk(node)}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_literal_is_an_english_sentence(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    quiet = silent(tree)
    literals = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and node not in quiet]
    assert [text for text in literals if isinstance(text, str) and ENGLISH.search(text)] == []


def test_every_rule_module_exports_one_rule() -> None:
    modules = [path for path in (PACKAGE / "check" / "rules").glob("*.py") if not path.stem.startswith("_")]
    assert modules, "no rule is checked at all"
    for path in modules:
        body = ast.parse(path.read_text(encoding="utf-8")).body
        names = [ast.unparse(target) for node in body if isinstance(node, ast.Assign) for target in node.targets]
        names += [ast.unparse(node.target) for node in body if isinstance(node, ast.AnnAssign)]
        assert names.count("RULE") == 1, path.name


def test_the_words_are_our_own() -> None:
    tool = ROOT.parent / "shared" / "tools" / "own_words.py"
    if not tool.exists():
        reason = "the past reports do not lie beside this clone: own words were NOT checked"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    done = subprocess.run([sys.executable, tool], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
