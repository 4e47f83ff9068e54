"""Weights of a network back out of its float ONNX file, in which each batch norm is part of its convolution."""
import onnx
import torch
from onnx import numpy_helper
from torch import nn


class OtherLayout(Exception):
    """The file holds another network."""


def load_weights(network, path, example):
    """
    Fills a network with the weights of a float ONNX file of the same layout (batch norms get the values that change nothing
    but the offset). Raises OtherLayout where layers do not fit.

    @param example an input, to see in which order layers run
    """
    graph = onnx.load(path).graph
    constants = {tensor.name: tensor for tensor in graph.initializer}
    for node in graph.node:
        if node.op_type == 'Identity' and node.input[0] in constants:
            constants[node.output[0]] = constants[node.input[0]]
    for node in graph.node:
        # int8 files have their weights behind DequantizeLinear; the hybrid has LSTMs, and batch norms after activations.
        if node.op_type in ('LSTM', 'BatchNormalization', 'DequantizeLinear'):
            raise OtherLayout(f'{path}: {node.op_type} is not read, only float files of convolutions and dense layers')
    stored = [[torch.from_numpy(numpy_helper.to_array(constants[name]).copy()) for name in node.input[1:3]]
              for node in graph.node if node.op_type in ('Conv', 'Gemm')]
    layers = layers_in_order(network, example)
    if len(stored) != len(layers):
        raise OtherLayout(f'{path} has {len(stored)} layers, the network {len(layers)}')
    with torch.no_grad():
        for (layer, norm), (weight, bias) in zip(layers, stored):
            if weight.shape != layer.weight.shape:
                raise OtherLayout(f'{path}: a layer of {tuple(weight.shape)} where {tuple(layer.weight.shape)} belongs')
            layer.weight.copy_(weight)
            if norm is None:
                layer.bias.copy_(bias)
            else:
                norm.running_mean.zero_()
                norm.running_var.fill_(1)
                norm.weight.fill_((1 + norm.eps) ** 0.5)
                norm.bias.copy_(bias)


@torch.no_grad()
def settle_norms(network, inputs):
    """
    Gives batch norms the statistics of what they see for `inputs`, and weights that leave the network's answers as they are: one that
    was read from a file answers in training, by the statistics of a batch, about as it does otherwise.
    """
    seen = {}
    hooks = [module.register_forward_pre_hook(lambda norm, given: seen.update({norm: given[0]}))
             for module in network.modules() if isinstance(module, nn.BatchNorm2d)]
    was_training = network.training
    network.eval()(inputs)
    network.train(was_training)
    for hook in hooks:
        hook.remove()
    for norm, maps in seen.items():
        scale = norm.weight / (norm.running_var + norm.eps).sqrt()
        shift = norm.bias - norm.running_mean * scale
        norm.running_mean.copy_(maps.mean((0, 2, 3)))
        norm.running_var.copy_(maps.var((0, 2, 3)))
        norm.weight.copy_(scale * (norm.running_var + norm.eps).sqrt())
        norm.bias.copy_(shift + norm.running_mean * scale)


def layers_in_order(network, example):
    """Convolutions and dense layers in the order in which they run, each with the batch norm that follows it, or None."""
    seen = []

    def note(module, _inputs, _output):
        if isinstance(module, nn.BatchNorm2d):
            seen[-1][1] = module
        else:
            seen.append([module, None])

    hooks = [module.register_forward_hook(note) for module in network.modules()
             if isinstance(module, (nn.Conv2d, nn.Linear, nn.BatchNorm2d))]
    was_training = network.training
    with torch.no_grad():
        network.eval()(example)
    network.train(was_training)
    for hook in hooks:
        hook.remove()
    return seen
