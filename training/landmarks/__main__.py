"""The networks that find the points of faces, and those of eyes: train them, export them, measure them. Run from training/.

    python3 -m landmarks train    --task eyes --photographs FOLDER --drawn FOLDER [FOLDER ...] --out RUN
    python3 -m landmarks export   --run RUN --name eye-7 --version 2.0.0 --out FOLDER
    python3 -m landmarks evaluate --photographs FOLDER --drawn FOLDER --run RUN
"""
import argparse
import json
import sys

import torch

from runs import folder
from runs.export import NotEqual
from runs.folder import OtherRun
from runs.from_onnx import OtherLayout, load_weights
from runs.runtime import RuntimeFailure

from .evaluate import evaluate
from .export import export
from .faces import BadData
from .networks import scale_pixels
from .tasks import TASKS
from .train import Recipe, train, trained_network


def main():
    a = arguments().parse_args()
    torch.set_num_threads(a.threads)
    try:
        a.command(a)
    except (BadData, OtherRun, OtherLayout, NotEqual, RuntimeFailure, FileNotFoundError) as error:
        sys.exit(f'{type(error).__name__}: {error}')


def arguments():
    ap = argparse.ArgumentParser(prog='landmarks', description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = ap.add_subparsers(required=True)
    recipe = Recipe()

    ours = commands.add_parser('train', help='train, or go on with a run that was stopped')
    ours.set_defaults(command=run_train)
    ours.add_argument('--task', choices=TASKS, default=recipe.task)
    ours.add_argument('--out', required=True, help='folder of the run')
    ours.add_argument('--rounds', type=int, default=recipe.rounds)
    ours.add_argument('--samples', type=int, default=recipe.samples, help='a round')
    ours.add_argument('--seed', type=int, default=recipe.seed)
    ours.add_argument('--rate', type=float, default=recipe.rate)
    ours.add_argument('--weights', help='ONNX file of the same network to start from')
    ours.add_argument('--minutes', type=float, help='stop after the round in which they are over')

    theirs = commands.add_parser('export', help='make the ONNX file and its manifest')
    theirs.set_defaults(command=lambda a: print(json.dumps(export(a.run, a.name, a.version, a.out))))
    theirs.add_argument('--run', required=True)
    theirs.add_argument('--name', required=True)
    theirs.add_argument('--version', required=True)
    theirs.add_argument('--out', required=True, help='folder')

    measured = commands.add_parser('evaluate', help='measure a run or an ONNX file')
    measured.set_defaults(command=run_evaluate)
    measured.add_argument('--task', choices=TASKS, default=recipe.task, help='of an ONNX file')
    source = measured.add_mutually_exclusive_group(required=True)
    source.add_argument('--run')
    source.add_argument('--weights', help='ONNX file')

    for command in (ours, measured):
        command.add_argument('--photographs', help='folder with labels.jsonl')
        command.add_argument('--drawn', nargs='*', default=[], help='folders with truth.jsonl')
    for command in (ours, theirs, measured):
        command.add_argument('--threads', type=int, default=1)
    return ap


def run_train(a):
    train(Recipe(task=a.task, rounds=a.rounds, samples=a.samples, seed=a.seed, rate=a.rate), a.photographs, a.drawn, a.out, a.minutes, a.weights)


def run_evaluate(a):
    if a.run:
        state = folder.load(a.run)
        task, network = TASKS[state['settings']['task']](), trained_network(state)
    else:
        task = TASKS[a.task]()
        network = task.network().eval()
        load_weights(network, a.weights, scale_pixels(torch.zeros(1, network.rows, network.columns)))
    print(json.dumps(evaluate(task, network, a.photographs, a.drawn), indent=1))


if __name__ == '__main__':
    main()
