"""A scene -> pictures: drawn large, reduced by means of areas, then spoiled as cameras and files do."""
import numpy as np
from scipy.ndimage import gaussian_filter, zoom

from .camera import Camera
from .canvas import Canvas
from .head import hold

PIXELS_A_UNIT = 2.2           # what a head is drawn at, at least, before it is reduced
MOST_ENLARGED = 8
BODY = [(x, y, z) for x in (-285, 285) for y in (-200, 214) for z in (0, 90)]     # units, around all that there is of a person
LUMA = np.array([.299, .587, .114])


def compose(scene, painter, people):
    """The head as it is held, and the picture of it (RGB, floats)."""
    person, camera = people[scene.look.person], scene.camera
    head = hold(person, scene.look, camera, scene.place, scene.distance)
    picture = background(camera, scene.background)
    corners = camera.project(np.concatenate([head.points(BODY), head.points(BODY, np.zeros(len(BODY)))]))
    left, top = np.maximum(np.floor(corners.min(0)), 0).astype(int)
    right, bottom = np.minimum(np.ceil(corners.max(0)), [camera.width, camera.height]).astype(int)
    k = int(np.clip(np.ceil(PIXELS_A_UNIT * scene.distance / camera.focal), 2, MOST_ENLARGED))
    canvas = Canvas(camera, left, top, right - left, bottom - top, k)
    behind = picture[top:bottom, left:right].repeat(k, 0).repeat(k, 1)
    drawn = painter.draw(behind, canvas, head, person, (np.array(scene.towards), scene.ambient), scene.eyes, scene.glasses, scene.tone)
    picture[top:bottom, left:right] = reduced(drawn, k)
    return head, picture


def reduced(picture, k):
    h, w = picture.shape[0] // k, picture.shape[1] // k
    return picture[:h * k, :w * k].reshape(h, k, w, k, -1).mean((1, 3))


def spoiled(picture, spoil, face, random):
    """Bytes of RGB. face: a mask of the picture before it is reduced, for the mean luma."""
    out = reduced(picture, spoil.reduce)
    if spoil.luma is not None:
        mean = (out @ LUMA)[reduced(face[..., None].astype(float), spoil.reduce)[..., 0] > .5].mean()
        out = out * (spoil.luma / mean)
    if spoil.blur:
        out = gaussian_filter(out, (spoil.blur, spoil.blur, 0))
    out = out + random.normal(size=out.shape[:2] + (1,)) * spoil.noise + random.normal(size=out.shape) * spoil.noise * .3
    return np.clip(out + .5, 0, 255).astype(np.uint8)


def background(camera: Camera, seed):
    """A room out of focus: a light wall, shapes before it."""
    random = np.random.default_rng(seed)
    h, w = camera.height, camera.width
    y, x = np.mgrid[0:h, 0:w] / max(h, w)
    wall = random.uniform(60, 215) * random.uniform(.9, 1.1, 3)
    slope = 1 + (x - .5) * random.uniform(-.5, .5) + (y - .3) * random.uniform(-.5, .5)
    out = wall * slope[..., None]
    for _ in range(random.integers(0, 7)):
        x0, y0 = random.uniform(-.1, 1, 2)
        inside = (x > x0) & (x < x0 + random.uniform(.03, .4)) & (y > y0) & (y < y0 + random.uniform(.05, .6))
        out = np.where(inside[..., None], random.uniform(20, 235) * random.uniform(.8, 1.2, 3), out)
    soft = random.uniform(1, 7)
    grain = zoom(random.normal(size=(h // 8 + 1, w // 8 + 1)), 8, order=1)[:h, :w]
    return np.clip(gaussian_filter(out, (soft, soft, 0)) + 5 * grain[..., None], 0, 255)
