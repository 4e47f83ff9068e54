"""
The detector, 98 k parameters: grey picture in, three grids of cells out (strides 8, 16 and 32). In each cell 15 numbers: score,
centre and size of a box, five points (`decode` says how).
"""
import torch
import torch.nn.functional as F
from torch import nn

STRIDES = (8, 16, 32)
POINTS = 5
CHANNELS = 1 + 4 + 2 * POINTS

# Limits of the logarithm of a size in cells, so that no number becomes infinite.
SIZE_LIMITS = (-4.0, 5.0)


def convolve(inside, outside, kernel, stride=1, groups=1):
    return [nn.Conv2d(inside, outside, kernel, stride, kernel // 2, groups=groups, bias=False), nn.BatchNorm2d(outside)]


class Unit(nn.Module):
    """1x1, then 3x3 for each channel alone (after YuNet, Wu et al. 2023); a short cut where the shape stays."""

    def __init__(self, inside, outside, stride=1):
        super().__init__()
        self.mix = nn.Sequential(*convolve(inside, outside, 1), nn.ReLU(inplace=True))
        self.spread = nn.Sequential(*convolve(outside, outside, 3, stride, groups=outside))
        self.keeps_shape = inside == outside and stride == 1

    def forward(self, maps):
        spread = self.spread(self.mix(maps))
        return torch.relu(spread + maps if self.keeps_shape else spread)


class Detector(nn.Module):
    """float [n, 1, h, w], (grey - 127.5) / 128, sides multiples of 32 -> a grid [n, 15, h / s, w / s] a stride, scores before sigmoid."""

    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(*convolve(1, 8, 3, 2), nn.ReLU(inplace=True), *convolve(8, 24, 3, 2), nn.ReLU(inplace=True))
        self.eighth = nn.Sequential(*convolve(24, 48, 3, 2), nn.ReLU(inplace=True), Unit(48, 48), Unit(48, 48), Unit(48, 48))
        self.sixteenth = nn.Sequential(Unit(48, 64, 2), Unit(64, 64), Unit(64, 64), Unit(64, 64))
        self.thirty_second = nn.Sequential(Unit(64, 96, 2), Unit(96, 96), Unit(96, 96))
        self.narrow = nn.ModuleList(nn.Conv2d(width, 48, 1) for width in (96, 64, 48))
        self.blend = nn.ModuleList(Unit(48, 48) for _ in STRIDES)
        self.heads = nn.ModuleList(nn.Sequential(Unit(48, 48), nn.Conv2d(48, CHANNELS, 1)) for _ in STRIDES)
        for head in self.heads:
            # At first hardly anything is a face (Lin et al. 2017).
            nn.init.constant_(head[-1].bias, 0.0)
            nn.init.constant_(head[-1].bias[:1], -4.6)

    def forward(self, pictures):
        eighth = self.eighth(self.stem(pictures))
        sixteenth = self.sixteenth(eighth)
        low = torch.relu(self.narrow[0](self.thirty_second(sixteenth)))
        middle = self.blend[1](torch.relu(self.narrow[1](sixteenth) + double(low)))
        fine = self.blend[0](torch.relu(self.narrow[2](eighth) + double(middle)))
        return tuple(head(maps) for head, maps in zip(self.heads, (fine, middle, self.blend[2](low))))


def double(maps):
    return F.interpolate(maps, scale_factor=2, mode='nearest')


class Shipped(nn.Module):
    """The same with scores as probabilities: what the ONNX file does."""

    def __init__(self, detector):
        super().__init__()
        self.detector = detector

    def forward(self, pictures):
        return tuple(torch.cat([grid[:, :1].sigmoid(), grid[:, 1:]], 1) for grid in self.detector(pictures))


def scale_pixels(pictures):
    """uint8 -> what the network takes."""
    return (pictures.float() - 127.5) / 128


def cell_middles(height, width, stride, device=None):
    """[h / s * w / s, 2]: x, y in pixels, row by row."""
    y, x = torch.meshgrid(torch.arange(height // stride, device=device), torch.arange(width // stride, device=device), indexing='ij')
    return torch.stack([x, y], -1).reshape(-1, 2).float().add_(0.5).mul_(stride)


def decode(grid, stride):
    """
    @param grid [n, 15, h / s, w / s]
    @returns for each cell, row by row: scores as they are [n, c], boxes [n, c, 4] (left, top, right, bottom), points [n, c, 5, 2], in pixels
    """
    n, _, rows, columns = grid.shape
    cells = grid.flatten(2).transpose(1, 2).float()
    middles = cell_middles(rows * stride, columns * stride, stride, grid.device)
    centres = middles + cells[..., 1:3] * stride
    halves = cells[..., 3:5].clamp(*SIZE_LIMITS).exp() * (stride / 2)
    points = middles[:, None] + 2 * stride * cells[..., 5:].reshape(n, -1, POINTS, 2)
    return cells[..., 0], torch.cat([centres - halves, centres + halves], -1), points
