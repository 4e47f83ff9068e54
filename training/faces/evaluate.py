"""How many of the teacher's faces are found, by size, and what is taken for a face where there is none."""
import numpy as np
from PIL import Image

from . import lettering, pictures
from .find import HIT, find_faces, overlap

# Sides of faces (root of the area) in pixels of the picture that is looked at.
SIZES = ((20, 40), (40, 80), (80, float('inf')))
SCORES = (0.5, 0.6, 0.7)

# A row of its own for those of all sizes that are turned away.
TURNED = 'turned'

# Longer sides at which each picture of the validation split is looked at: few of its faces are small otherwise.
SIDES = (320, 160, 96)

# The first of them, and drawn pictures, are searched for what is no face.
SIDE = SIDES[0]
DRAWN_PICTURES = 500


def evaluate(network, root):
    """@returns recall by size (and of faces turned away) and score, false faces a picture, and those in drawn lettering; ready for JSON"""
    hits = {name: [0, *(0 for _ in SCORES)] for name in (*(f'{low}-{high:g}' for low, high in SIZES), TURNED)}
    false = [0] * len(SCORES)
    negatives = 0
    for picture in pictures.read_pictures(root, 'val'):
        for side in SIDES:
            scale = side / max(picture.image.size)
            found = find_faces(network, resized(picture.image, scale), min(SCORES))
            count_hits(hits, found, corners(picture.boxes * scale)[picture.sure], picture.turned[picture.sure])
            if picture.is_negative and side == SIDE:
                negatives += 1
                count_false(false, found)
    drawn = [0] * len(SCORES)
    random = np.random.default_rng(20261121)
    for _ in range(DRAWN_PICTURES):
        image = lettering.paper(SIDE, random)
        lettering.draw(image, random)
        count_false(drawn, find_faces(network, np.asarray(image), min(SCORES)))
    return {'scores': SCORES, 'recall': {size: {'faces': n, 'found': [k / n if n else None for k in found]}
                                         for size, (n, *found) in hits.items()},
            'negatives': negatives, 'false_faces': false, 'drawn': DRAWN_PICTURES, 'false_faces_in_drawn': drawn}


def resized(image, scale):
    return np.asarray(image.resize([max(1, round(side * scale)) for side in image.size], Image.BILINEAR, reducing_gap=2))


def corners(boxes):
    """x, y, w, h -> left, top, right, bottom"""
    return np.concatenate([boxes[:, :2], boxes[:, :2] + boxes[:, 2:]], 1)


def count_hits(hits, found, boxes, turned):
    for box, away in zip(boxes, turned):
        size = np.sqrt((box[2] - box[0]) * (box[3] - box[1]))
        row = next((f'{low}-{high:g}' for low, high in SIZES if low <= size < high), None)
        if row is None:
            continue
        best = max((score for score, *other in found if overlap(other, box) >= HIT), default=0)
        for name in (row, TURNED) if away else (row,):
            hits[name][0] += 1
            for i, least in enumerate(SCORES):
                hits[name][1 + i] += bool(best >= least)


def count_false(false, found):
    for i, least in enumerate(SCORES):
        false[i] += int((found[:, 0] >= least).sum())
