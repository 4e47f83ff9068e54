"""Every epoch sees each face otherwise: as other crops, light and video would show it."""
from dataclasses import dataclass

import torch

from . import pictures


@dataclass(frozen=True)
class Augmentation:
    """How much, and on which share of the faces."""

    degrees: float = 12.0
    zoom: float = 0.12
    loose_share: float = 0.15
    loose_most: float = 1 / 0.7
    aspect: float = 0.06
    shift: float = 0.07
    contrast: float = 0.3
    brightness: float = 30.0
    blur_share: float = 0.2
    blur_sigma: tuple = (0.4, 1.6)
    shrink_share: float = 0.2
    shrink_side: tuple = (16, 32)
    jpeg_share: float = 0.2
    jpeg_quality: tuple = (15, 70)
    erase_share: float = 0.5
    erase_side: tuple = (8, 16)


# What a network gets for an erased pixel: the middle of its range.
ERASED = 128.0


def augment(faces, generator, amounts=Augmentation()):
    """
    @param faces uint8 or float [n, 1, 48, 48]
    @param generator of the CPU: the same one gives the same faces
    @returns float [n, 1, 48, 48], 0..255
    """
    n, device = len(faces), faces.device

    def uniform(low, high, *shape):
        return (low + (high - low) * torch.rand(n, *shape, generator=generator)).to(device)

    def whole(low, high):
        return torch.randint(low, high + 1, (n,), generator=generator).to(device)

    def some(share):
        return (torch.rand(n, generator=generator) < share).to(device)

    def spread(amount, *shape):
        return uniform(-amount, amount, *shape)

    looseness = torch.where(some(amounts.loose_share), uniform(1, amounts.loose_most), 1 + spread(amounts.zoom))
    faces = pictures.warp(faces.float(), spread(amounts.degrees), looseness, 1 + spread(amounts.aspect),
                          spread(amounts.shift, 2), some(0.5))
    faces = relight(faces, 1 + spread(amounts.contrast), spread(amounts.brightness))
    faces = on_some(faces, some(amounts.blur_share), pictures.blur, uniform(*amounts.blur_sigma))
    faces = on_some(faces, some(amounts.shrink_share), pictures.shrink, whole(*amounts.shrink_side))
    faces = on_some(faces, some(amounts.jpeg_share), pictures.compress, whole(*amounts.jpeg_quality))
    faces = faces.clamp(0, 255)  # blur may leave rounding errors
    return erase(faces, some(amounts.erase_share), whole(*amounts.erase_side), uniform(0, faces.shape[2], 2))


def relight(faces, contrast, brightness):
    mean = faces.mean((1, 2, 3), keepdim=True)
    return ((faces - mean) * contrast[:, None, None, None] + mean + brightness[:, None, None, None]).clamp(0, 255)


def on_some(faces, chosen, change, amount):
    """`change`, with its amount, on the chosen faces alone."""
    if not chosen.any():
        return faces
    changed = faces.clone()
    changed[chosen] = change(faces[chosen], amount[chosen])
    return changed


def erase(faces, chosen, side, middle):
    """A square of `side` pixels around `middle` [n, 2] becomes grey."""
    place = torch.arange(faces.shape[2], device=faces.device)
    inside = (place - middle[:, :, None]).abs() * 2 < side[:, None, None]
    square = inside[:, 1, :, None] & inside[:, 0, None, :] & chosen[:, None, None]
    return faces.masked_fill(square[:, None], ERASED)


def mix(parts, share, order):
    """Mixup (Zhang et al. 2018): each tensor with a share of another row of itself."""
    return [share * part + (1 - share) * part[order] for part in parts]
