"""Help and complaints of the command line in Chinese: nothing of the library's English reaches the screen."""

from __future__ import annotations

from typer._click import Context, HelpFormatter, exceptions
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from drafter.cli.screen import CALL, say

ClickException = exceptions.ClickException
FOOT = "退出码：0 完成　1 资料有错误　2 命令写错　3 定稿还有待填　4 写不了文件　5 本机缺东西　130 已取消"


class Command(TyperCommand):
    """A command whose help is Chinese."""

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write usage, what the command does, its arguments and its options."""
        arguments = [param for param in self.params if isinstance(param, TyperArgument)]
        options = [param for param in self.params if isinstance(param, TyperOption) and not param.hidden]
        named = " ".join(f"{param.metavar or param.name}{'…' if param.nargs == -1 else ''}" for param in arguments)
        usage = " ".join(filter(None, (ctx.command_path, named, "[选项]" if options else "")))
        formatter.write(f"用法：{usage}\n\n{self.help or ''}\n")
        rows = [(param.metavar or str(param.name), getattr(param, "help", None) or "") for param in arguments]
        _table(formatter, "填什么", rows)
        _table(formatter, "选项", [("、".join(param.opts), param.help or "") for param in options])

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """Return the option --help, which speaks through our own screen."""
        return _through_screen(super().get_help_option(ctx))


class Group(TyperGroup):
    """The whole program, whose help is Chinese."""

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write what the program is and its commands."""
        formatter.write(f"用法：{ctx.command_path} 命令 …\n\n{self.help or ''}\n")
        rows = [(name, (self.commands[name].help or "").split("\n")[0]) for name in self.list_commands(ctx)]
        _table(formatter, "命令", rows)
        formatter.write(f"\n每条命令后面加 --help 看怎么用。\n{FOOT}\n")

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """Return the option --help, which speaks through our own screen."""
        return _through_screen(super().get_help_option(ctx))


def _through_screen(option: TyperOption | None) -> TyperOption | None:
    """Return the option with a callback that no broken screen can stop."""
    if option:
        option.callback = _show_help
    return option


def _show_help(ctx: Context, _: object, asked: bool) -> None:
    """Show the help and end."""
    if asked and not ctx.resilient_parsing:
        say(ctx.get_help())
        ctx.exit()


def _table(formatter: HelpFormatter, title: str, rows: list[tuple[str, str]]) -> None:
    """Write a titled table, if it has rows."""
    if rows:
        formatter.write(f"\n{title}：\n")
        for name, said in rows:
            formatter.write(f"  {name}　{said}\n")


def complaint(error: exceptions.ClickException) -> str:
    """Return in Chinese what is wrong with a command line, and where to look; without any command, the help itself."""
    context = error.ctx if isinstance(error, exceptions.UsageError) else None
    if isinstance(error, exceptions.NoArgsIsHelpError) and context:
        return context.get_help()
    called = context.command_path.replace("drafter", CALL, 1) if context else CALL
    return f"{_wrong(error)}\n下一步：看看怎么用  {called} --help"


def _wrong(error: exceptions.ClickException) -> str:
    """Return what is wrong with a command line."""
    if isinstance(error, exceptions.NoSuchOption):
        near = f"，是不是 {error.possibilities[0]}" if error.possibilities else ""
        return f"没有“{error.option_name}”这个选项{near}"
    if isinstance(error, exceptions.MissingParameter):
        name = (error.param.metavar or error.param.name) if error.param else ""
        return f"还缺“{name}”"
    if isinstance(error, exceptions.BadOptionUsage):
        return f"选项“{error.option_name}”后面缺内容"
    if isinstance(error, exceptions.BadParameter):
        name = (error.param.metavar or error.param.name) if error.param else ""
        return f"“{name}”填得不对"
    quoted = error.message.replace('"', "'").split("'")
    near = f"，是不是 {quoted[3]}" if len(quoted) > 4 else ""
    return f"没有“{quoted[1]}”这条命令{near}" if len(quoted) > 2 else "命令写得不对"
