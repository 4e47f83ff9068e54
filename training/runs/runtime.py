"""ONNX files run by the product's own runtime (onnxruntime-node of this repository; needs `npm run bootstrap` once)."""
import json
import os
import subprocess
import tempfile

import numpy as np

SCRIPT = os.path.join(os.path.dirname(__file__), 'run-onnx.mjs')
BATCH = 64


class RuntimeFailure(Exception):
    """The runtime refused the model, or is not installed."""


def ask(model, images, names, mean=0, std=1):
    """
    @param images uint8 [n, h, w], which go in as (images - mean) / std
    @param names outputs
    @returns name -> float32 [n, ...]
    """
    with tempfile.TemporaryDirectory() as folder:
        told = _run(model, images, mean, std, BATCH, folder)
        missing = [name for name in names if name not in told]
        if missing:
            raise RuntimeFailure(f"{model} has no output {', '.join(missing)}")
        return {name: np.fromfile(os.path.join(folder, name + '.f32'), np.float32).reshape(told[name]['shape']) for name in names}


def ranges(model, images, group):
    """
    Output name -> smallest and largest number that it takes on `group` of these pictures, which go in as they are: the means of
    all such groups.
    """
    with tempfile.TemporaryDirectory() as folder:
        return {name: one['range'] for name, one in _run(model, images, 0, 1, group, folder).items()}


def _run(model, images, mean, std, batch, folder):
    if images.dtype != np.uint8 or images.ndim != 3:
        raise ValueError(f'pictures are {images.dtype} {images.shape}, not uint8 [n, h, w]')
    pixels = os.path.join(folder, 'pictures.u8')
    np.ascontiguousarray(images).tofile(pixels)
    numbers = [str(number) for number in (*images.shape, mean, std, batch)]
    done = subprocess.run(['node', SCRIPT, model, pixels, *numbers, folder], capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeFailure(f'{model}: {done.stderr.strip()}')
    with open(os.path.join(folder, 'outputs.json')) as file:
        return json.load(file)
