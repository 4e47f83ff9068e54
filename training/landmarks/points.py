"""The 70 points: 68 of the iBUG scheme, then the pupil on the left in the picture and the other one."""
import numpy as np

POINTS = 70

# Of each eye: outer corner, upper lid, inner corner, back along the lower lid, pupil; as libs/vision has them.
EYES = ((36, 37, 38, 39, 40, 41, 68), (45, 44, 43, 42, 47, 46, 69))

# Within an eye.
OUTER, INNER, PUPIL = 0, 3, 6
UPPER, LOWER = (1, 2), (5, 4)
SIGHT, LIDS = (OUTER, INNER, PUPIL), UPPER + LOWER

GROUPS = {'outline': range(17), 'brows': range(17, 27), 'nose': range(27, 36), 'eyes': range(36, 48), 'mouth': range(48, 68), 'pupils': range(68, 70)}

# Which point each one becomes in a mirror.
MIRROR = np.array([*range(16, -1, -1), *range(26, 16, -1), *range(27, 31), *range(35, 30, -1), 45, 44, 43, 42, 47, 46, 39, 38, 37, 36, 41, 40,
                   *range(54, 47, -1), *range(59, 54, -1), *range(64, 59, -1), 67, 66, 65, 69, 68])


def eye_width(eye):
    """Distance of the corners of [..., 7, 2]."""
    return np.linalg.norm(eye[..., INNER, :] - eye[..., OUTER, :], axis=-1)


def opening(eye):
    """Mean distance of the lids of [..., 7, 2], in its units."""
    return np.linalg.norm(eye[..., UPPER, :] - eye[..., LOWER, :], axis=-1).mean(-1)
