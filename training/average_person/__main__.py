"""Make the synthetic demo clips "average person" and "average people".

    python3 -m average_person DATASET_DIR OUTPUT_DIR [--cache FILE] [--jobs N]

Nobody in the clips exists. Every pixel of a face comes from the middle of 150
to 200 different people (one picture a person in each group, mirrored too),
brought into one common shape with a piecewise-affine warp over 68 face
landmarks and 2 pupil centres. Expressions, blinks, gaze and head turns are
made by moving that average mesh; hair, ears, clothes and wrinkles are drawn.

How it works
  1. read_faces      sharp, near-frontal faces of people known by name, so that
                     nobody counts twice (a 3D mean shape, factored from all
                     landmarks, gives the pose)
  2. pick            ranks them per expression by landmark cues only (mouth
                     width and corners, mouth gap, brow height and gap, lids)
  3. median_texture  warps a group into one texture space ("UV": the mean face
                     with the mouth open) and takes each pixel's mid-mean
  4. Person          adds skin around the face, drawn hair, ears and clothes,
                     equalises tone over expressions (no flicker in morphs) and
                     sets the depth for turning the head
  5. Renderer        moves the mesh (expression shape, lids, 2.5D head turn),
                     shifts the irises, and splats it with a soft z-buffer
  6. the clips       two timelines, their ground truth, and the encoding

DATASET_DIR holds labels.jsonl and the .tar files it names (per picture: the
person as `ident`, faces with `pts70` and `mesh_conf`). Needs numpy, scipy,
Pillow and ffmpeg.
"""
import argparse
import json
import os
import pickle

from .geometry import FPS
from .texture import Mesh
from .person import Person
from .renderer import Renderer, background
from .clips import averages, encode, frame_one, frame_two, truth_one, truth_two


def main():
    ap = argparse.ArgumentParser(description='Make the synthetic demo clips.')
    ap.add_argument('dataset')
    ap.add_argument('output')
    ap.add_argument('--cache', help='file that keeps the averages between runs')
    ap.add_argument('--jobs', type=int, default=1, help='processes for the averages')
    a = ap.parse_args()
    if a.cache and os.path.exists(a.cache):
        avg = pickle.load(open(a.cache, 'rb'))
    else:
        avg = averages(a.dataset, a.jobs)
        if a.cache:
            pickle.dump(avg, open(a.cache, 'wb'))
    os.makedirs(a.output, exist_ok=True)
    mesh = Mesh(avg['uv'])
    r, bg = Renderer(mesh), background()
    looks = [dict(), dict(hair=(38, 33, 32), shirt=(66, 84, 72), seed=4),
             dict(long_hair=True, hair=(88, 58, 40), shirt=(120, 52, 58), tone=(1.05, 1.04, 1.03), seed=3)]
    people = [Person(mesh, avg['shape3d'], p['means'], p['tex'], avg['outer'], **look) for p, look in zip(avg['people'], looks)]
    for name, truth, frame, who in (('average-person', truth_one(), frame_one, people[0]), ('average-people-2', truth_two(), frame_two, people[1:])):
        json.dump(truth, open(os.path.join(a.output, name + '.truth.json'), 'w'), indent=1)
        encode(os.path.join(a.output, name + '.mp4'), (frame(r, who, bg, n) for n in range(round(truth['duration_s'] * FPS))))
        print(name, truth['duration_s'], 's')


if __name__ == '__main__':
    main()
