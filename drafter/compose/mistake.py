"""What ends a composing: a template or a wording that its author has to mend."""

from drafter.finding import Finding


class TemplateMistake(Exception):
    """A template could not be rendered, or no wording fits; carries the finding for the author."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding
