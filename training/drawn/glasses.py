"""Glasses, drawn over a finished head."""
import numpy as np
from scipy.ndimage import gaussian_filter

from .canvas import box_of, mix

DEPTH = -25.                  # plane of the lenses, units; the root of the nose is at -21


def paint_glasses(rgb, canvas, head, depth, glasses):
    """Frame, arms and reflections; what is behind the face is hidden. No refraction: the eyes stay where they are."""
    unit = canvas.scale * canvas.camera.focal / head.between_eyes[2]
    middle_y = head.eye_level
    rims = []
    for side in (-1, 1):
        angle = np.linspace(0, 2 * np.pi, 49)
        c, s = np.cos(angle), np.sin(angle)
        k = glasses['round']                                     # 2: an ellipse; more: a rounded box
        x = side * 37 + 27.5 * np.sign(c) * np.abs(c) ** (2 / k)
        y = middle_y + 3 + glasses['high'] * np.sign(s) * np.abs(s) ** (2 / k)
        rims.append(np.stack([x, y, DEPTH + .004 * x * x], 1))
    lines = rims + [np.array([(-10, middle_y - 3, DEPTH), (0, middle_y - 6, DEPTH - 1), (10, middle_y - 3, DEPTH)])]
    lines += [np.stack([side * np.linspace(64, 86, 25), np.full(25, middle_y - 6), np.linspace(DEPTH + 16, 75, 25)], 1) for side in (-1, 1)]
    for rim, window in zip(rims, glasses['windows']):
        lens = canvas.cover(canvas.places(head.points(rim)))
        low, high = rim.min(0), rim.max(0)
        quad = low[:2] + (high - low)[:2] * np.array(window['quad'])
        glare = canvas.cover(canvas.places(head.points(np.c_[quad, np.full(len(quad), DEPTH + 1.)])))
        rgb = mix(rgb, np.array([236., 240, 244]), window['alpha'] * gaussian_filter(glare, .8 * unit) * lens + .04 * lens)
    ink = np.zeros(rgb.shape[:2])
    for line in lines:
        p = head.points(line)
        at = canvas.places(p)
        for i in range(len(p) - 1):
            x, y = ((at[i] + at[i + 1]) / 2).astype(int)
            if 0 <= x < canvas.width and 0 <= y < canvas.height and depth[y, x] < p[i:i + 2, 2].mean() - 6:
                continue                                         # the head is before it
            box = box_of(at[i:i + 2], canvas, 4 * unit)
            if box is not None:
                ink[box] = np.maximum(ink[box], segment(at[i], at[i + 1], glasses['thick'] * unit, box))
    return mix(rgb, np.array(glasses['colour'], float), ink)


def segment(a, b, wide, box):
    """Soft cover of a thick line."""
    y, x = np.mgrid[box]
    p, d = np.stack([x + .5, y + .5], -1) - a, b - a
    t = np.clip(p @ d / (d @ d + 1e-9), 0, 1)
    far = np.linalg.norm(p - t[..., None] * d, axis=-1)
    return np.clip(wide / 2 - far + .5, 0, 1)
