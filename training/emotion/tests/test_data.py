import tempfile
import unittest

import numpy as np

from emotion import data
from emotion.labels import FER, FERPLUS, FERPLUS_AS_FER

from .synthetic import write_set


def votes(**counts):
    columns = ['neutral', 'happy', 'surprise', 'sad', 'angry', 'disgust', 'fear', 'contempt', 'unknown', 'no_face']
    return np.array([[counts.get(name, 0) for name in columns]], np.float32)


class Votes(unittest.TestCase):
    def test_single_votes_are_dropped(self):
        shares, weight = data.ferplus_targets(votes(happy=6, sad=3, fear=1))
        np.testing.assert_allclose(shares[0], [0, 6 / 9, 0, 3 / 9, 0, 0, 0, 0], rtol=1e-6)
        self.assertEqual(weight[0], 1)

    def test_single_votes_stay_where_there_are_only_such(self):
        shares, _ = data.ferplus_targets(votes(happy=1, sad=1))
        np.testing.assert_allclose(shares[0], [0, 0.5, 0, 0.5, 0, 0, 0, 0])

    def test_unknown_not_a_face_and_nobody_weigh_nothing(self):
        for given in (votes(happy=3, unknown=5), votes(happy=3, no_face=7), votes()):
            self.assertEqual(data.ferplus_targets(given)[1][0], 0)

    def test_majority_is_more_than_half(self):
        self.assertEqual(data.ferplus_majority(votes(happy=6, sad=4))[0], 1)
        self.assertEqual(data.ferplus_majority(votes(happy=5, sad=5))[0], -1)
        self.assertEqual(data.ferplus_majority(votes(happy=4, sad=3, fear=3))[0], -1)
        self.assertEqual(data.ferplus_majority(votes(no_face=9, sad=1))[0], -1)

    def test_winner_has_most(self):
        self.assertEqual(data.ferplus_winner(votes(happy=4, sad=3, fear=3))[0], 1)
        self.assertEqual(data.ferplus_winner(votes(happy=4, sad=4))[0], -1)
        self.assertEqual(data.ferplus_winner(votes(unknown=6, sad=4))[0], -1)


class Labels(unittest.TestCase):
    def test_columns_of_ferplus_become_places_of_fer(self):
        for column, name in enumerate(FERPLUS):
            self.assertEqual(data.as_fer(np.array([column]))[0], -1 if name is None else FER.index(name))
        self.assertEqual(data.as_fer(np.array([-1]))[0], -1)

    def test_the_head_reordered_has_the_names_of_fer(self):
        self.assertEqual(tuple(FERPLUS[column] for column in FERPLUS_AS_FER), FER)


class Reading(unittest.TestCase):
    def setUp(self):
        self.folder = self.enterContext(tempfile.TemporaryDirectory())

    def test_finds_private_pictures_that_occur_in_training_by_their_pixels(self):
        faces = data.read_faces(write_set(self.folder))
        repeated = faces.private_rows_seen_in_training()
        self.assertEqual(repeated.tolist(), [faces.rows(data.PRIVATE)[0]])

    def test_learns_from_no_flat_and_no_unjudged_picture(self):
        path = write_set(self.folder)
        with np.load(path) as archive:
            parts = dict(archive)
        parts['images'][3] = 90
        parts['ferplus_votes'][5] = 0
        np.savez(path, **parts)
        faces = data.read_faces(path)
        self.assertEqual(set(faces.rows(data.TRAINING)) - set(faces.training_rows()), {3, 5})

    def test_refuses_another_file(self):
        path = write_set(self.folder)
        with np.load(path) as archive:
            parts = dict(archive)
        for wrong in ({'images': parts['images'][:, :40]}, {'label': parts['label'] + 7}, {'split': parts['split'][:5]}):
            np.savez(path, **{**parts, **wrong})
            with self.assertRaises(data.BadData):
                data.read_faces(path)
        np.savez(path, images=parts['images'])
        with self.assertRaises(data.BadData):
            data.read_faces(path)
        with open(path, 'w') as file:
            file.write('something else')
        with self.assertRaises(data.BadData):
            data.read_faces(path)


if __name__ == '__main__':
    unittest.main()
