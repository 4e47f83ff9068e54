"""What is to be drawn: one head before one camera, chosen by chance, the same for the same seed and number."""
from dataclasses import dataclass, replace

import numpy as np

from .camera import Camera, angles, direction, rotation
from .head import Look
from .paint import EyeLook

FACE = 167.                   # units between the outermost landmarks of a face seen from before
WIDTHS = np.geomspace(30, 300, 9)     # edges of the bands that take turns, pixels
MOST_YAW, MOST_PITCH, MOST_ROLL = 45., 25., 20.
EYES_SIDEWAYS, EYES_UP, EYES_DOWN = 32., 18., 24.     # how far eyes turn in their head, degrees
EXPRESSIONS = ('neutral', 'neutral', 'happy', 'surprise', 'sad', 'angry')

# Of twenty heads so many look into the camera, or just past it; the others anywhere.
AT_CAMERA, JUST_PAST = 8, 6

IRISES = [(78, 52, 36), (96, 74, 48), (112, 122, 128), (92, 104, 84), (52, 36, 28)]


@dataclass(frozen=True)
class Scene:
    look: Look
    camera: Camera
    place: tuple              # of the point between the eyes, pixels
    distance: float           # units, along the optical axis
    towards: tuple            # unit vector to the light, camera coordinates
    ambient: float
    tone: tuple               # of the skin, factors of red, green and blue
    eyes: EyeLook
    glasses: dict = None
    background: int = 0       # seed


@dataclass(frozen=True)
class Spoil:
    """What happens to a picture after it was drawn."""
    reduce: int = 1           # means of so many pixels by so many
    blur: float = 0.          # standard deviation, pixels of the reduced picture
    noise: float = 0.         # standard deviation, levels
    luma: float = None        # mean of the face; None: as drawn
    quality: int = None       # of JPEG; None: PNG


