"""The commands beside ``draft``: check, new, explain, rules, schema, doctor."""

from __future__ import annotations

from pathlib import Path

from drafter.cli.codes import DONE, LACKING, UNWRITTEN, USAGE, WRONG
from drafter.cli.ready import ready
from drafter.cli.screen import named, say, show, spoken
from drafter.files import is_folder
from drafter.finding import Finding
from drafter.pipeline.setup import Setup, project_here


def check_all(files: list[str], as_json: bool) -> int:
    """Check files; 1 where one of them has an error."""
    from drafter.pipeline.check import check
    from drafter.show import as_json as json_of

    setup = ready()
    if setup is None:
        return LACKING
    found = {path: check(path, setup) for path in map(Path, files)}
    everything = [finding for findings in found.values() for finding in findings]
    wrong = any(finding.is_error for finding in everything)
    if as_json:
        shown = say(json_of(everything))
        return WRONG if wrong else DONE if shown else UNWRITTEN
    for path, findings in found.items():
        show(findings)
        errors = sum(finding.is_error for finding in findings)
        say(f"{'×' if errors else '√'} {named(path.name or path)}：错误{errors}条，其他意见{len(findings) - errors}条")
    reports = not any(path.suffix.lower() in (".yaml", ".yml") for path in found)
    fine = "下一步：打印，送审" if reports else "下一步：drafter draft 生成初稿"
    say("下一步：先改错误，再看必看；某一条不明白：drafter explain 编号" if everything else fine)
    return WRONG if wrong else DONE


def new_profile(target: str, unit: str, level: str, superior: str, period: str) -> int:
    """Write an empty profile where none lies yet."""
    from drafter.files import write_new
    from drafter.pipeline.new import new
    from drafter.pipeline.schema import modeline

    setup = ready()
    if setup is None:
        return LACKING
    if trouble := _unusable(setup, {"单位": unit, "级别": level, "上级": superior, "期间": period}):
        say(trouble)
        say("下一步：改了再试；也可以先不写，建好后在文件里填")
        return USAGE
    path = Path(target)
    if path.name and path.suffix.lower() not in (".yaml", ".yml"):
        path = path.with_name(f"{path.name}.yaml")
    if path.name and path.parent == Path() and is_folder(Path("profiles")):
        path = "profiles" / path
    words = modeline(path, setup.kind) + spoken(new(setup.kind, unit, level, superior, period))
    findings = write_new(path, words.encode("utf-8"))
    show(findings)
    if findings:
        say("下一步：照上面的提示换一个文件名或文件夹，再试一次")
        return UNWRITTEN
    say(f"√ 已新建资料：{named(path)}")
    say(f"下一步：用记事本或 WPS 打开它，填好后运行 drafter draft {named(path)}")
    return DONE


def _unusable(setup: Setup, given: dict[str, str]) -> str:
    """Return why a new profile cannot begin with the values that were given; empty where it can."""
    for name, value in given.items():
        if named(value) != value:
            return f"“{name}”里有换行或看不见的字符，请重新打一遍"
    for name, known in (("级别", setup.kind.levels), ("上级", setup.kind.superiors)):
        if given[name] and given[name] not in known:
            return f"“{name}”不能写“{given[name]}”，只能写其中一个：{'、'.join(known)}"
    return ""


def explain_name(name: str, profile: str) -> int:
    """Explain a name of the profile or a rule; with a profile, also what it says this year and last, and where it is printed."""
    from drafter.pipeline.explain import explain, is_field
    from drafter.pipeline.used import only_profile, used

    setup = ready()
    if setup is None:
        return LACKING
    lines, known = explain(name, setup.kind)
    findings: list[Finding] = []
    path = Path(profile) if profile else only_profile(project_here() / "profiles")
    if path and known and is_field(name, setup.kind):
        told, findings = used(name.strip(), path, setup)
        lines += told
    for line in lines:
        say(line)
    if findings and not profile:
        say(f"  {named(path.name if path else '')} 里还有错误，改好以后这里会列出用到它的句子")
    elif findings:
        show(findings)
        say("下一步：先改上面的错误，再看这一项用在哪里")
        return WRONG
    say("下一步：改好资料后运行 drafter draft" if known else "下一步：换一个名字再试")
    return DONE if known else WRONG


def list_rules() -> int:
    """List the rules of check."""
    from drafter.check import RULES

    for rule in RULES:
        say(f"{rule.id} {rule.severity.value} {rule.title}　依据：{rule.authority}")
    say("下一步：drafter explain 编号，看一条规则怎么改")
    return DONE


def write_schema(out: str) -> int:
    """Print the JSON Schema, or write it to a file."""
    from drafter.files import write_new_or_own
    from drafter.pipeline.schema import schema

    setup = ready()
    if setup is None:
        return LACKING
    words = schema(setup.kind)
    if not out:
        return DONE if say(words) else UNWRITTEN
    written, findings = write_new_or_own(Path(out), words.encode("utf-8"), lambda _: None)
    show(findings)
    if written is None:
        say("下一步：照上面的提示换一个文件名或文件夹，再试一次")
        return UNWRITTEN
    say(f"√ 已写入 {named(written)}")
    say(f"下一步：在资料第一行写  # yaml-language-server: $schema={written.name}，编辑器里就有提示")
    return DONE


def check_up() -> int:
    """Show how this machine is; 5 where something needed is missing."""
    from drafter.pipeline.doctor import doctor

    project = project_here()
    symptoms = doctor(project, project / "output")
    for symptom in symptoms:
        say(f"{'√' if symptom.good else ('×' if symptom.needed else '！')} {symptom.name}：{symptom.said}")
    sick = any(symptom.needed and not symptom.good for symptom in symptoms)
    say("下一步：先处理打 × 的，再运行 drafter doctor" if sick else "下一步：可以使用了，drafter draft 资料")
    return LACKING if sick else DONE
