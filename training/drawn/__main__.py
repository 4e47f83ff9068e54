"""Draw single pictures of people who do not exist, each with what is exactly true of it. Run from training/.

    python3 -m drawn sweep --data FOLDER --out FOLDER [--cache FILE] [--heads N] [--first N] [--seed N] [--varied]
"""
import argparse
import json
import os
import pickle
import sys
import time

import numpy as np
from PIL import Image

from average_person.clips import averages
from average_person.person import Person
from average_person.renderer import Renderer
from average_person.texture import Mesh

from .paint import Painter
from .picture import compose, spoiled
from .scene import choose
from .truth import describe, face_mask

LOOKS = [dict(), dict(hair=(38, 33, 32), shirt=(66, 84, 72), seed=4), dict(long_hair=True, hair=(88, 58, 40), shirt=(120, 52, 58), seed=3)]
TOLD_EVERY_S = 20


def main():
    a = arguments().parse_args()
    if a.heads < 1 or a.first < 0:
        sys.exit('drawn: --heads is at least 1, --first at least 0')
    try:
        painter, people = load(a.data, a.cache)
    except FileNotFoundError as error:
        sys.exit(f'drawn: {error.filename} is not there')
    sweep(painter, people, a.out, range(a.first, a.first + a.heads), a.seed, a.varied)


def arguments():
    ap = argparse.ArgumentParser(prog='drawn', description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = ap.add_subparsers(required=True)
    ours = commands.add_parser('sweep', help='draw heads over poses, looks, sizes and light')
    ours.add_argument('--data', required=True, help='folder with labels.jsonl, as for average_person')
    ours.add_argument('--out', required=True, help='folder of the pictures and of truth.jsonl')
    ours.add_argument('--cache', help='file that keeps the averages between runs')
    ours.add_argument('--heads', type=int, default=1200, help='each gives two or three pictures')
    ours.add_argument('--first', type=int, default=0, help='number of the first head, to go on or to share the work')
    ours.add_argument('--seed', type=int, default=1)
    ours.add_argument('--varied', action='store_true', help='eyes and lids that differ more, for training')
    return ap


def load(data, cache):
    """The painter and the people, from the averages (made anew where no cache holds them: about 10 minutes)."""
    if cache and os.path.exists(cache):
        with open(cache, 'rb') as file:
            average = pickle.load(file)
    else:
        average = averages(data)
        if cache:
            with open(cache + '.part', 'wb') as file:
                pickle.dump(average, file)
            os.replace(cache + '.part', cache)
    mesh = Mesh(average['uv'])
    people = [Person(mesh, average['shape3d'], p['means'], p['tex'], average['outer'], **look) for p, look in zip(average['people'], LOOKS)]
    return Painter(Renderer(mesh)), people


def sweep(painter, people, out, numbers, seed, varied=False):
    """Pictures and truth.jsonl, which is complete or not there."""
    os.makedirs(out, exist_ok=True)
    path = os.path.join(out, 'truth.jsonl')
    told, count = time.monotonic(), 0
    known = [tuple(person.tex) for person in people]
    with open(path + '.part', 'w') as file:
        for number in numbers:
            scene, spoils = choose(seed, number, known, varied)
            head, picture = compose(scene, painter, people)
            random = np.random.default_rng([seed, number, 1])
            face = face_mask(scene.camera.project(head.landmarks), picture.shape[:2])
            for variant, spoil in enumerate(spoils):
                name = f'{number:05}-{variant}.{"png" if spoil.quality is None else "jpg"}'
                pixels = spoiled(picture, spoil, face, random)
                options = {} if spoil.quality is None else {'quality': spoil.quality}
                Image.fromarray(pixels).save(os.path.join(out, name), **options)
                file.write(json.dumps(describe(scene, head, spoil, name, pixels)) + '\n')
                count += 1
            if time.monotonic() - told > TOLD_EVERY_S:
                told = time.monotonic()
                print(f'head {number}, {count} pictures', file=sys.stderr, flush=True)
    os.replace(path + '.part', path)
    print(f'{count} pictures of {len(numbers)} heads in {out}')


if __name__ == '__main__':
    main()
