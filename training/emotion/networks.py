"""
The networks. Each takes float [n, 1, 48, 48], grey 0..255 (scaling is inside), and returns the numbers before softmax of
the heads in the order of labels.HEADS: [n, 7] and [n, 8].
"""
import torch
from torch import nn

from .labels import HEADS


class Scaled(nn.Module):
    """0..255 -> about -2..2."""

    def forward(self, faces):
        return (faces - 128) * (1 / 64)


class Heads(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.each = nn.ModuleList(nn.Linear(width, len(labels)) for labels in HEADS.values())

    def forward(self, features):
        return tuple(head(features) for head in self.each)


def convolve(inside, outside, kernel, stride=1):
    return [nn.Conv2d(inside, outside, kernel, stride, kernel // 2, bias=False), nn.BatchNorm2d(outside)]


class SqueezeExcite(nn.Module):
    """Channels weighed by what the whole map shows (Hu et al. 2018)."""

    def __init__(self, width, reduction=8):
        super().__init__()
        self.weigh = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Conv2d(width, width // reduction, 1), nn.ReLU(),
                                   nn.Conv2d(width // reduction, width, 1), nn.Sigmoid())

    def forward(self, maps):
        return maps * self.weigh(maps)


class Block(nn.Module):
    """Two 3x3 convolutions and squeeze-excite beside a short cut."""

    def __init__(self, inside, outside, stride):
        super().__init__()
        self.long = nn.Sequential(*convolve(inside, outside, 3, stride), nn.ReLU(inplace=True),
                                  *convolve(outside, outside, 3), SqueezeExcite(outside))
        halve = [nn.AvgPool2d(2)] if stride == 2 else []
        same = inside == outside and stride == 1
        self.short = nn.Identity() if same else nn.Sequential(*halve, *convolve(inside, outside, 1))

    def forward(self, maps):
        return torch.relu(self.long(maps) + self.short(maps))


class ResidualNetwork(nn.Module):
    """@param stem_width of a 3x3 convolution at full resolution before the one that begins the stages; None: without"""

    def __init__(self, widths, blocks, stem_kernel, stem_stride, stem_width=None, dropout=0.3):
        super().__init__()
        stem = [(1, widths[0], stem_kernel, stem_stride)]
        if stem_width is not None:
            stem = [(1, stem_width, 3, 1), (stem_width, widths[0], stem_kernel, stem_stride)]
        layers = [Scaled()]
        for convolution in stem:
            layers += [*convolve(*convolution), nn.ReLU(inplace=True)]
        before = widths[0]
        for stage, (width, count) in enumerate(zip(widths, blocks)):
            for i in range(count):
                layers.append(Block(before, width, 2 if stage > 0 and i == 0 else 1))
                before = width
        self.body = nn.Sequential(*layers)
        self.dropout = nn.Dropout(dropout)
        self.heads = Heads(before)

    def forward(self, faces):
        return self.heads(self.dropout(self.body(faces).mean((2, 3))))


class CnnBiLstm(nn.Module):
    """
    The hybrid of the prototypes: three convolutions (32, 64, 128), the rows of the last map as a sequence into two
    bidirectional LSTMs (128, 64), dense 200. Activation before batch norm, as Keras users write it.
    """

    def __init__(self):
        super().__init__()
        layers, before = [Scaled()], 1
        for width in (32, 64, 128):
            layers += [nn.Conv2d(before, width, 3, padding=1), nn.ReLU(inplace=True), nn.BatchNorm2d(width), nn.MaxPool2d(2)]
            before = width
        self.body = nn.Sequential(*layers)
        self.first = nn.LSTM(6 * 128, 128, bidirectional=True, batch_first=True)
        self.second = nn.LSTM(256, 64, bidirectional=True, batch_first=True)
        self.dense = nn.Sequential(nn.Linear(128, 200), nn.ReLU(), nn.Dropout(0.6))
        self.heads = Heads(200)

    def forward(self, faces):
        rows = self.body(faces).permute(0, 2, 3, 1).flatten(2)  # [n, 6, 768]
        steps, _ = self.second(self.first(rows)[0])
        # Each direction where it has seen everything: forwards at the last row, backwards at the first.
        return self.heads(self.dense(torch.cat([steps[:, -1, :64], steps[:, 0, 64:]], 1)))


class ClassicCnn(nn.Module):
    """Convolutions, pooling, dropout and one dense layer, without batch norm."""

    def __init__(self):
        super().__init__()
        layers, before = [Scaled()], 1
        for width in (32, 64, 128):
            layers += [nn.Conv2d(before, width, 3, padding=1), nn.ReLU(inplace=True), nn.MaxPool2d(2), nn.Dropout(0.1)]
            before = width
        self.body = nn.Sequential(*layers, nn.Flatten(), nn.Linear(128 * 6 * 6, 128), nn.ReLU(), nn.Dropout(0.3))
        self.heads = Heads(128)

    def forward(self, faces):
        return self.heads(self.body(faces))


NETWORKS = {
    # The shipped one, 1.9 M parameters.
    's4': lambda: ResidualNetwork((32, 96, 224), (1, 2, 2), stem_kernel=5, stem_stride=2),
    # To learn from where there is no GPU: 1.6 M parameters, full resolution, too slow to ship.
    'small-teacher': lambda: ResidualNetwork((32, 64, 128, 256), (1, 1, 2, 1), stem_kernel=3, stem_stride=1),
    # To learn from beside it: 2.8 M parameters, half resolution after the first layer.
    'half-teacher': lambda: ResidualNetwork((64, 128, 256), (2, 2, 2), stem_kernel=3, stem_stride=2, stem_width=32),
    # To learn from, wants a GPU: 19 M parameters at full resolution.
    'teacher': lambda: ResidualNetwork((64, 128, 256, 512), (2, 3, 4, 3), stem_kernel=3, stem_stride=1),
    'cnn-bilstm': CnnBiLstm,
    'cnn': ClassicCnn,
}

# What load_weights of runs.from_onnx shows a network.
EXAMPLE = torch.zeros(1, 1, 48, 48)
