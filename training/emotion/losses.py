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


def soften(numbers, temperature):
    """What a teacher says, before softmax, as shares that show what it takes for possible, too."""
    return tuple((head.float() / temperature).softmax(1) for head in numbers)


def teacher_loss(outputs, wanted, temperature):
    """Divergence from the teacher's softened answers (Hinton et al. 2015), of both heads, half each."""
    total = 0
    for numbers, shares in zip(outputs, wanted):
        answer = (numbers.float() / temperature).log_softmax(1)
        total = total + 0.5 * F.kl_div(answer, shares, reduction='batchmean') * temperature ** 2
    return total
