"""Turning, scaling, mirroring and tilting a picture together with the faces in it."""
import numpy as np
from PIL import Image


class Warp:
    """
    Moves `source` of a picture to `target` of a canvas, scaled there by `scale` and turned clockwise by `angle` (radians).

    @param tilt how much the far edges of the canvas shrink, horizontally and vertically (0: not at all); `scale` holds at the target
    """

    def __init__(self, source, target, scale, angle, mirror, tilt):
        cos, sin = np.cos(angle) * scale, np.sin(angle) * scale
        flip = -1 if mirror else 1
        linear = np.array([[cos * flip, -sin, 0], [sin * flip, cos, 0], [0, 0, 1.0]])
        self.mirror, self.angle = mirror, angle
        self.reach = 400 / max(scale, 1e-3)
        lean = np.eye(3)
        lean[2, :2] = np.array(tilt) / 400
        self.forward = shift(*target) @ lean @ linear @ shift(-source[0], -source[1])

    def image(self, image, side):
        """@returns the canvas of side x side, and a mask of where the picture lies in it"""
        back = np.linalg.inv(self.forward)
        coefficients = (back / back[2, 2]).ravel()[:8]
        size = (side, side)
        # Shrunk pictures are first averaged: the transform looks at four pixels alone.
        image, coefficients = averaged(image, coefficients, self.local_scale(np.array([[image.width / 2, image.height / 2]]))[0])
        warped = image.transform(size, Image.PERSPECTIVE, coefficients, Image.BILINEAR)
        mask = Image.new('L', image.size, 255).transform(size, Image.PERSPECTIVE, coefficients, Image.NEAREST)
        return warped, mask

    def points(self, points):
        """[k, 5, 2] or [5, 2]; a mirrored face keeps the order left to right in the picture."""
        moved = self.move(points)
        return moved[..., [1, 0, 2, 4, 3], :] if self.mirror else moved

    def box(self, box):
        """
        x, y, w, h -> left, top, right, bottom. A box keeps its middle; its sides are those of the ellipse in it after turning.
        """
        x, y, w, h = box
        middle = np.array([[x + w / 2, y + h / 2]])
        scale = self.local_scale(middle)[0]
        cos, sin = np.cos(self.angle), np.sin(self.angle)
        half = scale / 2 * np.array([np.hypot(w * cos, h * sin), np.hypot(w * sin, h * cos)])
        moved = self.move(middle)[0]
        return np.concatenate([moved - half, moved + half])

    def local_scale(self, places):
        """Canvas pixels a picture pixel at each place [k, 2]."""
        step = 1.0
        here = self.move(places)
        right, down = self.move(places + [step, 0]) - here, self.move(places + [0, step]) - here
        return np.sqrt(np.abs(right[:, 0] * down[:, 1] - right[:, 1] * down[:, 0])) / step

    def move(self, points):
        points = np.asarray(points, float)
        flat = np.concatenate([points.reshape(-1, 2), np.ones((points.size // 2, 1))], 1) @ self.forward.T
        return (flat[:, :2] / flat[:, 2:]).reshape(points.shape)


def averaged(image, coefficients, scale):
    """The picture reduced by a whole factor as far as it will shrink anyway, and the coefficients for the smaller one."""
    factor = int(1 / max(scale, 1e-3))
    if factor < 2:
        return image, coefficients
    factor = min(factor, max(1, min(image.size) // 4))
    a, b, c, d, e, f, g, h = coefficients
    return image.reduce(factor), np.array([a / factor, b / factor, c / factor, d / factor, e / factor, f / factor, g, h])


def shift(x, y):
    return np.array([[1, 0, x], [0, 1, y], [0, 0, 1.0]])
