"""
Float ONNX -> int8: large convolutions between QuantizeLinear and DequantizeLinear, weights by channel, maps as uint8. Large
weights of all else (dense layers, LSTMs, short cuts) are kept as float16 in the file alone: the runtime widens them once, when it
loads.
"""
import os
import tempfile

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from runs import runtime

# Numbers; smaller constants stay as they are.
LARGE = 4096

# Input channels times kernel from which on a convolution becomes int8. The first layer (25) and the short cuts (32, 96) stay
# float: the network takes 0.40 ms instead of 0.42 and is a fifth nearer to the float one.
PRODUCTS = 128

# Calibration faces of which one range of a map is taken; the mean of such ranges is used. What the single face reaches that
# differs most would make every step coarser: probabilities of the public test are 0.0019 from those of the float network, 0.0026
# with one range of all 512 faces (4, 16, 32 of them: 0.0021, 0.0020, 0.0022).
GROUP = 8


def quantise(source, target, calibration):
    """@param calibration uint8 [n, 48, 48]: faces whose ranges become those of the maps"""
    model = onnx.load(source)
    graph = model.graph
    constants = {tensor.name: tensor for tensor in graph.initializer}
    for node in graph.node:
        if node.op_type == 'Identity' and node.input[0] in constants:
            constants[node.output[0]] = constants[node.input[0]]
    convolutions = large_convolutions(graph, constants)
    maps = maps_around(graph, convolutions)
    writer = Writer(graph, measure(model, maps, calibration))
    nodes = []
    for node in graph.node:
        if node.op_type == 'Conv' and node.name in convolutions:
            nodes += writer.weights(node, constants)
        for i, name in enumerate(node.input):
            if name in maps:
                node.input[i] = name + '_dequantised'
        nodes.append(node)
        nodes += [made for name in node.output if name in maps for made in writer.map_nodes(name)]
    if graph.input[0].name in maps:
        nodes = writer.map_nodes(graph.input[0].name) + nodes
    del graph.node[:]
    graph.node.extend(nodes)
    drop_unused_constants(graph)
    narrow_large_constants(graph)
    onnx.checker.check_model(model)
    onnx.save(model, target)


def large_convolutions(graph, constants):
    """
    Names of those that add up at least PRODUCTS for each number, without squeeze-excite: it works on one pixel, gains nothing and
    loses much.
    """
    pooled, names = set(), set()
    for node in graph.node:
        if node.op_type == 'GlobalAveragePool':
            pooled.add(node.output[0])
        elif node.op_type in ('Conv', 'Relu') and node.input[0] in pooled:
            pooled.add(node.output[0])
        elif node.op_type == 'Conv' and node.input[1] in constants and np.prod(constants[node.input[1]].dims[1:]) >= PRODUCTS:
            names.add(node.name)
    return names


def maps_around(graph, convolutions):
    """What goes into the convolutions and what comes out, after the Relu where one follows alone."""
    users = {}
    for node in graph.node:
        for name in node.input:
            users.setdefault(name, []).append(node)
    outputs = {output.name for output in graph.output}
    maps = set()
    for node in graph.node:
        if node.op_type != 'Conv' or node.name not in convolutions:
            continue
        after = users.get(node.output[0], [])
        relu = len(after) == 1 and after[0].op_type == 'Relu'
        maps.add(node.input[0])
        maps.add(after[0].output[0] if relu else node.output[0])
    return maps - outputs


def measure(model, maps, calibration):
    """Map -> smallest and largest number on a group of calibration faces, 0 always between them."""
    shown = onnx.ModelProto()
    shown.CopyFrom(model)
    inputs = {tensor.name for tensor in model.graph.input}
    shown.graph.output.extend(helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in sorted(maps - inputs))
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'shown.onnx')
        onnx.save(shown, path)
        ranges = runtime.ranges(path, calibration, GROUP)
    ranges.update({name: [0, 255] for name in inputs & maps})
    return {name: (min(ranges[name][0], 0.0), max(ranges[name][1], 0.0)) for name in maps}


class Writer:
    def __init__(self, graph, ranges):
        self.graph = graph
        self.steps = {name: max((high - low) / 255, 1e-8) for name, (low, high) in ranges.items()}
        self.zeros = {name: round(-low / self.steps[name]) for name, (low, _) in ranges.items()}

    def constant(self, name, values):
        self.graph.initializer.append(numpy_helper.from_array(np.asarray(values), name))
        return name

    def map_nodes(self, name):
        step = self.constant(name + '_step', np.float32(self.steps[name]))
        zero = self.constant(name + '_zero', np.uint8(self.zeros[name]))
        return [helper.make_node('QuantizeLinear', [name, step, zero], [name + '_quantised'], name + '_quantise'),
                helper.make_node('DequantizeLinear', [name + '_quantised', step, zero], [name + '_dequantised'],
                                 name + '_dequantise')]

    def weights(self, node, constants):
        """Weights as int8 with a step a channel; offsets as int32 in steps of input times weight."""
        prefix = node.name + '_'
        weight = numpy_helper.to_array(constants[node.input[1]])
        step = np.maximum(np.abs(weight).reshape(len(weight), -1).max(1), 1e-8) / 127
        made = [self.dequantised(prefix + 'weight', np.round(weight / step[:, None, None, None]).astype(np.int8), step)]
        offset_step = step * self.steps[node.input[0]]
        if len(node.input) > 2:
            offset = numpy_helper.to_array(constants[node.input[2]])
            made.append(self.dequantised(prefix + 'offset', np.round(offset / offset_step).astype(np.int32), offset_step))
        for i, extra in enumerate(made):
            node.input[1 + i] = extra.output[0]
        return made

    def dequantised(self, name, values, step):
        inputs = [self.constant(name + '_int', values), self.constant(name + '_step', step.astype(np.float32)),
                  self.constant(name + '_zero', np.zeros(len(step), values.dtype))]
        return helper.make_node('DequantizeLinear', inputs, [name], name + '_dequantise', axis=0)


def drop_unused_constants(graph):
    used = {name for node in graph.node for name in node.input}
    kept = [tensor for tensor in graph.initializer if tensor.name in used]
    del graph.initializer[:]
    graph.initializer.extend(kept)


def narrow_large_constants(graph):
    """float32 -> float16 and a Cast back."""
    casts = []
    for tensor in graph.initializer:
        values = numpy_helper.to_array(tensor)
        if values.dtype != np.float32 or values.size < LARGE:
            continue
        name = tensor.name
        tensor.CopyFrom(numpy_helper.from_array(values.astype(np.float16), name + '_half'))
        casts.append(helper.make_node('Cast', [tensor.name], [name], name + '_widen', to=TensorProto.FLOAT))
    nodes = casts + list(graph.node)
    del graph.node[:]
    graph.node.extend(nodes)
