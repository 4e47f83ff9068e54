"""The folder of a run: checkpoint.pt (everything to go on from) and log.jsonl (one line an epoch)."""
import json
import os

import torch


class OtherRun(Exception):
    """The folder holds a run with other settings."""


def save(folder, state):
    """Whole or not at all: a run that is killed while it writes keeps the checkpoint before."""
    path = checkpoint_path(folder)
    torch.save(state, path + '.part')
    os.replace(path + '.part', path)
    write_log(folder, state['history'])


def write_log(folder, history):
    """From the checkpoint's own history, so that the log never tells of an epoch that was lost."""
    path = os.path.join(folder, 'log.jsonl')
    with open(path + '.part', 'w') as file:
        file.writelines(json.dumps(line) + '\n' for line in history)
    os.replace(path + '.part', path)


def load(folder):
    """Raises FileNotFoundError where no epoch was finished."""
    return torch.load(checkpoint_path(folder), map_location='cpu', weights_only=True)


def load_to_continue(folder, settings):
    """The checkpoint, or None where there is none; raises OtherRun unless its settings are the same."""
    if not os.path.exists(checkpoint_path(folder)):
        return None
    state = load(folder)
    if state['settings'] != settings:
        differing = sorted(key for key in settings.keys() | state['settings'].keys()
                           if settings.get(key) != state['settings'].get(key))
        raise OtherRun(f'{folder} holds a run with other settings ({", ".join(differing)}): choose another folder')
    return state


def checkpoint_path(folder):
    return os.path.join(folder, 'checkpoint.pt')
