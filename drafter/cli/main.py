"""The commands. Only this floor prints; heavy stories are imported when their command is called."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from drafter.cli.codes import BUG, CANCELLED, DONE, LIMIT, USAGE
from drafter.cli.help import ClickException, Command, Group, complaint
from drafter.cli.screen import open_screens, say

app = typer.Typer(
    cls=Group, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, no_args_is_help=True,
    help="法治政府建设年度报告起草助手：一份资料，生成一份版式规范的 Word 初稿。本机使用，不联网。",
)

Names = Annotated[list[str], typer.Argument(metavar="资料", help="资料文件（.yaml），或放资料的文件夹；可以写几个")]


@app.command(cls=Command)
def draft(
    profiles: Names,
    out: Annotated[str, typer.Option("-o", "--out", metavar="文件或文件夹", help="初稿放在哪里；不写就放在 output 文件夹")] = "",
    final: Annotated[bool, typer.Option("--final", help="定稿：还有待填就不生成")] = False,
    layout: Annotated[str, typer.Option("--layout", metavar="版式", help="gbt9704（不写就是它）、gbt33476，或 house（templates/版式.yaml）")] = "",
    form: Annotated[str, typer.Option("--form", metavar="上报|公开", help="上报：带版头、署名、版记的公文；公开：放到网站上的标题和正文")] = "",
) -> None:
    """把资料写成 Word 初稿，旁边附一份校核文件。"""
    from drafter.cli.drafting import draft_all

    raise typer.Exit(draft_all(profiles, out, final, form, layout))


@app.command(cls=Command)
def check(
    files: Annotated[list[str], typer.Argument(metavar="文件", help="资料（.yaml）、初稿（.docx）或文本（.txt），可以写几个")],
    as_json: Annotated[bool, typer.Option("--json", help="以 JSON 列出全部校核意见")] = False,
) -> None:
    """校核资料或报告，列出要改的地方。"""
    from drafter.cli.others import check_all

    raise typer.Exit(check_all(files, as_json))


@app.command(cls=Command)
def new(
    target: Annotated[str, typer.Argument(metavar="文件", help="新资料的文件名，例如 profiles/桃溪镇-2025.yaml")],
    unit: Annotated[str, typer.Option("--unit", metavar="单位", help="单位名称")] = "",
    level: Annotated[str, typer.Option("--level", metavar="级别", help="镇、乡、民族乡、街道、苏木")] = "",
    superior: Annotated[str, typer.Option("--superior", metavar="上级", help="县、区、县级市、自治县、旗")] = "",
    period: Annotated[str, typer.Option("--period", metavar="期间", help="例如 2025年度")] = "",
) -> None:
    """新建一份空白资料，每一项都有说明。"""
    from drafter.cli.others import new_profile

    raise typer.Exit(new_profile(target, unit, level, superior, period))


@app.command("set", cls=Command)
def set_(
    profile: Annotated[str, typer.Argument(metavar="资料", help="资料文件（.yaml）")],
    wishes: Annotated[list[str], typer.Argument(metavar="主题.指标=值", help="例如 执法.行政处罚=139宗；可以写几个")],
) -> None:
    """改资料里的一项：文件里只动这一行，备注留着。"""
    from drafter.cli.setting import set_fields

    raise typer.Exit(set_fields(profile, wishes))


@app.command(cls=Command)
def rollover(
    profile: Annotated[str, typer.Argument(metavar="资料", help="上一年的资料（.yaml）")],
    period: Annotated[str, typer.Option("--period", metavar="期间", help="新的期间，例如 2025年度；不写就是下一年")] = "",
    out: Annotated[str, typer.Option("-o", "--out", metavar="文件", help="新资料的文件名；不写就放在旧资料旁边，年份换成新的")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看会有哪些变化，不写文件")] = False,
    gap: Annotated[bool, typer.Option("--gap", help="中间隔了年份也照办，和 --period 一起用")] = False,
) -> None:
    """新建年度：从上一年的资料建新的一年，数字清空，旁边注明去年的。"""
    from drafter.cli.rolling import roll_over

    raise typer.Exit(roll_over(profile, period, out, dry_run, gap))


@app.command(cls=Command)
def reconcile(
    files: Annotated[list[str], typer.Argument(metavar="改过的稿子… 资料", help="在 Word、WPS 里改过的初稿，可以写几份；最后写资料")],
    view: Annotated[str, typer.Option("--as", metavar="accepted|original", help="没有处理的修订当作接受还是拒绝；不写就是接受")] = "accepted",
    yes: Annotated[bool, typer.Option("--yes", help="不再询问，直接写进资料")] = False,
    out: Annotated[str, typer.Option("-o", "--out", metavar="文件或文件夹", help="意见清单放在哪里；不写就放在第一份稿子旁边")] = "",
) -> None:
    """对账：把在 Word、WPS 里改的数据、话和批注收回来，写进资料，列出意见清单。"""
    from drafter.cli.reconciling import reconcile_all

    if len(files) < 2 or view not in ("accepted", "original"):
        say("写法：drafter reconcile 改过的稿子.docx 资料.yaml；--as 后面写 accepted 或 original", sys.stderr)
        raise typer.Exit(USAGE)
    raise typer.Exit(reconcile_all(files, view == "original", yes, out))


@app.command(cls=Command)
def ledger(
    profile: Annotated[str, typer.Argument(metavar="资料", help="资料文件（.yaml）")],
    out: Annotated[str, typer.Option("-o", "--out", metavar="文件或文件夹", help="台账放在哪里；不写就放在 output 文件夹")] = "",
) -> None:
    """数据台账：初稿里的每个数据从哪来、谁提供、印在哪里，给签发的领导核对。"""
    from drafter.cli.ledger import write_ledger

    raise typer.Exit(write_ledger(profile, out))


@app.command("print", cls=Command)
def print_(
    file: Annotated[str, typer.Argument(metavar="文件", help="资料（.yaml），或在 Word、WPS 里改好的稿子（.docx）")],
    form: Annotated[str, typer.Option("--form", metavar="上报|公开", help="上报：带版头、署名、版记的公文；公开：只有标题和正文；不写就是初稿")] = "",
    engine: Annotated[str, typer.Option("--engine", metavar="程序", help="由谁排版：typst（内置）、libreoffice、word、wps；不写就自己选")] = "",
    layout: Annotated[str, typer.Option("--layout", metavar="版式", help="gbt9704、gbt33476，或 house（templates/版式.yaml）")] = "gbt9704",
    duplex: Annotated[bool, typer.Option("--duplex", help="双面印：版记落在双数页上")] = False,
    booklet: Annotated[bool, typer.Option("--booklet", help="小册子：A3 纸对折，每面两页")] = False,
    copies: Annotated[int, typer.Option("--copies", metavar="份数", help="交给打印机印几份；不写就只生成 PDF")] = 0,
    printer: Annotated[str, typer.Option("--printer", metavar="打印机", help="打印机名称；不写就用默认的")] = "",
    archival: Annotated[bool, typer.Option("--pdfa", help="生成归档用的 PDF/A-2b")] = False,
    preview: Annotated[str, typer.Option("--preview", metavar="文件夹", help="另外把每一页存成图片，放进这个文件夹")] = "",
    out: Annotated[str, typer.Option("-o", "--out", metavar="文件或文件夹", help="PDF 放在哪里；不写就放在 output 文件夹，或 Word 稿旁边")] = "",
) -> None:
    """印成 PDF：版面和 Word 初稿一样，不用装 Word、WPS。"""
    from drafter.cli.printing import Job, print_one

    raise typer.Exit(print_one(Job(file, form, engine, layout, duplex, booklet, copies, printer, archival, preview, out)))


@app.command("import", cls=Command)
def import_(
    files: Annotated[list[str], typer.Argument(metavar="文件", help="往年报告，或科室交来的材料（.docx、.doc、.pdf、.html、.txt），可以写几份")],
    out: Annotated[str, typer.Option("-o", "--out", metavar="文件或文件夹", help="资料放在哪里；不写就放在 profiles 文件夹")] = "",
    profile: Annotated[str, typer.Option("--profile", metavar="资料", help="科室材料要并进哪份资料；写了就只列出建议")] = "",
    topic: Annotated[str, typer.Option("--topic", metavar="主题", help="科室材料属于哪个主题；不写就按内容认")] = "",
    apply: Annotated[bool, typer.Option("--apply", help="把建议写进资料（已有的数不改）")] = False,
) -> None:
    """导入：往年报告变成资料；科室材料变成填进资料的建议。"""
    from drafter.cli.importing import import_all, import_notes

    if not profile and (topic or apply):
        say("--topic 和 --apply 要和 --profile 资料.yaml 一起用", sys.stderr)
        raise typer.Exit(USAGE)
    raise typer.Exit(import_notes(files, profile, topic, out, apply) if profile else import_all(files, out))


@app.command(cls=Command)
def mine() -> None:
    """整理往年报告：从 seeds/reports 里的报告整理出措辞库。"""
    from drafter.cli.mining import mine_all

    raise typer.Exit(mine_all())


@app.command(cls=Command)
def table(
    names: Annotated[list[str], typer.Argument(metavar="资料", help="资料文件（.yaml）；--read 时后面还可以接着写几份表")],
    out: Annotated[str, typer.Option("-o", "--out", metavar="文件夹", help="表放在哪里；不写就放在 output 文件夹")] = "",
    returned: Annotated[list[str] | None, typer.Option("--read", metavar="表", help="读回填好的表（.xlsx），或放表的文件夹")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="读回时不再问，直接写进资料")] = False,
) -> None:
    """给各科室导出 Excel 填报表；填好以后读回资料。"""
    from drafter.cli.collecting import table as tables

    raise typer.Exit(tables(names, out, returned or [], yes))


@app.command(cls=Command)
def status(profile: Annotated[str, typer.Argument(metavar="资料", help="资料文件（.yaml）")]) -> None:
    """看一份资料填到哪里了：谁还没交，什么变化大，下一步做什么。"""
    from drafter.cli.status import show_status

    raise typer.Exit(show_status(profile))


@app.command(cls=Command)
def explain(
    name: Annotated[str, typer.Argument(metavar="名称", help="资料里的一项，或校核意见的编号，例如 行政处罚、C03")],
    profile: Annotated[str, typer.Option("--profile", metavar="资料", help="还要看它今年、去年填的数，用在哪几句；profiles 里只有一份时不用写")] = "",
) -> None:
    """讲一项怎么填、印成什么样、用在哪几句，或一条规则的依据。"""
    from drafter.cli.others import explain_name

    raise typer.Exit(explain_name(name, profile))


@app.command(cls=Command)
def rules() -> None:
    """列出全部校核规则。"""
    from drafter.cli.others import list_rules

    raise typer.Exit(list_rules())


@app.command(cls=Command)
def schema(out: Annotated[str, typer.Option("-o", "--out", metavar="文件", help="写到哪个文件；不写就显示出来")] = "") -> None:
    """输出资料的 JSON Schema，供编辑器提示和补全。"""
    from drafter.cli.others import write_schema

    raise typer.Exit(write_schema(out))


@app.command(cls=Command)
def doctor() -> None:
    """体检：看这台电脑和安装是不是齐全。"""
    from drafter.cli.others import check_up

    raise typer.Exit(check_up())


def run() -> int:
    """Run the command line and return its exit code; no traceback ever reaches the screen."""
    open_screens()
    if sys.argv[1:2] != ["draft"]:
        # The commonest command does not pay for the commands of another.
        from drafter.cli.phrases import app as phrases

        app.registered_groups = [group for group in app.registered_groups if group.name != "phrases"]
        app.add_typer(phrases, name="phrases")
    try:
        code = int(app(standalone_mode=False, prog_name="drafter") or DONE)
    except ClickException as error:
        say(complaint(error), sys.stderr)
        return USAGE
    except (KeyboardInterrupt, typer.Abort):
        code = CANCELLED
    except (MemoryError, RecursionError):
        say("内存不够，或资料层次太深，没有做完。把资料分成几个小文件再试", sys.stderr)
        return LIMIT
    except Exception:  # noqa: BLE001  the last net: the clerk gets a sentence, we get the details
        return _bug()
    if code == CANCELLED:
        from drafter.files.temporary import leave_nothing

        leave_nothing()
        say("已取消；已经写好的文件都是完整的", sys.stderr)
    return code


def _bug() -> int:
    """Write the details of an own bug to a log and say where it is."""
    import tempfile
    import traceback

    try:
        with tempfile.NamedTemporaryFile("w", prefix="drafter-", suffix=".log", delete=False, encoding="utf-8") as log:
            log.write(traceback.format_exc())
        say(f"程序内部出错；已经写好的文件都是完整的。详情已写入 {log.name}，请把它交给维护人员", sys.stderr)
    except OSError:
        say("程序内部出错；已经写好的文件都是完整的", sys.stderr)
    return BUG
