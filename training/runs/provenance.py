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
    """As a reader would write it who stands in training/: relative to it, or the name alone where it is elsewhere."""
    path, root = os.path.realpath(path), os.path.realpath(REPOSITORY)
    return os.path.relpath(path, os.path.join(root, 'training')) if path.startswith(root + os.sep) else os.path.basename(path)


def _git(*arguments):
    return subprocess.run(['git', *arguments], cwd=REPOSITORY, check=True, capture_output=True, text=True).stdout.strip()
