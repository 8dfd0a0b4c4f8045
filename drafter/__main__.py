"""``python -m drafter`` is the command ``drafter``."""

from drafter.cli import start

if __name__ == "__main__":
    start()
