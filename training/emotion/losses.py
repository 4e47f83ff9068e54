"""What the networks learn from."""
from dataclasses import dataclass

import torch
import torch.nn.functional as F

from .labels import FER


@dataclass
class Targets:
    """Of a batch: `fer` [n, 7] and `ferplus` [n, 8] are shares, `weight` [n] says how much the second counts."""

    fer: torch.Tensor
    ferplus: torch.Tensor
    weight: torch.Tensor


def smoothed(label, smoothing):
    return F.one_hot(label, len(FER)).float() * (1 - smoothing) + smoothing / len(FER)


def label_loss(outputs, targets):
    """Half from the labels of FER2013, half from the votes of FER+."""
    fer, ferplus = (numbers.float().log_softmax(1) for numbers in outputs)
    from_labels = -(targets.fer * fer).sum(1).mean()
    from_votes = (-(targets.ferplus * ferplus).sum(1) * targets.weight).sum() / targets.weight.sum().clamp(min=1)
    return 0.5 * from_labels + 0.5 * from_votes


def teacher_loss(outputs, teacher_outputs, temperature):
    """Divergence from the teacher's softened answers (Hinton et al. 2015), of both heads, half each."""
    total = 0
    for numbers, wanted in zip(outputs, teacher_outputs):
        answer = (numbers.float() / temperature).log_softmax(1)
        wanted = (wanted.float() / temperature).log_softmax(1)
        total = total + 0.5 * F.kl_div(answer, wanted, reduction='batchmean', log_target=True) * temperature ** 2
    return total
