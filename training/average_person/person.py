"""Step 4: skin around the face, drawn hair, ears and clothes, expression shapes, depth."""
import numpy as np
from scipy.interpolate import RBFInterpolator
from scipy.ndimage import gaussian_filter, map_coordinates

from .geometry import DEPTH, EYE, MIRROR, UV_H, UV_SCALE, UV_W, smoothstep
from .texture import Mesh


def surroundings(mesh, faces):
    """How each picture looks around the face, coarse: brightness [n, m], validity, and the units of the m samples."""
    sub = np.zeros((UV_H, UV_W), bool)
    sub[4::8, 4::8] = True
    sub = sub.ravel()
    rows = [mesh.warp(f, False, mesh.vert[sub], mesh.bary[sub]) for f in faces]
    return np.stack([o.mean(1) for o, _ in rows]), np.stack([i for _, i in rows]), mesh.grid[sub]


def alike(faces, around, n):
    """n people with dark hair and clothes before a light background, as alike as possible:
    correlate with a template, replace it by the mean of the best, repeat."""
    low, ok, (x, y) = around[0], around[1], around[2].T
    head = (x / 102) ** 2 + ((y + 45) / 118) ** 2 < 1
    body = (y > 105 + (np.abs(x) / 170) ** 2 * 70) & (np.abs(x) < 210)
    t = np.where(head, -1., np.where(body, -.8, 1.))
    use = ((x / 84) ** 2 + ((y + 10) / 105) ** 2 > 1) & ~((np.abs(x) < 50) & (y > 40) & (y < 150)) & (np.abs(x) < 200) & (np.abs(y) < 190)
    good = np.where((ok & use).sum(1) > .8 * use.sum())[0]
    for _ in range(5):
        s = {i: np.corrcoef(low[i][ok[i] & use], t[ok[i] & use])[0, 1] for i in good}
        best, seen = [], set()
        for i in sorted(s, key=lambda i: -s[i]):
            if faces[i].person not in seen and len(best) < n:
                seen.add(faces[i].person)
                best.append(i)
        t = np.mean([(low[i] - low[i][use].mean()) / low[i][use].std() for i in best], 0)
    return [faces[i] for i in best]


def dark_sides(faces, around):
    """Score per face: darkness left and right of cheeks and neck (hair that hangs down) against the face."""
    low, ok, (x, y) = around[0], around[1], around[2].T
    side = (np.abs(x) > 68) & (np.abs(x) < 100) & (y > 10) & (y < 95)
    face = (x / 55) ** 2 + (y / 65) ** 2 < 1
    return np.array([(l[face].mean() - l[side & k].mean()) / 40 if (side & k).any() else 0 for l, k in zip(low, ok)])


def fill_holes(img, weight, sigma):
    """Normalised blur: the colours where weight is high, spread into the rest."""
    w = gaussian_filter(weight, sigma) + 1e-6
    return np.stack([gaussian_filter(img[..., c] * weight, sigma) for c in range(3)], -1) / w[..., None]


def polygon_mask(grid, poly, soft):
    """Soft inside mask of a polygon (units): signed distance through a half-width of `soft`."""
    near = ((grid > poly.min(0) - soft) & (grid < poly.max(0) + soft)).all(1)
    full = np.zeros(len(grid))
    p, q = poly, np.roll(poly, -1, 0)
    x, y = grid[near].T
    d = np.full(len(x), 1e9)
    inside = np.zeros(len(x), bool)
    for (x1, y1), (x2, y2) in zip(p, q):
        ex, ey = x2 - x1, y2 - y1
        t = np.clip(((x - x1) * ex + (y - y1) * ey) / (ex * ex + ey * ey + 1e-9), 0, 1)
        d = np.minimum(d, np.hypot(x - x1 - t * ex, y - y1 - t * ey))
        cross = (y1 > y) != (y2 > y)
        inside ^= cross & (x < ex * (y - y1) / (ey if ey else 1e-9) + x1)
    full[near] = smoothstep(-soft, soft, np.where(inside, d, -d))
    return full


def smooth_closed(poly, n=3):
    """Chaikin corner cutting."""
    for _ in range(n):
        q = np.roll(poly, -1, 0)
        poly = np.stack([.75 * poly + .25 * q, .25 * poly + .75 * q], 1).reshape(-1, 2)
    return poly


