import json
import os
import tempfile
import unittest
from dataclasses import replace

import numpy as np
from PIL import Image

from drawn.__main__ import sweep
from drawn.camera import Camera, between, direction, rotation
from drawn.head import Look
from drawn.paint import EyeLook
from drawn.picture import compose, spoiled
from drawn.scene import AT_CAMERA, EYES_SIDEWAYS, EYES_UP, FACE, JUST_PAST, WIDTHS, Scene, Spoil, choose
from drawn.truth import describe, face_mask

from .synthetic import make_painter

SCENE = Scene(look=Look(), camera=Camera(480, 480), place=(240., 220.), distance=FACE * 480 / 240,
              towards=(0., -1, 0), ambient=.95, tone=(1, 1, 1), eyes=EyeLook(iris=(110, 100, 90)))
KNOWN = [('neutral', 'happy')]


class Pictures(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.painter, cls.people = make_painter()

    def draw(self, spoil=Spoil(), glasses=None, **look):
        """The grey picture and its truth."""
        scene = replace(SCENE, look=Look(**look), glasses=glasses)
        head, picture = compose(scene, self.painter, self.people)
        pixels = spoiled(picture, spoil, face_mask(scene.camera.project(head.landmarks), picture.shape[:2]), np.random.default_rng(1))
        return np.asarray(Image.fromarray(pixels).convert('L'), float), describe(scene, head, spoil, 'x.png', pixels)

    def test_pupils_are_drawn_where_the_truth_has_them(self):
        """The darkest pixels between the lids, weighed by how dark they are."""
        for look in ({}, {'gaze_yaw': 20}, {'gaze_yaw': -18, 'gaze_pitch': -6}, {'yaw': 25, 'gaze_yaw': 10}, {'yaw': -20, 'roll': 15}):
            for spoil, limit in ((Spoil(), .6), (Spoil(reduce=2), .4)):
                grey, truth = self.draw(spoil, opening=1.3, **look)
                for x, y in truth['pupils']:
                    unit = 240 / FACE / spoil.reduce
                    rows, columns = np.mgrid[0:grey.shape[0], 0:grey.shape[1]] + .5
                    near = np.hypot(columns - x, rows - y) < 3.3 * unit
                    dark = np.clip(45 - grey, 0, None) * near
                    found = np.array([(columns * dark).sum(), (rows * dark).sum()]) / dark.sum()
                    self.assertLess(np.linalg.norm(found - (x, y)), limit, (look, spoil))

    def test_shut_eyes_show_no_white(self):
        bright = {}
        for lids, meet in ((0., .93), (1., .93), (1., .5)):
            grey, truth = self.draw(lids=lids, meet=meet)
            eye = np.array(truth['landmarks'])[36:42]
            (x0, y0), (x1, y1) = eye.min(0).astype(int) - 2, eye.max(0).astype(int) + 3
            bright[lids, meet] = np.ptp(grey[y0:y1, x0:x1])
        self.assertLess(max(bright[1., .93], bright[1., .5]), .75 * bright[0., .93])

    def test_truth_is_scaled_with_the_picture(self):
        grey, whole = self.draw()
        small, half = self.draw(Spoil(reduce=2))
        self.assertEqual((grey.shape[0] // 2, half['width']), (small.shape[0], 240))
        np.testing.assert_allclose(np.array(whole['landmarks']) / 2, half['landmarks'], atol=.01)
        self.assertEqual(whole['head_pose'], half['head_pose'])
        self.assertAlmostEqual(whole['focal_px'] / 2, half['focal_px'])

    def test_spoiling_does_what_it_says(self):
        grey, truth = self.draw(Spoil(luma=70.))
        self.assertAlmostEqual(truth['brightness'], 70, delta=3)
        rough = self.draw(Spoil(noise=8.))[0]
        self.assertAlmostEqual((rough - self.draw()[0])[:40, :40].std(), 8, delta=1.5)
        blurred = self.draw(Spoil(blur=2.))[0]
        self.assertLess(np.abs(np.diff(blurred, axis=1)).max(), .6 * np.abs(np.diff(self.draw()[0], axis=1)).max())

    def test_glasses_are_drawn_and_leave_the_truth_alone(self):
        frame = {'round': 2.6, 'high': 20., 'thick': 3., 'colour': (20., 20, 20),
                 'windows': [{'quad': [(0, 0), (.2, 0), (.2, 1), (0, 1)], 'alpha': 0.}] * 2}
        with_them, truth = self.draw(glasses=frame)
        without, other = self.draw()
        self.assertGreater((np.abs(with_them - without) > 40).sum(), 1000)
        self.assertEqual(truth['pupils'], other['pupils'])
        self.assertEqual((truth['glasses'], other['glasses']), ({'reflections': 0}, None))


class Sweeps(unittest.TestCase):
    def test_the_same_seed_gives_the_same_scene(self):
        self.assertEqual(choose(3, 17, KNOWN), choose(3, 17, KNOWN))
        self.assertNotEqual(choose(3, 17, KNOWN), choose(4, 17, KNOWN))

    def test_varied_eyes_leave_all_else_as_it_is(self):
        shut = 0
        for number in range(60):
            plain, spoils = choose(7, number, KNOWN)
            varied, same_spoils = choose(7, number, KNOWN, varied=True)
            self.assertNotEqual(varied.eyes, plain.eyes)
            of_eyes = ('lids', 'meet', 'opening', 'lids_follow', 'eye_shift')
            look = replace(varied.look, **{name: getattr(plain.look, name) for name in of_eyes})
            self.assertEqual((replace(varied, eyes=plain.eyes, look=look), same_spoils), (plain, spoils))
            shut += varied.look.lids > .7
        self.assertGreater(shut, 6)

    def test_eyes_turn_no_farther_than_they_can_and_kinds_of_looks_take_turns(self):
        bands, angles_of = len(WIDTHS) - 1, []
        for number in range(20 * bands):
            scene, _ = choose(1, number, KNOWN)
            look = scene.look
            sight = direction(look.gaze_yaw, look.gaze_pitch)
            x, y, _ = rotation(look.yaw, look.pitch, look.roll).T @ sight
            self.assertLessEqual(abs(np.degrees(np.arcsin(x))), EYES_SIDEWAYS + .1)
            self.assertLessEqual(np.degrees(np.arcsin(-y)), EYES_UP + .1)
            width = FACE * scene.camera.focal / scene.distance
            self.assertTrue(WIDTHS[number % bands] <= width <= WIDTHS[number % bands + 1] + 1e-6)
            angles_of.append(between(sight, np.array([0, 0, -1])))
        self.assertTrue(all(a < 12 for a in angles_of[:AT_CAMERA * bands]))
        past = angles_of[AT_CAMERA * bands:(AT_CAMERA + JUST_PAST) * bands]
        self.assertTrue(all(12 < a < 31 for a in past))

    def test_a_sweep_writes_pictures_and_their_truth_and_can_be_repeated(self):
        painter, people = make_painter()
        with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
            for out in (one, other):
                sweep(painter, people, out, range(4, 7), 1)
            self.assertEqual(sorted(os.listdir(one)), sorted(os.listdir(other)))
            for name in os.listdir(one):
                with open(os.path.join(one, name), 'rb') as a, open(os.path.join(other, name), 'rb') as b:
                    self.assertEqual(a.read(), b.read(), name)
            with open(os.path.join(one, 'truth.jsonl')) as file:
                rows = [json.loads(line) for line in file]
            self.assertEqual({row['file'] for row in rows} | {'truth.jsonl'}, set(os.listdir(one)))
            for row in rows:
                with Image.open(os.path.join(one, row['file'])) as image:
                    self.assertEqual(image.size, (row['width'], row['height']))
                points = np.array(row['landmarks'] + row['pupils'])
                self.assertTrue((points > 0).all() and (points < [row['width'], row['height']]).all())
                self.assertEqual(row['looking_at_camera'], row['eyes_open'] and row['camera_angle_deg'] <= 12)


if __name__ == '__main__':
    unittest.main()
