"""What each of the two networks is taught: its samples, what mistakes cost, how it is measured, and its manifest."""
from dataclasses import dataclass, replace

import numpy as np
import torch
from PIL import Image

from . import networks
from .crops import Frame, eye_frame, face_frame, look
from .faces import read_faces
from .losses import FACE_BEND, PoseReader, eye_relations, points_loss, pose, huber
from .points import EYES, GROUPS, MIRROR, PUPIL, eye_width, opening
from .spoil import shrink, spoil

# Shares of the samples; the others stay as they were drawn or photographed.
SHRUNK, SPOILED = 0.7, 0.6


@dataclass(frozen=True)
class Sample:
    """Something to look at: part of a picture, points in its pixels, how much they count, and the crop that is right."""

    image: Image.Image
    points: np.ndarray
    counts: np.ndarray
    frame: Frame
    size: float  # of what is to be seen, pixels
    is_drawn: bool

    def seen(self, view):
        return replace(self, image=view.image, points=view.places(self.points), frame=self.frame.shown(view), size=self.size * view.scale)

    def mirrored(self):
        columns = self.image.width
        points = np.stack([columns - self.points[:, 0], self.points[:, 1]], 1)
        return replace(self, image=self.image.transpose(Image.FLIP_LEFT_RIGHT), points=points, frame=self.frame.mirrored(columns))


class Task:
    """What both have in common. Sizes are pixels; of a picture so many sizes around are kept, with at most so many pixels for one."""

    def vary(self, sample, random):
        """@returns a sample as it may come, its frame a little off; of any size down to the smallest"""
        least, most = np.log([self.smallest, self.largest])
        scale = np.exp(random.uniform(least, most)) / sample.size
        if scale < 0.95 and random.random() < SHRUNK:
            sample = sample.seen(shrink(sample.image, scale, random))
        if random.random() < SPOILED:
            sample = replace(sample, image=spoil(sample.image, random))
        return moved(sample, self.off(random), random)

    def crop(self, sample):
        """@returns what the network sees, uint8, and the points in shares of its width"""
        return np.asarray(sample.frame.cut(sample.image, self.network.columns, self.network.rows)), sample.frame.place(sample.points)


class EyeTask(Task):
    name, role, crop_form, network = 'eyes', 'eyes', {'crop': 'eye'}, networks.Eye
    by_eye = 2.0  # width of the crop by that of the eye
    around, most_size = 4.0, 40.0
    smallest, largest = 6.0, 36.0
    least_labelled = 10.0  # photographs of smaller eyes have labels that are too rough

    def samples(self, photographs, drawn, split):
        for face in read_faces(photographs, drawn, split):
            for number, ids in enumerate(EYES):
                points, counts = face.points[list(ids)], face.counts[list(ids)]
                width = float(eye_width(points))
                if width < (self.smallest if face.is_drawn else self.least_labelled) or not counts[:PUPIL].any():
                    continue
                view = look(face.image, *points[:PUPIL].mean(0), self.around * width, self.most_size / width)
                whole = Sample(face.image, points, counts, Frame(0, 0, 1), width, face.is_drawn).seen(view)
                whole = whole.mirrored() if number == 1 else whole
                yield replace(whole, frame=eye_frame(whole.points, self.by_eye))

    def off(self, random):
        """How far crops are off: as after the landmarks, or as after the first refinement."""
        return (0.045, 0.04, 0.11, 7) if random.random() < 0.55 else (0.015, 0.013, 0.045, 2.5)

    def loss(self, found, wanted, counts):
        middle, lids = eye_relations(found)
        true_middle, true_lids = eye_relations(wanted)
        seen = counts[:, PUPIL]
        pupils = (huber(middle - true_middle).mean(1) * seen).sum() / seen.sum().clamp(min=1)
        return points_loss(found, wanted, counts) + pupils + 0.5 * huber(lids - true_lids).mean()

    def measure(self, found, wanted, counts):
        """In widths of the eye. Gains are those of a straight line through found against true: 1 where nothing is drawn to the middle."""
        width = eye_width(wanted)
        error = np.linalg.norm(found - wanted, axis=-1) / width[:, None]
        lids = [opening(points) / width for points in (found, wanted)]
        told = {'eyes': len(found), 'lids': error[:, :PUPIL].mean(), 'opening': np.abs(lids[0] - lids[1]).mean(), 'opening_gain': gain(*lids)}
        seen = counts[:, PUPIL] > 0
        if not seen.any():
            return told
        places = [eye_relations(torch.from_numpy(points))[0].numpy()[seen] / width[seen, None] for points in (found, wanted)]
        return {**told, 'pupils': error[seen, PUPIL].mean(),
                'sideways': np.abs(places[0] - places[1])[:, 0].mean(), 'sideways_gain': gain(places[0][:, 0], places[1][:, 0]),
                'upright': np.abs(places[0] - places[1])[:, 1].mean(), 'upright_gain': gain(places[0][:, 1], places[1][:, 1])}


