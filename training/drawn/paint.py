"""Draws a head into a canvas: the average mesh with its textures, light, and the eyes as discs behind their lids."""
from dataclasses import dataclass

import numpy as np
from scipy.ndimage import binary_closing, gaussian_filter, map_coordinates, minimum_filter

from average_person.geometry import EYE, UV_H, UV_SCALE, UV_W, smoothstep
from average_person.person import fill_holes, polygon_mask, smooth_closed

from .canvas import box_of, distance_to, mix
from .glasses import paint_glasses
from .head import IRIS, PUPIL_WIDE

COARSE = .9                   # pixels per unit at which the mesh is splatted; what it says is smooth, and enlarged
BEHIND = 12.                  # units: what lies so far behind its neighbours shows through the mesh where that is stretched
CORNEA_CENTRE, CORNEA = 6.3, 8.7   # from the eye's centre, and radius: 5.7 and 7.8 mm


@dataclass(frozen=True)
class EyeLook:
    """What tells eyes apart, lids and places aside. Lengths are units, strengths 0 to 1."""
    iris: tuple = (78, 52, 36)
    white: tuple = (205, 190, 182)
    radius: float = IRIS
    pupil: float = PUPIL_WIDE
    rim: float = .45          # how much darker the iris is at its edge
    shade: float = .38        # of the upper lid on the white
    spot: float = .85         # the light's image in the cornea
    lashes: tuple = (58, 42, 37)
    lash_height: float = 1.1
    lash_strength: float = .75


