"""A trained network -> model.onnx with softmax and temperature inside, its manifest, and training.json that says how it was made."""
import os

import numpy as np
import torch
from torch import nn

from runs import runtime
from runs.export import largest_difference, write_manifest, write_onnx, write_origin

from . import data, measures
from .labels import HEADS
from .quantise import quantise

OPSET = 17
COMPARED_FACES = 256
CALIBRATION_FACES = 512

# Probabilities of the float file may differ from torch's by rounding alone.
TOLERANCE = 1e-4

# What libs/vision has to know of the networks.
FORM = {
    'input': {'name': 'input', 'layout': 'NCHW', 'width': 48, 'height': 48, 'channels': 'gray', 'scale': 1, 'mean': [0], 'std': [1], 'crop': 'fer'},
    'output': {'name': 'ferplus8', 'kind': 'probabilities', 'labels': list(HEADS['ferplus8'])},
    'heads': {'fer2013': {'name': 'fer7', 'labels': list(HEADS['fer7'])}},
}


class Calibrated(nn.Module):
    """float [n, 1, 48, 48], 0..255 -> probabilities of both heads, each with its temperature."""

    def __init__(self, network, temperatures):
        super().__init__()
        self.network, self.temperatures = network, temperatures

    def forward(self, faces):
        return tuple((numbers / temperature).softmax(1)
                     for numbers, temperature in zip(self.network(faces), self.temperatures))


def export(network, origin, data_path, name, version, out, int8=False):
    """
    @param origin where the network comes from, for training.json
    @returns what training.json says
    @raises runs.export.NotEqual where onnxruntime answers otherwise than torch
    """
    faces = data.read_faces(data_path)
    temperatures = fit_temperatures(network, faces)
    calibrated = Calibrated(network, temperatures).eval()
    os.makedirs(out, exist_ok=True)
    path, whole = os.path.join(out, 'model.onnx'), os.path.join(out, 'float.onnx')
    write_float(calibrated, whole)
    difference = compare(calibrated, whole, faces.images[faces.rows(data.PUBLIC)[:COMPARED_FACES]])
    if int8:
        quantise(whole, path, calibration_faces(faces))
        os.remove(whole)
    else:
        os.replace(whole, path)
    write_manifest(out, name, version, 'emotion', ['FER2013', 'FER+'], FORM)
    return write_origin(out, origin, {'temperatures': dict(zip(HEADS, temperatures)), 'int8': int8,
                                      'largest_difference_from_torch': difference})


def fit_temperatures(network, faces):
    """One a head, on the validation split: labels of FER2013, and the FER+ majority among the product's seven."""
    rows = faces.rows(data.PUBLIC)
    fer, ferplus = (numbers.softmax(1).numpy() for numbers in answer(network, faces.images[rows]))
    majority = data.as_fer(data.ferplus_majority(faces.votes[rows]))
    voted = majority >= 0
    return [measures.fit_temperature(fer, faces.label[rows]),
            measures.fit_temperature(measures.product_emotions(ferplus)[voted], majority[voted])]


@torch.no_grad()
def answer(network, images):
    """uint8 [n, 48, 48] -> what the network returns, for all of them."""
    parts = [network(part.float()) for part in torch.from_numpy(images)[:, None].split(256)]
    return [torch.cat(head) for head in zip(*parts)]


def write_float(network, path):
    write_onnx(network, torch.full((1, 1, 48, 48), 128.0), path, HEADS, {name: {0: 'n'} for name in ('input', *HEADS)}, OPSET)


def compare(network, path, images):
    theirs = runtime.ask(path, images, HEADS)
    return largest_difference(path, answer(network, images), [theirs[head] for head in HEADS], TOLERANCE)


def calibration_faces(faces):
    """Evenly out of the training rows."""
    rows = faces.training_rows()
    return faces.images[rows[np.linspace(0, len(rows) - 1, min(CALIBRATION_FACES, len(rows))).astype(int)]]
