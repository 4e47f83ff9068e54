"""Train one of the two networks. A run that was killed goes on where its last round ended."""
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

from .faces import BadData, sha256_of_labels
from .networks import scale_pixels
from .tasks import TASKS, EyeTask


@dataclass(frozen=True)
class Recipe:
    """What a run is made of."""

    task: str = 'eyes'
    rounds: int = 60
    samples: int = 16000  # a round
    seed: int = 1
    batch: int = 96
    rate: float = 2e-3
    weight_decay: float = 1e-3
    clip: float = 5.0
    average: float = 0.998
    drawn_share: float = 0.6  # of the samples; all of them where there are no photographs
    only: str | None = None  # the part of the network that learns; the others stay as they are


class Trainer:
    """One run: network, running average, optimiser, and what there is to look at."""

    def __init__(self, recipe, photographs, drawn):
        self.recipe = recipe
        self.task = TASKS[recipe.task]()
        samples = list(self.task.samples(photographs, drawn, 'train'))
        if not samples:
            raise BadData('there is nothing to train on')
        kinds = [[one for one in samples if one.is_drawn is is_drawn] for is_drawn in (True, False)]
        self.drawn, self.labelled = kinds
        self.drawn_share = recipe.drawn_share if all(kinds) else float(bool(self.drawn))
        torch.manual_seed(recipe.seed)
        self.network = self.task.network().to(memory_format=torch.channels_last)
        with torch.no_grad():
            middle = np.mean([self.task.crop(one)[1] for one in samples[::5]], 0)
            self.network.begin_at(torch.from_numpy(middle))
        self.average = copy.deepcopy(self.network).eval()
        self.learns = self.network if recipe.only is None else getattr(self.network, recipe.only)
        self.network.requires_grad_(False)
        self.learns.requires_grad_(True)
        self.optimiser = torch.optim.AdamW(self.learns.parameters(), recipe.rate, weight_decay=recipe.weight_decay)

    def draw_batch(self, random):
        """@returns crops uint8 [n, rows, columns], points, how much they count"""
        crops, points, counts = [], [], []
        for _ in range(self.recipe.batch):
            among = self.drawn if random.random() < self.drawn_share else self.labelled
            sample = self.task.vary(among[random.integers(len(among))], random)
            for kept, new in zip((crops, points, counts), (*self.task.crop(sample), sample.counts)):
                kept.append(new)
        return [torch.from_numpy(np.stack(kept)) for kept in (crops, points, counts)]

    def run_round(self, number):
        """@returns what the log says of it"""
        # Nothing random outlives a round, so going on from a checkpoint needs no state of generators.
        random = np.random.default_rng([self.recipe.seed, number])
        started, losses = time.monotonic(), []
        steps = max(1, self.recipe.samples // self.recipe.batch)
        self.network.eval()
        self.learns.train()
        for step in range(steps):
            self.set_rate((number - 1 + step / steps) / self.recipe.rounds)
            losses.append(self.step(*self.draw_batch(random)))
        return {'round': number, 'loss': round(100 * float(np.mean(losses)), 4), 'rate': round(self.optimiser.param_groups[0]['lr'], 6),
                'seconds': round(time.monotonic() - started, 1)}

    def step(self, crops, points, counts):
        found = self.network(scale_pixels(crops).contiguous(memory_format=torch.channels_last)).unflatten(1, (-1, 2))
        loss = self.task.loss(found, points, counts)
        self.optimiser.zero_grad(set_to_none=True)
        (100 * loss).backward()
        torch.nn.utils.clip_grad_norm_(self.learns.parameters(), self.recipe.clip)
        self.optimiser.step()
        follow(self.average, self.network, self.recipe.average)
        return loss.item()

    def set_rate(self, done):
        """A fiftieth of warming up, then a cosine down to a hundredth."""
        warm = min(1.0, done * 50 + 0.02)
        for group in self.optimiser.param_groups:
            group['lr'] = self.recipe.rate * warm * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * done)))

    def start_from(self, path):
        crops, _, _ = self.draw_batch(np.random.default_rng(self.recipe.seed))
        for network in (self.network, self.average):
            load_weights(network, path, scale_pixels(crops[:1]))
            settle_norms(network, scale_pixels(crops))

    def state(self):
        return {'network': self.network.state_dict(), 'average': self.average.state_dict(), 'optimiser': self.optimiser.state_dict()}

    def restore(self, state):
        self.network.load_state_dict(state['network'])
        self.average.load_state_dict(state['average'])
        self.optimiser.load_state_dict(state['optimiser'])


def trained_network(state):
    """The averaged weights of a checkpoint, ready to be asked."""
    network = TASKS[state['settings']['task']].network()
    network.load_state_dict(state['average'])
    return network.eval()


def train(recipe, photographs, drawn, out, minutes=None, weights=None):
    """
    Runs, or goes on with, the run in `out`; prints one JSON line a round.

    @param photographs folder with labels.jsonl, or None
    @param drawn folders with truth.jsonl
    @param minutes stop after the round in which they are over (the next call goes on)
    @param weights float ONNX file of the same network to start from
    @raises runs.folder.OtherRun, runs.from_onnx.OtherLayout, faces.BadData
    """
    if recipe.only is not None and (recipe.task != EyeTask.name or weights is None):
        raise BadData(f'{recipe.only} of eyes are what can learn alone, and only where --weights says what the rest is')
    settings = {**asdict(recipe), 'labels_sha256': sha256_of_labels(photographs, drawn), 'weights': weights and os.path.basename(weights)}
    run_rounds(out, settings, recipe.rounds, lambda: Trainer(recipe, photographs, drawn), minutes, weights)
