"""ONNX files run by the product's own runtime (onnxruntime-node of this repository; needs `npm run bootstrap` once)."""
import json
import os
import subprocess
import tempfile

import numpy as np

from .labels import HEADS

SCRIPT = os.path.join(os.path.dirname(__file__), 'run-onnx.mjs')


class RuntimeFailure(Exception):
    """The runtime refused the model, or is not installed."""


def ask(model, images):
    """@param images uint8 [n, 48, 48]; @returns head -> probabilities, float32 [n, labels]"""
    with tempfile.TemporaryDirectory() as folder:
        _run(model, images, folder)
        return {head: np.fromfile(_output(folder, head, model), np.float32).reshape(len(images), len(labels))
                for head, labels in HEADS.items()}


def ranges(model, images):
    """Output name -> smallest and largest number that it takes on these faces."""
    with tempfile.TemporaryDirectory() as folder:
        _run(model, images, folder)
        with open(os.path.join(folder, 'ranges.json')) as file:
            return json.load(file)


def _run(model, images, folder):
    if images.dtype != np.uint8 or images.shape[1:] != (48, 48):
        raise ValueError(f'faces are {images.dtype} {images.shape}, not uint8 [n, 48, 48]')
    pixels = os.path.join(folder, 'faces.u8')
    np.ascontiguousarray(images).tofile(pixels)
    done = subprocess.run(['node', SCRIPT, model, pixels, str(len(images)), folder], capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeFailure(f'{model}: {done.stderr.strip()}')


def _output(folder, head, model):
    path = os.path.join(folder, head + '.f32')
    if not os.path.exists(path):
        raise RuntimeFailure(f'{model} has no output {head}')
    return path
