"""How far off the points are, on crops that are a little off as the product's are, and in the boxes of the product's detector."""
import numpy as np
import torch

from faces.find import HIT, find_faces, overlap

from .crops import face_frame
from .faces import BadData, read_faces
from .networks import answers
from .tasks import moved

SEED = 20261122

# What the detector finds counts from this score on.
FOUND_FROM = 0.5


def evaluate(task, network, photographs, drawn):
    """@returns what task.measure says of photographs of the validation split and of drawn faces, all of them and by size; ready for JSON"""
    told = {}
    for kind, folders in (('photographs', (photographs, [])), ('drawn', (None, drawn))):
        samples = list(task.samples(*folders, 'val'))
        if not samples:
            continue
        random = np.random.default_rng(SEED)
        crops, wanted = (np.stack(part) for part in zip(*(task.crop(moved(one, task.off(random), random)) for one in samples)))
        found, counts = answers(network, torch.from_numpy(crops)).numpy(), np.stack([one.counts for one in samples])
        sizes = np.array([one.size for one in samples])
        middle = np.median(sizes)
        for name, chosen in (('all', sizes > 0), (f'smaller than {middle:.0f} px', sizes < middle), (f'from {middle:.0f} px', sizes >= middle)):
            if chosen.any():
                told[f'{kind}, {name}'] = rounded(task.measure(found[chosen], wanted[chosen], counts[chosen]))
    if not told:
        raise BadData('there is nothing to measure')
    return told


def evaluate_found(task, network, photographs, detector):
    """
    Points of faces in the boxes that a detector finds in photographs of the validation split, as the product cuts them out.

    @returns what task.measure says of them against the teacher; and, where photographs come with true points, of them and of the teacher
    against these; ready for JSON
    """
    crops, teachers, true, missed = [], [], [], 0
    for face in read_faces(photographs, [], 'val'):
        frame = found_frame(task, detector, face)
        if frame is None:
            missed += 1
            continue
        crops.append(np.asarray(frame.cut(face.image, network.columns, network.rows)))
        teachers.append(frame.place(face.points))
        true.append(frame.place(np.array(face.truth['gt68']).reshape(-1, 2)) if face.truth else None)
    if not crops:
        raise BadData('there is no photograph of a face that the detector finds')
    found, teachers = answers(network, torch.from_numpy(np.stack(crops))).numpy(), np.stack(teachers)
    told = {'in found boxes': rounded({**task.measure(found, teachers, None), 'not_found': missed})}
    known = [i for i, points in enumerate(true) if points is not None]
    if known:
        for name, points in (('in found boxes, true points', found[known]), ('the teacher, true points', teachers[known])):
            # Nobody knows the true pupils.
            wanted = np.stack([np.concatenate([true[i], points[n, len(true[i]):]]) for n, i in enumerate(known)])
            told[name] = rounded(task.measure(points, wanted, None))
            del told[name]['pupils']
    return told


def found_frame(task, detector, face):
    """@returns the crop of the best box that is this face, or None"""
    x, y, w, h = face.box
    for _, left, top, right, bottom, *points in find_faces(detector, np.asarray(face.image), FOUND_FROM):
        if overlap((left, top, right, bottom), (x, y, x + w, y + h)) >= HIT:
            eyes = np.reshape(points[:4], (2, 2))
            return face_frame((left, top, right - left, bottom - top), *eyes, task.by_box)
    return None


def rounded(figures):
    return {key: round(float(value), 4) for key, value in figures.items()}