class FaceTask(Task):
    name, role, crop_form, network = 'landmarks', 'landmarks', {'crop': 'face', 'margin': 0.15}, networks.Face
    by_box = 1.3  # side of the crop by the longer one of the box
    around, most_size = 1.9, 110.0
    smallest, largest = 26.0, 110.0

    # What points cost, and what a head pose costs that is read from them.
    weights = np.ones(70, np.float32)
    weights[:17], weights[27:36], weights[36:48], weights[48:68] = 0.6, 1.5, 2.0, 0.8
    pose_weight = 1.0

    def __init__(self):
        self.reader = PoseReader()

    def samples(self, photographs, drawn, split):
        for face in read_faces(photographs, drawn, split):
            size = float(max(face.box[2:]))
            view = look(face.image, *(face.box[:2] + face.box[2:] / 2), self.around * size, self.most_size / size)
            frame = face_frame(face.box, *(face.points[list(ids[:PUPIL])].mean(0) for ids in EYES), self.by_box)
            yield Sample(face.image, face.points, self.weights * face.counts, frame, size, face.is_drawn).seen(view)

    def vary(self, sample, random):
        if random.random() < 0.5:
            sample = sample.mirrored()
            sample = replace(sample, points=sample.points[MIRROR], counts=sample.counts[MIRROR])
        return super().vary(sample, random)

    def off(self, random):
        """Boxes of face-detector-gray 1.1.0 on photographs: 0.015, 0.022 and 0.062 off, 4.4 degrees, and now and then far more."""
        return 0.025, 0.03, 0.07, 6 if random.random() < 0.9 else 20

    def loss(self, found, wanted, counts):
        head = self.reader.affine(found) - self.reader.affine(wanted)
        return points_loss(found, wanted, counts, FACE_BEND) + self.pose_weight * huber(self.reader.reach * head).mean()

    def measure(self, found, wanted, _counts):
        """In distances of the outer corners of the eyes; degrees. Poses against what the true points say, not what was drawn."""
        between = np.linalg.norm(wanted[:, 36] - wanted[:, 45], axis=-1)
        error = (np.linalg.norm(found - wanted, axis=-1) / between[:, None]).mean(0)
        heads = [pose(self.reader.affine(torch.from_numpy(points))).numpy() for points in (found, wanted)]
        poses = {}
        for axis, name in enumerate(('yaw', 'pitch', 'roll')):
            poses |= {name: np.abs(heads[0] - heads[1])[:, axis].mean(), f'{name}_gain': gain(heads[0][:, axis], heads[1][:, axis])}
        groups = {**GROUPS, 'all 68': range(68), 'but the outline': range(17, 68)}
        return {'faces': len(found), **{name: error[list(ids)].mean() for name, ids in groups.items()}, **poses}


TASKS = {task.name: task for task in (EyeTask, FaceTask)}


def moved(sample, off, random):
    """With its crop off by chance: standard deviations sideways and down in crop widths, of the logarithm of the size, in degrees."""
    right, down, wider, turned = random.normal(size=4) * off
    return replace(sample, frame=sample.frame.moved(right, down, np.exp(wider), np.radians(turned)))


def gain(found, wanted):
    """Slope of the least-squares line through found against wanted."""
    off = wanted - wanted.mean()
    return float((off * found).sum() / max(float((off * off).sum()), 1e-12))
