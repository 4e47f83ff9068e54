"""Frame constants, the landmark layout and similarity maths shared by every step."""
import numpy as np


OUT_W, OUT_H, FPS = 640, 360, 25
UNIT = 100.0                  # outer eye corners are 100 units apart
UV_SCALE = 1.3                # texture pixels per unit
UV_W, UV_H = 780, 560         # texture size; the origin (mean landmark) is its centre
GRADE = (168., 132., 113.)    # mean face colour
UNNAMED = ('clips',)          # sources whose `ident` names a film, not a person
DEPTH = 0.78                  # landmark meshes exaggerate depth; this is the share kept
MIRROR = np.array([16 - i for i in range(17)] + [26 - i for i in range(10)] + [27, 28, 29, 30]
                  + [35 - i for i in range(5)] + [45, 44, 43, 42, 47, 46] + [39, 38, 37, 36, 41, 40]
                  + [54 - i for i in range(7)] + [59 - i for i in range(5)] + [64 - i for i in range(5)]
                  + [67 - i for i in range(3)] + [69, 68])
INNER = np.r_[17:68]          # landmarks that do not slide with the pose
UPPER_LID, LOWER_LID = [[37, 38], [43, 44]], [[41, 40], [47, 46]]
EYE = [list(range(36, 42)), list(range(42, 48))]
# points around the face that carry hair, neck and shoulders (units)
RING = np.array([(-300, -215), (-150, -215), (0, -215), (150, -215), (300, -215), (-300, -100), (300, -100),
                 (-300, 0), (300, 0), (-300, 100), (300, 100), (-300, 215), (-150, 215), (0, 215), (150, 215),
                 (300, 215), (-60, -125), (0, -135), (60, -125), (-105, -80), (105, -80), (-112, 0), (112, 0),
                 (-85, 112), (0, 140), (85, 112)], float)


def smoothstep(a, b, x):
    t = np.clip((x - a) / (b - a), 0, 1)
    return t * t * (3 - 2 * t)


def similarity(a, b):
    """Least-squares similarity a -> b as a complex pair (scale*rotation, shift)."""
    za, zb = (p[:, 0] + 1j * p[:, 1] for p in (a - a.mean(0), b - b.mean(0)))
    k = (np.conj(za) @ zb) / (np.conj(za) @ za)
    return k, complex(*b.mean(0)) - k * complex(*a.mean(0))


def apply_similarity(t, p):
    z = t[0] * (p[:, 0] + 1j * p[:, 1]) + t[1]
    return np.stack([z.real, z.imag], 1)
