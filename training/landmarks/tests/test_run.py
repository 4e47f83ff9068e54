import json
import os
import subprocess
import sys
import tempfile
import unittest
from unittest import mock

import numpy as np
import torch

from landmarks.__main__ import main
from landmarks.networks import answers
from landmarks.points import LIDS, SIGHT
from landmarks.tasks import TASKS
from landmarks.train import Recipe, Trainer, trained_network
from runs import folder
from runs.from_shell import from_shell
from runs.provenance import REPOSITORY

from .synthetic import write_drawn, write_photographs

TRAINING = os.path.abspath(os.path.join(os.path.dirname(__file__), '..', '..'))
SHIPPED = os.path.join(REPOSITORY, 'libs', 'vision', 'src', 'models', '%s', 'model.onnx')
SMALL = ['--rounds', '3', '--samples', '320']


def command(*words):
    return from_shell(main, 'landmarks', *words)


class Runs(unittest.TestCase):
    def setUp(self):
        self.folder = self.enterContext(tempfile.TemporaryDirectory())
        self.data = ['--photographs', write_photographs(self.folder), '--drawn', write_drawn(self.folder)]

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def train(self, out, *more):
        return command('train', '--out', self.path(out), *self.data, *SMALL, *more)

    def test_a_killed_run_goes_on_with_the_same_numbers(self):
        self.train('whole')
        words = ['train', '--out', self.path('killed'), *self.data, *SMALL]
        with subprocess.Popen([sys.executable, '-m', 'landmarks', *words], cwd=TRAINING, stdout=subprocess.PIPE, text=True) as run:
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
        for name, task in TASKS.items():
            run, made = self.path(name), self.path(name, 'made')
            self.train(name, '--task', name, '--rounds', '1')
            command('export', '--run', run, '--name', 'trained', '--version', '0.1.0', '--out', made)
            self.assertEqual(sorted(os.listdir(made)), ['manifest.json', 'model.onnx', 'training.json'])
            model = os.path.join(made, 'model.onnx')
            self.train(name + '-again', '--task', name, '--weights', model, '--rounds', '1', '--rate', '0')
            crops = torch.from_numpy(np.random.default_rng(3).integers(0, 256, (4, task.network.rows, task.network.columns), dtype=np.uint8))
            ours, theirs = (answers(trained_network(folder.load(self.path(run))), crops).numpy() for run in (name, name + '-again'))
            np.testing.assert_allclose(ours, theirs, atol=0.01)
            result = json.loads(command('evaluate', *self.data, '--task', name, '--weights', model))
            for kind, figures in json.loads(command('evaluate', *self.data, '--run', run)).items():
                for key, value in figures.items():
                    self.assertAlmostEqual(result[kind][key], value, 2, (kind, key))

    def test_evaluation_in_found_boxes(self):
        # About where all of these faces are, eyes level; the detector finds no face in such plain drawings.
        box = [[0.9, 24, 25, 136, 135, 57, 50, 103, 50, 80, 75, 65, 100, 95, 100]]
        with mock.patch('landmarks.evaluate.find_faces', side_effect=[box, box, []]):
            told = json.loads(command('evaluate', *self.data, '--task', 'landmarks', '--weights', SHIPPED % 'face-landmarks-70',
                                      '--detector', SHIPPED % 'face-detector-gray'))
        found = told['in found boxes']
        self.assertEqual((found['faces'], found['not_found']), (2, 1))
        self.assertLess(found['all 68'], 0.3)
        self.assertAlmostEqual(told['the teacher, true points']['all 68'], 0.1, 3)
        self.assertNotIn('pupils', told['in found boxes, true points'])
        with self.assertRaisesRegex(SystemExit, 'BadData'):
            command('evaluate', *self.data, '--task', 'eyes', '--weights', SHIPPED % 'eye-7', '--detector', SHIPPED % 'face-detector-gray')
        with self.assertRaisesRegex(SystemExit, 'BadData.*--photographs'):
            command('evaluate', *self.data[2:], '--task', 'landmarks', '--weights', SHIPPED % 'face-landmarks-70',
                    '--detector', SHIPPED % 'face-detector-gray')

    def test_lids_alone(self):
        self.train('eyes', '--task', 'eyes', '--rounds', '1')
        command('export', '--run', self.path('eyes'), '--name', 'trained', '--version', '0.1.0', '--out', self.path('made'))
        words = ['--task', 'eyes', '--only', 'lids', '--rounds', '1', '--samples', '3200', '--rate', '0.01']
        self.train('lids', *words, '--weights', self.path('made', 'model.onnx'))
        crops = torch.from_numpy(np.random.default_rng(3).integers(0, 256, (4, 48, 64), dtype=np.uint8))
        before, after = (answers(trained_network(folder.load(self.path(run))), crops).numpy() for run in ('eyes', 'lids'))
        np.testing.assert_allclose(after[:, SIGHT], before[:, SIGHT], atol=1e-5)
        self.assertGreater(abs(after[:, LIDS] - before[:, LIDS]).mean(), 1e-4)
        for more in (['--task', 'landmarks', '--weights', SHIPPED % 'face-landmarks-70'], []):
            with self.assertRaisesRegex(SystemExit, 'BadData.*lids'):
                self.train('other', *words, *more)

    def test_there_has_to_be_data(self):
        for words in ([], ['--drawn', self.path('nothing')], ['--photographs', self.path('nothing')]):
            with self.assertRaisesRegex(SystemExit, 'BadData|FileNotFoundError'):
                command('train', '--out', self.path('run'), *words)

    def test_pupils_are_learned(self):
        recipe = Recipe(task='eyes', rounds=1, samples=32000, batch=64, rate=4e-3, average=0.95)
        trainer = Trainer(recipe, None, [write_drawn(self.folder, 40, 'more')])
        before = self.measure(trainer)
        trainer.run_round(1)
        after = self.measure(trainer)
        self.assertLess(after['pupils'], 0.8 * before['pupils'])
        self.assertGreater(after['sideways_gain'], 0.3)

    def measure(self, trainer):
        crops, points, counts = trainer.draw_batch(np.random.default_rng(9))
        return trainer.task.measure(answers(trainer.average, crops).numpy(), points.numpy(), counts.numpy())


if __name__ == '__main__':
    unittest.main()
