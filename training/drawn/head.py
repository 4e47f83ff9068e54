"""One head as it is held: every point of the average mesh, of the eyes and their lids, in camera coordinates. Truth is read off here."""
from dataclasses import dataclass

import numpy as np
from scipy.ndimage import map_coordinates

from average_person.geometry import EYE, LOWER_LID, RING, UPPER_LID, UV_H, UV_SCALE, UV_W

from .camera import between, rotation, to_ray

# Units: 100 are the 90 mm between the outer corners of the eyes. The pupil that one sees lies 10.4 mm before the point about which the eye
# turns (rotation centre 13.5 mm, entrance pupil 3.05 mm behind the apex of the cornea; Atchison and Smith 2000), and that point about
# 4.5 mm behind the corners; docs/outputs.md has the same.
PUPIL_RADIUS = 11.6
CENTRE_BEHIND_CORNERS = 5.
IRIS = 6.5                    # half of 11.8 mm
EYE_WIDTH = 28.5              # between the corners of an eye
PUPIL_WIDE = 2.3              # half of 4.1 mm

NECK = np.array([0, 75, 66.])  # heads turn about it
BODY_TURNS = .3               # share of the head's yaw and pitch that the shoulders follow

# Shares of the pupil's way up or down that the lids go with it. The upper one follows the eye (Becker and Fuchs 1988): from where people look
# down as far as they can to where they look up, it moves by 12 to 15 mm (Berke's levator function) and the pupil by 13 to 14. The lower one: our estimate.
UPPER_WITH, LOWER_WITH = .95, .2

# Eyes count as closed from here on: the upper lid, at 1 on the lower one, is then about past the middle of the pupil.
HALF_SHUT = .5


@dataclass(frozen=True)
class Look:
    """How somebody looks: face, expression, pose, eyes. Angles are degrees, against the ray to the face unless said otherwise."""
    person: int = 0
    expression: str = 'neutral'
    strength: float = 1.
    yaw: float = 0.
    pitch: float = 0.
    roll: float = 0.
    gaze_yaw: float = 0.
    gaze_pitch: float = 0.
    lids: float = 0.          # 0 as the expression has them .. 1 shut
    meet: float = .93         # where they do: 0 at the upper lid's place .. 1 at the lower one's
    # what tells people apart: factors of width, height and depth of the face and of the opening of the lids, and where the eyes sit (units)
    build: tuple = (1., 1., 1.)
    opening: float = 1.
    eye_shift: tuple = (0., 0.)
    lids_follow: float = 1.   # factor of how far the lids go with the eye

    @property
    def weights(self):
        """{expression: share}"""
        return {'neutral': 1.} if self.expression == 'neutral' else {'neutral': 1 - self.strength, self.expression: self.strength}


@dataclass
class Eye:
    centre: np.ndarray        # of rotation
    sight: np.ndarray         # unit vector
    pupil: np.ndarray
    upper: np.ndarray         # [4, 3]: corner, lid, lid, corner, from left to right in an upright picture
    lower: np.ndarray


@dataclass
class Stance:
    """Where a head is, and how it is turned: in units and camera coordinates, as everything below."""
    look: Look
    turn: np.ndarray          # the head's axes, as columns
    place: np.ndarray         # where NECK is
    between_eyes: np.ndarray  # the face, where rays to it are concerned

    def points(self, p, follow=1.):
        """The head's own coordinates -> the camera's. follow: 1 on the head .. 0 on the shoulders, which turn less."""
        d = np.asarray(p) * self.look.build - NECK
        whole = d @ self.turn.T
        if np.isscalar(follow) and follow == 1:
            return whole + self.place
        less = d @ shoulders(self.look).T
        return less + (whole - less) * np.asarray(follow)[..., None] + self.place

    @property
    def ray(self):
        """Ray coordinates -> camera coordinates."""
        return to_ray(self.between_eyes)

    @property
    def sight(self):
        """Line of sight, from between the eyes to what both look at; camera coordinates."""
        return self.ray @ -rotation(self.look.gaze_yaw, self.look.gaze_pitch)[:, 2]

    @property
    def camera_angle(self):
        return between(self.sight, -self.between_eyes)

    @property
    def eyes_open(self):
        return self.look.lids < HALF_SHUT


