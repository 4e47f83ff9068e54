"""Which cells answer for which face, and what an answer costs."""
from dataclasses import dataclass

import torch
import torch.nn.functional as F

from .network import POINTS, STRIDES, cell_middles, decode

# Sizes of faces (root of the area, pixels) for which the grid of each stride answers.
SIZES = {8: (0, 40), 16: (24, 96), 32: (64, float('inf'))}

# A cell answers for a face whose middle is nearer than the larger of these: in strides, in sizes of the face.
REACH_STRIDES, REACH_SIZES = 0.85, 0.2

BOX_WEIGHT, POINT_WEIGHT, SCORE_WEIGHT = 2.0, 4.0, 1.5


@dataclass
class Truth:
    """Of one picture, in its pixels: boxes [k, 4] (left, top, right, bottom), points [k, 5, 2], sure [k]."""

    boxes: torch.Tensor
    points: torch.Tensor
    sure: torch.Tensor


@dataclass
class Wanted:
    """For each cell of all grids: the face that it answers for, or -1; and whether its score counts."""

    face: torch.Tensor
    counts: torch.Tensor


def assign(truth, height, width):
    """Where several faces want a cell, the one whose middle is nearest has it."""
    face, counts = [], []
    boxes = truth.boxes
    middles, sizes = (boxes[:, :2] + boxes[:, 2:]) / 2, ((boxes[:, 2:] - boxes[:, :2]).clamp(min=1).prod(1)).sqrt()
    for stride in STRIDES:
        cells = cell_middles(height, width, stride)
        if len(boxes) == 0:
            face.append(torch.full((len(cells),), -1))
            counts.append(torch.ones(len(cells), dtype=torch.bool))
            continue
        distance = (cells[:, None] - middles).abs().amax(2)  # [cells, faces]
        fits = (sizes >= SIZES[stride][0]) & (sizes < SIZES[stride][1])
        near = distance < torch.maximum(torch.full_like(sizes, REACH_STRIDES * stride), REACH_SIZES * sizes)
        wanted = torch.where(near & fits & truth.sure, distance, torch.inf)
        nearest, which = wanted.min(1)
        answers = nearest.isfinite()
        within = ((cells[:, None] > boxes[:, :2]) & (cells[:, None] < boxes[:, 2:])).all(2)
        # Nobody asks what is in a doubtful face, nor at the rim of a sure one of this grid's size.
        ignored = (within & ~truth.sure).any(1) | (within & (distance < 0.3 * sizes) & fits & truth.sure).any(1)
        face.append(torch.where(answers, which, -1))
        counts.append(answers | ~ignored)
    return Wanted(torch.cat(face), torch.cat(counts))


def detection_loss(grids, truths):
    """
    Quality focal loss for scores (Li et al. 2020, aim: root of the overlap), EIoU for boxes (Zhang et al. 2021), smooth L1 by the
    size of the face for points; all by the number of cells that answer.
    """
    height, width = grids[0].shape[2] * STRIDES[0], grids[0].shape[3] * STRIDES[0]
    parts = [decode(grid, stride) for grid, stride in zip(grids, STRIDES)]
    scores, boxes, points = (torch.cat([part[i] for part in parts], 1) for i in range(3))
    wanted = [assign(truth, height, width) for truth in truths]
    face = torch.stack([one.face for one in wanted])
    counts = torch.stack([one.counts for one in wanted])
    picture, cell = (face >= 0).nonzero(as_tuple=True)
    total = max(1, len(picture))
    aims = torch.zeros_like(scores)
    loss = scores.new_zeros(())
    if len(picture):
        chosen = face[picture, cell]
        their_boxes = torch.stack([truths[p].boxes[f] for p, f in zip(picture.tolist(), chosen.tolist())])
        their_points = torch.stack([truths[p].points[f] for p, f in zip(picture.tolist(), chosen.tolist())])
        overlap, box_loss = compare_boxes(boxes[picture, cell], their_boxes)
        aims[picture, cell] = overlap.detach().clamp(min=0).sqrt()
        size = (their_boxes[:, 2:] - their_boxes[:, :2]).clamp(min=1).prod(1).sqrt()
        distance = (points[picture, cell] - their_points) / size[:, None, None]
        point_loss = F.smooth_l1_loss(distance, torch.zeros_like(distance), beta=0.05, reduction='sum') / (2 * POINTS)
        loss = (BOX_WEIGHT * box_loss.sum() + POINT_WEIGHT * point_loss) / total
    focus = (scores.sigmoid() - aims).abs() ** 2
    score_loss = (F.binary_cross_entropy_with_logits(scores, aims, reduction='none') * focus * counts).sum() / total
    return loss + SCORE_WEIGHT * score_loss


def compare_boxes(ours, theirs):
    """@returns overlap (IoU) of each pair, and the EIoU loss"""
    inside = (torch.minimum(ours[:, 2:], theirs[:, 2:]) - torch.maximum(ours[:, :2], theirs[:, :2])).clamp(min=0).prod(1)
    our_size, their_size = ours[:, 2:] - ours[:, :2], (theirs[:, 2:] - theirs[:, :2]).clamp(min=1)
    overlap = inside / (our_size.prod(1) + their_size.prod(1) - inside).clamp(min=1e-6)
    hull = (torch.maximum(ours[:, 2:], theirs[:, 2:]) - torch.minimum(ours[:, :2], theirs[:, :2])).clamp(min=1e-3)
    apart = ((ours[:, :2] + ours[:, 2:] - theirs[:, :2] - theirs[:, 2:]) / 2).square().sum(1) / hull.square().sum(1)
    sides = ((our_size - their_size) / hull).square().sum(1)
    return overlap, 1 - overlap + apart + sides
