import json
import os
import tempfile
import unittest
from unittest import mock

import numpy as np
from PIL import Image

from faces import lettering, pictures
from faces.compose import Composer, Mixture
from faces.warp import Warp

from .synthetic import write_set


class Scenes(unittest.TestCase):
    def setUp(self):
        root = self.enterContext(tempfile.TemporaryDirectory())
        self.data = write_set(root)

    def test_the_set_is_read(self):
        read = pictures.read_pictures(self.data, 'train')
        self.assertEqual((sum(not one.is_negative for one in read), sum(one.is_negative for one in read)), (11, 5))
        with self.assertRaises(pictures.BadData):
            pictures.read_pictures(self.data + '/nowhere', 'train')
        with self.assertRaises(pictures.BadData):
            pictures.read_pictures(self.data, 'test')

    def test_what_somebody_saw_to_be_no_face_is_neither_one_nor_none(self):
        """Of labels that were looked at; the same list says nothing about other labels."""
        with_face = ['001.jpg', '002.jpg']
        for labels, left in ((pictures.sha256_of_labels(self.data), 9), ('of other labels', 11)):
            looked_at = os.path.join(self.data, 'not_faces.json')
            with open(looked_at, 'w') as file:
                json.dump({'labels_sha256': labels, 'not_faces': {name: [0] for name in with_face}}, file)
            with mock.patch.object(pictures, 'LOOKED_AT', looked_at):
                read = pictures.read_pictures(self.data, 'train')
            self.assertEqual((sum(one.sure.any() for one in read), sum(one.is_negative for one in read)), (left, 5))

    def test_boxes_and_points_lie_where_the_faces_are(self):
        """The drawn face is by far the brightest thing on a dark ground, and its eyes the darkest thing in it."""
        read = pictures.read_pictures(self.data, 'train')
        faces = [one for one in read if not one.is_negative]
        random = np.random.default_rng(2)
        for _ in range(60):
            picture = faces[random.integers(len(faces))]
            x, y, w, h = picture.boxes[0]
            warp = Warp((x + w / 2, y + h / 2), (100, 100), random.uniform(0.5, 2), random.uniform(-0.8, 0.8),
                        random.random() < 0.5, random.uniform(-0.25, 0.25, 2))
            image, _ = warp.image(picture.image, 200)
            bright = np.argwhere(np.asarray(image) > 160)[:, ::-1]
            left, top, right, bottom = warp.box(picture.boxes[0])
            size = np.sqrt((right - left) * (bottom - top))
            low, high = np.percentile(bright, 1, axis=0), np.percentile(bright, 99, axis=0)
            np.testing.assert_allclose([left, top, right, bottom], [*low, *high], atol=0.12 * size)
            points = warp.points(picture.points[0])
            for eye in points[:2]:
                column, row = np.round(eye).astype(int)
                self.assertLess(np.asarray(image)[row - 1:row + 2, column - 1:column + 2].min(), 120)
            # left and right are those of the picture, also of a mirrored one
            up = points[2] - points[:2].mean(0)
            self.assertGreater(np.cross(points[1] - points[0], up), 0)

    def test_the_same_seed_gives_the_same_scene(self):
        read = pictures.read_pictures(self.data, 'train')
        composer = Composer([one for one in read if not one.is_negative], [one for one in read if one.is_negative])
        for seed in range(12):
            one, other = (composer.compose(160, np.random.default_rng(seed)) for _ in range(2))
            np.testing.assert_array_equal(one.image, other.image)
            np.testing.assert_array_equal(one.boxes, other.boxes)
            self.assertEqual(one.image.shape, (160, 160))

    def test_what_is_covered_is_no_face_any_more(self):
        read = pictures.read_pictures(self.data, 'train')
        faces = [one for one in read if not one.is_negative]
        negatives = [one for one in read if one.is_negative]
        composer = Composer(faces, negatives, Mixture(single=0, group=1, plain=0, most_in_group=7))
        random = np.random.default_rng(4)
        scenes = [composer.compose(192, random) for _ in range(40)]
        self.assertGreater(np.mean([scene.sure.sum() for scene in scenes]), 1.5)
        self.assertGreater(sum((~scene.sure).sum() for scene in scenes), 0)

    def test_lettering_changes_the_picture(self):
        random = np.random.default_rng(5)
        for _ in range(20):
            image = Image.new('L', (160, 160), 128)
            lettering.draw(image, random)
        self.assertGreater(np.asarray(image).std(), 0)