def crisp(img, scale=1.0):
    """Give back some of the contrast that averaging takes from each band of detail."""
    g = [img] + [gaussian_filter(img, (s, s, 0)) for s in (1.2, 2.6, 5.5)]
    return img + scale * (1.6 * (g[0] - g[1]) + 1.2 * (g[1] - g[2]) + .45 * (g[2] - g[3]))


OFFSETS = {  # landmark -> (dx, dy) in units on top of the group's mean shape; the other side is mirrored
    'neutral': {},
    'happy': {48: (-1.5, -1.5), 60: (-1, -1.2)},
    'surprise': {**{i: (0, -8.5) for i in (17, 18, 19, 20, 21)}, 37: (0, -3), 38: (0, -3), 40: (0, 1.2), 41: (0, 1.2),
                 48: (5, 5), 60: (5.5, 5), 49: (2.5, 0), 50: (1, -1.5), 51: (0, -1.5), 61: (.5, -1.5), 62: (0, -1.5), 67: (-2, 14), 66: (0, 15),
                 58: (-2, 13), 57: (0, 14), 59: (-1, 10), 8: (0, 15), 7: (.5, 14), 6: (1, 11), 5: (1.5, 7), 4: (1.5, 3)},
    'sad': {21: (2.4, -7.5), 20: (1.3, -4.4), 19: (0, .2), 18: (0, 3.2), 17: (0, 4.8), 36: (0, 1), 37: (0, 1.2), 38: (0, -.8), 48: (1.2, 4.4), 60: (1.2, 3.8),
            49: (.5, 1.4), 50: (0, -.5), 51: (0, -.7), 59: (.3, 2.1), 58: (0, -.3), 57: (0, -1.3), 61: (0, -.5), 62: (0, -.7), 66: (0, -1.4), 67: (0, -.8), 8: (0, -1.5), 7: (0, -1.2)},
    'angry': {21: (4.6, 8.5), 20: (3.2, 6.8), 19: (1.8, 3.4), 18: (0, .2), 17: (0, -2), 37: (0, -.5), 38: (.6, .2), 39: (0, .6), 40: (0, .3), 41: (0, .3),
              31: (-2, -.8), 32: (-.8, -.6), 27: (0, 1), 48: (1.6, 3.4), 60: (1.8, 4.0), 49: (.4, .8), 50: (0, -2.9), 51: (0, -2.9), 61: (0, -2.1), 62: (0, -2.1),
              57: (0, 6.6), 58: (0, 7.2), 59: (0, 9), 66: (0, 7.8), 67: (0, 8.2), 7: (0, 5), 8: (0, 5)},
}
GAIN = {'neutral': 1, 'happy': 1.1, 'surprise': 1.1, 'sad': 1.4, 'angry': 1.35}       # of the group's own difference to neutral
STRENGTH = {'sad': 1.55}                                                             # of both together


def expression_shapes(means):
    out = {}
    for e in sorted(means, key='neutral'.__ne__):            # neutral first
        m = means[e]
        d = m - means['neutral']
        if e in ('sad', 'angry'):
            d[:17] *= .2                                     # there the jaw differs by pose, not by expression
        s = means['neutral'] + GAIN[e] * d
        s = (s + s[MIRROR] * [-1, 1]) / 2
        for i, (dx, dy) in OFFSETS[e].items():
            s[i] += (dx, dy)
            if MIRROR[i] != i:
                s[MIRROR[i]] += (-dx, dy)
        s = out.get('neutral', s) + STRENGTH.get(e, 1) * (s - out.get('neutral', s))
        out[e] = s
    return out


