"""A run of rounds, each of which a killed run goes on after."""
import json
import os
import time

from . import folder
from .provenance import commit


def run_rounds(out, settings, rounds, open_trainer, minutes=None, weights=None):
    """
    Runs, or goes on with, the run in `out`; prints one JSON line a round.

    @param open_trainer makes what has run_round(number), state(), restore(state) and start_from(weights)
    @param minutes stop after the round in which they are over (the next call goes on)
    @raises folder.OtherRun, and what the trainer raises
    """
    os.makedirs(out, exist_ok=True)
    before = folder.load_to_continue(out, settings)
    trainer = open_trainer()
    history = []
    if before is not None:
        trainer.restore(before)
        history = before['history']
        folder.write_log(out, history)
    elif weights is not None:
        trainer.start_from(weights)
    started = time.monotonic()
    for number in range(len(history) + 1, rounds + 1):
        if minutes is not None and time.monotonic() - started > 60 * minutes:
            break
        history.append(trainer.run_round(number))
        folder.save(out, {**trainer.state(), 'settings': settings, 'history': history, 'commit': commit()})
        print(json.dumps(history[-1]), flush=True)
