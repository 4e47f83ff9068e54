"""
Faces with their 70 points, from two kinds of folders: drawn ones (training/drawn: truth.jsonl beside the pictures, exact), and
photographs labelled by a teacher network (labels.jsonl and the tar files it names: `file`, `tar`, `split`, and `faces` with `score`,
`box`, `mesh_conf` and `pts70`, 140 numbers; where true points are known, `gt68`, 136 numbers).
"""
import io
import json
import os
import tarfile
from dataclasses import dataclass

import numpy as np
from PIL import Image

from runs.files import sha256_of

from .points import EYES, eye_width, opening

# What the teacher is believed, and how large a face has to be for that, pixels.
LEAST_SCORE, LEAST_CONFIDENCE, LEAST_FACE = 0.8, 0.9, 50

# The teacher's pupils count half, and not at all in small eyes (pixels), or where the lids leave little of them (share of the eye's width).
TEACHERS_PUPILS, LEAST_EYE, LEAST_OPENING = 0.5, 18, 0.18

# An eye that a turned head shows narrower than this share of what it has is hidden in part.
LEAST_SEEN = 0.4
EYE_MM, PUPIL_HIDDEN = 25.65, 0.75

# Box of the detector around the 68 points of a drawn face, in shares of their extent: within it at both sides, above it, within it below (means
# over 651 drawn pictures in which face-detector-gray 1.1.0 found it).
BOX_SIDES, BOX_TOP, BOX_BOTTOM = 0.02, 0.31, 0.05


class BadData(Exception):
    """A folder does not hold what it should."""


@dataclass(frozen=True)
class Face:
    image: Image.Image  # mode L, the whole picture
    points: np.ndarray  # float32 [70, 2], pixels of it; the first pixel covers 0 to 1
    counts: np.ndarray  # float32 [70]: how much each of them does
    box: np.ndarray  # float32 [4]: x, y, w, h
    is_drawn: bool
    truth: dict  # the line of truth.jsonl; `gt68` of a photograph whose 68 points somebody knows; or {}


def read_faces(photographs, drawn, split):
    """
    Faces one by one, drawn ones last.

    @param photographs folder with labels.jsonl, or None
    @param drawn folders with truth.jsonl; their pictures belong to whatever split is asked for
    @param split `train` or `val`
    @raises BadData
    """
    if photographs is not None:
        yield from read_photographs(photographs, split)
    for folder in drawn:
        yield from read_drawn(folder)


def read_photographs(root, split):
    tars = {}
    try:
        with open(os.path.join(root, 'labels.jsonl')) as lines:
            for line in lines:
                row = json.loads(line)
                faces = [face for face in row['faces'] if is_believed(face)]
                if row['split'] != split or not faces:
                    continue
                if row['tar'] not in tars:
                    tars[row['tar']] = tarfile.open(os.path.join(root, row['tar']))
                image = Image.open(io.BytesIO(tars[row['tar']].extractfile(row['file']).read())).convert('L')
                truth = {'gt68': row['gt68']} if 'gt68' in row and len(row['faces']) == 1 else {}
                for face in faces:
                    points = np.array(face['pts70'], np.float32).reshape(-1, 2)
                    yield Face(image, points, teachers_counts(points), np.array(face['box'], np.float32), False, truth)
    except (OSError, KeyError, ValueError, tarfile.TarError) as error:
        raise BadData(f'{root}: {error}') from error
    finally:
        for tar in tars.values():
            tar.close()


def is_believed(face):
    return 'pts70' in face and face['score'] >= LEAST_SCORE and face['mesh_conf'] >= LEAST_CONFIDENCE and min(face['box'][2:]) >= LEAST_FACE


def teachers_counts(points):
    counts = np.ones(len(points), np.float32)
    for ids in EYES:
        eye = points[list(ids)]
        can_be_seen = eye_width(eye) >= LEAST_EYE and opening(eye) >= LEAST_OPENING * eye_width(eye)
        counts[ids[-1]] = TEACHERS_PUPILS if can_be_seen else 0
    return counts


def read_drawn(folder):
    try:
        with open(os.path.join(folder, 'truth.jsonl')) as lines:
            for line in lines:
                truth = json.loads(line)
                image = Image.open(os.path.join(folder, truth['file'])).convert('L')
                points = np.array(truth['landmarks'] + truth['pupils'], np.float32)
                yield Face(image, points, drawn_counts(points, truth), box_around(points), True, truth)
    except (OSError, KeyError, ValueError) as error:
        raise BadData(f'{folder}: {error}') from error


def drawn_counts(points, truth):
    counts = np.ones(len(points), np.float32)
    whole = EYE_MM * truth['focal_px'] / truth['distance_mm']
    for ids in EYES:
        if eye_width(points[list(ids)]) < LEAST_SEEN * whole:
            counts[list(ids)] = 0
        elif truth['lids_shut'] > PUPIL_HIDDEN:
            counts[ids[-1]] = 0
    return counts


def box_around(points):
    """As the detector would put it."""
    low, high = points[:68].min(0), points[:68].max(0)
    width, height = high - low
    box = [low[0] + BOX_SIDES * width, low[1] - BOX_TOP * height, (1 - 2 * BOX_SIDES) * width, (1 + BOX_TOP - BOX_BOTTOM) * height]
    return np.array(box, np.float32)


def sha256_of_labels(photographs, drawn):
    """What a run was trained on, to know it again."""
    files = [os.path.join(folder, 'truth.jsonl') for folder in drawn]
    if photographs is not None:
        files.insert(0, os.path.join(photographs, 'labels.jsonl'))
    return [sha256_of(file) for file in files]
