"""Step 3: warp a group of faces into one texture space and take each pixel's mid-mean."""
import numpy as np
from scipy.ndimage import map_coordinates
from scipy.spatial import Delaunay

from .geometry import GRADE, INNER, MIRROR, RING, UV_H, UV_SCALE, UV_W, apply_similarity, similarity


class Mesh:
    """Triangulation of the UV shape, and barycentric weights of its pixels."""
    def __init__(self, shape):
        self.shape = np.concatenate([shape, RING])           # 70 landmarks + ring
        self.tri = Delaunay(self.shape)
        self.grid = self.pixel_units(UV_W, UV_H, UV_SCALE)
        self.vert, self.bary = self.locate(self.grid)
        self.core = (np.abs(self.grid[:, 0]) < 126) & (np.abs(self.grid[:, 1]) < 190)   # where faces are averaged

    @staticmethod
    def pixel_units(w, h, scale):
        y, x = np.mgrid[0:h, 0:w]
        return np.stack([(x + .5 - w / 2) / scale, (y + .5 - h / 2) / scale], -1).reshape(-1, 2)

    def locate(self, pts):
        t = np.maximum(self.tri.find_simplex(pts), 0)
        m = self.tri.transform[t]
        b = np.einsum('nij,nj->ni', m[:, :2], pts - m[:, 2]).astype(np.float32)
        return self.tri.simplices[t], np.c_[b, 1 - b.sum(1)].astype(np.float32)

    def warp(self, face, mirrored, vert=None, bary=None):
        """A face in UV, colour-normalised; NaN outside its picture."""
        vert, bary = (self.vert, self.bary) if vert is None else (vert, bary)
        pix, k = face.pixels()
        pts = face.pts
        if mirrored:
            pix, pts = pix[:, ::-1], np.stack([pix.shape[1] / k - 1 - pts[:, 0], pts[:, 1]], 1)[MIRROR]
        t = similarity(self.shape[INNER], pts[INNER])
        src = np.concatenate([pts, apply_similarity(t, RING)])
        xy = (src[vert] * bary[..., None]).sum(1)
        inside = (xy[:, 0] > 1) & (xy[:, 0] < pix.shape[1] / k - 2) & (xy[:, 1] > 1) & (xy[:, 1] < pix.shape[0] / k - 2)
        xy = (xy + .5) * k - .5
        out = np.stack([map_coordinates(pix[..., c], [xy[:, 1], xy[:, 0]], order=1, mode='nearest') for c in range(3)], -1)
        return out, inside


def face_oval(grid):
    x, y = grid.T
    return (x / 62) ** 2 + ((y - 2) / 72) ** 2 < 1


def median_texture(mesh, group):
    """Per-pixel mid-mean (steadier than the median) of a group and its mirror images, in UV; 0 outside the core."""
    vert, bary = mesh.vert[mesh.core], mesh.bary[mesh.core]
    oval = face_oval(mesh.grid[mesh.core])
    stack = np.full((2 * len(group), len(vert), 3), np.nan, np.float16)
    for i, f in enumerate(group):
        for m in (0, 1):
            o, inside = mesh.warp(f, bool(m), vert, bary)
            o = (o - o[oval].mean(0)) / o[oval].std(0).mean() * 34 + GRADE
            stack[2 * i + m][inside] = np.clip(o[inside], -60, 330)
    mid = np.empty((len(vert), 3), np.float32)
    for a in range(0, len(mid), 8000):
        s = np.sort(stack[:, a:a + 8000].astype(np.float32), 0)        # NaN goes last
        n = np.maximum((~np.isnan(s[..., 0])).sum(0), 1)
        rank = np.arange(len(s))[:, None]
        w = ((rank >= n * .35) & (rank <= n * .65)).astype(np.float32)[..., None]
        mid[a:a + 8000] = (np.nan_to_num(s) * w).sum(0) / w.sum(0)
    out = np.zeros((UV_W * UV_H, 3), np.float32)
    out[mesh.core] = mid
    return out.reshape(UV_H, UV_W, 3)
