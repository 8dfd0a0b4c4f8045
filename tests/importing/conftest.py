"""A project folder of its own for every test."""

from tests.cli.conftest import call, project

__all__ = ["call", "project"]
