import tempfile
import unittest

import numpy as np
import torch
from PIL import Image

from drawn import camera
from landmarks.crops import Frame, eye_frame, look
from landmarks.losses import PoseReader, eye_relations, points_loss, pose, huber
from landmarks.points import EYES, MIRROR, OUTER
from landmarks.spoil import shrink, spoil
from landmarks.tasks import EyeTask, FaceTask

from .synthetic import shape, write_drawn


class Places(unittest.TestCase):
    """A white spot has to be found where the points say."""

    def setUp(self):
        y, x = np.mgrid[0:80, 0:100] + 0.5
        self.at = np.array([[61.3, 34.2]])
        self.image = Image.fromarray((250 * np.exp(-((x - 61.3) ** 2 + (y - 34.2) ** 2) / 8)).astype(np.uint8))

    def spot(self, image):
        grey = np.asarray(image, float)
        y, x = np.mgrid[0:grey.shape[0], 0:grey.shape[1]] + 0.5
        return np.array([(x * grey).sum(), (y * grey).sum()]) / grey.sum()

    def test_a_smaller_copy(self):
        view = shrink(self.image, 0.4, np.random.default_rng(4))
        np.testing.assert_allclose(self.spot(view.image), view.places(self.at)[0], atol=0.1)

    def test_a_part(self):
        for most in (1, 0.5):
            view = look(self.image, 60, 30, 31, most)
            np.testing.assert_allclose(self.spot(view.image), view.places(self.at)[0], atol=0.1)

    def test_a_turned_crop(self):
        for turned in (0, 0.4, -2):
            frame = Frame(58, 38, 40, turned)
            found = (self.spot(frame.cut(self.image, 64, 48)) - [32, 24]) / 64
            np.testing.assert_allclose(found, frame.place(self.at)[0], atol=0.005)
            view = shrink(self.image, 0.7, np.random.default_rng(4))
            np.testing.assert_allclose(frame.shown(view).place(view.places(self.at)), frame.place(self.at), atol=1e-5)

    def test_a_mirror(self):
        frame = Frame(58, 38, 40, 0.3)
        seen = frame.mirrored(100).cut(self.image.transpose(Image.FLIP_LEFT_RIGHT), 64, 48)
        np.testing.assert_allclose(np.asarray(seen)[:, ::-1], np.asarray(frame.cut(self.image, 64, 48)), atol=3)


class Samples(unittest.TestCase):
    def setUp(self):
        self.data = write_drawn(self.enterContext(tempfile.TemporaryDirectory()))

    def test_eyes_lie_alike_on_both_sides(self):
        task = EyeTask()
        samples = list(task.samples(None, [self.data], 'train'))
        self.assertEqual(len(samples), 16)
        for sample in samples:
            crop, points = task.crop(sample)
            self.assertEqual(crop.shape, (48, 64))
            np.testing.assert_allclose(points[OUTER], [-0.25, 0], atol=0.01)
            x, y = np.round(points[6] * 64 + [31.5, 23.5]).astype(int)
            self.assertLess(crop[y, x], 60, 'the pupil is dark')

    def test_varied_samples_keep_their_points(self):
        for task in (EyeTask(), FaceTask()):
            random = np.random.default_rng(5)
            samples = list(task.samples(None, [self.data], 'train'))
            dark = []
            for i in range(60):
                sample = task.vary(samples[i % len(samples)], random)
                self.assertLessEqual(sample.size, 1.06 * max(task.largest, samples[i % len(samples)].size))
                pupils = sample.points[68:] if len(sample.points) == 70 else sample.points[6:]
                for x, y in np.floor(pupils).astype(int):
                    grey = np.asarray(sample.image, float)
                    dark.append(grey[y, x] < np.median(grey[max(0, y - 6):y + 7, max(0, x - 6):x + 7]))
            self.assertGreater(np.mean(dark), 0.75)

    def test_a_mirror_keeps_the_order_of_points(self):
        points = shape()
        np.testing.assert_allclose((points * [-1, 1])[MIRROR][:60], points[:60], atol=1)

    def test_spoiled_pictures_keep_their_size(self):
        random = np.random.default_rng(6)
        image = Image.new('L', (33, 21), 90)
        for _ in range(40):
            self.assertEqual(spoil(image, random).size, (33, 21))


class Losses(unittest.TestCase):
    def test_what_is_right_costs_nothing(self):
        points = torch.rand(3, 7, 2)
        self.assertEqual(points_loss(points, points, torch.ones(3, 7)).item(), 0)

    def test_what_does_not_count_costs_nothing(self):
        found, counts = torch.rand(3, 7, 2), torch.ones(3, 7)
        counts[:, 6] = 0
        wrong = found.clone()
        wrong[:, 6] += 1
        self.assertEqual(points_loss(wrong, found, counts).item(), 0)
        self.assertGreater(huber(eye_relations(wrong)[0] - eye_relations(found)[0]).mean().item(), 0)

    def test_poses_are_read_as_they_were_turned(self):
        reader = PoseReader()
        task = FaceTask()
        for yaw, pitch, roll in ((0, 0, 0), (30, 0, 0), (-20, 15, 5), (10, -25, -12)):
            turned = camera.rotation(yaw, pitch, roll)
            points = torch.zeros(1, 70, 2)
            points[0, reader.ids] = torch.tensor((0.004 * reader.shape @ turned.T)[:, :2], dtype=torch.float32) + 0.1
            np.testing.assert_allclose(pose(reader.affine(points))[0].numpy(), [yaw, pitch, roll], atol=0.05)
        self.assertEqual(task.loss(points, points, torch.ones(1, 70)).item(), 0)

    def test_both_eyes_have_their_points(self):
        self.assertEqual(sorted(k for ids in EYES for k in ids), [*range(36, 48), 68, 69])
        self.assertAlmostEqual(eye_frame(shape()[list(EYES[0])], 2).width, 56)


if __name__ == '__main__':
    unittest.main()
