"""The network that finds faces: train it, export it, measure it. Run from training/.

    python3 -m faces train    --data FOLDER --out RUN
    python3 -m faces export   --run RUN --name face-detector-gray --version 1.1.0 --out FOLDER
    python3 -m faces evaluate --data FOLDER --run RUN
"""
import json

from runs import command_line, folder

from .evaluate import evaluate
from .export import export
from .network import STRIDES
from .pictures import BadData
from .train import Recipe, read_weights, train, trained_network


def main():
    command_line.run(arguments(), BadData)


def arguments():
    parser, commands = command_line.create_parser('faces', __doc__)
    recipe = Recipe()
    ours = command_line.add_train(commands, run_train, recipe)
    ours.add_argument('--scenes', type=int, default=recipe.scenes, help='training pictures a round')
    theirs = command_line.add_export(commands, run_export)
    theirs.add_argument('--raise-scores', nargs=len(STRIDES), type=float, default=(0.0,) * len(STRIDES), metavar='LOGITS',
                        help='added to the scores of each grid before the sigmoid')
    measured = command_line.add_evaluate(commands, run_evaluate)
    for command in (ours, measured):
        command.add_argument('--data', required=True, help='folder with labels.jsonl')
    return parser


def run_train(a):
    train(Recipe(rounds=a.rounds, scenes=a.scenes, seed=a.seed, rate=a.rate), a.data, a.out, a.minutes, a.weights)


def run_export(a):
    print(json.dumps(export(a.run, a.name, a.version, a.out, a.raise_scores)))


def run_evaluate(a):
    network = trained_network(folder.load(a.run)) if a.run else read_weights(a.weights)
    print(json.dumps(evaluate(network, a.data), indent=1))


if __name__ == '__main__':
    main()
