"""Faces drawn with plain shapes: a set of photographs with a teacher's labels, and a folder as training/drawn writes it."""
import io
import json
import os
import tarfile

import numpy as np
from PIL import Image, ImageDraw

from landmarks.points import EYES


def shape():
    """70 points of a calm face, 100 between the outer corners of its eyes."""
    angle = np.linspace(np.pi, 0, 17)
    points = np.zeros((70, 2))
    points[:17] = np.stack([83 * np.cos(angle), -40 + 130 * np.sin(angle)], 1)
    points[17:22] = np.stack([np.linspace(-68, -17, 5), [-60, -67, -70, -69, -67]], 1)
    points[22:27] = points[21:16:-1] * [-1, 1]
    points[27:31] = [(0, -48), (0, -30), (0, -15), (0, -5)]
    points[31:36] = [(-16, 5), (-9, 9), (0, 10), (9, 9), (16, 5)]
    right = [(-50, -42), (-41, -49), (-31, -49), (-22, -42), (-31, -37), (-41, -37), (-36, -43)]
    for ids, flip in zip(EYES, ((1, 1), (-1, 1))):
        points[list(ids)] = np.array(right) * flip
    around = np.linspace(np.pi, -np.pi, 12, endpoint=False)
    points[48:60] = np.stack([30 * np.cos(around), 37 - 11 * np.sin(around)], 1)
    inner = np.linspace(np.pi, -np.pi, 8, endpoint=False)
    points[60:68] = np.stack([24 * np.cos(inner), 37 - 4 * np.sin(inner)], 1)
    return points


def draw(random):
    """@returns the picture and its points; no two faces have the same eyes"""
    scale, middle = random.uniform(0.55, 0.8), random.uniform([75, 70], [85, 80])
    points = shape()
    points[68:, 0] += random.uniform(-7, 7)
    points[[37, 38, 43, 44], 1] += random.uniform(-5, 4)
    points = points * scale + middle
    image = Image.fromarray(random.integers(60, 90, (160, 160), dtype=np.uint8))
    pen = ImageDraw.Draw(image)
    flat = lambda ids: [tuple(points[k]) for k in ids]
    pen.polygon(flat(range(17)) + flat(range(26, 16, -1)), fill=170)
    for ids in EYES:
        pen.polygon(flat(ids[:6]), fill=240)
        (x, y), r = points[ids[6]], 5 * scale
        pen.ellipse([x - r, y - r, x + r, y + r], fill=10)
    pen.line(flat(range(27, 31)), fill=120, width=2)
    pen.polygon(flat(range(48, 60)), fill=90)
    return image, points


def write_photographs(root, faces=12):
    folder = os.path.join(root, 'photographs')
    os.makedirs(folder)
    random = np.random.default_rng(1)
    with tarfile.open(os.path.join(folder, 'all.tar'), 'w') as tar, open(os.path.join(folder, 'labels.jsonl'), 'w') as labels:
        for i in range(faces):
            image, points = draw(random)
            held = io.BytesIO()
            image.save(held, 'JPEG', quality=95)
            entry = tarfile.TarInfo(f'{i:03}.jpg')
            entry.size = len(held.getvalue())
            tar.addfile(entry, io.BytesIO(held.getvalue()))
            low, high = points.min(0), points.max(0)
            face = {'score': 0.9, 'mesh_conf': 1, 'box': [*low.tolist(), *(high - low).tolist()], 'pts70': points.flatten().tolist()}
            # The true ones lie a tenth of the eyes' distance to the right of the teacher's.
            true = points[:68] + [0.1 * np.linalg.norm(points[36] - points[45]), 0]
            row = {'file': entry.name, 'tar': 'all.tar', 'split': 'val' if i % 4 == 0 else 'train', 'faces': [face], 'gt68': true.flatten().tolist()}
            labels.write(json.dumps(row) + '\n')
    return folder


def write_drawn(root, faces=8, name='drawn'):
    folder = os.path.join(root, name)
    os.makedirs(folder)
    random = np.random.default_rng(2)
    with open(os.path.join(folder, 'truth.jsonl'), 'w') as file:
        for i in range(faces):
            image, points = draw(random)
            image.save(os.path.join(folder, f'{i:03}.png'))
            scale = np.linalg.norm(points[36] - points[45]) / 100
            truth = {'file': f'{i:03}.png', 'landmarks': points[:68].tolist(), 'pupils': points[68:].tolist(), 'lids_shut': 0,
                     'focal_px': 640, 'distance_mm': 90 * 640 / (100 * scale)}
            file.write(json.dumps(truth) + '\n')
    return folder
