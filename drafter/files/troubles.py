"""What can go wrong with writing, in the clerk's words: what happened, and what to do."""

from __future__ import annotations

import errno
from pathlib import Path

from drafter.finding import Finding, Severity

FULL = ("W001", "磁盘已满，或超出了允许的大小", "请清理磁盘，或用 -o 换一个盘，再生成一次。")
NO_RIGHT = ("W002", "没有写入的权限", "请换一个自己能写的文件夹（用 -o 指定），或请管理员开通权限。")
TOO_LONG = ("W003", "文件名或路径太长", "请把文件名改短，或换一个层次浅的文件夹。")
LOOP = ("W004", "这个名字是一个绕圈或断开的链接，不是普通文件", "请换一个文件名。")
NO_FOLDER = ("W005", "路径里有一段是文件，不是文件夹", "请检查路径，换一个文件夹。")
KINDS = {"ENOSPC": FULL, "EDQUOT": FULL, "EFBIG": FULL, "EACCES": NO_RIGHT, "EPERM": NO_RIGHT, "EROFS": NO_RIGHT,
         "ENAMETOOLONG": TOO_LONG, "ELOOP": LOOP, "ENOTDIR": NO_FOLDER, "EEXIST": NO_FOLDER}


def failed(target: Path, error: OSError) -> Finding:
    """Say why the system refused to write."""
    other = ("W006", f"系统报告读写出错（错误号{error.errno or '不明'}）", "请再试一次；仍不行就换一个盘或文件夹。")
    rule, fact, hint = KINDS.get(errno.errorcode.get(error.errno or 0, ""), other)
    return Finding(rule, Severity.ERROR, f"没有写成 {_shown(target)}：{fact}", hint=hint)


def refused(target: Path, error: ValueError) -> Finding:
    """Say that the file did not pass its own check."""
    return Finding("W007", Severity.ERROR, f"没有写成 {_shown(target)}：文件没有通过写入前的检查（{error}）",
                   hint="请再试一次；仍不行就是本程序的问题，请把这条信息交给维护人员。")


def no_file(target: Path, kind: str) -> Finding:
    """Say that something stands there that is no file."""
    return Finding("W004", Severity.ERROR, f"没有写成 {_shown(target)}：这是{kind}", hint="请换一个文件名。")


def bad_name(target: Path) -> Finding:
    """Say that the name itself cannot be used."""
    return Finding("W003", Severity.ERROR, f"没有写成 {_shown(target)}：文件名里有不能用的字符",
                   hint="请换一个文件名。")


def exists(target: Path) -> Finding:
    """Say that a file of this name is there and stays."""
    return Finding("W009", Severity.ERROR, f"没有写成 {_shown(target)}：已经有这个文件，原样保留",
                   hint="请换一个文件名；确实不要旧的，先把它移走或改名。")


def all_taken(target: Path) -> Finding:
    """Say that every draft number is in use."""
    return Finding("W008", Severity.ERROR, f"没有写成 {_shown(target)}：各稿都改动过或正开着，没有可用的文件名了",
                   hint="请把旧稿移到别的文件夹，再生成一次。")


def kept_edited(target: Path, written: Path) -> Finding:
    """Say that a changed or unknown file was left alone."""
    return Finding("W010", Severity.NOTE,
                   f"{target.name} 有人改动过，或不是本程序写的，原样保留；新稿写在 {written.name}",
                   hint="两份对照后留用一份；要让新稿用原来的名字，请先把旧稿移走或改名。")


def kept_locked(target: Path, owner: Path | None, written: Path) -> Finding:
    """Say that a file was open elsewhere."""
    left = f"如果确实没有打开，请删除旁边的 {owner.name}。" if owner else "如果没有打开，请看它是不是设成了只读。"
    return Finding("W011", Severity.NOTE, f"{target.name} 正在 Word、WPS 等程序中打开，未改动；新稿写在 {written.name}",
                   hint=f"关闭后再生成一次，就会更新 {target.name}。{left}")


def damaged_record(path: Path) -> Finding:
    """Say that the record cannot be read."""
    return Finding("W012", Severity.WARN, f"{path.name} 读不出来，分不清旧稿有没有人改过，一律按改过处理，原样保留",
                   hint="不用处理，本次会重写这份记录。")


def unwritten_record(path: Path, error: OSError) -> Finding:
    """Say that the record could not be brought up to date."""
    return Finding("W013", Severity.WARN, f"{path.name} 没有写成（错误号{error.errno or '不明'}）",
                   hint="文件不受影响；只是下次会把它当作改动过的，另写一稿。")


def changed_meanwhile(path: Path) -> Finding:
    """Say that a file is not what it was when it was read."""
    return Finding("W014", Severity.ERROR, f"{path.name} 在这期间被改过，没有写进去，原样保留",
                   hint="请再运行一次，会按改过的内容重新比对；要保留两份，就先把它另存一个名字。")


def open_elsewhere(path: Path, owner: Path) -> Finding:
    """Say that a file that was to be changed is open elsewhere."""
    return Finding("W015", Severity.ERROR, f"{path.name} 正在别的程序中打开，没有写进去",
                   hint=f"请保存并关闭后再运行一次。如果确实没有打开，请删除旁边的 {owner.name}。")


def _shown(path: Path) -> str:
    """Return the path as it can be printed anywhere, lone surrogates and control characters included."""
    return "".join(letter if letter.isprintable() else "?" for letter in str(path))
