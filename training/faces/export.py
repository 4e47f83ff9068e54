"""A run -> model.onnx, its manifest, and training.json that says how it was made."""
import os
import warnings

import numpy as np
import torch

from runs import folder, runtime
from runs.files import sha256_of, write_json
from runs.provenance import commit

from .network import STRIDES, Shipped, scale_pixels
from .train import trained_network

OPSET = 13


# Numbers of the file may differ from torch's by rounding alone.
TOLERANCE = 1e-3


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
    write_json(os.path.join(out, 'manifest.json'), manifest(name, version, sha256_of(path)))
    made = {'settings': state['settings'], 'rounds_done': len(state['history']), 'trained_at_commit': state['commit'],
            'exported_at_commit': commit(), 'largest_difference_from_torch': difference}
    write_json(os.path.join(out, 'training.json'), made)
    return made


def write_onnx(network, path):
    """Batch, height and width stay open."""
    axes = {'input': {0: 'n', 2: 'h', 3: 'w'}, **{f'p{stride}': {0: 'n', 2: f'h{stride}', 3: f'w{stride}'} for stride in STRIDES}}
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')  # that the exporter is the older one
        torch.onnx.export(Shipped(network).eval(), (torch.zeros(1, 1, 64, 96),), path, dynamo=False, opset_version=OPSET,
                          input_names=['input'], output_names=[f'p{stride}' for stride in STRIDES], dynamic_axes=axes)


@torch.no_grad()
def check_equal(network, path):
    """The largest difference of a number between torch and onnxruntime, on noise of a size other than the exporter's."""
    images = np.random.default_rng(1).integers(0, 256, (3, 96, 160), dtype=np.uint8)
    names = [f'p{stride}' for stride in STRIDES]
    theirs = runtime.ask(path, images, names, mean=127.5, std=128)
    ours = Shipped(network).eval()(scale_pixels(torch.from_numpy(images)[:, None]))
    difference = max(float(np.abs(one.numpy() - theirs[name]).max()) for name, one in zip(names, ours))
    if not difference <= TOLERANCE:
        raise NotEqual(f'{path}: numbers differ from those of torch by up to {difference}')
    return difference


def manifest(name, version, sha256):
    """As libs/vision reads it. `default` is decided by whoever ships it."""
    return {
        'name': name, 'version': version, 'role': 'detector', 'default': False, 'file': 'model.onnx', 'sha256': sha256,
        'license': 'Apache-2.0',
        'trained_on': ['faces labelled by a teacher network (LFW, YouTube Faces, mask and web sets)', 'drawn lettering as negatives'],
        'input': {'name': 'input', 'layout': 'NCHW', 'width': None, 'height': None, 'multiple': 32, 'channels': 'gray', 'scale': 1,
                  'mean': [127.5], 'std': [128], 'crop': 'frame'},
        'output': {'name': 'p8', 'kind': 'face-grid', 'labels': []},
        'heads': {'stride16': {'name': 'p16', 'labels': []}, 'stride32': {'name': 'p32', 'labels': []}},
    }
