"""Every epoch sees each face otherwise: as other crops, light and video would show it."""
from dataclasses import dataclass, fields

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


# By name: the hybrid and the classic network learned from full, the shipped one and its teachers from mild.
AUGMENTATIONS = {
    'full': Augmentation(),
    'mild': Augmentation(degrees=10.0, zoom=0.1, loose_share=0.05, shift=0.06, contrast=0.25, brightness=25.0, blur_share=0.1,
                         shrink_share=0.1, jpeg_share=0.1, erase_share=0.3),
}

# What a network gets for an erased pixel: the middle of its range.
ERASED = 128.0


class Draws:
    """Random numbers, one (or `shape`) for each of n faces, from a generator of the CPU: the same one gives the same numbers."""

    def __init__(self, n, generator, device='cpu'):
        self.n, self.generator, self.device = n, generator, device

    def uniform(self, low, high, *shape):
        return (low + (high - low) * torch.rand(self.n, *shape, generator=self.generator)).to(self.device)

    def whole(self, low, high):
        return torch.randint(low, high + 1, (self.n,), generator=self.generator).to(self.device)

    def some(self, share):
        return (torch.rand(self.n, generator=self.generator) < share).to(self.device)

    def spread(self, amount, *shape):
        return self.uniform(-amount, amount, *shape)


@dataclass(frozen=True)
class Looks:
    """One for each of n faces: another crop, mirrored or not, in another light."""

    degrees: torch.Tensor
    looseness: torch.Tensor
    aspect: torch.Tensor
    shift: torch.Tensor  # [n, 2]
    mirror: torch.Tensor
    contrast: torch.Tensor
    brightness: torch.Tensor

    @classmethod
    def draw(cls, n, generator, amounts=Augmentation()):
        draw = Draws(n, generator)
        return cls(draw.spread(amounts.degrees),
                   torch.where(draw.some(amounts.loose_share), draw.uniform(1, amounts.loose_most), 1 + draw.spread(amounts.zoom)),
                   1 + draw.spread(amounts.aspect), draw.spread(amounts.shift, 2), draw.some(0.5),
                   1 + draw.spread(amounts.contrast), draw.spread(amounts.brightness))

    def of(self, faces, rows):
        """
        @param faces uint8 or float [rows, 1, 48, 48]
        @returns float [rows, 1, 48, 48], 0..255
        """
        part = {field.name: getattr(self, field.name)[rows].to(faces.device) for field in fields(self)}
        contrast, brightness = part.pop('contrast'), part.pop('brightness')
        return relight(pictures.warp(faces.float(), **part), contrast, brightness)


def worsen(faces, generator, amounts=Augmentation()):
    """
    Some blurred, of few pixels, compressed, or with a square erased.

    @param faces float [n, 1, 48, 48], 0..255
    @returns the same
    """
    draw = Draws(len(faces), generator, faces.device)
    faces = on_some(faces, draw.some(amounts.blur_share), pictures.blur, draw.uniform(*amounts.blur_sigma))
    faces = on_some(faces, draw.some(amounts.shrink_share), pictures.shrink, draw.whole(*amounts.shrink_side))
    faces = on_some(faces, draw.some(amounts.jpeg_share), pictures.compress, draw.whole(*amounts.jpeg_quality))
    faces = faces.clamp(0, 255)  # blur may leave rounding errors
    return erase(faces, draw.some(amounts.erase_share), draw.whole(*amounts.erase_side), draw.uniform(0, faces.shape[2], 2))


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
