"""The networks that find the points of faces, and those of eyes: train them, export them, measure them. Run from training/.

    python3 -m landmarks train    --task eyes --photographs FOLDER --drawn FOLDER [FOLDER ...] --out RUN
    python3 -m landmarks export   --run RUN --name eye-7 --version 2.0.0 --out FOLDER
    python3 -m landmarks evaluate --photographs FOLDER --drawn FOLDER --run RUN [--detector FILE]
"""
import json

import torch

from faces.train import read_weights
from runs import command_line, folder
from runs.from_onnx import load_weights

from .evaluate import evaluate, evaluate_found
from .export import export
from .faces import BadData
from .networks import scale_pixels
from .tasks import TASKS
from .train import Recipe, train, trained_network


def main():
    command_line.run(arguments(), BadData)


def arguments():
    parser, commands = command_line.create_parser('landmarks', __doc__)
    recipe = Recipe()
    ours = command_line.add_train(commands, run_train, recipe)
    ours.add_argument('--task', choices=TASKS, default=recipe.task)
    ours.add_argument('--samples', type=int, default=recipe.samples, help='a round')
    ours.add_argument('--drawn-share', type=float, default=recipe.drawn_share, help='of the samples')
    ours.add_argument('--only', choices=['lids'], help='of eyes: what learns, from --weights on; all else stays as it is')
    command_line.add_export(commands, run_export)
    measured = command_line.add_evaluate(commands, run_evaluate)
    measured.add_argument('--task', choices=TASKS, default=recipe.task, help='of an ONNX file')
    measured.add_argument('--detector', help='ONNX file of face-detector-gray: photographs in the boxes that it finds, too')
    for command in (ours, measured):
        command.add_argument('--photographs', help='folder with labels.jsonl')
        command.add_argument('--drawn', nargs='*', default=[], help='folders with truth.jsonl')
    return parser


def run_train(a):
    recipe = Recipe(task=a.task, rounds=a.rounds, samples=a.samples, seed=a.seed, rate=a.rate, drawn_share=a.drawn_share, only=a.only)
    train(recipe, a.photographs, a.drawn, a.out, a.minutes, a.weights)


def run_export(a):
    print(json.dumps(export(a.run, a.name, a.version, a.out)))


def run_evaluate(a):
    if a.run:
        state = folder.load(a.run)
        task, network = TASKS[state['settings']['task']](), trained_network(state)
    else:
        task = TASKS[a.task]()
        network = task.network().eval()
        load_weights(network, a.weights, scale_pixels(torch.zeros(1, network.rows, network.columns)))
    if a.detector and (task.name != 'landmarks' or a.photographs is None):
        raise BadData('--detector finds faces in photographs: it goes with the task landmarks, and with --photographs')
    detector = a.detector and read_weights(a.detector)
    told = evaluate(task, network, a.photographs, a.drawn)
    if detector:
        told |= evaluate_found(task, network, a.photographs, detector)
    print(json.dumps(told, indent=1))


if __name__ == '__main__':
    main()
