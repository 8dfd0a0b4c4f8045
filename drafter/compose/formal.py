"""The formal form (上报) of a composed report: the same text, with what GB/T 9704—2012 puts around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from drafter.compose.phrasing import MISSING
from drafter.finding import Address
from drafter.kind import Kind
from drafter.profile import Profile
from drafter.report import Attachment, Cited, Formal, Report, Run, Text
from drafter.schema import Fact

ORIGIN = "资料"
NO_NUMBER = "〔　　〕　　号"
"""A number that nobody gave yet: its place on the paper, to be filled in by hand or after signing."""
OPEN_NUMBER = ("〕号", "〕　　号")


def formal(report: Report, profile: Profile, kind: Kind, attachments: Sequence[Attachment] = ()) -> Report:
    """Return the report as a formal copy; what the form needs and nobody gave is a mark to be filled in."""
    given = profile.document
    made = Formal(
        mark=tuple(_cited(fact) for fact in given.mark) or _organs(report, profile, kind),
        suffix=(Text("文件"),) if given.suffix else (),
        number=_number(given.number),
        signers=_listed(given.signers, ("公文", "签发人")),
        recipients=_listed(given.recipients, ("公文", "主送")) if given.recipients else _recipients(profile, kind),
        attachments=tuple(attachments),
        note=_cited(given.note),
        copies=tuple(_cited(fact) for fact in given.copies),
        printer=_cited(given.printer or Fact("", ("公文", "印发机关"))),
        printed=_cited(given.printed or Fact("", ("公文", "印发日期"))),
        stage=_cited(given.stage),
        sealed=given.sealed,
        preprinted=given.preprinted,
    )
    date = report.head.date or (_signed(profile) if profile.signed else _cited(Fact("", ("成文日期",))))
    head = report.head._replace(signatures=report.head.signatures or _organs(report, profile, kind), date=date)
    return report._replace(head=head, formal=made)


def _organs(report: Report, profile: Profile, kind: Kind) -> tuple[tuple[Run, ...], ...]:
    """Return the organs that issue the report: those of 署名, else the government of the unit by its full name."""
    if report.head.signatures:
        return report.head.signatures
    name = profile.unit.text
    whole = name if name.endswith((own := kind.levels[profile.level])["政府全称"]) else name + own["政府全称"]
    return ((Cited(whole, (profile.unit.at, ("级别",)), ORIGIN),),)


def _recipients(profile: Profile, kind: Kind) -> tuple[tuple[Run, ...], ...]:
    """Return the organs that the kind sends such a report to."""
    words = kind.official.recipients
    for slot, word in {**kind.levels[profile.level], **kind.superiors[profile.superior]}.items():
        words = words.replace(f"{{{slot}}}", word)
    if not words:
        return _listed((), ("公文", "主送"))
    return tuple((Cited(part, (("上级",),), ORIGIN),) for part in words.split("、"))


def _number(fact: Fact | None) -> tuple[Run, ...]:
    """Return 发文字号 as given, with its place left where the number is still open."""
    if fact is None or fact.blank:
        return (Text(NO_NUMBER),)
    return (Cited(fact.text.replace(*OPEN_NUMBER), (fact.at,), ORIGIN),)


def _signed(profile: Profile) -> tuple[Run, ...]:
    """Return the date of signature, for a profile that gives it without 署名."""
    day = profile.signed
    return _cited(Fact(f"{day.year}年{day.month}月{day.day}日", ("成文日期",))) if day else ()


def _listed(facts: Iterable[Fact], at: Address) -> tuple[tuple[Run, ...], ...]:
    """Return names, or the mark that they are to be filled in."""
    return tuple(_cited(fact) for fact in facts) or (_cited(Fact("", at)),)


def _cited(fact: Fact | None) -> tuple[Run, ...]:
    """Return a fact as a run; a blank one as the mark that it is to be filled in, none as nothing."""
    if fact is None:
        return ()
    return (Cited(fact.text or MISSING.format(fact.at[1] if len(fact.at) > 1 else fact.at[0]), (fact.at,), ORIGIN),)
