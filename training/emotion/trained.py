"""Networks that were trained before: out of a run, or out of a float ONNX file."""
import torch
from torch import nn

from runs import folder
from runs.files import sha256_of
from runs.from_onnx import load_weights

from .networks import EXAMPLE, NETWORKS


def read_trained(path, network_name):
    """@param path folder of a run, or a float ONNX file of the network `network_name`"""
    return read_weights(path, network_name) if path.endswith('.onnx') else read_run(path)


def read_run(path):
    """The network of a run, and where it comes from. Raises FileNotFoundError where no epoch was finished."""
    state = folder.load(path)
    network = NETWORKS[state['settings']['network']]()
    network.load_state_dict(state['average'])
    return network.eval(), {'settings': state['settings'], 'epochs_done': len(state['history']),
                            'trained_at_commit': state['commit']}


def read_weights(path, network_name):
    """A network out of its float ONNX file. Raises from_onnx.OtherLayout where that holds another one."""
    network = NETWORKS[network_name]().eval()
    load_weights(network, path, EXAMPLE)
    return network, {'network': network_name, 'weights_sha256': sha256_of(path)}


class Together(nn.Module):
    """Several networks as one: the mean of their numbers before softmax, head by head."""

    def __init__(self, networks):
        super().__init__()
        self.each = nn.ModuleList(networks)

    def forward(self, faces):
        answers = [network(faces) for network in self.each]
        return tuple(torch.stack(head).mean(0) for head in zip(*answers))
