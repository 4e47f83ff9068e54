"""
Pictures of faces with the teacher's labels: a folder with labels.jsonl (one line a picture: `file`, `tar`, `split`, and `faces`
with `score`, `box` [x, y, w, h] and `pts5`, 10 numbers, in pixels of the picture) and the tar files that it names.
"""
import io
import json
import os
import tarfile
from dataclasses import dataclass

import numpy as np
from PIL import Image

from runs.files import sha256_of

# Teacher's scores: from here on it is a face, below DOUBTFUL it is none, between the two nobody knows.
SURE = 0.6
DOUBTFUL = 0.3

# A face is turned away where its eyes are nearer to each other than this share of the way from between them to the middle of the mouth;
# from the front they are about as far. What the teacher is less sure of then is as often a hand or an animal.
TURNED = 0.6
SURE_IF_TURNED = 0.7

# What the teacher is sure of and is no face of a human being (animals, hands, badges, lamps), or the same face once more: places in `faces`
# of each file, of one set of labels. Found by looking at all of the validation split, at sets that are not of people, and at low scores.
LOOKED_AT = os.path.join(os.path.dirname(__file__), 'not_faces.json')


class BadData(Exception):
    """The folder does not hold what it should."""


@dataclass(frozen=True)
class Picture:
    """What is to be seen in one picture. Faces are in its pixels."""

    image: Image.Image  # mode L
    boxes: np.ndarray  # float32 [k, 4]: x, y, w, h
    points: np.ndarray  # float32 [k, 5, 2]: right eye (left in the picture), left eye, nose, mouth corners
    sure: np.ndarray  # bool [k]; the others are to be ignored
    turned: np.ndarray  # bool [k]: about from half a profile on

    @property
    def is_negative(self):
        return len(self.boxes) == 0


def read_pictures(root, split):
    """
    @param split `train` or `val`
    @returns pictures with a sure face or with none at all, in the order of the file
    @raises BadData
    """
    pictures, tars = [], {}
    try:
        not_faces = read_not_faces(root)
        with open(os.path.join(root, 'labels.jsonl')) as lines:
            for line in lines:
                row = json.loads(line)
                if row['split'] != split:
                    continue
                if row['tar'] not in tars:
                    tars[row['tar']] = tarfile.open(os.path.join(root, row['tar']))
                picture = to_picture(row, tars[row['tar']].extractfile(row['file']).read(), not_faces.get(row['file'], ()))
                if picture.is_negative or picture.sure.any():
                    pictures.append(picture)
    except (OSError, KeyError, ValueError, tarfile.TarError) as error:
        raise BadData(f'{root}: {error}') from error
    finally:
        for tar in tars.values():
            tar.close()
    if not pictures:
        raise BadData(f'{root}: no picture of the split {split}')
    return pictures


def read_not_faces(root):
    """@returns of each file, which of its `faces` are none; nothing for labels that nobody has looked at"""
    with open(LOOKED_AT) as file:
        looked_at = json.load(file)
    return looked_at['not_faces'] if looked_at['labels_sha256'] == sha256_of_labels(root) else {}


def to_picture(row, encoded, not_faces=()):
    image = Image.open(io.BytesIO(encoded)).convert('L')
    known = [i for i, face in enumerate(row['faces']) if face['score'] >= DOUBTFUL]
    faces = [row['faces'][i] for i in known]
    boxes = np.array([face['box'] for face in faces], np.float32).reshape(-1, 4)
    points = np.array([face['pts5'] for face in faces], np.float32).reshape(-1, 5, 2)
    turned = are_turned(points)
    scores = np.array([face['score'] for face in faces])
    sure = (scores >= np.where(turned, SURE_IF_TURNED, SURE)) & ~np.isin(known, list(not_faces))
    return Picture(image, boxes, points, sure, turned)


def are_turned(points):
    """@param points float [k, 5, 2], as of Picture"""
    eyes = np.linalg.norm(points[:, 1] - points[:, 0], axis=1)
    height = np.linalg.norm(points[:, 3:].mean(1) - points[:, :2].mean(1), axis=1)
    return eyes < TURNED * height


def sha256_of_labels(root):
    return sha256_of(os.path.join(root, 'labels.jsonl'))
