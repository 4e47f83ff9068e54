"""What the networks see of a picture: turned rectangles, cut as libs/vision cuts them (one bilinear sample a pixel)."""
import math
from dataclasses import dataclass

import numpy as np
from PIL import Image

from .points import INNER, OUTER


@dataclass(frozen=True)
class View:
    """Part of a picture, larger or smaller than it was: where its first pixel began, and its pixels for one of the picture."""

    image: Image.Image
    left: float
    top: float
    scale: float

    def places(self, points):
        return ((points - [self.left, self.top]) * self.scale).astype(np.float32)


def look(image, x, y, side, most_scale):
    """The square of so many pixels around a place, whole pixels where it is not made smaller; black outside of the picture."""
    left, top, side = int(np.floor(x - side / 2)), int(np.floor(y - side / 2)), int(np.ceil(side))
    part = image.crop((left, top, left + side, top + side))
    scale = min(1.0, most_scale)
    if scale < 1:
        pixels = max(1, round(side * scale))
        part, scale = part.resize((pixels, pixels), Image.BOX), pixels / side
    return View(part, left, top, scale)


@dataclass(frozen=True)
class Frame:
    """A rectangle in a picture: middle and width in its pixels, and how far its rows are turned clockwise, radians."""

    x: float
    y: float
    width: float
    angle: float = 0.0

    def moved(self, right, down, wider, turned):
        """By shares of the width, by a factor, by radians."""
        return Frame(self.x + right * self.width, self.y + down * self.width, self.width * wider, self.angle + turned)

    def shown(self, view):
        return Frame(*view.places(np.array([self.x, self.y])).tolist(), self.width * view.scale, self.angle)

    def mirrored(self, columns):
        return Frame(columns - self.x, self.y, self.width, -self.angle)

    def cut(self, image, columns, rows):
        """@returns the crop, mode L; what lies outside of the picture is black"""
        step, cos, sin = self.width / columns, math.cos(self.angle), math.sin(self.angle)
        a, b = cos * step, sin * step
        origin = (self.x - (a * columns - b * rows) / 2, self.y - (b * columns + a * rows) / 2)
        return image.transform((columns, rows), Image.AFFINE, (a, -b, origin[0], b, a, origin[1]), Image.BILINEAR)

    def place(self, points):
        """Pixels of the picture [..., 2] -> shares of the width, from the middle."""
        cos, sin = math.cos(self.angle), math.sin(self.angle)
        off = (points - [self.x, self.y]) / self.width
        return np.stack([off[..., 0] * cos + off[..., 1] * sin, off[..., 1] * cos - off[..., 0] * sin], -1).astype(np.float32)


def eye_frame(eye, by_eye):
    """Around the corners of an eye [7, 2] that lies with its outer corner on the left, so many times as wide as it."""
    across = eye[INNER] - eye[OUTER]
    middle = (eye[INNER] + eye[OUTER]) / 2
    return Frame(float(middle[0]), float(middle[1]), by_eye * max(1.0, float(np.hypot(*across))), math.atan2(across[1], across[0]))


def face_frame(box, right, left, by_box):
    """The square around a box, so many times as wide as its longer side, turned until the two eyes lie level."""
    x, y, w, h = (float(v) for v in box)
    return Frame(x + w / 2, y + h / 2, by_box * max(w, h), math.atan2(left[1] - right[1], left[0] - right[0]))
