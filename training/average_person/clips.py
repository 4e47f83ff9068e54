"""Step 6: the two timelines, their ground truth, and the encoding."""
import multiprocessing
import subprocess

import numpy as np

from .geometry import FPS, MIRROR, OUT_H, OUT_W
from .faces import read_faces
from .expressions import pick
from .texture import Mesh, median_texture
from .person import alike, dark_sides, surroundings


ease = lambda t: t * t * (3 - 2 * t)
MORPH = .6
STATES = [  # seconds held, emotion, looking, what the head and eyes do
    (2.4, 'neutral', True, {}),
    (2.4, 'happy', True, {}),
    (2.4, 'neutral', False, dict(yaw=30., gx=-6.)),
    (2.0, 'surprise', True, {}),
    (2.2, 'sad', False, dict(pitch=6., gy=2.6, lids=.1)),
    (2.0, 'angry', True, {}),
    (1.8, 'happy', True, {}),
]
LEAVE, EMPTY = .4, 1.0
BLINKS = (1.3, 4.3, 15.6)


def blink(t, times):
    d = min((t - b for b in times), key=abs)
    return ease(np.clip(1 - (abs(d) - .03) / (.11 if d < 0 else .15), 0, 1))


def sway(t, k=0.):
    return dict(yaw=1.8 * np.sin(.9 * t + k) + .7 * np.sin(2.3 * t + 1 + k), pitch=1.1 * np.sin(.7 * t + 2 + k), roll=1.3 * np.sin(.55 * t + k),
                x=3 * np.sin(.5 * t + k), y=1.5 * np.sin(.8 * t + 1 + k))


def schedule():
    """[(start, end, state index or None for a transition)] and the end of the face's time."""
    out, t = [], 0.
    for i, s in enumerate(STATES):
        if i:
            out.append((t, t + MORPH, None))
            t += MORPH
        out.append((t, t + s[0], i))
        t += s[0]
    return out, t


def frame_one(r, person, bg, n):
    t = n / FPS
    plan, end = schedule()
    if t >= end + LEAVE - 1e-6:
        return bg
    i = max(j for j, s in enumerate(plan) if t >= s[0] - 1e-6)
    a, b, k = plan[i]
    if k is None:
        p = ease((t - a + .5 / FPS) / (b - a))
        mix = [(plan[i - 1][2], 1 - p), (plan[i + 1][2], p)]
    else:
        mix = [(k, 1.)]
    weights, v = {}, dict(yaw=0., pitch=0., gx=0., gy=0., lids=0.)
    for k, p in mix:
        weights[STATES[k][1]] = weights.get(STATES[k][1], 0) + p
        for key, val in STATES[k][3].items():
            v[key] += p * val
    s = sway(t)
    off = 620 * max(0, (t - end) / LEAVE) ** 2
    return r.draw(bg, person, weights, yaw=v['yaw'] + s['yaw'], pitch=v['pitch'] + s['pitch'], roll=s['roll'] + off * .02,
                  gaze=(v['gx'] + .2 * s['yaw'], v['gy'] - .2 * s['pitch']), lids=max(v['lids'], blink(t, BLINKS)),
                  at=(320 + s['x'] + off, 176 + s['y']), scale=.9)


def truth_one():
    plan, end = schedule()
    seg = []
    for a, b, k in plan:
        e = dict(start_s=round(a, 2), end_s=round(b, 2))
        if k is None:
            e.update(emotion=None, looking_at_camera=None, face_present=True, transition=True)
        else:
            e.update(emotion=STATES[k][1], looking_at_camera=STATES[k][2], face_present=True, transition=False)
        seg.append(e)
    seg.append(dict(start_s=round(end, 2), end_s=round(end + LEAVE, 2), emotion=None, looking_at_camera=None, face_present=None, transition=True))
    seg.append(dict(start_s=round(end + LEAVE, 2), end_s=round(end + LEAVE + EMPTY, 2), emotion=None, looking_at_camera=None, face_present=False, transition=False))
    return dict(width=OUT_W, height=OUT_H, fps=FPS, duration_s=seg[-1]['end_s'], segments=seg,
                blinks=[dict(start_s=round(b - .14, 2), end_s=round(b + .18, 2)) for b in BLINKS])


TWO_LEN, SWAP = 8.0, (3.0, 5.0)
TWO_BLINKS = ((2.1, 6.4), (1.2, 5.8))


def places(t):
    """x of the two people, and the scale of each (the first passes in front)."""
    p = ease(np.clip((t - SWAP[0]) / (SWAP[1] - SWAP[0]), 0, 1))
    bump = np.sin(np.pi * p)
    return (176 + 288 * p, .76 + .06 * bump), (464 - 288 * p, .76 - .05 * bump)


