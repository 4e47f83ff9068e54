"""The network that finds faces: train it, export it, measure it. Run from training/.

    python3 -m faces train    --data FOLDER --out RUN
    python3 -m faces export   --run RUN --name face-detector-gray --version 1.1.0 --out FOLDER
    python3 -m faces evaluate --data FOLDER --run RUN
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
from .network import Detector
from .pictures import BadData
from .train import EXAMPLE, Recipe, train, trained_network


def main():
    a = arguments().parse_args()
    torch.set_num_threads(a.threads)
    try:
        a.command(a)
    except (BadData, OtherRun, OtherLayout, NotEqual, RuntimeFailure, FileNotFoundError) as error:
        sys.exit(f'{type(error).__name__}: {error}')


def arguments():
    ap = argparse.ArgumentParser(prog='faces', description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = ap.add_subparsers(required=True)
    recipe = Recipe()

    ours = commands.add_parser('train', help='train, or go on with a run that was stopped')
    ours.set_defaults(command=run_train)
    ours.add_argument('--out', required=True, help='folder of the run')
    ours.add_argument('--rounds', type=int, default=recipe.rounds)
    ours.add_argument('--scenes', type=int, default=recipe.scenes, help='training pictures a round')
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

    measured = commands.add_parser('evaluate', help='measure a run or an ONNX file on the validation split')
    measured.set_defaults(command=run_evaluate)
    source = measured.add_mutually_exclusive_group(required=True)
    source.add_argument('--run')
    source.add_argument('--weights', help='ONNX file')

    for command in (ours, measured):
        command.add_argument('--data', required=True, help='folder with labels.jsonl')
    for command in (ours, theirs, measured):
        command.add_argument('--threads', type=int, default=1)
    return ap


def run_train(a):
    train(Recipe(rounds=a.rounds, scenes=a.scenes, seed=a.seed, rate=a.rate), a.data, a.out, a.minutes, a.weights)


def run_evaluate(a):
    if a.run:
        network = trained_network(folder.load(a.run))
    else:
        network = Detector().eval()
        load_weights(network, a.weights, EXAMPLE)
    print(json.dumps(evaluate(network, a.data), indent=1))


if __name__ == '__main__':
    main()
