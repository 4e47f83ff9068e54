"""The same test faces as video may bring them."""
import numpy as np
import torch

from . import pictures

FEW_AT_ONCE = 512


def conditions():
    """Name -> change of float [n, 1, 48, 48]."""
    def amount(faces, value):
        return torch.full((len(faces),), value)

    def rolled(degrees):
        return lambda faces: pictures.warp(faces, degrees=amount(faces, degrees))

    def turned(degrees):
        return lambda faces: pictures.turn(faces, amount(faces, degrees))

    return {
        'as they are': lambda faces: faces,
        'face of 24 px': lambda faces: pictures.shrink(faces, torch.full((len(faces),), 24)),
        'face of 16 px': lambda faces: pictures.shrink(faces, torch.full((len(faces),), 16)),
        'JPEG quality 20': lambda faces: pictures.compress(faces, amount(faces, 20.0)),
        'blur, sigma 1.5 px': lambda faces: pictures.blur(faces, amount(faces, 1.5)),
        'dark, 0.25 of the light': lambda faces: faces * 0.25,
        'crop 0.7 as tight': lambda faces: pictures.warp(faces, looseness=amount(faces, 1 / 0.7)),
        'crop aside by 0.1': lambda faces: pictures.warp(faces, shift=torch.full((len(faces), 2), 0.1)),
        'rolled by 15 degrees': rolled(15.0),
        'rolled by 30 degrees': rolled(30.0),
        'turned by 20 degrees': turned(20.0),
        'turned by 40 degrees': turned(40.0),
    }


def changed(images, change):
    """uint8 [n, 48, 48] -> the same, rounded to whole grey levels as video has them."""
    parts = []
    for part in torch.from_numpy(images)[:, None].split(FEW_AT_ONCE):
        parts.append(change(part.float()).round().clamp(0, 255).to(torch.uint8)[:, 0].numpy())
    return np.concatenate(parts)
