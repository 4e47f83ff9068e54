"""A data set of drawn faces: a bright oval with two dark eyes and a mouth."""
import io
import json
import os
import tarfile

import numpy as np
from PIL import Image, ImageDraw


def write_set(root, faces=14, negatives=6):
    """@returns the folder, as pictures.read_pictures wants it"""
    folder = os.path.join(root, 'set')
    os.makedirs(folder, exist_ok=True)
    random = np.random.default_rng(1)
    with tarfile.open(os.path.join(folder, 'all.tar'), 'w') as tar, open(os.path.join(folder, 'labels.jsonl'), 'w') as labels:
        for i in range(faces + negatives):
            image, found = draw(random, i < faces)
            name = f'{i:03}.jpg'
            held = io.BytesIO()
            image.save(held, 'JPEG', quality=95)
            entry = tarfile.TarInfo(name)
            entry.size = len(held.getvalue())
            tar.addfile(entry, io.BytesIO(held.getvalue()))
            row = {'file': name, 'tar': 'all.tar', 'split': 'val' if i % 5 == 0 else 'train', 'faces': found}
            labels.write(json.dumps(row) + '\n')
    return folder


def draw(random, with_face):
    image = Image.fromarray(random.integers(40, 100, (120, 160), dtype=np.uint8))
    if not with_face:
        return image, []
    x, y, size = *random.integers(10, 60, 2), int(random.integers(30, 50))
    pen = ImageDraw.Draw(image)
    pen.ellipse([x, y, x + size, y + 1.25 * size], fill=220)
    points = [(x + share * size, y + down * size) for share, down in ((0.3, 0.45), (0.7, 0.45), (0.5, 0.7), (0.35, 0.95), (0.65, 0.95))]
    for px, py in points[:2]:
        pen.ellipse([px - 3, py - 3, px + 3, py + 3], fill=10)
    pen.line(points[3:], fill=10, width=3)
    box = [float(v) for v in (x, y, size, 1.25 * size)]
    return image, [{'score': 0.9, 'box': box, 'pts5': [float(v) for point in points for v in point]}]
