"""Which code made a file."""
import os
import subprocess

REPOSITORY = os.path.abspath(os.path.join(os.path.dirname(__file__), '..', '..'))


def commit():
    """Hash of the commit, with `+changes` where files differ from it or are new; `unknown` outside of git."""
    try:
        head = _git('rev-parse', 'HEAD')
        return head + '+changes' if _git('status', '--porcelain') else head
    except (OSError, subprocess.CalledProcessError):
        return 'unknown'


def shown_path(path):
    """As a reader of the repository would write it: relative to it, or the name alone."""
    path = os.path.realpath(path)
    inside = path.startswith(os.path.realpath(REPOSITORY) + os.sep)
    return os.path.relpath(path, os.path.realpath(REPOSITORY)) if inside else os.path.basename(path)


def _git(*arguments):
    return subprocess.run(['git', *arguments], cwd=REPOSITORY, check=True, capture_output=True, text=True).stdout.strip()
