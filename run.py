"""Set the project up on this machine and run it: standard library only; an old Python can read this, and is told so."""

import hashlib
import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
CALL = "py run.py" if os.name == "nt" else "python3 run.py"
LOG, STAMP = VENV / "安装记录.txt", VENV / "drafter-stamp.txt"
EXAMPLE = ["draft", "profiles/桃溪镇-2024.yaml"]
CHECKS = (
    ("代码规范（ruff）", ["-m", "ruff", "check", "."]),
    ("类型（mypy）", ["-m", "mypy"]),
    ("分层（import-linter）", ["-c", "from importlinter.cli import lint_imports_command as run; run(['--no-logo'])"]),
    ("测试（pytest）", ["-X", "warn_default_encoding", "-m", "pytest"]),
)
USAGE = """python3 run.py demo        装好运行环境，用示例资料生成一份 Word 初稿（Windows 上把 python3 换成 py）
python3 run.py test        装好测试工具，跑全部检查
python3 run.py draft 资料   其余的话原样交给 drafter"""
OFFLINE = "connection|resol|timed? ?out|unreachable|proxy|no matching distribution|max retries"
ADVICE = """没有网络时，在能上网的同类电脑上进入本文件夹运行：
  {} -m pip wheel -c constraints.txt -w wheels ".[test]" "setuptools>=70"
把得到的 wheels 文件夹拷到这里，再运行一次。详细记录：{}""".format(CALL.split(maxsplit=1)[0], LOG)


def child(args: "list[str]", cwd: "Path | None" = None, log: "int | None" = None, **more: str) -> int:
    """Run the project's own Python and return its exit code."""
    env = dict(os.environ, PYTHONUTF8="1", PIP_DISABLE_PIP_VERSION_CHECK="1", **more)
    return subprocess.call([str(PYTHON), *args], cwd=cwd, env=env, stdout=log, stderr=log)


def drafter(args: "list[str]", cwd: "Path | None" = None) -> int:
    """Run the program, which is to name itself as it was called here."""
    return child(["-m", "drafter", *args], cwd, DRAFTER_CALL=CALL)


def make_venv() -> None:
    """Make the virtual environment, or say which package of the system is missing."""
    if not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        package = "python{}.{}-venv".format(*sys.version_info)
        raise RuntimeError("本机的 Python 缺少建立运行环境的部件，请先安装系统软件包：sudo apt install " + package)
    print("正在建立运行环境……", flush=True)
    if subprocess.call([sys.executable, "-m", "venv", "--clear", str(VENV)]):
        raise RuntimeError("运行环境没有建成。请看磁盘是否已满，这个文件夹能否写入：{}".format(HERE))


def install(extra: str) -> None:
    """Bring .venv up to date; a machine without network takes the packages from wheels/."""
    parts = [(HERE / name).read_bytes() for name in ("pyproject.toml", "constraints.txt")]
    fits = hashlib.sha256(b"\0".join([*parts, str(HERE).encode(), sys.version.encode()])).hexdigest()
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text(encoding="utf-8") in (fits + extra, fits + "[test]"):
        return
    if not PYTHON.exists() or child(["-c", "import importlib.util as u; raise SystemExit(not u.find_spec('pip'))"]):
        make_venv()
    wheels = ["--no-index", "--find-links", "wheels"] if any(HERE.glob("wheels/*.whl")) else []
    print("正在安装所需软件包（{}），约需一两分钟……".format("从 wheels 文件夹" if wheels else "联网"), flush=True)
    with LOG.open("wb") as log:
        code = child(["-m", "pip", "install", *wheels, "-c", "constraints.txt", "-e", "." + extra], HERE, log.fileno())
    if code:
        said = LOG.read_text(encoding="utf-8", errors="replace")
        cause = "连不上网络，或 wheels 文件夹不全" if re.search(OFFLINE, said, re.IGNORECASE) else "安装程序报错"
        raise RuntimeError("安装失败：{}。\n{}\n{}".format(cause, ADVICE, said[-3000:] if os.environ.get("CI") else ""))
    child(["-m", "compileall", "-q", "drafter"], HERE)  # an editable install leaves the compiling to every start
    STAMP.write_text(fits + extra, encoding="utf-8")


def main(args: "list[str]") -> int:
    """Do what the command line asks; of several checks that fail, the first gives the exit code."""
    if sys.version_info < (3, 11):
        raise RuntimeError("需要 Python 3.11 或更新的版本，这里是 {}.{}.{}。".format(*sys.version_info))
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]  # a console without Chinese stops nothing
    if not args:
        print(USAGE)
        return 2
    install("[test]" if args[0] == "test" else "")
    if args[0] != "test":
        return drafter(EXAMPLE, HERE) if args == ["demo"] else drafter(args)
    codes = []
    for title, command in CHECKS:
        print("\n==== {} ====".format(title), flush=True)
        codes.append(child(command + (args[1:] if "pytest" in command else []), HERE))
        print("没有通过（退出码 {}）".format(codes[-1]) if codes[-1] else "通过", flush=True)
    return next((code for code in codes if code), 0)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except RuntimeError as problem:
        print(problem)
        sys.exit(5)
    except KeyboardInterrupt:
        sys.exit(130)
