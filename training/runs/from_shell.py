"""For tests: a command as from the shell, in this process."""
import sys
from contextlib import redirect_stdout
from io import StringIO


def from_shell(main, name, *words):
    """@returns what it printed"""
    printed, before = StringIO(), sys.argv
    sys.argv = [name, *words]
    try:
        with redirect_stdout(printed):
            main()
    finally:
        sys.argv = before
    return printed.getvalue()
