"""What every export shares: the ONNX file, whether it answers as the network does, and what lies beside it."""
import os
import warnings

import numpy as np
import torch

from .files import sha256_of, write_json
from .provenance import commit


class NotEqual(Exception):
    """The exported file does not answer as the network does."""


def write_onnx(network, example, path, names, axes, opset):
    """
    @param example an input, float
    @param names of the outputs
    @param axes of `input` and each output: what to call those that stay open
    """
    with warnings.catch_warnings():
        # That the exporter is the older one, and that it follows one example: the comparison afterwards has the last word.
        warnings.simplefilter('ignore')
        torch.onnx.export(network, (example,), path, dynamo=False, opset_version=opset, input_names=['input'], output_names=list(names),
                          dynamic_axes=axes)


def largest_difference(path, ours, theirs, tolerance):
    """
    Between the numbers of torch (tensors) and of onnxruntime (arrays), output by output.

    @raises NotEqual where it is larger than rounding explains
    """
    difference = max(float(np.abs(one.numpy() - other).max()) for one, other in zip(ours, theirs, strict=True))
    if not difference <= tolerance:
        raise NotEqual(f'{path}: numbers differ from those of torch by up to {difference}')
    return difference


def origin_of_rounds(state):
    """What training.json says of the run of rounds that a network comes from."""
    return {'settings': state['settings'], 'rounds_done': len(state['history']), 'trained_at_commit': state['commit']}


def write_manifest(out, name, version, role, trained_on, form):
    """
    Beside model.onnx, as libs/vision reads it. `default` is decided by whoever ships it.

    @param form `input`, `output` and `heads`
    """
    write_json(os.path.join(out, 'manifest.json'), {
        'name': name, 'version': version, 'role': role, 'default': False, 'file': 'model.onnx', 'sha256': sha256_of(os.path.join(out, 'model.onnx')),
        'license': 'Apache-2.0', 'trained_on': trained_on, **form})


def write_origin(out, origin, figures):
    """@returns what training.json says: where the network comes from, and what the export made of it"""
    made = {**origin, 'exported_at_commit': commit(), **figures}
    write_json(os.path.join(out, 'training.json'), made)
    return made