def frame_two(r, persons, bg, n):
    t = n / FPS
    for i, (x, scale) in reversed(list(enumerate(places(t)))):
        s = sway(t, 1.7 * i)
        aside = dict(yaw=28., gx=-6.) if i else dict(yaw=0., gx=0.)
        bg = r.draw(bg, persons[i], {'neutral' if i else 'happy': 1.}, yaw=aside['yaw'] + s['yaw'], pitch=s['pitch'], roll=s['roll'],
                    gaze=(aside['gx'] + .2 * s['yaw'], -.2 * s['pitch']), lids=blink(t, TWO_BLINKS[i]), at=(x + s['x'], 206 + s['y']), scale=scale)
    return bg


def truth_two():
    hidden = [n / FPS for n in range(int(TWO_LEN * FPS)) if abs(places(n / FPS)[0][0] - places(n / FPS)[1][0]) < 135]
    a, b = round(hidden[0], 2), round(hidden[-1] + 1 / FPS, 2)
    people = []
    for i, (emotion, looking) in enumerate((('happy', True), ('neutral', False))):
        seg = [dict(start_s=0.0, end_s=a, emotion=emotion, looking_at_camera=looking, face_present=True),
               dict(start_s=a, end_s=b, emotion=emotion, looking_at_camera=looking, face_present=None if i else True),
               dict(start_s=b, end_s=TWO_LEN, emotion=emotion, looking_at_camera=looking, face_present=True)]
        path = [dict(t_s=t, x=round(places(t)[i][0])) for t in (0.0, SWAP[0], (SWAP[0] + SWAP[1]) / 2, SWAP[1], TWO_LEN)]
        people.append(dict(person=i + 1, segments=seg, path=path, blinks=[dict(start_s=round(q - .14, 2), end_s=round(q + .18, 2)) for q in TWO_BLINKS[i]]))
    return dict(width=OUT_W, height=OUT_H, fps=FPS, duration_s=TWO_LEN, people=people,
                note='they swap places; the second passes behind the first, hidden in part where face_present is null')


def encode(path, frames, seed=5):
    cmd = ['ffmpeg', '-v', 'error', '-y', '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', f'{OUT_W}x{OUT_H}', '-r', str(FPS), '-i', '-', '-an',
           '-vf', 'scale=out_color_matrix=bt709:out_range=tv', '-c:v', 'libx264', '-preset', 'slow', '-crf', '19', '-threads', '1', '-pix_fmt', 'yuv420p',
           '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-g', '50', '-movflags', '+faststart',
           '-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact', path]
    p = subprocess.Popen(cmd, stdin=subprocess.PIPE)
    rng = np.random.default_rng(seed)
    for f in frames:                                            # a breath of sensor noise, against banding
        p.stdin.write(np.clip(f + rng.normal(size=(OUT_H, OUT_W, 1)) * .8 + .5, 0, 255).astype(np.uint8).tobytes())
    p.stdin.close()
    if p.wait():
        raise SystemExit('ffmpeg failed')


def averages(folder, jobs=1):
    """Everything taken from the pictures: shapes and textures, of all people and of two halves without a common person."""
    shape3d, faces = read_faces(folder)
    groups = pick(faces, 200)
    uv = np.mean([f.aligned for f in groups['neutral']], 0)
    uv = (uv + uv[MIRROR] * [-1, 1]) / 2
    for ids, dy in ((range(60, 65), -4), (range(65, 68), 13), (range(55, 60), 13), (range(5, 12), 9), ((3, 4, 12, 13), 4)):
        uv[list(ids), 1] += dy                                  # the mouth a little open, so that its inside has room
    mesh = Mesh(uv)
    around = surroundings(mesh, faces)
    dark = dark_sides(faces, around)
    low, high = np.percentile(dark, [42, 58])
    first = [f for f, d in zip(faces, dark) if d < low]
    taken = {f.person for f in first}
    second = [f for f, d in zip(faces, dark) if d > high and f.person not in taken]
    halves = [{e: g for e, g in pick(h, 150).items() if e in ('neutral', 'happy')} for h in (first, second)]
    wanted = [alike(faces, around, 170)] + [g for gs in [groups] + halves for g in gs.values()]
    with multiprocessing.Pool(jobs) as pool:
        textures = iter(pool.starmap(median_texture, [(mesh, g) for g in wanted], chunksize=1))
    print(len({f.person for f in faces}), 'people; groups of', [len(g) for g in wanted], flush=True)
    return dict(shape3d=shape3d, uv=uv, outer=next(textures),
                people=[dict(means={e: np.mean([f.aligned for f in g], 0) for e, g in gs.items()}, tex={e: next(textures) for e in gs})
                        for gs in [groups] + halves])
