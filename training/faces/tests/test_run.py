import json
import os
import subprocess
import sys
import tempfile
import unittest

import numpy as np
import torch

from faces.__main__ import main
from faces.find import suppress
from faces.losses import Truth, assign, compare_boxes, detection_loss
from faces.network import Detector, STRIDES, decode, scale_pixels
from faces.train import trained_network
from runs import folder, runtime
from runs.from_shell import from_shell

from .synthetic import write_set

TRAINING = os.path.abspath(os.path.join(os.path.dirname(__file__), '..', '..'))
SMALL = ['--rounds', '3', '--scenes', '20']


def command(*words):
    return from_shell(main, 'faces', *words)


class Runs(unittest.TestCase):
    def setUp(self):
        self.folder = self.enterContext(tempfile.TemporaryDirectory())
        self.data = write_set(self.folder)

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def train(self, out, *more):
        return command('train', '--data', self.data, '--out', self.path(out), *SMALL, *more)

    def test_a_killed_run_goes_on_with_the_same_numbers(self):
        self.train('whole')
        words = ['train', '--data', self.data, '--out', self.path('killed'), *SMALL]
        with subprocess.Popen([sys.executable, '-m', 'faces', *words], cwd=TRAINING, stdout=subprocess.PIPE, text=True) as run:
            first = json.loads(run.stdout.readline())
            run.kill()
        self.assertEqual(first['round'], 1)
        self.assertLess(len(folder.load(self.path('killed'))['history']), 3, 'it was over before it was killed')
        self.train('killed')
        whole, again = (folder.load(self.path(name)) for name in ('whole', 'killed'))
        for part in ('network', 'average'):
            for name, tensor in whole[part].items():
                self.assertTrue(torch.equal(tensor, again[part][name]), name)
        with self.assertRaisesRegex(SystemExit, 'OtherRun.*rate'):
            self.train('whole', '--rate', '0.5')

    def test_export_weights_and_evaluation(self):
        self.train('run')
        command('export', '--run', self.path('run'), '--name', 'drawn', '--version', '0.1.0', '--out', self.path('drawn'))
        self.assertEqual(sorted(os.listdir(self.path('drawn'))), ['manifest.json', 'model.onnx', 'training.json'])
        model = self.path('drawn', 'model.onnx')
        self.train('again', '--weights', model, '--rounds', '1', '--rate', '0')
        image = np.random.default_rng(3).integers(0, 256, (90, 130), dtype=np.uint8)
        ours, theirs = (trained_network(folder.load(self.path(name))) for name in ('run', 'again'))
        picture = scale_pixels(torch.from_numpy(image[None, None, :64, :128]))
        with torch.no_grad():
            for grid, same in zip(ours(picture), theirs(picture)):
                torch.testing.assert_close(grid, same, rtol=0.01, atol=0.01)
        result = json.loads(command('evaluate', '--data', self.data, '--weights', model))
        self.assertEqual(result, json.loads(command('evaluate', '--data', self.data, '--run', self.path('run'))))
        self.assertEqual(sum(row['faces'] for row in result['recall'].values()), 3 * 3)
        command('export', '--run', self.path('run'), '--name', 'drawn', '--version', '0.1.0', '--raise-scores', '0.5', '0', '-0.5',
                '--out', self.path('raised'))
        for grid, by in (('p8', 0.5), ('p16', 0.0), ('p32', -0.5)):
            plain, raised = (runtime.ask(self.path(name, 'model.onnx'), image[None, :64, :128], [grid], mean=127.5, std=128)[grid]
                             for name in ('drawn', 'raised'))
            scores = [np.log(answer[:, 0] / (1 - answer[:, 0])) for answer in (plain, raised)]
            np.testing.assert_allclose(scores[1] - scores[0], by, atol=1e-2)
            np.testing.assert_allclose(raised[:, 1:], plain[:, 1:], atol=1e-5)

    def test_there_has_to_be_data(self):
        with self.assertRaisesRegex(SystemExit, 'BadData|FileNotFoundError'):
            command('train', '--data', self.path('nothing'), '--out', self.path('run'))


class Losses(unittest.TestCase):
    def test_the_right_grid_answers(self):
        for size, stride in ((16, 8), (60, 16), (150, 32)):
            truth = Truth(torch.tensor([[90.0, 90, 90 + size, 90 + size]]), torch.zeros(1, 5, 2), torch.tensor([True]))
            wanted = assign(truth, 256, 256)
            counts = {s: n for s, n in zip(STRIDES, [int((part >= 0).sum()) for part in
                                                     wanted.face.split([(256 // s) ** 2 for s in STRIDES])])}
            self.assertGreater(counts[stride], 0)
            self.assertEqual(sum(n for s, n in counts.items() if s != stride), 0)

    def test_doubtful_faces_ask_for_nothing(self):
        truth = Truth(torch.tensor([[64.0, 64, 128, 128]]), torch.zeros(1, 5, 2), torch.tensor([False]))
        wanted = assign(truth, 256, 256)
        self.assertEqual(int((wanted.face >= 0).sum()), 0)
        self.assertEqual(int((~wanted.counts).sum()), (64 // 8) ** 2 + (64 // 16) ** 2 + (64 // 32) ** 2)

    def test_a_face_is_learned_by_heart(self):
        torch.manual_seed(1)
        network, image = Detector().train(), torch.rand(2, 1, 96, 96)
        truths = [Truth(torch.tensor([[20.0, 24, 60, 70]]), torch.full((1, 5, 2), 40.0), torch.tensor([True])),
                  Truth(torch.zeros(0, 4), torch.zeros(0, 5, 2), torch.zeros(0, dtype=torch.bool))]
        optimiser = torch.optim.AdamW(network.parameters(), 4e-3)
        losses = []
        for _ in range(120):
            loss = detection_loss(network(image), truths)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            losses.append(loss.item())
        self.assertLess(losses[-1], 0.15 * losses[0])
        scores, boxes, _ = (torch.cat(parts, 1) for parts in zip(*(decode(g, s) for g, s in zip(network(image), STRIDES))))
        best = boxes[0, scores[0].argmax()].detach()
        overlap, _ = compare_boxes(best[None], truths[0].boxes)
        self.assertGreater(float(overlap), 0.8)

    def test_of_overlapping_boxes_the_best_stays(self):
        found = np.array([[0.6, 0, 0, 10, 10], [0.9, 1, 0, 11, 10], [0.7, 20, 20, 30, 30]], np.float32)
        self.assertEqual(suppress(found)[:, 0].tolist(), [np.float32(0.9), np.float32(0.7)])


if __name__ == '__main__':
    unittest.main()
