"""A run -> model.onnx, its manifest, and training.json that says how it was made."""
import os
import warnings

import numpy as np
import torch

from runs import folder, runtime
from runs.files import sha256_of, write_json
from runs.provenance import commit

from .networks import answers
from .tasks import TASKS
from .train import trained_network

OPSET = 13

# Numbers of the file may differ from torch's by rounding alone.
TOLERANCE = 1e-4


class NotEqual(Exception):
    """The exported file does not answer as the network does."""


def export(run, name, version, out):
    """
    @returns what training.json says
    @raises FileNotFoundError where no round was finished, NotEqual where onnxruntime answers otherwise than torch
    """
    state = folder.load(run)
    os.makedirs(out, exist_ok=True)
    path = os.path.join(out, 'model.onnx')
    network = trained_network(state)
    write_onnx(network, path)
    difference = check_equal(network, path)
    write_json(os.path.join(out, 'manifest.json'), manifest(TASKS[state['settings']['task']], name, version, sha256_of(path)))
    made = {'settings': state['settings'], 'rounds_done': len(state['history']), 'trained_at_commit': state['commit'],
            'exported_at_commit': commit(), 'largest_difference_from_torch': difference}
    write_json(os.path.join(out, 'training.json'), made)
    return made


def write_onnx(network, path):
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')  # that the exporter is the older one
        torch.onnx.export(network, (torch.zeros(1, 1, network.rows, network.columns),), path, dynamo=False, opset_version=OPSET,
                          input_names=['input'], output_names=['points'], dynamic_axes={'input': {0: 'n'}, 'points': {0: 'n'}})


def check_equal(network, path):
    """The largest difference of a number between torch and onnxruntime, on noise."""
    crops = np.random.default_rng(1).integers(0, 256, (7, network.rows, network.columns), dtype=np.uint8)
    theirs = runtime.ask(path, crops, ['points'], mean=127.5, std=64)['points']
    difference = float(np.abs(answers(network, torch.from_numpy(crops)).flatten(1).numpy() - theirs).max())
    if not difference <= TOLERANCE:
        raise NotEqual(f'{path}: numbers differ from those of torch by up to {difference}')
    return difference


def manifest(task, name, version, sha256):
    """As libs/vision reads it. `default` is decided by whoever ships it."""
    return {
        'name': name, 'version': version, 'role': task.role, 'default': False, 'file': 'model.onnx', 'sha256': sha256,
        'license': 'Apache-2.0',
        'trained_on': ['drawn faces with exact labels',
                       'faces labelled by a teacher network (LFW, YouTube Faces, mask and web sets, film clips)'],
        'input': {'name': 'input', 'layout': 'NCHW', 'width': task.network.columns, 'height': task.network.rows, 'channels': 'gray',
                  'scale': 1, 'mean': [127.5], 'std': [64], **task.crop_form},
        'output': {'name': 'points', 'kind': 'points', 'labels': []},
        'heads': {},
    }
