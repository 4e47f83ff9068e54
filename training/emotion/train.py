"""Train one network. A run that was killed goes on where its last epoch ended, with the same numbers."""
import copy
import json
import math
import os
import time
from dataclasses import asdict, dataclass

import torch

from runs import folder
from runs.average import follow
from runs.files import sha256_of
from runs.from_onnx import load_weights, settle_norms
from runs.provenance import commit

from . import data
from .augmentation import AUGMENTATIONS, Looks, mix, worsen
from .losses import Targets, label_loss, smoothed, soften, teacher_loss
from .muon import Muon
from .networks import EXAMPLE, NETWORKS
from .trained import Together, read_trained


# Faces whose statistics batch norms begin with where weights come out of a file.
SETTLING_FACES = 512


@dataclass(frozen=True)
class Recipe:
    """What a run is made of; two runs with the same recipe and data give the same numbers on the same CPU."""

    network: str
    epochs: int = 45
    seed: int = 1
    batch: int = 128
    augmentation: str = 'full'
    optimiser: str = 'sgd'
    rate: float = 0.1
    momentum: float = 0.9
    weight_decay: float = 5e-4
    clip: float = 5.0
    average: float = 0.998
    smoothing: float = 0.1
    mixup: float = 0.2
    mixup_share: float = 0.5
    precision: str = 'bf16'
    teacher_share: float = 0.7
    teacher_temperature: float = 2.0
    views: int | None = None  # how many looks at each face there are; None: as many as epochs


class Trainer:
    """One run: network, running average, optimiser, and the data as tensors."""

    def __init__(self, recipe, faces, device, teacher=None):
        self.recipe, self.device = recipe, device
        torch.manual_seed(recipe.seed)
        self.network = NETWORKS[recipe.network]().to(device, memory_format=torch.channels_last)
        self.average = copy.deepcopy(self.network).eval()
        self.teacher = teacher and teacher.to(device, memory_format=torch.channels_last).eval()
        self.optimiser = make_optimiser(self.network, recipe)
        rows = faces.training_rows()
        shares, weight = data.ferplus_targets(faces.votes[rows])
        self.images = torch.from_numpy(faces.images[rows])[:, None].to(device)
        self.targets = Targets(smoothed(torch.from_numpy(faces.label[rows]), recipe.smoothing).to(device),
                               torch.from_numpy(shares).to(device), torch.from_numpy(weight).to(device))
        self.steps = len(rows) // recipe.batch
        if self.steps == 0:
            raise ValueError(f'{len(rows)} faces are less than one batch of {recipe.batch}')
        self.amounts = AUGMENTATIONS[recipe.augmentation]
        self.said = {}  # view -> what the teacher says of each face
        public = faces.rows(data.PUBLIC)
        self.public = torch.from_numpy(faces.images[public])[:, None].to(device)
        self.public_label = torch.from_numpy(faces.label[public])
        self.public_majority = torch.from_numpy(data.ferplus_majority(faces.votes[public]))

    def run_epoch(self, epoch):
        """@returns what the log says of it"""
        # Nothing random outlives an epoch, so going on from a checkpoint needs no state of generators.
        torch.manual_seed(self.recipe.seed * 1_000_003 + epoch)
        random = torch.Generator().manual_seed(self.recipe.seed * 1_000_003 + epoch)
        order = torch.randperm(len(self.images), generator=random)
        view = epoch if self.recipe.views is None else (epoch - 1) % self.recipe.views + 1
        looks = self.looks(view)
        self.network.train()
        started, total = time.monotonic(), 0.0
        said = self.teacher and self.ask_teacher(view, looks)
        for i in range(self.steps):
            rows = order[i * self.recipe.batch:(i + 1) * self.recipe.batch]
            total += self.step((epoch - 1) * self.steps + i, rows, looks, said, random)
        rate = self.recipe.rate * self.share_of_peak(epoch * self.steps - 1)
        return {'epoch': epoch, 'loss': round(total / self.steps, 5), 'rate': round(rate, 6),
                **self.public_accuracy(), 'seconds': round(time.monotonic() - started, 1)}

    def looks(self, view):
        """The same ones whenever the run comes to that view; their seeds lie apart from those of the epochs."""
        random = torch.Generator().manual_seed(self.recipe.seed * 1_000_003 + 500_000 + view)
        return Looks.draw(len(self.images), random, self.amounts)

    @torch.no_grad()
    def ask_teacher(self, view, looks):
        """Once a view: what blur and erasing hide from the network that learns, the teacher sees."""
        if view not in self.said:
            answers = []
            for rows in torch.arange(len(self.images)).split(256):
                images = looks.of(self.images[rows], rows).contiguous(memory_format=torch.channels_last)
                with self.autocast():
                    answers.append(soften(self.teacher(images), self.recipe.teacher_temperature))
            self.said[view] = [torch.cat(head) for head in zip(*answers)]
        return self.said[view]

    def step(self, number, rows, looks, said, random):
        images = worsen(looks.of(self.images[rows], rows), random, self.amounts)
        wanted = [head[rows] for head in said or ()]
        targets = [part[rows] for part in (self.targets.fer, self.targets.ferplus, self.targets.weight)]
        if torch.rand(1, generator=random) < self.recipe.mixup_share:
            # torch draws Beta from its own state, which starts anew with each epoch too.
            share = torch.distributions.Beta(self.recipe.mixup, self.recipe.mixup).sample().item()
            others = torch.randperm(len(rows), generator=random).to(self.device)
            images, *mixed = mix([images, *targets, *wanted], max(share, 1 - share), others)
            targets, wanted = mixed[:len(targets)], mixed[len(targets):]
        images = images.contiguous(memory_format=torch.channels_last)
        with self.autocast():
            outputs = self.network(images)
        loss = label_loss(outputs, Targets(*targets))
        if wanted:
            share = self.recipe.teacher_share
            loss = (1 - share) * loss + share * teacher_loss(outputs, wanted, self.recipe.teacher_temperature)
        for group in self.optimiser.param_groups:
            group['lr'] = group['peak'] * self.share_of_peak(number)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), self.recipe.clip)
        self.optimiser.step()
        follow(self.average, self.network, min(self.recipe.average, (1 + number) / (10 + number)))
        return loss.item()

    def share_of_peak(self, number):
        """One epoch of warming up, then a cosine down to a thousandth."""
        if number < self.steps:
            return (number + 1) / self.steps
        done = (number - self.steps) / max(1, self.steps * (self.recipe.epochs - 1))
        return 0.5 * (1 + math.cos(math.pi * done)) + 1e-3

    @torch.no_grad()
    def public_accuracy(self):
        """Of the running average on the validation split: FER2013 labels, and FER+ majority among eight."""
        answers = []
        for batch in self.public.split(512):
            with self.autocast():
                fer, ferplus = self.average(batch.float().contiguous(memory_format=torch.channels_last))
            answers.append(torch.stack([fer.argmax(1), ferplus.argmax(1)]).cpu())
        fer, ferplus = torch.cat(answers, 1)
        voted = self.public_majority >= 0
        return {'public_fer': round((fer == self.public_label).float().mean().item(), 4),
                'public_ferplus8': round((ferplus == self.public_majority)[voted].float().mean().item(), 4)}

    def autocast(self):
        return torch.autocast(self.device.split(':')[0], torch.bfloat16, enabled=self.recipe.precision == 'bf16')

    def state(self):
        return {'network': self.network.state_dict(), 'average': self.average.state_dict(),
                'optimiser': self.optimiser.state_dict()}

    def start_from(self, path):
        for network in (self.network, self.average):
            network.cpu()
            load_weights(network, path, EXAMPLE)
            settle_norms(network, self.images[:SETTLING_FACES].cpu().float())
            network.to(self.device)

    def restore(self, state):
        self.network.load_state_dict(state['network'])
        self.average.load_state_dict(state['average'])
        self.optimiser.load_state_dict(state['optimiser'])


