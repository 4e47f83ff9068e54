"""The two networks: grey crop in, points out, in shares of the crop's width from its middle, x and y of one after another."""
import numpy as np
import torch
from torch import nn

from faces.network import Unit, convolve

from .points import LIDS, POINTS, SIGHT

# Where each point of an eye is among those of the two branches.
PLACES = np.argsort(SIGHT + LIDS).tolist()


def convolved(inside, outside, kernel, stride=1):
    return nn.Sequential(*convolve(inside, outside, kernel, stride), nn.ReLU(inplace=True))


class EyeBranch(nn.Module):
    """[n, 48, 6, 8] -> [n, points, 2]"""

    def __init__(self, points):
        super().__init__()
        self.features = nn.Sequential(Unit(48, 80, 2), Unit(80, 80), Unit(80, 80))
        self.read = nn.Linear(80 * 12, 2 * points)
        nn.init.normal_(self.read.weight, std=0.01)

    def forward(self, maps):
        return self.read(self.features(maps).flatten(1)).unflatten(1, (-1, 2))


class Eye(nn.Module):
    """
    float [n, 1, 48, 64], (grey - 127.5) / 64 -> [n, 14]: lids and pupil of one eye. The lids between the corners have layers of their own, which
    can be taught alone: corners and pupil, and the line of sight that is read from them, stay what they are.
    """

    rows, columns, points = 48, 64, 7

    def __init__(self):
        super().__init__()
        self.shared = nn.Sequential(convolved(1, 16, 3, 2), Unit(16, 16), convolved(16, 32, 3, 2), Unit(32, 32), Unit(32, 32), Unit(32, 48, 2),
                                    Unit(48, 48), Unit(48, 48), Unit(48, 48))
        self.sight = EyeBranch(len(SIGHT))
        self.lids = EyeBranch(len(LIDS))

    def forward(self, crops):
        maps = self.shared(crops)
        return torch.cat([self.sight(maps), self.lids(maps)], 1)[:, PLACES].flatten(1)

    def begin_at(self, points):
        """Points [7, 2] that it finds, about, before it has learned anything."""
        for branch, ids in ((self.sight, SIGHT), (self.lids, LIDS)):
            branch.read.bias.copy_(points[list(ids)].flatten())


class Face(nn.Module):
    """float [n, 1, 96, 96], (grey - 127.5) / 64 -> [n, 140]: the 70 points of a face."""

    rows, columns, points = 96, 96, POINTS

    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(convolved(1, 24, 3, 2), Unit(24, 24), convolved(24, 40, 3, 2), Unit(40, 40), Unit(40, 40), Unit(40, 64, 2),
                                      Unit(64, 64), Unit(64, 64), Unit(64, 64), Unit(64, 96, 2), Unit(96, 96), Unit(96, 96), Unit(96, 96))
        self.narrow = convolved(96, 32, 1)
        self.read = nn.Linear(32 * 36, 2 * self.points)
        nn.init.normal_(self.read.weight, std=0.005)

    def forward(self, crops):
        return self.read(self.narrow(self.features(crops)).flatten(1))

    def begin_at(self, points):
        """Points [70, 2] that it finds, about, before it has learned anything."""
        self.read.bias.copy_(points.flatten())


def scale_pixels(crops):
    """uint8 [n, rows, columns] -> what the networks take."""
    return ((crops.float() - 127.5) / 64)[:, None]


def answers(network, crops, batch=256):
    """uint8 [n, rows, columns] -> [n, points, 2]"""
    with torch.no_grad():
        return torch.cat([network(scale_pixels(part)) for part in crops.split(batch)]).unflatten(1, (-1, 2))
