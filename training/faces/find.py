"""Grids of scores and boxes -> faces, as the product does it (libs/vision/src/analysers/detector)."""
import numpy as np
import torch

from .network import STRIDES, decode, scale_pixels

# Of two boxes that overlap more than this (IoU), the one with the lower score goes.
OVERLAP = 0.45

# A box that overlaps a face by so much (IoU) has found it.
HIT = 0.45


@torch.no_grad()
def find_faces(network, image, least):
    """
    @param image uint8 [h, w], of any size: padded to multiples of 32 with black
    @param least lowest score
    @returns [k, 15]: score, left, top, right, bottom, and five points (x, y each); best first
    """
    height, width = image.shape
    padded = np.zeros((-(-height // 32) * 32, -(-width // 32) * 32), np.uint8)
    padded[:height, :width] = image
    found = []
    for grid, stride in zip(network(scale_pixels(torch.from_numpy(padded)[None, None])), STRIDES):
        scores, boxes, points = decode(grid, stride)
        scores = scores[0].sigmoid()
        chosen = scores >= least
        found.append(torch.cat([scores[chosen, None], boxes[0][chosen], points[0][chosen].flatten(1)], 1).numpy())
    return suppress(np.concatenate(found))


def suppress(found):
    """Non-maximum suppression of what find_faces returns."""
    kept = []
    for row in found[np.argsort(-found[:, 0], kind='stable')]:
        if all(overlap(row[1:], other[1:]) <= OVERLAP for other in kept):
            kept.append(row)
    return np.array(kept, np.float32).reshape(-1, found.shape[1])


def overlap(one, other):
    """Intersection over union of boxes that begin with left, top, right, bottom."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    inside = max(0.0, width) * max(0.0, height)
    area = lambda box: (box[2] - box[0]) * (box[3] - box[1])
    return inside / max(1e-6, area(one) + area(other) - inside)
