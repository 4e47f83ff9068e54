"""Step 1: read sharp, near-frontal faces of people known by name, with their pose."""
import io
import json
import os
import tarfile

import numpy as np
from PIL import Image

from .geometry import INNER, MIRROR, UNIT, UNNAMED, apply_similarity, similarity


def mean_shape_3d(pts):
    """Orthographic factorisation (Tomasi-Kanade) of all landmark sets: [70, 3], z away from the camera."""
    c = pts - pts[:, :68].mean(1, keepdims=True)
    c = c / np.sqrt((c[:, :68] ** 2).sum((1, 2)))[:, None, None]
    u, s, vt = np.linalg.svd(c.transpose(0, 2, 1).reshape(-1, 70), full_matrices=False)
    m, x = u[:, :3] * s[:3], vt[:3]
    a, b = m[0::2], m[1::2]
    pair = lambda p, q: np.stack([p[:, 0] * q[:, 0], p[:, 0] * q[:, 1] + p[:, 1] * q[:, 0],
                                  p[:, 0] * q[:, 2] + p[:, 2] * q[:, 0], p[:, 1] * q[:, 1],
                                  p[:, 1] * q[:, 2] + p[:, 2] * q[:, 1], p[:, 2] * q[:, 2]], 1)
    eq = np.concatenate([pair(a, a) - pair(b, b), pair(a, b), pair(a, a).mean(0, keepdims=True) * 1000])
    q = np.linalg.lstsq(eq, np.r_[np.zeros(len(eq) - 1), 1000.], rcond=None)[0]
    ev, vec = np.linalg.eigh(np.array([[q[0], q[1], q[2]], [q[1], q[3], q[4]], [q[2], q[4], q[5]]]))
    g = vec * np.sqrt(np.maximum(ev, 1e-6))
    m, x = m @ g, np.linalg.inv(g) @ x
    r1, r2 = m[0::2].mean(0), m[1::2].mean(0)
    r1 /= np.linalg.norm(r1)
    r2 -= r1 * (r1 @ r2)
    r2 /= np.linalg.norm(r2)
    x = (np.stack([r1, r2, np.cross(r1, r2)]) @ x).T
    if x[30, 2] > x[[36, 45], 2].mean():
        x[:, 2] *= -1
    x -= x[:68].mean(0)
    d = x - x[MIRROR]
    n = (d * np.sign(d[:, :1])).sum(0)
    n /= np.linalg.norm(n)
    up = np.array([0, 1, 0]) - n * n[1]
    up /= np.linalg.norm(up)
    x = x @ np.stack([n, up, np.cross(n, up)]).T
    x = (x + x[MIRROR] * [-1, 1, 1]) / 2
    return x * UNIT / (x[45, 0] - x[36, 0])


def pose(p, shape3d):
    """(yaw, pitch, roll) in degrees of one landmark set, weak perspective."""
    a, b = shape3d[17:48] - shape3d[17:48].mean(0), p[17:48] - p[17:48].mean(0)
    u, _, v = np.linalg.svd(np.linalg.lstsq(a, b, rcond=None)[0].T)
    r = u @ np.eye(2, 3) @ v
    r = np.vstack([r, np.cross(r[0], r[1])])
    return np.degrees([np.arctan2(-r[2, 0], np.hypot(r[2, 1], r[2, 2])), np.arctan2(r[2, 1], r[2, 2]),
                       np.arctan2(r[1, 0], r[0, 0])])


class Face:
    """One picture of one person: landmarks in its pixels and in units, and its bytes."""
    def __init__(self, person, pts, data, canon):
        self.person, self.pts, self.data = person, pts, data
        t = similarity(pts[INNER], canon[INNER])
        self.aligned, self.density = apply_similarity(t, pts), 1 / abs(t[0])

    def pixels(self):
        im = Image.open(io.BytesIO(self.data)).convert('RGB')
        k = 1 if self.density > 0.9 else 2
        if k > 1:
            im = im.resize((im.width * k, im.height * k), Image.LANCZOS)
        return np.asarray(im, np.float32), k


def read_faces(folder):
    rows = []
    for line in open(os.path.join(folder, 'labels.jsonl')):
        r = json.loads(line)
        if 'ident' not in r or r['source'] in UNNAMED:
            continue
        for f in r['faces']:
            if f.get('mesh_conf', 0) >= 0.95 and 'pts70' in f:
                rows.append((r, np.array(f['pts70'], float).reshape(70, 2)))
    shape3d = mean_shape_3d(np.stack([p for _, p in rows]))
    faces, tars = [], {}
    for r, p in rows:
        yaw, pitch, _ = pose(p, shape3d)
        t = similarity(p[INNER], shape3d[INNER, :2])
        if abs(yaw) > 13 or abs(pitch + 5) > 13 or 1 / abs(t[0]) < 0.44:
            continue
        if r['tar'] not in tars:
            tars[r['tar']] = tarfile.open(os.path.join(folder, r['tar']))
        data = tars[r['tar']].extractfile(r['file']).read()
        faces.append(Face(r['ident'], p, data, shape3d[:, :2]))
    return shape3d, faces
