"""How far off the points are, on crops that are a little off as the product's are."""
import numpy as np
import torch

from .faces import BadData
from .networks import answers
from .tasks import moved

SEED = 20261122


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
                figures = task.measure(found[chosen], wanted[chosen], counts[chosen])
                told[f'{kind}, {name}'] = {key: round(float(value), 4) for key, value in figures.items()}
    if not told:
        raise BadData('there is nothing to measure')
    return told
