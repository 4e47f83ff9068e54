"""Step 5: move the mesh, shift the irises, and splat it with a soft z-buffer."""
import numpy as np
from scipy.ndimage import binary_closing, gaussian_filter, map_coordinates

from .geometry import EYE, LOWER_LID, OUT_H, OUT_W, RING, UPPER_LID, UV_H, UV_SCALE, UV_W, smoothstep
from .texture import Mesh
from .person import polygon_mask, smooth_closed


class Renderer:
    """Draws persons into frames. Density > 1 means several mesh samples per frame pixel."""
    def __init__(self, mesh, density=1.3):
        self.mesh = mesh
        w, h = int(UV_W * density), int(UV_H * density)
        self.uvpos = Mesh.pixel_units(w, h, UV_SCALE * density)
        keep = (np.abs(self.uvpos[:, 0]) < 298) & (np.abs(self.uvpos[:, 1]) < 213)
        self.uvpos = self.uvpos[keep].astype(np.float32)
        self.vert, self.bary = mesh.locate(self.uvpos)
        x, y = self.uvpos.T
        self.tx = self.to_uv(self.uvpos)
        self.follow = smoothstep(152, 92, y + np.abs(x) * .12)            # 1 on the head, 0 on the shoulders
        uv = mesh.shape
        self.eyes = []
        for ids, pupil in zip(EYE, (68, 69)):
            poly = uv[ids]
            a, b = poly.min(0) - 4, poly.max(0) + 4
            px = ((np.array([a, b]) * UV_SCALE) + [UV_W / 2, UV_H / 2]).astype(int)
            (x0, y0), (x1, y1) = px
            gy, gx = np.mgrid[y0:y1, x0:x1]
            g = np.stack([(gx + .5 - UV_W / 2) / UV_SCALE, (gy + .5 - UV_H / 2) / UV_SCALE], -1)
            m = polygon_mask(g.reshape(-1, 2), smooth_closed(poly, 2), 1.0).reshape(gx.shape)
            d = g[..., 0] - uv[pupil, 0]
            reach = np.where(d > 0, poly[:, 0].max() - uv[pupil, 0], uv[pupil, 0] - poly[:, 0].min())
            self.eyes.append((x0, y0, x1, y1, gx, gy, m, smoothstep(1.0, .55, np.abs(d) / reach), g, uv[pupil]))

    @staticmethod
    def to_uv(p):
        return p[:, 0] * UV_SCALE + UV_W / 2 - .5, p[:, 1] * UV_SCALE + UV_H / 2 - .5

    def samples(self, person):
        """The mesh samples that a person covers: (vertices, weights, depth, texture x, y, head share), kept on the person."""
        if not hasattr(person, 'samples'):
            x, y = self.tx
            on = map_coordinates(person.alpha, [y, x], order=1) > .004
            z = map_coordinates(person.depth, [(y[on] + .5) / 6 - .5, (x[on] + .5) / 6 - .5], order=3, mode='nearest')
            person.samples = (self.vert[on], self.bary[on], z.astype(np.float32), x[on], y[on], self.follow[on])
        return person.samples

    def draw(self, frame, person, weights, yaw=0., pitch=0., roll=0., gaze=(0., 0.), lids=0., at=(320., 176.), scale=.9):
        """Composite one person. weights: {expression: share}; lids: 0 as the expression has them .. 1 shut."""
        s = sum(w * person.shapes[e] for e, w in weights.items())
        for up, lo in zip(UPPER_LID, LOWER_LID):
            for u, l in zip(up, lo):
                shut = s[l] * .93 + s[u] * .07
                s[u] = s[u] * (1 - lids) + (shut - [0, .25]) * lids
                s[l] = s[l] * (1 - lids) + (shut + [0, .25]) * lids
        v = np.concatenate([s, RING]).astype(np.float32)
        vert, bary, z, sx, sy, follow = self.samples(person)
        xy = sum(v[vert[:, k]] * bary[:, k:k + 1] for k in range(3))
        a, b, c = np.radians([yaw, pitch, roll])
        ry = np.array([[np.cos(a), 0, np.sin(a)], [0, 1, 0], [-np.sin(a), 0, np.cos(a)]])
        rx = np.array([[1, 0, 0], [0, np.cos(b), -np.sin(b)], [0, np.sin(b), np.cos(b)]])
        rz = np.array([[np.cos(c), -np.sin(c), 0], [np.sin(c), np.cos(c), 0], [0, 0, 1]])
        m = (rz @ rx @ ry).astype(np.float32)
        pivot = np.array([0, 75, 66], np.float32)
        p3 = np.c_[xy, z] - pivot
        turned = p3 @ m.T
        p3 = p3 + (turned - p3) * follow[:, None] + pivot
        persp = 1200 / (1200 + p3[:, 2])
        px = p3[:, 0] * persp * scale + at[0]
        py = p3[:, 1] * persp * scale + at[1]
        ix, iy = np.round(px).astype(int), np.round(py).astype(int)
        ok = (ix >= 0) & (ix < OUT_W) & (iy >= 0) & (iy < OUT_H)
        cell = (iy * OUT_W + ix)[ok]
        w = np.exp((20 - p3[ok, 2].astype(float)) / 2.5)
        tot = np.bincount(cell, w, OUT_W * OUT_H) + 1e-60
        ux = np.bincount(cell, w * sx[ok], OUT_W * OUT_H) / tot
        uy = np.bincount(cell, w * sy[ok], OUT_W * OUT_H) / tot
        hit = (tot > 1e-50).reshape(OUT_H, OUT_W)
        k = gaussian_filter(hit.astype(float), .7) + 1e-9
        ux, uy = (gaussian_filter(np.where(hit, u.reshape(OUT_H, OUT_W), 0), .7) / k for u in (ux, uy))
        cover = binary_closing(np.pad(hit, 4, mode='edge'), iterations=2).astype(float)
        cover = smoothstep(.2, .9, gaussian_filter(cover, .8)[4:-4, 4:-4])
        t = sum(w * person.tex[e] for e, w in weights.items())
        t = self.look(t, gaze, lids)
        rgb = np.stack([map_coordinates(t[..., c], [uy, ux], order=1, mode='nearest') for c in range(3)], -1)
        al = (map_coordinates(person.alpha, [uy, ux], order=1) * cover)[..., None]
        return frame * (1 - al) + rgb * al

    def look(self, t, gaze, lids=0.):
        """Shift the irises inside the lids by `gaze` units and set the catchlights."""
        t = t.copy()
        for x0, y0, x1, y1, gx, gy, m, w, g, pupil in self.eyes:
            sx, sy = gx - gaze[0] * UV_SCALE * w, gy - gaze[1] * UV_SCALE * w
            patch = np.stack([map_coordinates(t[..., c], [sy, sx], order=1, mode='nearest') for c in range(3)], -1)
            spot = np.exp(-(((g[..., 0] - pupil[0] - gaze[0] - 1.6) / 1.0) ** 2 + ((g[..., 1] - pupil[1] - gaze[1] + 1.9) / 1.0) ** 2))
            patch = patch + (235 - patch) * (.75 * spot)[..., None]
            patch = patch + (np.array([62., 44., 38.]) - patch) * (.85 * smoothstep(.45, .95, lids))   # lashes
            t[y0:y1, x0:x1] += (patch - t[y0:y1, x0:x1]) * m[..., None]
        return t


def background(seed=1):
    y, x = np.mgrid[0:OUT_H, 0:OUT_W]
    v = 1 - .22 * (((x - 300) / 420) ** 2 + ((y - 120) / 330) ** 2)
    n = gaussian_filter(np.random.default_rng(seed).normal(size=(OUT_H, OUT_W)), 30) * 40
    return np.clip(np.array([176., 187., 194.]) * v[..., None] + n[..., None], 0, 255)
