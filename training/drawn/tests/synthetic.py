"""A person of one colour, in the mean shape of the training faces: geometry without the pictures that are averaged."""
import numpy as np

from average_person.geometry import UV_H, UV_W
from average_person.person import Person
from average_person.renderer import Renderer
from average_person.texture import Mesh

from drawn.paint import Painter

# 70 points, units: x to the right, y down, z away from the camera (as averages have it: not yet made flatter).
SHAPE = np.array([
    (-84, -42, 77), (-83, -20, 81), (-81, 2, 79), (-77, 24, 73), (-69, 45, 60), (-57, 63, 42), (-40, 77, 24), (-22, 88, 7), (0, 92, -3),
    (22, 88, 7), (40, 77, 24), (57, 63, 42), (69, 45, 60), (77, 24, 73), (81, 2, 79), (83, -20, 81), (84, -42, 77), (-68, -64, 15),
    (-60, -70, 2), (-48, -74, -10), (-34, -73, -19), (-17, -71, -26), (17, -71, -26), (34, -73, -19), (48, -74, -10), (60, -70, 2),
    (68, -64, 15), (0, -51, -27), (0, -34, -41), (0, -17, -55), (0, -6, -61), (-15, 5, -32), (-9, 9, -36), (0, 9, -39), (9, 9, -36),
    (15, 5, -32), (-50, -46, 3), (-43, -50, -1), (-32, -51, -3), (-21, -45, -5), (-30, -43, -4), (-41, -42, -2), (21, -45, -5),
    (32, -51, -3), (43, -50, -1), (50, -46, 3), (41, -42, -2), (30, -43, -4), (-29, 37, -4), (-18, 28, -26), (-9, 26, -34), (0, 27, -37),
    (9, 26, -34), (18, 28, -26), (29, 37, -4), (16, 47, -18), (9, 50, -22), (0, 51, -25), (-9, 50, -22), (-16, 47, -18), (-25, 36, -3),
    (-7, 35, -25), (0, 35, -28), (7, 35, -25), (25, 36, -3), (7, 38, -23), (0, 39, -25), (-7, 38, -23), (-37, -47, -1), (37, -47, -1),
], float)


def make_painter():
    """@returns the painter and its one person, neutral or happy"""
    mesh = Mesh(SHAPE[:, :2])
    skin = np.full((UV_H, UV_W, 3), (168., 132, 113), np.float32)
    means = {'neutral': SHAPE[:, :2], 'happy': SHAPE[:, :2].copy()}
    return Painter(Renderer(mesh)), [Person(mesh, SHAPE, means, {'neutral': skin, 'happy': skin}, skin)]