def choose(seed, number, people, varied=False):
    """
    Widths take turns, and so do kinds of looks.

    people: the expressions that each of them has. varied: eyes and lids differ more, and are shut more often.
    """
    random = np.random.default_rng([seed, number])
    bands = len(WIDTHS) - 1
    width = float(np.exp(random.uniform(*np.log(WIDTHS[number % bands:number % bands + 2]))))
    kind = (number // bands) % 20
    camera = Camera(640, 360) if width < 170 else Camera(*((640, 480) if random.random() < .5 else (480, 640)))
    place = tuple(float(random.uniform(*sorted((a * width, size - b * width)))) for size, a, b in ((camera.width, .6, .6), (camera.height, .5, .75)))
    scene = Scene(look=choose_look(random, kind, people), camera=camera, place=place, distance=FACE * camera.focal / width,
                  towards=tuple(map(float, choose_light(random))), ambient=float(random.uniform(.35, .85)),
                  tone=tuple(map(float, random.uniform(.45, 1.1) * random.uniform(.95, 1.05, 3))),
                  eyes=EyeLook(iris=IRISES[random.integers(len(IRISES))]),
                  glasses=choose_glasses(random) if random.random() < .3 else None, background=int(random.integers(1 << 30)))
    spoils = choose_spoils(random, width)
    # a generator of its own: what is chosen above stays the same
    return vary(scene, np.random.default_rng([seed, number, 2])) if varied else scene, spoils


def choose_look(random, kind, people):
    person = int(random.integers(len(people)))
    known = [e for e in EXPRESSIONS if e in people[person]]
    yaw = float(random.uniform(-MOST_YAW, MOST_YAW))
    pitch = float(random.uniform(-MOST_PITCH, MOST_PITCH))
    look = Look(person=person, expression=known[random.integers(len(known))], strength=float(random.uniform(.4, 1)),
                roll=float(np.clip(random.normal(0, 8), -MOST_ROLL, MOST_ROLL)), lids=choose_lids(random),
                build=tuple(map(float, (random.normal(1, .03), random.normal(1, .03), random.normal(1, .06)))),
                opening=float(np.clip(random.normal(1, .1), .75, 1.3)), eye_shift=tuple(map(float, random.normal(0, .6, 2))))
    for tries in range(200):
        head = rotation(yaw, pitch, look.roll)
        if kind < AT_CAMERA + JUST_PAST:
            off = random.uniform(0, 11) if kind < AT_CAMERA else random.uniform(13, 30)
            around = random.uniform(0, 2 * np.pi)
            sight = direction(off * np.cos(around), off * np.sin(around))
        else:
            sight = head @ direction(random.uniform(-EYES_SIDEWAYS, EYES_SIDEWAYS), random.uniform(-EYES_DOWN, EYES_UP))
        sideways, up = angles(head.T @ sight)
        if abs(sideways) <= EYES_SIDEWAYS and -EYES_DOWN <= up <= EYES_UP:
            break
        yaw, pitch = float(random.uniform(-MOST_YAW, MOST_YAW)), float(random.uniform(-MOST_PITCH, MOST_PITCH))
    gaze_yaw, gaze_pitch = angles(sight)
    return replace(look, yaw=yaw, pitch=pitch, gaze_yaw=gaze_yaw, gaze_pitch=gaze_pitch)


def choose_lids(random):
    kind = random.random()
    if kind < .7:
        return 0.
    return float(random.uniform(*((0, .3) if kind < .85 else (.7, 1) if kind < .95 else (.3, .7))))


def vary(scene, random):
    """
    Eyes of all colours, narrow and wide, painted and not, shut from above and from below, and irises that lie higher or lower between the lids:
    who learns from these has to find irises, and not the middle between lids. For training.
    """
    white = random.uniform(135, 235)
    lashes = random.uniform(15, 95)
    eyes = EyeLook(iris=tuple(np.array(IRISES[random.integers(len(IRISES))]) * random.uniform(.45, 1.35) * random.uniform(.9, 1.1, 3)),
                   white=tuple(white * np.array([1, random.uniform(.85, 1), random.uniform(.8, 1)])),
                   radius=EyeLook.radius * random.normal(1, .04), pupil=float(random.uniform(1.2, 3.8)), rim=float(random.uniform(.1, .65)),
                   shade=float(random.uniform(.15, .6)), spot=float(random.choice([0, random.uniform(.3, 1)])),
                   lashes=tuple(lashes * random.uniform(.85, 1.15, 3)), lash_height=float(random.uniform(.3, 2.6)),
                   lash_strength=float(random.uniform(.3, .95)))
    kind = random.random()
    lids = scene.look.lids if kind < .7 else float(random.uniform(*((.8, 1) if kind < .87 else (0, .8))))
    look = replace(scene.look, lids=lids, meet=float(random.uniform(.5, .97)), opening=float(np.clip(random.normal(.95, .17), .5, 1.35)),
                   lids_follow=float(np.clip(random.normal(1, .2), .3, 1.5)), eye_shift=tuple(map(float, random.normal(0, (1., 1.2)))))
    return replace(scene, eyes=eyes, look=look)


def choose_light(random):
    """From somewhere before the face, more often from above."""
    return -rotation(random.uniform(-70, 70), random.uniform(-15, 60))[:, 2]


def choose_glasses(random):
    windows = []
    slant, at, wide = random.uniform(-.3, .3), random.uniform(.1, .7), random.uniform(.1, .4)
    shine = random.uniform(0, .6) if random.random() < .5 else 0
    for _ in range(2):
        windows.append({'quad': [(at, 0), (at + wide, 0), (at + wide + slant, 1), (at + slant, 1)], 'alpha': float(shine)})
    dark = random.uniform(15, 110)
    return {'round': float(random.choice([2, 2.6, 4])), 'high': float(random.uniform(17, 23)), 'thick': float(random.uniform(1, 4.5)),
            'colour': tuple(float(v) for v in dark * random.uniform(.8, 1.2, 3)), 'windows': windows}


def choose_spoils(random, width):
    """One clear picture; one that is dark or bright, blurred, noisy and strongly compressed; and where that leaves enough, a small one."""
    spoils = [Spoil(noise=float(random.uniform(.5, 2)), quality=None if random.random() < .1 else 92),
              Spoil(blur=float(random.uniform(0, 1.6)), noise=float(random.uniform(0, 10)),
                    luma=float(random.uniform(35, 205)), quality=int(random.integers(35, 90)))]
    if width >= 2 * WIDTHS[0]:
        spoils.append(Spoil(reduce=2, noise=float(random.uniform(0, 4)), luma=float(random.uniform(60, 180)), quality=int(random.integers(60, 95))))
    return spoils