class Painter:
    """What is the same for all pictures of some people; `renderer` is that of average_person."""
    def __init__(self, renderer):
        self.renderer = renderer
        grid, uv = renderer.mesh.grid, renderer.mesh.shape
        within = lambda ids, soft: polygon_mask(grid, smooth_closed(uv[ids], 2), soft).reshape(UV_H, UV_W)
        self.sockets = [within(ids, 4) for ids in EYE]
        self.averaged_eyes = np.maximum(*[within(ids, 1.5) for ids in EYE])
        self.textures = {}

    def draw(self, background, canvas, head, person, light, eyes, glasses=None, tone=(1, 1, 1)):
        """RGB of the canvas (0-255, floats). background: the same size. light: (unit vector towards it, ambient share)."""
        ux, uy, depth, cover = self.splat(canvas, head, person)
        texture = sum(w * self.texture(person, e) for e, w in head.look.weights.items())
        rgb = np.stack([map_coordinates(texture[..., c], [uy, ux], order=1, mode='nearest') for c in range(3)], -1)
        for number, eye in enumerate(head.eyes):
            seen = map_coordinates(self.sockets[number], [uy, ux], order=1, mode='nearest')
            self.paint_eye(rgb, canvas, head, eye, seen, light[0], eyes)
        rgb *= np.array(tone) * self.shade(person, head, light, ux, uy)[..., None]
        alpha = map_coordinates(person.alpha, [uy, ux], order=1) * cover
        picture = mix(background, rgb, alpha)
        return paint_glasses(picture, canvas, head, np.where(alpha > .5, depth, np.inf), glasses) if glasses else picture

    def texture(self, person, expression):
        """The average without its eyes: what the drawn ones leave free is skin."""
        key = id(person), expression
        if key not in self.textures:
            t = person.tex[expression]
            skin = fill_holes(t, 1 - np.minimum(1, 3 * self.averaged_eyes), 3)
            self.textures[key] = mix(t, skin * .9, self.averaged_eyes).astype(np.float32)
        return self.textures[key]

    def splat(self, canvas, head, person):
        """Where in the texture each pixel of the canvas looks, how far away it is, and how much the person covers it."""
        vert, bary, z, sx, sy, follow = self.renderer.samples(person)
        xy = sum(head.mesh[vert[:, k]] * bary[:, k:k + 1] for k in range(3))
        p = head.points(np.c_[xy, z], follow)
        step = COARSE * head.between_eyes[2] / (canvas.camera.focal * canvas.scale)     # coarse pixels for one of the canvas
        width, height = int(np.ceil(canvas.width * step)), int(np.ceil(canvas.height * step))
        at = np.floor(canvas.places(p) * step).astype(int)
        ok = ((at >= 0) & (at < [width, height])).all(1) & (p[:, 2] > 1)
        cell, n = at[ok] @ [1, width], width * height
        far = p[ok, 2]
        nearest = np.full(n, np.inf)
        np.minimum.at(nearest, cell, far)
        hit = np.isfinite(nearest).reshape(height, width)
        closed = binary_closing(np.pad(hit, 4, mode='edge'), iterations=2).astype(float)
        w = np.exp((nearest[cell] - far) / 2.5)
        tot = np.bincount(cell, w, n) + 1e-60
        nearest = nearest.reshape(height, width)
        hit &= nearest < minimum_filter(nearest, 3, mode='nearest') + BEHIND
        k = gaussian_filter(hit.astype(float), .7) + 1e-9
        maps = [gaussian_filter(np.where(hit, (np.bincount(cell, w * v, n) / tot).reshape(height, width), 0), .7) / k for v in (sx[ok], sy[ok], far)]
        maps.append(smoothstep(.2, .9, gaussian_filter(closed, .8)[4:-4, 4:-4]))
        y, x = np.mgrid[0:canvas.height, 0:canvas.width]
        where = [(y + .5) * step - .5, (x + .5) * step - .5]
        return [map_coordinates(m, where, order=1, mode='nearest') for m in maps]

    def shade(self, person, head, light, ux, uy):
        """Lambert's law on the mesh at rest, by what a face turned to the camera and lit from there would have."""
        towards, ambient = light
        if not hasattr(person, 'normals'):
            dy, dx = np.gradient(gaussian_filter(person.depth, 1.5), 6 / UV_SCALE)
            normals = np.stack([dx, dy, -np.ones_like(dx)], -1)
            person.normals = normals / np.linalg.norm(normals, axis=-1, keepdims=True)
        lit = ambient + (1 - ambient) * np.maximum(0, person.normals @ (head.turn.T @ towards))
        return map_coordinates(lit, [(uy + .5) / 6 - .5, (ux + .5) / 6 - .5], order=1, mode='nearest')

    def paint_eye(self, rgb, canvas, head, eye, seen, towards, look):
        upper, lower = (lid_line(canvas.places(lid)) for lid in (eye.upper, eye.lower))
        unit = canvas.scale * canvas.camera.focal / head.between_eyes[2]                # canvas pixels
        opening = canvas.cover(np.concatenate([upper, lower[::-1]])) * seen
        box = box_of(np.concatenate([upper, lower]), canvas, 4 * unit)
        if box is None:
            return
        y, x = np.mgrid[box]
        xy = np.stack([x + .5, y + .5], -1)
        patch, opening, seen = rgb[box], opening[box], seen[box]
        # the white, darker towards the corners and in the shade of the upper lid
        ends = upper[[0, -1]]
        along = ((xy - ends.mean(0)) @ (ends[1] - ends[0])) / (np.linalg.norm(ends[1] - ends[0]) ** 2 / 2 + 1e-9)
        shade = 1 - .3 * smoothstep(.3, 1.05, np.abs(along))
        below = distance_to(xy, upper) / unit
        shade = shade * (1 - look.shade + look.shade * smoothstep(0, 3.2, below))
        colour = np.array(look.white, float) * shade[..., None]
        # iris and pupil: discs across the line of sight, as far from the eye's centre as the pupil
        across = np.cross(eye.sight, head.turn[:, 1])
        across /= np.linalg.norm(across)
        down = np.cross(across, eye.sight)
        middle, a, b = canvas.places(np.stack([eye.pupil, eye.pupil + across, eye.pupil + down]))
        disc = np.linalg.solve(np.stack([a - middle, b - middle], 1), (xy - middle).reshape(-1, 2).T).T.reshape(xy.shape)
        r = np.hypot(disc[..., 0], disc[..., 1])
        soft = .6 / unit
        rings = np.sin(np.arctan2(disc[..., 1], disc[..., 0]) * 23 + 2 * np.sin(r)) * .07
        body = np.array(look.iris, float) * (1 + rings - look.rim * smoothstep(.78 * look.radius, look.radius, r))[..., None]
        body = body * (.7 + .3 * smoothstep(0, 3, below))[..., None]
        colour = mix(colour, body, smoothstep(look.radius + soft + .25, look.radius - soft - .25, r))
        colour = mix(colour, np.array([16., 13, 12]), smoothstep(look.pupil + soft, look.pupil - soft, r))
        # the light's image in the cornea, a round mirror
        half = towards - eye.pupil / np.linalg.norm(eye.pupil)
        half /= np.linalg.norm(half)
        if half @ eye.sight > .75:
            spot = canvas.places(eye.centre + CORNEA_CENTRE * eye.sight + CORNEA * half)
            colour = mix(colour, np.array([245., 245, 242]), look.spot * np.exp(-(np.linalg.norm(xy - spot, axis=-1) / unit / .9) ** 2))
        patch += (colour - patch) * opening[..., None]
        # lashes over the edge of the upper lid, and a hint of the lower ones
        lift = head.turn[:, 1] * look.lash_height
        edge = lid_line(canvas.places(eye.upper - lift))
        lash = canvas.cover(np.concatenate([upper, edge[::-1]]))[box]
        patch += (np.array(look.lashes, float) - patch) * (look.lash_strength * gaussian_filter(lash, .35 * unit) * seen)[..., None]
        under = canvas.stroke(lower[3:-3], .5 * unit)[box]
        patch += (np.array([120., 88, 78]) - patch) * (.35 * gaussian_filter(under, .3 * unit) * seen)[..., None]


def lid_line(four, n=24):
    """The smooth line through corner, lid, lid and corner: a cubic by the length along them."""
    t = np.r_[0, np.cumsum(np.linalg.norm(np.diff(four, axis=0), axis=1) + 1e-6)]
    t /= t[-1]
    s = np.linspace(0, 1, n)
    basis = np.stack([np.prod([(s - t[j]) / (t[i] - t[j]) for j in range(4) if j != i], 0) for i in range(4)], 1)
    return basis @ four