@dataclass
class Head(Stance):
    """With all that is drawn and true of it."""
    eyes: list
    mesh: np.ndarray          # moved mesh, 70 points and the ring around them: x and y in the head's own coordinates
    landmarks: np.ndarray     # [68, 3]
    eye_level: float          # y of the corners of the eyes, in the head's own coordinates
    lid_opening: float


def hold(person, look, camera, place, distance):
    """A head that stands so far away (units, along the axis) at a place of the picture (pixels), by the point between its eyes."""
    middle = camera.point(place, distance)
    turn = to_ray(middle) @ rotation(look.yaw, look.pitch, look.roll)
    shape = sum(w * person.shapes[e] for e, w in look.weights.items())
    rest = [rest_of(person, shape, eye, look) for eye in (0, 1)]
    stance = Stance(look, turn, middle - ((rest[0] + rest[1]) / 2 * look.build - NECK) @ turn.T, middle)
    target = middle + stance.sight * np.linalg.norm(middle)          # as far away as the camera: the eyes turn in a little
    centres = [stance.points(centre) for centre in rest]
    sights = [(target - centre) / np.linalg.norm(target - centre) for centre in centres]

    move_lids(shape, look, np.mean([(turn.T @ sight)[1] for sight in sights]) * PUPIL_RADIUS)
    landmarks = stance.points(np.c_[shape[:68], depth_at(person, person.mesh.shape[:68])])
    eyes = [Eye(centre, sight, centre + PUPIL_RADIUS * sight, landmarks[ids[:4]], landmarks[[ids[0], ids[5], ids[4], ids[3]]])
            for centre, sight, ids in zip(centres, sights, EYE)]
    unturned = shape * look.build[:2]
    openings = [np.linalg.norm(unturned[u] - unturned[l]) for up, lo in zip(UPPER_LID, LOWER_LID) for u, l in zip(up, lo)]
    return Head(**vars(stance), eyes=eyes, mesh=np.concatenate([shape, RING]), landmarks=landmarks,
                eye_level=float(shape[[36, 39, 42, 45], 1].mean()), lid_opening=float(np.mean(openings)) / EYE_WIDTH)


def rest_of(person, shape, eye, look):
    """
    Where an eye turns, in the head's own coordinates: behind the pupil of the average face of this shape, whose people look at the photographer.
    Shapes of expressions differ in where the corners of the eyes are (how heads are held, mostly); the eye is there with them.
    """
    corners = person.mesh.shape[[EYE[eye][0], EYE[eye][3]]]
    side = -1 if eye == 0 else 1
    x, y = shape[68 + eye] + [side * look.eye_shift[0], look.eye_shift[1]]
    return np.array([x, y, depth_at(person, corners).mean() + CENTRE_BEHIND_CORNERS])


def move_lids(shape, look, down):
    """Moves the lids of a shape: apart by the person's opening, with the pupil (units, > 0 down), and together where they shut."""
    down = down * look.lids_follow
    for up, lo in zip(UPPER_LID, LOWER_LID):
        for u, l in zip(up, lo):
            middle = (shape[u] + shape[l]) / 2
            shape[u] = middle + (shape[u] - middle) * look.opening
            shape[l] = middle + (shape[l] - middle) * look.opening
            least = .2 * (shape[l, 1] - shape[u, 1])
            shape[l, 1] += LOWER_WITH * down
            shape[u, 1] = min(shape[u, 1] + UPPER_WITH * down, shape[l, 1] - least)
            shut = shape[l] * look.meet + shape[u] * (1 - look.meet)
            shape[u] += (shut - [0, .25] - shape[u]) * look.lids
            shape[l] += (shut + [0, .25] - shape[l]) * look.lids


def depth_at(person, uv):
    """Depth of the mesh at places of the texture, both in units."""
    x, y = (np.asarray(uv, float) * UV_SCALE + [UV_W / 2, UV_H / 2]).T / 6 - .5
    return map_coordinates(person.depth, [y, x], order=3, mode='nearest')


def shoulders(look):
    return rotation(BODY_TURNS * look.yaw, BODY_TURNS * look.pitch * .5)
