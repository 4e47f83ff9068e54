"""What the command lines of the trainings share."""
import argparse
import sys

import torch

from .export import NotEqual
from .folder import OtherRun
from .from_onnx import OtherLayout
from .runtime import RuntimeFailure


def create_parser(name, description):
    """@returns the parser, and what its commands are added to"""
    parser = argparse.ArgumentParser(prog=name, description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    return parser, parser.add_subparsers(required=True)


def add_train(commands, command, recipe, unit='round'):
    """@param recipe with the defaults, of `unit`s too"""
    parser = commands.add_parser('train', help='train, or go on with a run that was stopped')
    parser.set_defaults(command=command)
    parser.add_argument('--out', required=True, help='folder of the run')
    parser.add_argument(f'--{unit}s', type=int, default=getattr(recipe, f'{unit}s'))
    parser.add_argument('--seed', type=int, default=recipe.seed)
    parser.add_argument('--rate', type=float, default=recipe.rate)
    parser.add_argument('--weights', help='float ONNX file of the same network to start from')
    parser.add_argument('--minutes', type=float, help=f'stop after the {unit} in which they are over')
    add_threads(parser)
    return parser


def add_export(commands, command):
    parser = commands.add_parser('export', help='make the ONNX file and its manifest')
    parser.set_defaults(command=command)
    parser.add_argument('--run', required=True)
    parser.add_argument('--name', required=True)
    parser.add_argument('--version', required=True)
    parser.add_argument('--out', required=True, help='folder')
    add_threads(parser)
    return parser


def add_evaluate(commands, command):
    parser = commands.add_parser('evaluate', help='measure a run or an ONNX file')
    parser.set_defaults(command=command)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument('--run')
    source.add_argument('--weights', help='ONNX file')
    add_threads(parser)
    return parser


def add_threads(parser):
    parser.add_argument('--threads', type=int, default=1)


def run(parser, bad_data):
    """
    Does what is asked for; a fault that a user can mend ends it with one line.

    @param bad_data what is raised for data that cannot be used
    """
    a = parser.parse_args()
    torch.set_num_threads(a.threads)
    try:
        a.command(a)
    except (bad_data, OtherRun, OtherLayout, NotEqual, RuntimeFailure, FileNotFoundError) as error:
        sys.exit(f'{type(error).__name__}: {error}')
