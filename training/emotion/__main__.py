"""Networks that read emotions: train them, export them, measure them. Run from training/.

    python3 -m emotion train    --data fer2013.npz --network s4 --out RUN
    python3 -m emotion export   --data fer2013.npz --run RUN --name emotion-s4 --version 1.0.0 --out FOLDER [--int8]
    python3 -m emotion evaluate --data fer2013.npz --model FOLDER/model.onnx --out FOLDER
"""
import json
import os

from runs import command_line

from . import tables
from .augmentation import AUGMENTATIONS
from .data import BadData, read_faces
from .evaluate import evaluate
from .export import export
from .networks import NETWORKS
from .train import Recipe, train
from .trained import read_run, read_weights


def main():
    command_line.run(arguments(), BadData)


def arguments():
    parser, commands = command_line.create_parser('emotion', __doc__)
    recipe = Recipe('s4')

    ours = command_line.add_train(commands, run_train, recipe, 'epoch')
    ours.add_argument('--network', choices=NETWORKS, default='s4')
    ours.add_argument('--batch', type=int, default=recipe.batch)
    ours.add_argument('--optimiser', choices=['sgd', 'muon'], default=recipe.optimiser,
                      help='muon: for residual networks')
    ours.add_argument('--augmentation', choices=AUGMENTATIONS, default=recipe.augmentation,
                      help='how much the pictures are changed')
    ours.add_argument('--precision', choices=['bf16', 'fp32'], default=recipe.precision)
    ours.add_argument('--teacher', nargs='+', default=[], metavar='RUN',
                      help='folders of runs, or float ONNX files of the same network, to learn from together')
    ours.add_argument('--views', type=from_one_on, default=recipe.views, metavar='N',
                      help='looks at each face, which a teacher is asked about once each (default: another look each epoch)')
    ours.add_argument('--device', default='cpu', help='cpu or cuda')

    theirs = commands.add_parser('export', help='make the ONNX file and its manifest')
    theirs.set_defaults(command=run_export)
    source = theirs.add_mutually_exclusive_group(required=True)
    source.add_argument('--run', help='folder of a run')
    source.add_argument('--weights', help='float ONNX file of --network, to calibrate and quantise it anew')
    theirs.add_argument('--network', choices=NETWORKS, default='s4', help='what --weights holds')
    theirs.add_argument('--name', required=True)
    theirs.add_argument('--version', required=True)
    theirs.add_argument('--int8', action='store_true')

    measured = commands.add_parser('evaluate', help='measure ONNX files')
    measured.set_defaults(command=run_evaluate)
    measured.add_argument('--model', required=True, nargs='+')
    measured.add_argument('--float', metavar='FILE', help='what the first model was made of, to compare it with')
    measured.add_argument('--into', nargs='*', default=[], help='Markdown files whose marked places get the tables')

    for command in (theirs, measured):
        command.add_argument('--out', required=True, help='folder')
        command_line.add_threads(command)
    for command in (ours, theirs, measured):
        command.add_argument('--data', required=True, help='fer2013.npz')
    return parser


def from_one_on(text):
    number = int(text)
    if number < 1:
        raise ValueError(f'{text} is less than 1')
    return number


def run_train(a):
    recipe = Recipe(a.network, a.epochs, a.seed, a.batch, a.augmentation, a.optimiser, a.rate, precision=a.precision,
                    views=a.views)
    train(recipe, a.data, a.out, a.device, a.teacher, a.minutes, a.weights)


def run_export(a):
    network, origin = read_run(a.run) if a.run else read_weights(a.weights, a.network)
    print(json.dumps(export(network, origin, a.data, a.name, a.version, a.out, a.int8)))


def run_evaluate(a):
    os.makedirs(a.out, exist_ok=True)
    faces = read_faces(a.data)
    results = [evaluate(model, faces, a.float if i == 0 else None) for i, model in enumerate(a.model)]
    blocks = {}
    for result in results:
        blocks[result['name']] = tables.report(result, written_command([result['model']], result['float']))
        write(os.path.join(a.out, result['name'] + '.json'), json.dumps(result, indent=1) + '\n')
    blocks['summary'] = tables.summary(results, written_command([result['model'] for result in results]))
    for name, block in blocks.items():
        write(os.path.join(a.out, name + '.md'), block)
    for path in a.into:
        with open(path) as file:
            text = file.read()
        for name, block in blocks.items():
            text = tables.put_into(text, name, block)
        write(path, text)
    print(blocks['summary'])


def written_command(models, compared=None):
    """The command as a reader can repeat it, without the folders of this machine."""
    whole = '' if compared is None else f" --float {compared['model']}"
    return f"cd training && python3 -m emotion evaluate --data fer2013.npz --model {' '.join(models)}{whole} --out OUT"


def write(path, text):
    with open(path, 'w') as file:
        file.write(text)


if __name__ == '__main__':
    main()
