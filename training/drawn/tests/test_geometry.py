import copy
import unittest

import numpy as np

from average_person.geometry import LOWER_LID, UPPER_LID
from drawn.camera import Camera, angles, between, direction, pose, rotation, to_ray
from drawn.head import PUPIL_RADIUS, Look, hold
from drawn.paint import lid_line

from .synthetic import make_painter

MIDDLE = Camera(640, 360)


class Angles(unittest.TestCase):
    def test_signs_are_those_of_the_documents(self):
        self.assertGreater(direction(20, 0)[0], 0)                 # to the right of the picture
        self.assertLess(direction(0, 20)[1], 0)                    # up
        self.assertGreater(rotation(0, 0, 20)[1, 0], 0)            # the right side of the picture goes down: clockwise
        np.testing.assert_allclose(direction(0, 0), [0, 0, -1], atol=1e-12)

    def test_pose_is_the_way_back(self):
        random = np.random.default_rng(1)
        for _ in range(50):
            wanted = random.uniform([-80, -60, -60], [80, 60, 60])
            np.testing.assert_allclose(pose(rotation(*wanted)), wanted, atol=1e-9)
            np.testing.assert_allclose(angles(direction(*wanted[:2])), wanted[:2], atol=1e-9)

    def test_a_look_along_the_ray_goes_into_the_camera(self):
        for place in ((10, 20), (320, 180), (600, 340)):
            there = MIDDLE.point(place, 700)
            np.testing.assert_allclose(to_ray(there) @ [0, 0, 1], there / np.linalg.norm(there))
            self.assertLess(between(to_ray(there) @ direction(0, 0), -there), 1e-4)
            np.testing.assert_allclose(MIDDLE.project(there), place)


