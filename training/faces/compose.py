"""Training pictures: faces of any size and turn on any ground, groups, plain pictures, and pictures with no face at all."""
from bisect import bisect
from dataclasses import dataclass

import numpy as np
from PIL import Image

from . import lettering, spoil, warp


@dataclass(frozen=True)
class Mixture:
    """Shares of the kinds of training pictures, and how faces are placed in them. Lengths are pixels, angles degrees."""

    single: float = 0.34
    group: float = 0.36
    plain: float = 0.10
    most_in_group: int = 7
    smallest_face: float = 9.0
    largest_share: float = 1.1
    most_enlarged: float = 2.0
    turned_share: float = 0.35
    turn: float = 12.0
    strong_turn_share: float = 0.15
    strong_turn: float = 50.0
    perspective: float = 0.25
    lettering_on_faces: float = 0.12
    lettering_alone: float = 0.35


@dataclass(frozen=True)
class Scene:
    """`image` uint8 [side, side]; boxes left, top, right, bottom [k, 4]; points [k, 5, 2]; `sure` [k], the others are to be ignored."""

    image: np.ndarray
    boxes: np.ndarray
    points: np.ndarray
    sure: np.ndarray


class Face:
    """One sure face of a picture, and its size there (root of its area, pixels)."""

    def __init__(self, picture, index):
        self.picture, self.index = picture, index
        self.size = float(np.sqrt(picture.boxes[index, 2] * picture.boxes[index, 3]))
        self.turned = bool(picture.turned[index])


# A face of which less is to be seen is neither one nor none.
LEAST_VISIBLE = 0.55


class Composer:
    """@param negatives pictures without a face; `weights` says how often each is drawn, and may change on the way"""

    def __init__(self, pictures, negatives, mixture=Mixture()):
        self.negatives, self.mixture = negatives, mixture
        self.weights = np.ones(len(negatives))
        faces = sorted((Face(picture, i) for picture in pictures for i in np.flatnonzero(picture.sure)), key=lambda face: face.size)
        self.straight = [face for face in faces if not face.turned]
        self.turned = [face for face in faces if face.turned]

    def compose(self, side, random):
        """@returns a Scene of side x side"""
        kind = random.random()
        m = self.mixture
        if kind < m.single:
            canvas = self.place(self.ground(side, random), 1, side, random)
        elif kind < m.single + m.group:
            canvas = self.place(self.ground(side, random), random.integers(2, m.most_in_group + 1), side, random)
        elif kind < m.single + m.group + m.plain:
            canvas = Canvas(Image.new('L', (side, side), int(random.integers(0, 256))))
            picture = self.draw_face(random).picture
            canvas.add(picture, self.fit(picture, side, random))
        else:
            canvas = Canvas(self.ground(side, random))
            if random.random() < m.lettering_alone:
                lettering.draw(canvas.image, random)
        if canvas.boxes and random.random() < m.lettering_on_faces:
            lettering.draw(canvas.image, random, few=True)
        scene = canvas.finish()
        return Scene(spoil.spoil(scene.image, random), scene.boxes, scene.points, scene.sure)

    def draw_face(self, random, size=0):
        """One that need not be enlarged much to have this size (root of its area, pixels), or one of the largest tenth."""
        m = self.mixture
        turned = self.turned and (not self.straight or random.random() < m.turned_share)
        faces = self.turned if turned else self.straight
        first = bisect(faces, size / m.most_enlarged, key=lambda face: face.size)
        return faces[random.integers(min(first, len(faces) * 9 // 10), len(faces))]

    def ground(self, side, random):
        """A part of a negative picture, of any size, or drawn."""
        if random.random() < 0.1:
            return lettering.paper(side, random)
        image = self.negatives[random.choice(len(self.negatives), p=self.weights / self.weights.sum())].image
        part = random.uniform(0.35, 1)
        w, h = image.width * part, image.height * part
        x, y = random.uniform(0, image.width - w), random.uniform(0, image.height - h)
        ground = image.resize((side, side), Image.BILINEAR, box=(x, y, x + w, y + h))
        return ground.transpose(Image.FLIP_LEFT_RIGHT) if random.random() < 0.5 else ground

    def place(self, ground, count, side, random):
        """Pictures with faces on a ground, the largest first, so that small ones are not covered."""
        m = self.mixture
        canvas = Canvas(ground)
        largest = side * m.largest_share / (1 if count == 1 else np.sqrt(count) * 1.2)
        sizes = np.exp(random.uniform(np.log(m.smallest_face), np.log(largest), count))
        for size in sorted(sizes, reverse=True):
            face = self.draw_face(random, size)
            canvas.add(face.picture, self.to_size(face, size, side, random))
        return canvas

    def to_size(self, face, size, side, random):
        """The warp that gives a face a size (root of its area) and a place."""
        x, y, w, h = face.picture.boxes[face.index]
        margin = min(size / 2, side / 2)
        middle = random.uniform(margin, side - margin, 2)
        return self.tilted((x + w / 2, y + h / 2), middle, size / face.size, random)

    def fit(self, picture, side, random):
        """The warp that shows the whole picture, or a part of it, as it is."""
        scale = side / max(picture.image.size) * random.uniform(0.6, 1.8)
        middle = np.array(picture.image.size) / 2 + random.uniform(-0.2, 0.2, 2) * picture.image.size
        return self.tilted(middle, (side / 2, side / 2), scale, random)

    def tilted(self, source, target, scale, random):
        m = self.mixture
        most = m.strong_turn if random.random() < m.strong_turn_share else m.turn
        return warp.Warp(source, target, scale, np.radians(random.uniform(-most, most)), random.random() < 0.5,
                         random.uniform(-m.perspective, m.perspective, 2))


class Canvas:
    def __init__(self, ground):
        self.image = ground.copy()
        self.boxes, self.points, self.sure = [], [], []

    def add(self, picture, placed):
        """A picture, warped, over what is there; faces under it are covered."""
        side = self.image.width
        image, mask = placed.image(picture.image, side)
        for i, box in enumerate(self.boxes):
            if self.sure[i] is not None and covered(mask, box) > 1 - LEAST_VISIBLE:
                self.sure[i] = None if covered(mask, box) > 0.85 else False
        self.image.paste(image, mask=mask)
        for box, points, sure in zip(picture.boxes, picture.points, picture.sure):
            moved = placed.box(box)
            visible = inside(moved, side)
            if visible <= 0.15:
                continue
            self.boxes.append(moved)
            self.points.append(placed.points(points))
            self.sure.append(bool(sure) and visible >= LEAST_VISIBLE)

    def finish(self):
        kept = [i for i, sure in enumerate(self.sure) if sure is not None]
        return Scene(np.asarray(self.image), np.array([self.boxes[i] for i in kept], np.float32).reshape(-1, 4),
                     np.array([self.points[i] for i in kept], np.float32).reshape(-1, 5, 2),
                     np.array([self.sure[i] for i in kept], bool))


def inside(box, side):
    """The share of a box that lies in the picture."""
    left, top, right, bottom = box
    width, height = min(right, side) - max(left, 0), min(bottom, side) - max(top, 0)
    return max(0, width) * max(0, height) / max(1e-6, (right - left) * (bottom - top))


def covered(mask, box):
    """The share of a box under a mask."""
    left, top, right, bottom = (int(round(v)) for v in np.clip(box, 0, mask.width))
    part = np.asarray(mask.crop((left, top, max(left + 1, right), max(top + 1, bottom))))
    return float(part.mean()) / 255
