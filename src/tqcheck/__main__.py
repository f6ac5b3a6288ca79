"""``python -m tqcheck`` is the command ``tqcheck``."""

import sys

from .cli import program

if __name__ == "__main__":
    sys.exit(program())
