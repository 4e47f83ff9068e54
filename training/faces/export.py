"""A run -> model.onnx, its manifest, and training.json that says how it was made."""
import os

import numpy as np
import torch

from runs import folder, runtime
from runs.export import largest_difference, origin_of_rounds, write_manifest, write_onnx, write_origin

from .network import STRIDES, Shipped, scale_pixels
from .train import trained_network

OPSET = 13

# Numbers of the file may differ from torch's by rounding alone.
TOLERANCE = 1e-3

OUTPUTS = [f'p{stride}' for stride in STRIDES]

# Batch, height and width stay open.
AXES = {'input': {0: 'n', 2: 'h', 3: 'w'}, **{f'p{stride}': {0: 'n', 2: f'h{stride}', 3: f'w{stride}'} for stride in STRIDES}}

TRAINED_ON = ['faces labelled by a teacher network (LFW, YouTube Faces, mask and web sets)', 'drawn lettering as negatives']

# What libs/vision has to know of the network.
FORM = {
    'input': {'name': 'input', 'layout': 'NCHW', 'width': None, 'height': None, 'multiple': 32, 'channels': 'gray', 'scale': 1,
              'mean': [127.5], 'std': [128], 'crop': 'frame'},
    'output': {'name': 'p8', 'kind': 'face-grid', 'labels': []},
    'heads': {'stride16': {'name': 'p16', 'labels': []}, 'stride32': {'name': 'p32', 'labels': []}},
}


def export(run, name, version, out, raised=(0.0,) * len(STRIDES)):
    """
    @param raised added to the scores of each grid before the sigmoid
    @returns what training.json says
    @raises FileNotFoundError where no round was finished, runs.export.NotEqual where onnxruntime answers otherwise than torch
    """
    state = folder.load(run)
    os.makedirs(out, exist_ok=True)
    path = os.path.join(out, 'model.onnx')
    detector = trained_network(state)
    raise_scores(detector, raised)
    network = Shipped(detector).eval()
    write_onnx(network, torch.zeros(1, 1, 64, 96), path, OUTPUTS, AXES, OPSET)
    difference = compare(network, path)
    write_manifest(out, name, version, 'detector', TRAINED_ON, FORM)
    return write_origin(out, origin_of_rounds(state), {'scores_raised_by': list(raised), 'largest_difference_from_torch': difference})


@torch.no_grad()
def raise_scores(detector, raised):
    """In the weights themselves, so that whoever reads them back has it too."""
    for head, by in zip(detector.heads, raised):
        head[-1].bias[0] += by


@torch.no_grad()
def compare(network, path):
    """On noise of a size other than the exporter's."""
    images = np.random.default_rng(1).integers(0, 256, (3, 96, 160), dtype=np.uint8)
    theirs = runtime.ask(path, images, OUTPUTS, mean=127.5, std=128)
    ours = network(scale_pixels(torch.from_numpy(images)[:, None]))
    return largest_difference(path, ours, [theirs[name] for name in OUTPUTS], TOLERANCE)
