"""A run -> model.onnx, its manifest, and training.json that says how it was made."""
import os

import numpy as np
import torch

from runs import folder, runtime
from runs.export import largest_difference, origin_of_rounds, write_manifest, write_onnx, write_origin

from .networks import answers
from .tasks import TASKS
from .train import trained_network

OPSET = 13

# Numbers of the file may differ from torch's by rounding alone.
TOLERANCE = 1e-4

TRAINED_ON = ['drawn faces with exact labels', 'faces labelled by a teacher network (LFW, YouTube Faces, mask and web sets, film clips)']


def export(run, name, version, out):
    """
    @returns what training.json says
    @raises FileNotFoundError where no round was finished, runs.export.NotEqual where onnxruntime answers otherwise than torch
    """
    state = folder.load(run)
    task = TASKS[state['settings']['task']]
    os.makedirs(out, exist_ok=True)
    path = os.path.join(out, 'model.onnx')
    network = trained_network(state)
    write_onnx(network, torch.zeros(1, 1, network.rows, network.columns), path, ['points'], {'input': {0: 'n'}, 'points': {0: 'n'}}, OPSET)
    difference = compare(network, path)
    write_manifest(out, name, version, task.role, TRAINED_ON, form(task))
    return write_origin(out, origin_of_rounds(state), {'largest_difference_from_torch': difference})


def compare(network, path):
    """On noise."""
    crops = np.random.default_rng(1).integers(0, 256, (7, network.rows, network.columns), dtype=np.uint8)
    theirs = runtime.ask(path, crops, ['points'], mean=127.5, std=64)['points']
    return largest_difference(path, [answers(network, torch.from_numpy(crops)).flatten(1)], [theirs], TOLERANCE)


def form(task):
    """What libs/vision has to know of the network."""
    return {
        'input': {'name': 'input', 'layout': 'NCHW', 'width': task.network.columns, 'height': task.network.rows, 'channels': 'gray',
                  'scale': 1, 'mean': [127.5], 'std': [64], **task.crop_form},
        'output': {'name': 'points', 'kind': 'points', 'labels': []},
        'heads': {},
    }