def make_optimiser(network, recipe):
    """Batch norms and offsets do not decay."""
    if recipe.optimiser == 'muon':
        return Muon(network, recipe.rate, recipe.momentum, recipe.weight_decay)
    parameters = list(network.parameters())
    groups = [{'params': [p for p in parameters if p.ndim > 1], 'peak': recipe.rate, 'weight_decay': recipe.weight_decay},
              {'params': [p for p in parameters if p.ndim <= 1], 'peak': recipe.rate, 'weight_decay': 0.0}]
    return torch.optim.SGD(groups, recipe.rate, momentum=recipe.momentum, nesterov=True)


def train(recipe, data_path, out, device='cpu', teachers=(), minutes=None, weights=None):
    """
    Runs, or goes on with, the run in `out`; prints one JSON line an epoch.

    @param teachers folders of runs, or float ONNX files of the same network, to learn from together
    @param minutes stop after the epoch in which they are over (the next call goes on)
    @param weights float ONNX file of the same network to start from
    @raises runs.folder.OtherRun, runs.from_onnx.OtherLayout, data.BadData
    """
    torch.backends.cudnn.benchmark = False
    torch.backends.cudnn.deterministic = True
    faces = data.read_faces(data_path)
    taught_by = [read_trained(path, recipe.network) for path in teachers]
    settings = {**asdict(recipe), 'data_sha256': faces.sha256, 'teachers': [origin for _, origin in taught_by],
                'weights_sha256': weights and sha256_of(weights)}
    os.makedirs(out, exist_ok=True)
    before = folder.load_to_continue(out, settings)
    teacher = Together([network for network, _ in taught_by]) if taught_by else None
    trainer = Trainer(recipe, faces, device, teacher)
    history = []
    if before is None and weights is not None:
        trainer.start_from(weights)
    elif before is not None:
        trainer.restore(before)
        history = before['history']
        folder.write_log(out, history)
    started = time.monotonic()
    for epoch in range(len(history) + 1, recipe.epochs + 1):
        if minutes is not None and time.monotonic() - started > 60 * minutes:
            break
        history.append(trainer.run_epoch(epoch))
        folder.save(out, {**trainer.state(), 'settings': settings, 'history': history, 'commit': commit()})
        print(json.dumps(history[-1]), flush=True)
