"""Running the rules: every file of rules/ exports one RULE."""

from __future__ import annotations

from drafter.check.paper import Paper
from drafter.check.rule import Rule
from drafter.check.rules import (
    causes_given,
    congress_ahead,
    congress_complete,
    copied_from_last,
    equal_to_last,
    fact_printed,
    feedback_answered,
    heading_promise,
    heading_style,
    heading_years,
    jump_from_last,
    level_words,
    measure_word,
    must_mention,
    note_to_self,
    numbering,
    one_value,
    part_of_whole,
    plan_in_force,
    problem_answered,
    promise_kept,
    rate_of_parts,
    repeated_sentence,
    required_contents,
    stale_year,
    to_fill,
    uncited_claim,
    uncited_number,
)
from drafter.finding import Finding

RULES: tuple[Rule, ...] = tuple(sorted((module.RULE for module in (
    causes_given, congress_ahead, congress_complete, copied_from_last, equal_to_last, fact_printed,
    feedback_answered, heading_promise, heading_style, heading_years, jump_from_last, level_words, measure_word,
    must_mention, note_to_self, numbering, one_value, part_of_whole, plan_in_force, problem_answered, promise_kept, rate_of_parts,
    repeated_sentence, required_contents, stale_year, to_fill, uncited_claim, uncited_number,
)), key=lambda rule: rule.id))


def run(paper: Paper) -> list[Finding]:
    """Return what the rules find in a report, in the order of its lines."""
    found = [finding for rule in RULES for finding in rule.check(paper)]
    return sorted(found, key=lambda finding: (finding.place.file if finding.place else "", finding.place.line if finding.place else 0))
