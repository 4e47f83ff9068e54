"""Angles and projection, with the axes and signs of docs/outputs.md: x to the right of the picture, y down, z away from the camera."""
from dataclasses import dataclass

import numpy as np


def rotation(yaw, pitch, roll=0.):
    """Degrees -> the head's axes in camera coordinates, as columns: yaw · pitch · roll."""
    a, b, c = np.radians([yaw, pitch, roll])
    turn = np.array([[np.cos(a), 0, -np.sin(a)], [0, 1, 0], [np.sin(a), 0, np.cos(a)]])
    nod = np.array([[1, 0, 0], [0, np.cos(b), np.sin(b)], [0, -np.sin(b), np.cos(b)]])
    lean = np.array([[np.cos(c), -np.sin(c), 0], [np.sin(c), np.cos(c), 0], [0, 0, 1]])
    return turn @ nod @ lean


def pose(r):
    """The way back of `rotation`: (yaw, pitch, roll) in degrees."""
    yaw, pitch = angles(-r[:, 2])
    level = rotation(yaw, pitch)
    return yaw, pitch, float(np.degrees(np.arctan2(level[:, 1] @ r[:, 0], level[:, 0] @ r[:, 0])))


def direction(yaw, pitch):
    """Unit vector of a look; (0, 0) looks straight back along the optical axis."""
    return -rotation(yaw, pitch)[:, 2]


def angles(d):
    """(yaw, pitch) in degrees of a look."""
    return float(np.degrees(np.arctan2(d[0], -d[2]))), float(np.degrees(np.arctan2(-d[1], np.hypot(d[0], d[2]))))


def between(a, b):
    """Degrees between two directions."""
    return float(np.degrees(np.arctan2(np.linalg.norm(np.cross(a, b)), a @ b)))


def to_ray(point):
    """The smallest rotation that takes the optical axis to the ray through a point: what is measured against the ray, times this,
    is in camera coordinates."""
    x, y, z = point / np.linalg.norm(point)
    k = 1 / (1 + z)
    return np.array([[1 - x * x * k, -x * y * k, x], [-x * y * k, 1 - y * y * k, y], [-x, -y, z]])


@dataclass(frozen=True)
class Camera:
    """A pinhole whose axis goes through the middle of the picture. Places in the picture are such that its first pixel covers 0 to 1."""
    width: int
    height: int

    @property
    def focal(self):
        """Pixels: the longer side of the picture (53 degrees across), the lens that the product assumes."""
        return max(self.width, self.height)

    def project(self, points):
        """[..., 3] in camera coordinates, whatever their unit -> [..., 2] pixels."""
        points = np.asarray(points, float)
        return points[..., :2] / points[..., 2:] * self.focal + [self.width / 2, self.height / 2]

    def point(self, place, depth):
        """What lies so far away, along the axis, behind a place of the picture."""
        return np.r_[(np.asarray(place) - [self.width / 2, self.height / 2]) / self.focal, 1] * depth