class Heads(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        _, (cls.person,) = make_painter()

    def hold(self, place=(320, 180), distance=900., camera=MIDDLE, **look):
        return hold(self.person, Look(**look), camera, place, distance)

    def test_the_face_is_where_it_was_put(self):
        for look in ({}, {'yaw': 35, 'pitch': -15, 'roll': 12}):
            head = self.hold((470, 90), **look)
            np.testing.assert_allclose(MIDDLE.project(head.between_eyes), (470, 90))
            np.testing.assert_allclose(np.mean([eye.centre for eye in head.eyes], 0), head.between_eyes, atol=1e-9)
            corners = MIDDLE.project(head.landmarks[[36, 39, 42, 45]]).mean(0)
            self.assertLess(np.linalg.norm(corners - (470, 90)), 8)

    def test_pose_can_be_fitted_to_the_landmarks_again(self):
        """Under weak perspective, from far away: the affine map from the face at rest (its lids aside: they follow the eyes), and its nearest rotation."""
        fixed = np.setdiff1d(np.arange(68), [UPPER_LID, LOWER_LID])
        rest = self.hold(distance=1e6).landmarks[fixed] - [0, 0, 1e6]
        for wanted in ((30, 0, 0), (-40, 20, 10), (15, -22, -18)):
            seen = MIDDLE.project(self.hold(distance=1e6, yaw=wanted[0], pitch=wanted[1], roll=wanted[2]).landmarks[fixed])
            a = np.linalg.lstsq(rest - rest.mean(0), seen - seen.mean(0), rcond=None)[0].T
            u, _, v = np.linalg.svd(a)
            r = u @ np.eye(2, 3) @ v
            np.testing.assert_allclose(pose(np.vstack([r, np.cross(r[0], r[1])])), wanted, atol=.1)

    def test_pose_is_held_against_the_ray(self):
        head = self.hold((600, 40), yaw=20, pitch=5, roll=-4)
        np.testing.assert_allclose(pose(head.ray.T @ head.turn), (20, 5, -4), atol=1e-9)
        self.assertGreater(np.abs(np.subtract(pose(head.turn), (20, 5, -4))).max(), 10)

    def test_pupils_show_the_line_of_sight(self):
        """Far away both eyes look the same way: the pupil goes with the sine of the angle, whatever the head does."""
        for head in ({}, {'yaw': 25, 'pitch': -10}):
            straight = self.hold(distance=1e6, gaze_yaw=0, gaze_pitch=0, **head)
            aside = self.hold(distance=1e6, gaze_yaw=-18, gaze_pitch=9, **head)
            for a, b in zip(straight.eyes, aside.eyes):
                shift = (b.pupil - a.pupil)[:2]
                np.testing.assert_allclose(shift, PUPIL_RADIUS * direction(-18, 9)[:2], atol=.02)

    def test_eyes_turn_in_towards_what_they_see(self):
        left, right = self.hold(distance=500).eyes
        self.assertGreater(left.sight[0], 0)
        self.assertLess(right.sight[0], 0)
        meet = left.centre + left.sight * (500 / -left.sight[2])
        self.assertLess(np.linalg.norm(meet), 12)                  # at the camera

    def test_eyes_stay_with_their_corners_whatever_the_expression(self):
        """An expression whose average has the eyes lower than the neutral one has them lower as a whole."""
        person = copy.copy(self.person)
        lower = person.shapes['neutral'].copy()
        lower[[*range(36, 48), 68, 69], 1] += 5
        person.shapes = {**person.shapes, 'sad': lower}
        for strength in (.5, 1.):
            calm, sad = (hold(person, Look(expression=e, strength=strength), MIDDLE, (320, 180), 900.) for e in ('neutral', 'sad'))
            for a, b, corners in zip(calm.eyes, sad.eyes, ([36, 39], [42, 45])):
                np.testing.assert_allclose(b.centre - sad.landmarks[corners].mean(0), a.centre - calm.landmarks[corners].mean(0), atol=.3)

    def test_camera_angle(self):
        self.assertAlmostEqual(self.hold((600, 40), yaw=30).camera_angle, 0, places=4)
        self.assertAlmostEqual(self.hold((600, 40), yaw=30, gaze_yaw=15).camera_angle, 15, places=4)

    def test_mirror_symmetry(self):
        a = self.hold((250, 200), yaw=28, pitch=6, roll=9, gaze_yaw=-7, gaze_pitch=4)
        b = self.hold((390, 200), yaw=-28, pitch=6, roll=-9, gaze_yaw=7, gaze_pitch=4)
        for one, other in ((a.eyes[0], b.eyes[1]), (a.eyes[1], b.eyes[0])):
            np.testing.assert_allclose(one.pupil * [-1, 1, 1], other.pupil, atol=1e-9)
        np.testing.assert_allclose(a.landmarks[36] * [-1, 1, 1], b.landmarks[45], atol=1e-9)
        np.testing.assert_allclose(a.landmarks[8] * [-1, 1, 1], b.landmarks[8], atol=1e-9)

    def test_open_eyes_show_their_pupils_and_shut_ones_do_not(self):
        for look in ({}, {'yaw': 25}, {'gaze_yaw': 28}, {'gaze_pitch': -22}, {'gaze_pitch': 17, 'expression': 'happy'}, {'lids': .3}):
            head = self.hold(**look)
            self.assertTrue(head.eyes_open)
            for eye in head.eyes:
                above, below = self.distances(eye)
                self.assertGreater(min(above, below), 0, look)
        shut = self.hold(lids=1.)
        self.assertFalse(shut.eyes_open)
        for eye in shut.eyes:
            self.assertLess(self.distances(eye)[0], 0)
        self.assertLess(shut.lid_opening, .12)

    @staticmethod
    def distances(eye):
        """Of the pupil's middle from the upper and from the lower lid, > 0 between them; pixels, upright faces."""
        x, y = MIDDLE.project(eye.pupil)
        upper, lower = (lid_line(MIDDLE.project(lid)) for lid in (eye.upper, eye.lower))
        return y - np.interp(x, *upper.T), np.interp(x, *lower.T) - y

    def test_lids_follow_the_eye(self):
        ahead = self.hold().mesh
        for pitch in (-20, 10):
            way = self.hold(gaze_pitch=pitch).mesh - ahead
            down = -PUPIL_RADIUS * np.sin(np.radians(pitch))
            for lid, share in ((UPPER_LID, .95), (LOWER_LID, .2)):
                np.testing.assert_allclose(way[np.ravel(lid)], np.tile([0, share * down], (4, 1)), atol=.05)

    def test_lids_never_cross(self):
        for lids in (0, .5, 1):
            for pitch in (-24, 18):
                mesh = self.hold(lids=lids, gaze_pitch=pitch).mesh
                for up, lo in zip(UPPER_LID, LOWER_LID):
                    for u, l in zip(up, lo):
                        self.assertLess(mesh[u, 1], mesh[l, 1])


if __name__ == '__main__':
    unittest.main()