class Person:
    """Textures (per expression, one UV), matte, shapes and depth."""
    def __init__(self, mesh, shape3d, means, tex, outer, long_hair=False, hair=(50, 40, 34), shirt=(58, 74, 96), tone=(1., 1., 1.), seed=7):
        self.mesh, self.shapes = mesh, expression_shapes(means)
        grid, uv = mesh.grid, mesh.shape
        img = lambda v: v.reshape(UV_H, UV_W)
        mask = lambda half, soft: img(polygon_mask(grid, smooth_closed(np.array(half + [(-x, y) for x, y in half[::-1]], float)), soft))
        x, y = img(grid[:, 0]), img(grid[:, 1])
        rng = np.random.default_rng(seed)
        noise = lambda *s: (lambda n: n / n.std())(gaussian_filter(rng.normal(size=(UV_H, UV_W)), s if len(s) == 2 else s * 2))
        # silhouettes
        jaw = [tuple(uv[i] * [1.01, 1.0]) for i in range(16, 7, -1)]
        head = mask([(0, -190), (62, -182), (95, -140), (100, -90), (95, -50)] + jaw, 2.2)
        ear = mask([(80, -50), (91, -53), (98, -47), (101, -34), (98, -17), (94, -2), (88, 5), (80, 2)], 1.8)
        neck = mask([(0, 40), (50, 40), (49, 100), (55, 116), (80, 128), (80, 214), (0, 214)], 3.0)
        body = mask([(0, 118), (58, 118), (82, 126), (125, 135), (170, 147), (215, 168), (248, 200), (262, 240), (262, 300), (0, 300)], 3.0)
        cut = mask([(0, 60), (54, 60), (60, 118), (57, 130), (44, 146), (24, 156), (0, 158)], 1.6)         # neckline
        shirt_a = body * (1 - cut)
        hang = mask([(0, -188), (70, -178), (108, -130), (118, -70), (121, 0), (119, 60), (112, 110), (96, 138), (60, 146), (0, 146)], 5.0) if long_hair else 0 * x
        self.alpha = 1 - (1 - np.maximum(head, ear)) * (1 - neck) * (1 - shirt_a) * (1 - hang)
        # skin of forehead, ears and neck from the outer average, spread from where it is surely skin
        base = crisp(outer, .6)
        lum = outer.mean(-1)
        skin = smoothstep(98, 118, lum) * (mesh.core.reshape(UV_H, UV_W)) * np.maximum(smoothstep(90, 80, np.abs(x)) * (y < 60), smoothstep(40, 30, np.abs(x)) * (y < 118))
        skin *= smoothstep(1.0, .9, (x / 86) ** 2 + ((y + 35) / 112) ** 2 - .35 * (y > 0))
        wide = fill_holes(outer, skin, 14)
        wide = np.where((gaussian_filter(skin, 14) > .01)[..., None], wide, fill_holes(outer, skin, 60))
        col = base * skin[..., None] + wide * (1 - skin[..., None])
        under = smoothstep(160, 98, y) * smoothstep(60, 90, y)                                             # shadow of the chin
        side = smoothstep(18, 58, np.abs(x)) * smoothstep(60, 90, y)
        tendon = .05 * np.exp(-((np.abs(x) - 30 + (y - 100) * .35) / 7) ** 2) * smoothstep(90, 110, y)
        below = neck * (1 - head)
        col = col * (1 - (.34 * under + .24 * side) * below + tendon * below)[..., None]
        edge = smoothstep(74, 92, np.abs(x)) * head
        col = col * (1 - .20 * edge)[..., None]
        lobe = ear * (1 - head)
        rim = np.exp(-((np.abs(x) - 92.5 - 2 * np.sin((y + 52) / 18)) / 2.2) ** 2) * smoothstep(-48, -38, y) * smoothstep(2, -8, y)
        col = col * (1 - lobe[..., None] * ([.02, .09, .09] + .22 * rim[..., None] * [.9, 1, 1]))
        # hair: short cap, drawn as strands in the averages' own silhouette
        r, a = np.hypot(x * 1.05, (y + 45)), np.arctan2(x, -(y + 45))
        strand = map_coordinates(noise(3.5, 1.0), [(r * 1.1) % (UV_H - 1), (a * 190 + r * .5 + 300) % (UV_W - 1)], order=1)
        strand = .7 * strand + .5 * map_coordinates(noise(9, 2.2), [(r * .9) % (UV_H - 1), (a * 150 + 250) % (UV_W - 1)], order=1)
        line = mask([(0, -128), (30, -127), (56, -118), (73, -100), (80, -72), (84, -40), (86, -5), (86, 40), (70, 70), (40, 112), (0, 112)], 10.0)
        line = np.clip(line + .05 * strand * (line > .02) * (line < .98), 0, 1)
        hair_a = head * (1 - line) * (smoothstep(-18, -42, y) if not long_hair else 1)
        shade = 1 + .15 * strand + .35 * np.exp(-((r - 118) / 16) ** 2) * np.exp(-((a + .35) / .7) ** 2) - .25 * smoothstep(125, 150, r) * (y < 0)
        hair_c = np.array(hair, float) * np.clip(shade, .35, 2)[..., None]
        hang_c = None
        if long_hair:                                             # hair that hangs behind the neck
            flow = .8 * noise(14, 1.1) + .5 * noise(22, 3)
            hang_c = np.array(hair, float) * np.clip(.85 + .2 * flow - .3 * smoothstep(70, 40, np.abs(x)) + .25 * np.exp(-((np.abs(x) - 100) / 9) ** 2), .3, 2)[..., None]
        # cloth
        fold = 1 + .025 * noise(22) + .02 * noise(1.0) - .25 * smoothstep(3, 0, np.abs(polyline_y(x, [(0, 158), (24, 156), (44, 146), (57, 130), (60, 118)]) - y + 4) - 1) * (np.abs(x) < 60) \
            - .2 * smoothstep(170, 260, np.abs(x)) + .1 * np.exp(-((np.abs(x) - 120) / 45) ** 2 - ((y - 150) / 18) ** 2)
        shirt_c = np.array(shirt, float) * np.clip(fold, .4, 1.4)[..., None]
        col = col * np.array(tone)
        parts = dict(hair_a=hair_a, hair_c=hair_c, shirt_a=shirt_a, shirt_c=shirt_c, hang=hang, hang_c=hang_c, head=np.maximum(head * line, 0), neck=neck, cut=cut, y=y, x=x)
        # faces
        oval = smooth_closed(np.concatenate([uv[1:16] * [.985, .985], [(70, -84), (42, -108), (0, -115), (-42, -108), (-70, -84)]]))
        inner = img(polygon_mask(grid, oval, 11))
        # a calm skin mask for equalising tone: no eyes, brows, mouth
        feat = np.zeros(len(grid))
        for poly, s in ((uv[[17, 18, 19, 20, 21, 39, 40, 41, 36]], 8), (uv[[26, 25, 24, 23, 22, 42, 47, 46, 45]], 8), (uv[48:60], 9)):
            feat = np.maximum(feat, polygon_mask(grid, poly, s))
        calm = inner * (1 - img(feat))
        ref = crisp(np.nan_to_num(tex['neutral']))
        eyes = np.maximum(*[img(polygon_mask(grid, smooth_closed(uv[e], 2), 3)) for e in EYE])
        pores = gaussian_filter(rng.normal(size=(UV_H, UV_W)), .9) * 5 + gaussian_filter(rng.normal(size=(UV_H, UV_W)), 2.2) * 9
        light = (1 + .05 * np.clip(-x / 90, -1, 1) - .03 * np.clip(y / 120, -1, 1))[..., None]
        lips = img(polygon_mask(grid, smooth_closed(uv[48:60], 2), 3))[..., None]
        if 'angry' in tex:                                        # bared teeth
            tex = {**tex, 'angry': tex['angry'] * (1 - lips) + tex['happy'] * lips}
        brow = img(np.maximum(*[polygon_mask(grid, smooth_closed(uv[ids] + [0, 1.5], 2), 4) for ids in ([17, 18, 19, 20, 21, 20, 19, 18], [22, 23, 24, 25, 26, 25, 24, 23])]))
        folds = sum(np.exp(-((x - uv[i, 0]) ** 2 + (y - uv[i, 1]) ** 2) / 5 ** 2) for i in (60, 64))[..., None].clip(0, 1)
        self.tex = {}
        cav = img(polygon_mask(grid, smooth_closed(uv[60:68], 2), 1.5))
        plain = (1 - np.maximum(.8 * eyes, img(polygon_mask(grid, smooth_closed(uv[48:60], 2), 3)))) * (1 - folds[..., 0])
        for e, t in tex.items():
            t = np.nan_to_num(t)
            if e in ('neutral', 'sad'):                  # closed lips: nothing sharp in the stretched gap
                t = t + cav[..., None] * (gaussian_filter(t, (3, 2, 0)) - t)
            if e != 'happy':                                      # the warp folds at the corners of the mouth
                t = t + folds * (gaussian_filter(t, (3, 3, 0)) - t)
            t = crisp(t)
            t = t + .8 * eyes[..., None] * (t - gaussian_filter(t, (3, 3, 0)))
            lo = np.maximum(fill_holes(ref, calm, 26), 1) / np.maximum(fill_holes(t, calm, 26), 1)
            t = t * np.clip(lo, .7, 1.4)
            if e == 'surprise':
                t = t * (1 - .5 * cav[..., None] * smoothstep(26, 36, y)[..., None])
            if e == 'angry':                                  # a hint of the frown that averaging wipes out
                f = sum(np.exp(-((x - k * 6.0 + k * (y + 58) * .10) / 2.0) ** 2) for k in (-1, 1)) * np.exp(-((y + 58) / 9) ** 2)
                f = f + .8 * np.exp(-((y + 47 + .12 * np.abs(x)) / 1.8) ** 2) * smoothstep(12, 6, np.abs(x))
                f = f + .45 * np.exp(-((np.abs(x) - 24 - (y - 5) * .38) / 3.2) ** 2) * smoothstep(-4, 6, y) * smoothstep(34, 20, y)
                f = gaussian_filter(f, 1.3)
                t = t * (1 - .30 * f - .18 * brow)[..., None]
            if e == 'sad':                                    # folds beside the mouth, lines across the brow, shaded sockets
                f = .5 * np.exp(-((np.abs(x) - 27 - (y - 12) * .42) / 3.0) ** 2) * smoothstep(2, 12, y) * smoothstep(46, 30, y)
                f = f + .35 * sum(np.exp(-((y - k - .0012 * x * x) / 1.6) ** 2) for k in (-82, -91)) * smoothstep(30, 14, np.abs(x))
                f = f + .5 * np.exp(-((np.abs(x) - 33 + (y - 44) * .2) / 2.6) ** 2) * smoothstep(38, 42, y) * smoothstep(56, 48, y)
                t = t * (1 - .26 * gaussian_filter(f, 1.8) - .22 * brow)[..., None]
            t = inner[..., None] * t * np.array(tone) + (1 - inner[..., None]) * col
            t = t + (pores * plain)[..., None] * [1, .9, .85] * (t.mean(-1, keepdims=True) / 150)
            self.tex[e] = np.clip(self.layers(t, parts) * light, 0, 255).astype(np.float32)
        # depth, units; + away from the camera: landmarks, skull, ears and neck, smoothly joined
        pts = [np.c_[uv[:68], shape3d[:68, 2]][[i for i in range(68) if i not in (0, 1, 15, 16)]]]
        for ang in np.radians(np.arange(180, 361, 15)):
            for q in (.62, .82, .95):
                px, py = 101 * q * np.cos(ang), -50 + 138 * q * np.sin(ang)
                if py < -88:
                    pts.append([(px, py, 108 - 128 * np.sqrt(1 - q * q))])
            pts.append([(104 * np.cos(ang), -48 + 142 * np.sin(ang), 112)])
        for s in (-1, 1):
            pts.append([(s * 84, -40, 72), (s * 83, -15, 76), (s * 80, 8, 76), (s * 98, -30, 112), (s * 99, 0, 114), (s * 100, 40, 114),
                        (s * 125, -60, 118), (s * 125, 40, 118), (s * 120, 110, 110), (s * 56, 118, 90), (s * 160, 150, 80), (s * 300, 200, 80)])
        pts.append([(0, 128, 62), (0, 200, 40)])
        pts = np.concatenate(pts)
        coarse = Mesh.pixel_units(UV_W // 6, UV_H // 6, UV_SCALE / 6)
        z = RBFInterpolator(pts[:, :2], pts[:, 2], smoothing=3, kernel='thin_plate_spline')(coarse).reshape(UV_H // 6, UV_W // 6)
        self.depth = DEPTH * np.clip(z, -62, 116)

    @staticmethod
    def layers(t, m):
        """Paint hanging hair, hair and shirt over the skin."""
        over = lambda below, colour, a: below * (1 - a[..., None]) + colour * a[..., None]
        if m['hang_c'] is None:
            t = over(t, m['hair_c'], m['hair_a'])
            return over(t, m['shirt_c'], m['shirt_a'])
        skin = np.maximum(m['head'], m['neck'] * smoothstep(58, 48, np.abs(m['x'])))
        t = over(t, m['shirt_c'], m['shirt_a'])
        t = over(t, m['hang_c'], m['hang'] * (1 - skin))
        return over(t, m['hair_c'], m['hair_a'])


def polyline_y(x, pts):
    px, py = np.array(pts, float).T
    return np.interp(np.abs(x), px, py)
