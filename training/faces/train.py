"""Train the detector. A run that was killed goes on where its last round ended."""
import copy
import math
import os
import time
from dataclasses import asdict, dataclass

import numpy as np
import torch

from runs.average import follow
from runs.from_onnx import load_weights, settle_norms
from runs.rounds import run_rounds

from . import pictures
from .compose import Composer
from .losses import Truth, detection_loss
from .network import Detector, STRIDES, scale_pixels

EXAMPLE = torch.zeros(1, 1, 64, 64)


@dataclass(frozen=True)
class Recipe:
    """What a run is made of."""

    rounds: int = 125
    scenes: int = 4000
    seed: int = 1
    pixels: int = 24 * 224 * 224  # of a batch: fewer scenes where they are larger
    sides: tuple = (160, 192, 224, 256, 320, 384, 448)
    rate: float = 4e-3
    weight_decay: float = 5e-4
    clip: float = 10.0
    average: float = 0.999
    hard_share: float = 0.7  # of how often a negative is drawn is decided by how much it looks like a face


class Trainer:
    """One run: network, running average, optimiser, and the pictures."""

    def __init__(self, recipe, root):
        self.recipe = recipe
        torch.manual_seed(recipe.seed)
        self.network = Detector().to(memory_format=torch.channels_last)
        self.average = copy.deepcopy(self.network).eval()
        self.optimiser = torch.optim.AdamW(self.network.parameters(), recipe.rate, weight_decay=recipe.weight_decay)
        read = pictures.read_pictures(root, 'train')
        self.composer = Composer([one for one in read if not one.is_negative], [one for one in read if one.is_negative])

    def run_round(self, number):
        """@returns what the log says of it"""
        # Nothing random outlives a round, so going on from a checkpoint needs no state of generators.
        random = np.random.default_rng([self.recipe.seed, number])
        torch.manual_seed(self.recipe.seed * 1_000_003 + number)
        started, total, done = time.monotonic(), 0.0, 0
        self.network.train()
        while done < self.recipe.scenes:
            side = int(random.choice(self.recipe.sides))
            count = max(2, self.recipe.pixels // side ** 2)
            self.set_rate((number - 1 + done / self.recipe.scenes) / self.recipe.rounds)
            total += self.step([self.composer.compose(side, random) for _ in range(count)]) * count
            done += count
        self.weigh_negatives()
        return {'round': number, 'loss': round(total / done, 4), 'rate': round(self.optimiser.param_groups[0]['lr'], 6),
                'hardest_negative': round(float(self.hardness.max()), 3), 'seconds': round(time.monotonic() - started, 1)}

    def step(self, scenes):
        images = scale_pixels(torch.from_numpy(np.stack([scene.image for scene in scenes]))[:, None])
        truths = [Truth(torch.from_numpy(scene.boxes), torch.from_numpy(scene.points), torch.from_numpy(scene.sure))
                  for scene in scenes]
        loss = detection_loss(self.network(images.contiguous(memory_format=torch.channels_last)), truths)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), self.recipe.clip)
        self.optimiser.step()
        follow(self.average, self.network, self.recipe.average)
        return loss.item()

    def set_rate(self, done):
        """A fiftieth of warming up, then a cosine down to a hundredth."""
        warm = min(1.0, done * 50 + 0.02)
        for group in self.optimiser.param_groups:
            group['lr'] = self.recipe.rate * warm * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * done)))

    @torch.no_grad()
    def weigh_negatives(self):
        """Negatives that the network takes for faces come more often."""
        scores = []
        for one in self.composer.negatives:
            image = np.asarray(one.image.resize((224, 224)))
            grids = self.average(scale_pixels(torch.from_numpy(image.copy())[None, None]))
            scores.append(max(float(grid[:, 0].max().sigmoid()) for grid in grids))
        self.hardness = np.array(scores)
        share = self.recipe.hard_share
        self.composer.weights = (1 - share) / len(scores) + share * self.hardness / self.hardness.sum()

    def state(self):
        return {'network': self.network.state_dict(), 'average': self.average.state_dict(),
                'optimiser': self.optimiser.state_dict(), 'weights': self.composer.weights.tolist()}

    def start_from(self, path):
        random = np.random.default_rng(self.recipe.seed)
        scenes = np.stack([self.composer.compose(192, random).image for _ in range(64)])
        for network in (self.network, self.average):
            load_weights(network, path, EXAMPLE)
            settle_norms(network, scale_pixels(torch.from_numpy(scenes)[:, None]))

    def restore(self, state):
        self.network.load_state_dict(state['network'])
        self.average.load_state_dict(state['average'])
        self.optimiser.load_state_dict(state['optimiser'])
        self.composer.weights = np.array(state['weights'])


def trained_network(state):
    """The averaged weights of a checkpoint, ready to be asked."""
    network = Detector()
    network.load_state_dict(state['average'])
    return network.eval()


def read_weights(path):
    """The detector of a float ONNX file, ready to be asked. Raises from_onnx.OtherLayout where that holds another network."""
    network = Detector().eval()
    load_weights(network, path, EXAMPLE)
    return network


def train(recipe, root, out, minutes=None, weights=None):
    """
    Runs, or goes on with, the run in `out`; prints one JSON line a round.

    @param root folder of pictures.read_pictures
    @param minutes stop after the round in which they are over (the next call goes on)
    @param weights float ONNX file of the same network to start from
    @raises runs.folder.OtherRun, runs.from_onnx.OtherLayout, pictures.BadData
    """
    settings = {**asdict(recipe), 'sides': list(recipe.sides), 'labels_sha256': pictures.sha256_of_labels(root),
                'weights': weights and os.path.basename(weights)}
    run_rounds(out, settings, recipe.rounds, lambda: Trainer(recipe, root), minutes, weights)
