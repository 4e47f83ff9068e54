import unittest

import torch

from emotion import pictures, robustness
from emotion.augmentation import AUGMENTATIONS, ERASED, Looks, erase, worsen


def faces(n=6):
    """Smooth blobs, as a face more than noise is."""
    random = torch.Generator().manual_seed(2)
    coarse = torch.rand(n, 1, 6, 6, generator=random) * 255
    return torch.nn.functional.interpolate(coarse, size=(48, 48), mode='bicubic').clamp(0, 255)


def augment(given, seed, name='full'):
    random = torch.Generator().manual_seed(seed)
    looks = Looks.draw(len(given), random, AUGMENTATIONS[name])
    return worsen(looks.of(given, torch.arange(len(given))), random, AUGMENTATIONS[name])


class Augmenting(unittest.TestCase):
    def test_same_seed_same_faces(self):
        self.assertTrue(torch.equal(augment(faces(40), 1), augment(faces(40), 1)))
        self.assertFalse(torch.equal(augment(faces(40), 1), augment(faces(40), 2)))

    def test_mild_leaves_more_as_it_is(self):
        def change(name):
            made = worsen(faces(400), torch.Generator().manual_seed(1), AUGMENTATIONS[name])
            return (made - faces(400)).abs().mean().item()
        self.assertLess(change('mild'), 0.8 * change('full'))

    def test_stays_in_range_and_shape_and_leaves_its_input(self):
        given = faces(40)
        before = given.clone()
        made = augment(given, 1)
        self.assertEqual(made.shape, given.shape)
        self.assertGreaterEqual(made.min().item(), 0)
        self.assertLessEqual(made.max().item(), 255)
        self.assertTrue(torch.equal(given, before))

    def test_takes_bytes(self):
        self.assertEqual(augment(faces().byte(), 1).dtype, torch.float32)

    def test_a_look_at_some_faces_is_as_at_all(self):
        looks = Looks.draw(40, torch.Generator().manual_seed(1))
        rows = torch.tensor([7, 30, 2])
        whole = looks.of(faces(40), torch.arange(40))
        torch.testing.assert_close(looks.of(faces(40)[rows], rows), whole[rows])

    def test_erases_a_square_on_the_chosen(self):
        given = torch.zeros(2, 1, 48, 48)
        made = erase(given, torch.tensor([True, False]), torch.tensor([10, 10]), torch.tensor([[20.5, 30.5], [20.5, 30.5]]))
        self.assertEqual(made[1].sum(), 0)
        rows, columns = (made[0, 0] == ERASED).nonzero(as_tuple=True)
        self.assertEqual((rows.min(), rows.max(), columns.min(), columns.max()), (26, 35, 16, 25))


class Changing(unittest.TestCase):
    def test_nothing_changes_nothing(self):
        given = faces()
        torch.testing.assert_close(pictures.warp(given), given, atol=1e-2, rtol=0)

    def test_mirrors(self):
        given = faces()
        torch.testing.assert_close(pictures.warp(given, mirror=torch.ones(6, dtype=torch.bool)), given.flip(3), atol=1e-2, rtol=0)

    def test_a_looser_crop_shows_the_face_smaller(self):
        square = torch.zeros(1, 1, 48, 48)
        square[:, :, 14:34, 14:34] = 255
        area = (pictures.warp(square, looseness=torch.tensor([1 / 0.7])) > 127).sum().item()
        self.assertAlmostEqual(area / 400, 0.49, delta=0.05)

    def test_a_quarter_turn(self):
        given = faces()
        torch.testing.assert_close(pictures.warp(given, degrees=torch.full((6,), 90.0)), given.rot90(1, (2, 3)), atol=1e-2, rtol=0)

    def test_blur_keeps_light_and_takes_detail(self):
        given = faces()
        made = pictures.blur(given, torch.full((6,), 1.5))
        torch.testing.assert_close(made.mean((1, 2, 3)), given.mean((1, 2, 3)), atol=3, rtol=0)
        self.assertLess(made.diff(dim=3).abs().mean(), given.diff(dim=3).abs().mean())

    def test_each_face_shrinks_by_its_own_side(self):
        noise = torch.rand(2, 1, 48, 48, generator=torch.Generator().manual_seed(1)) * 255
        made = pictures.shrink(noise, torch.tensor([16, 48]))
        torch.testing.assert_close(made[1], noise[1])
        self.assertLess(made[0].std(), 0.7 * noise[0].std())

    def test_jpeg_loses_more_at_lower_quality(self):
        given = faces().round()
        lost = [(pictures.compress(given, torch.full((6,), q)) - given).abs().mean().item() for q in (100.0, 60.0, 20.0, 5.0)]
        self.assertEqual(lost, sorted(lost))
        self.assertLess(lost[0], 1)

    def test_a_turned_face_has_its_eyes_and_mouth_about_where_it_had_them(self):
        given = torch.zeros(3, 1, 48, 48)
        for i, (x, y) in enumerate(pictures.CROP_POINTS):
            given[i, 0, int(y * 48), int(x * 48)] = 255
        for degrees, off in ((0.0, 1.0), (20.0, 3.0), (-20.0, 3.0)):
            made = pictures.turn(given, torch.full((3,), degrees))[:, 0]
            for dot, (x, y) in zip(made, pictures.CROP_POINTS):
                row, column = divmod(int(dot.argmax()), 48)
                self.assertLess(abs(row + 0.5 - y * 48) + abs(column + 0.5 - x * 48), off + 1, degrees)

    def test_turning_narrows_the_far_cheek(self):
        cheeks = torch.zeros(2, 1, 48, 48)
        cheeks[0, 0, 28, 10] = cheeks[1, 0, 28, 37] = 255
        for degrees, far in ((30.0, 1), (-30.0, 0)):
            made = pictures.turn(cheeks, torch.full((2,), degrees)).amax((1, 2)).argmax(1)
            distance = (made + 0.5 - pictures.MIDDLE * 48).abs()
            self.assertLess(distance[far], 0.85 * distance[1 - far], degrees)

    def test_places_follow_points_that_are_turned_scaled_and_moved(self):
        crop = torch.tensor(pictures.CROP_POINTS)
        turn = torch.tensor([[0.0, 2.0], [-2.0, 0.0]])
        places = torch.rand(5, 2, generator=torch.Generator().manual_seed(1))
        moved = [points @ turn + torch.tensor([3.0, 4.0]) for points in (crop, places)]
        torch.testing.assert_close(pictures.places_in(moved[0][None], crop, places)[0], moved[1])

    def test_conditions_keep_bytes(self):
        images = faces().byte()[:, 0].numpy()
        for name, change in robustness.conditions().items():
            made = robustness.changed(images, change)
            self.assertEqual((made.dtype, made.shape), (images.dtype, images.shape), name)
            self.assertEqual((made == images).all(), name == 'as they are', name)


if __name__ == '__main__':
    unittest.main()
