"""Step 2: rank faces per expression by landmark cues alone."""
import numpy as np


def cues(p):
    """Cues of an aligned landmark set, in units."""
    eye_y = p[36:48, 1].mean()
    return {'width': p[54, 0] - p[48, 0],
            'corner': p[[51, 57], 1].mean() - p[[48, 54], 1].mean(),     # > 0: corners up
            'gap': (p[[65, 66, 67], 1] - p[[63, 62, 61], 1]).mean(),
            'brow': eye_y - p[17:27, 1].mean(),
            'inner': p[[19, 24], 1].mean() - p[[21, 22], 1].mean(),      # > 0: inner ends up
            'frown': -(p[22, 0] - p[21, 0]),
            'lids': (p[[40, 41, 46, 47], 1] - p[[37, 38, 43, 44], 1]).mean()}


RECIPE = {'happy': dict(width=1, corner=1, gap=.2),
          'surprise': dict(gap=1.2, width=-.7, brow=.8, lids=.5),
          'sad': dict(corner=-1, inner=.8, width=-.3, lids=-.5, gap=-.3),
          'angry': dict(brow=-1, frown=.8, inner=-.7, corner=-.5, gap=-.1, lids=-.2)}


def pick(faces, n):
    """{'emotion': [Face]}: the n people who show each expression most, one picture each."""
    table = [cues(f.aligned) for f in faces]
    z = {k: np.array([t[k] for t in table]) for k in table[0]}
    z = {k: np.clip((v - np.median(v)) / v.std(), -3, 3) for k, v in z.items()}
    score = {e: sum(w * z[k] for k, w in r.items()) for e, r in RECIPE.items()}
    score['neutral'] = -sum(np.abs(z[k]) * w for k, w in dict(corner=1, gap=2, brow=.5, inner=.5, frown=.5, lids=.7).items()) \
        - np.maximum(z['width'], 0) * 1.5 - np.maximum(z['gap'], 0)
    groups = {}
    for e, s in score.items():
        seen, out = set(), []
        for i in np.argsort(-s):
            if faces[i].person not in seen:
                seen.add(faces[i].person)
                out.append(faces[i])
            if len(out) == n:
                break
        groups[e] = out
    return groups
