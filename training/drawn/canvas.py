"""A part of a picture that is drawn larger than it will be, and what is drawn with there."""
import numpy as np
from PIL import Image, ImageDraw


class Canvas:
    """A part of a picture, `scale` pixels for one of the picture's, with what is seen where."""
    def __init__(self, camera, left, top, width, height, scale):
        self.camera, self.left, self.top, self.scale = camera, left, top, scale
        self.width, self.height = width * scale, height * scale

    def places(self, points):
        """[..., 3] in camera coordinates -> places in the canvas; its first pixel covers 0 to 1."""
        return (self.camera.project(points) - [self.left, self.top]) * self.scale

    def cover(self, polygon):
        """Share of each pixel that a polygon covers, about."""
        image = Image.new('L', (self.width * 2, self.height * 2))
        ImageDraw.Draw(image).polygon([(float(x) * 2 - .5, float(y) * 2 - .5) for x, y in polygon], fill=255)
        return np.asarray(image.reduce(2), np.float32) / 255

    def stroke(self, line, wide):
        image = Image.new('L', (self.width * 2, self.height * 2))
        ImageDraw.Draw(image).line([(float(x) * 2 - .5, float(y) * 2 - .5) for x, y in line], fill=255, width=max(1, round(2 * wide)), joint='curve')
        return np.asarray(image.reduce(2), np.float32) / 255


def mix(below, over, share):
    return below + (over - below) * share[..., None]


def distance_to(xy, line):
    """To the nearest point of a line that is drawn densely."""
    return np.linalg.norm(xy[..., None, :] - line, axis=-1).min(-1)


def box_of(points, canvas, more):
    """Slices of the canvas around some points; None where nothing of it is left."""
    low = np.maximum(np.floor(points.min(0) - more).astype(int), 0)
    high = np.minimum(np.ceil(points.max(0) + more).astype(int), [canvas.width, canvas.height])
    return None if (high <= low).any() else (slice(low[1], high[1]), slice(low[0], high[0]))
