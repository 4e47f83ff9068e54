import os
import tempfile
import unittest

import numpy as np
import onnx
import torch

from emotion import export, quantise
from emotion.labels import HEADS
from emotion.networks import EXAMPLE, NETWORKS
from runs import runtime
from runs.export import NotEqual
from runs.from_onnx import OtherLayout, load_weights, settle_norms


def settled(name):
    """A network whose batch norms have seen something, so that folding them into convolutions is not trivial."""
    torch.manual_seed(1)
    network = NETWORKS[name]()
    for _ in range(3):
        network(torch.rand(8, 1, 48, 48) * 255)
    return network.eval()


def faces(n):
    return np.random.default_rng(3).integers(0, 256, (n, 48, 48), dtype=np.uint8)


class Networks(unittest.TestCase):
    def setUp(self):
        self.folder = self.enterContext(tempfile.TemporaryDirectory())
        self.path = os.path.join(self.folder, 'model.onnx')

    def test_two_heads_of_seven_and_eight(self):
        for name in NETWORKS:
            with torch.no_grad():
                fer, ferplus = settled(name)(torch.rand(3, 1, 48, 48) * 255)
            self.assertEqual((fer.shape, ferplus.shape), ((3, 7), (3, 8)), name)

    def test_the_shipped_network_has_its_size(self):
        self.assertEqual(sum(p.numel() for p in NETWORKS['s4']().parameters()), 1906051)

    def test_onnxruntime_answers_as_torch(self):
        for name in ('s4', 'cnn-bilstm', 'cnn'):
            network = export.Calibrated(settled(name), [0.7, 1.6]).eval()
            export.write_float(network, self.path)
            # 70 faces: two batches, of 64 and of 6.
            self.assertLessEqual(export.compare(network, self.path, faces(70)), export.TOLERANCE, name)

    def test_a_file_of_another_network_is_not_equal(self):
        export.write_float(export.Calibrated(settled('s4'), [1, 1]).eval(), self.path)
        with self.assertRaises(NotEqual):
            export.compare(export.Calibrated(settled('s4'), [1, 3]).eval(), self.path, faces(4))

    def test_int8_answers_almost_as_float(self):
        target = os.path.join(self.folder, 'int8.onnx')
        for name in ('s4', 'cnn-bilstm', 'cnn'):
            export.write_float(export.Calibrated(settled(name), [1, 1]).eval(), self.path)
            quantise.quantise(self.path, target, faces(32))
            whole, small = runtime.ask(self.path, faces(32), HEADS), runtime.ask(target, faces(32), HEADS)
            for head in whole:
                self.assertLess(np.abs(whole[head] - small[head]).max(), 0.03, name)
            # A quarter of the convolutions, half of dense layers and LSTMs.
            smaller = 0.3 if name == 's4' else 0.5
            self.assertLess(os.path.getsize(target), smaller * os.path.getsize(self.path), name)

    def test_small_convolutions_stay_float(self):
        target = os.path.join(self.folder, 'int8.onnx')
        export.write_float(export.Calibrated(settled('s4'), [1, 1]).eval(), self.path)
        quantise.quantise(self.path, target, faces(8))
        weights = [tensor for tensor in onnx.load(target).graph.initializer if len(tensor.dims) == 4]
        small = [tuple(tensor.dims[2:]) for tensor in weights if tensor.data_type == onnx.TensorProto.INT8]
        others = [tuple(tensor.dims[2:]) for tensor in weights if tensor.data_type != onnx.TensorProto.INT8]
        # Two in each of five blocks; the first layer, two short cuts, and two of each squeeze-excite.
        self.assertEqual(small, [(3, 3)] * 10)
        self.assertEqual(sorted(others), [(1, 1)] * 12 + [(5, 5)])

    def test_ranges_are_means_over_groups(self):
        export.write_float(export.Calibrated(settled('s4'), [1, 1]).eval(), self.path)
        answers = runtime.ask(self.path, faces(20), HEADS)
        for head, (low, high) in runtime.ranges(self.path, faces(20), 8).items():
            groups = np.split(answers[head], [8, 16])
            for found, extreme in ((low, np.min), (high, np.max)):
                wanted = sum(len(group) * extreme(group) for group in groups) / 20
                self.assertAlmostEqual(found, wanted, places=5)

    def test_weights_come_back_out_of_an_onnx_file(self):
        ours = settled('s4')
        export.write_float(export.Calibrated(ours, [1, 1]).eval(), self.path)
        again = NETWORKS['s4']()
        load_weights(again, self.path, EXAMPLE)
        for here, there in zip(export.answer(ours, faces(5)), export.answer(again.eval(), faces(5))):
            torch.testing.assert_close(here, there, atol=1e-4, rtol=1e-4)
        with self.assertRaises(OtherLayout):
            load_weights(NETWORKS['teacher'](), self.path, EXAMPLE)

    def test_weights_are_not_read_by_half(self):
        small = os.path.join(self.folder, 'int8.onnx')
        export.write_float(export.Calibrated(settled('s4'), [1, 1]).eval(), self.path)
        quantise.quantise(self.path, small, faces(4))
        with self.assertRaisesRegex(OtherLayout, 'DequantizeLinear'):
            load_weights(NETWORKS['s4'](), small, EXAMPLE)
        export.write_float(export.Calibrated(settled('cnn-bilstm'), [1, 1]).eval(), self.path)
        with self.assertRaisesRegex(OtherLayout, 'BatchNormalization'):
            load_weights(NETWORKS['cnn-bilstm'](), self.path, EXAMPLE)

    def test_a_broken_file_is_refused(self):
        with open(self.path, 'w') as file:
            file.write('no network')
        with self.assertRaises(runtime.RuntimeFailure):
            runtime.ask(self.path, faces(1), HEADS)

    def test_weights_out_of_a_file_answer_alike_in_training(self):
        ours = settled('s4')
        export.write_float(export.Calibrated(ours, [1, 1]).eval(), self.path)
        again = NETWORKS['s4']()
        load_weights(again, self.path, EXAMPLE)
        inputs = torch.from_numpy(faces(256))[:, None].float()
        settle_norms(again, inputs)
        again.dropout.p = 0.0
        with torch.no_grad():
            wanted = ours.eval()(inputs)
            for answers in (again.eval()(inputs), again.train()(inputs)):
                for one, other in zip(answers, wanted):
                    torch.testing.assert_close(one, other, atol=2e-3, rtol=2e-3)


if __name__ == '__main__':
    unittest.main()
