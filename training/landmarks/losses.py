"""What points in the wrong place cost."""
import os
import re

import numpy as np
import torch

from runs.provenance import REPOSITORY

from .points import INNER, LOWER, OUTER, PUPIL, UPPER

# Huber's loss, in shares of the crop's width: by the square up to here. For eyes, steeper ones for small errors (wing) hardly learn from the
# few lids that are shut and pupils that are far aside; the points of faces lie nearer to right than that, in shares of their crop.
BEND = 0.015
FACE_BEND = 0.006

CANONICAL_FACE = os.path.join(REPOSITORY, 'libs', 'vision', 'src', 'analysers', 'head-pose', 'canonical-face.ts')


def huber(off, bend=BEND):
    off = off.abs()
    return torch.where(off < bend, off * off / (2 * bend), off - bend / 2)


def points_loss(found, wanted, counts, bend=BEND):
    """[n, k, 2], [n, k, 2], [n, k]"""
    return (huber(found - wanted, bend) * counts[..., None]).sum() / (2 * counts.sum().clamp(min=1))


def eye_relations(points):
    """What gaze and blinks are read from, of [n, 7, 2]: where the pupil stands between the corners [n, 2], how far apart the lids are [n, 2, 2]."""
    return points[:, PUPIL] - (points[:, OUTER] + points[:, INNER]) / 2, points[:, LOWER] - points[:, UPPER]


class PoseReader:
    """The affine map from the canonical face of libs/vision, which head poses are read from; it is linear in the points."""

    reach = 60.0  # how far points lie from the middle of the face, about; its units

    def __init__(self):
        with open(CANONICAL_FACE) as file:
            rows = re.findall(r'index: (\d+), x: (-?[\d.]+), y: (-?[\d.]+), z: (-?[\d.]+), weight: ([\d.]+)', file.read())
        table = np.array(rows, float)
        self.ids = table[:, 0].astype(int).tolist()
        weights = table[:, 4] / table[:, 4].sum()
        shape = table[:, 1:4] - weights @ table[:, 1:4]
        solver = np.linalg.solve((shape * weights[:, None]).T @ shape, (shape * weights[:, None]).T)
        self.shape = shape
        self.solver = torch.tensor(solver - solver.sum(1, keepdims=True) * weights, dtype=torch.float32)

    def affine(self, points):
        """[n, 70, 2] -> [n, 2, 3]: crop widths for a unit of the canonical face"""
        return torch.einsum('kp,npc->nck', self.solver, points[:, self.ids])


def pose(affine):
    """[n, 2, 3] -> degrees [n, 3]: yaw, pitch, roll against the ray to the face, as libs/vision fits them."""
    a, b = affine[:, 0], affine[:, 1]
    p, q, r = (a * a).sum(1), (a * b).sum(1), (b * b).sum(1)
    det = (p * r - q * q).clamp(min=1e-12).sqrt()
    trace = (p + r + 2 * det).sqrt()
    s11, s12, s22 = (p + det) / trace, q / trace, (r + det) / trace
    x = (s22[:, None] * a - s12[:, None] * b) / det[:, None]
    y = (s11[:, None] * b - s12[:, None] * a) / det[:, None]
    z = torch.linalg.cross(x, y)
    # columns of the rotation are the head's axes: it looks along minus the third one
    look = -torch.stack([x[:, 2], y[:, 2], z[:, 2]], 1)
    yaw = torch.atan2(look[:, 0], -look[:, 2])
    pitch = torch.atan2(-look[:, 1], torch.hypot(look[:, 0], look[:, 2]))
    level_x = torch.stack([yaw.cos(), torch.zeros_like(yaw), yaw.sin()], 1)
    level_y = torch.stack([yaw.sin() * pitch.sin(), pitch.cos(), -yaw.cos() * pitch.sin()], 1)
    first = torch.stack([x[:, 0], y[:, 0], z[:, 0]], 1)
    roll = torch.atan2((level_y * first).sum(1), (level_x * first).sum(1))
    return torch.rad2deg(torch.stack([yaw, pitch, roll], 1))
