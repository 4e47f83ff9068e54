import unittest

import torch
from torch import nn

from emotion.muon import Muon, orthogonal


def small_network():
    torch.manual_seed(1)
    return nn.Sequential(nn.Conv2d(1, 8, 3, bias=False), nn.BatchNorm2d(8), nn.ReLU(), nn.Conv2d(8, 4, 1), nn.Flatten(), nn.LazyLinear(3))


class Orthogonal(unittest.TestCase):
    def test_singular_values_come_near_each_other(self):
        random = torch.Generator().manual_seed(1)
        for shape, wanted in (((16, 8, 3, 3), 1), ((64, 1, 3, 3), (64 / 9) ** 0.5)):
            made = orthogonal(torch.randn(*shape, generator=random))
            self.assertEqual(made.shape, shape)
            values = torch.linalg.svdvals(made.flatten(1))
            self.assertGreater(values.min().item(), 0.5 * wanted)
            self.assertLess(values.max().item(), 1.3 * wanted)

    def test_nothing_stays_nothing(self):
        self.assertEqual(orthogonal(torch.zeros(4, 2, 1, 1)).abs().sum().item(), 0)

    def test_its_scale_is_lost(self):
        gradient = torch.randn(4, 9, generator=torch.Generator().manual_seed(1))
        torch.testing.assert_close(orthogonal(gradient), orthogonal(1000 * gradient))


class Steps(unittest.TestCase):
    def step(self, network, optimiser):
        images, labels = torch.rand(12, 1, 6, 6, generator=torch.Generator().manual_seed(2)), torch.arange(12) % 3
        loss = nn.functional.cross_entropy(network(images), labels)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        return loss.item()

    def test_it_learns(self):
        network = small_network()
        network(torch.rand(2, 1, 6, 6))
        optimiser = Muon(network, 0.1, 0.9, 5e-4)
        for group in optimiser.param_groups:
            group['lr'] = group['peak']
        losses = [self.step(network, optimiser) for _ in range(40)]
        self.assertLess(losses[-1], 0.5 * losses[0])

    def test_what_no_batch_norm_follows_is_learned_as_by_sgd(self):
        """Two networks, equal but for who teaches them, after one step."""
        made = []
        for create in (lambda n: Muon(n, 0.1, 0.9, 0.01),
                       lambda n: torch.optim.SGD(n.parameters(), 0.1, momentum=0.9, weight_decay=0.01, nesterov=True)):
            network = small_network()
            network(torch.rand(2, 1, 6, 6, generator=torch.Generator().manual_seed(3)))
            self.step(network, create(network))
            made.append(network)
        muon, sgd = made
        for i in (3, 5):
            torch.testing.assert_close(muon[i].weight, sgd[i].weight)
        self.assertFalse(torch.equal(muon[0].weight, sgd[0].weight))

    def test_weights_before_a_batch_norm_keep_their_norm(self):
        network = small_network()
        network(torch.rand(2, 1, 6, 6))
        optimiser = Muon(network, 0.1, 0.9, 5e-4)
        optimiser.param_groups[0]['lr'] = 1e-9
        self.step(network, optimiser)
        self.assertAlmostEqual(network[0].weight.norm().item(), 8 ** 0.5, places=4)
