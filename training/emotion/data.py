"""FER2013 with its own labels and the FER+ votes, as one npz file (keys: images, label, split, ferplus_votes)."""
from dataclasses import dataclass

import numpy as np

from runs.files import sha256_of

from .labels import FER, FER_OF_FERPLUS, VOTE_COLUMNS

SIDE = 48
TRAINING, PUBLIC, PRIVATE = 0, 1, 2
CONTEMPT = 7

# Grey levels (standard deviation over a picture); what is flatter shows nothing.
FLAT = 3


class BadData(Exception):
    """The file is not the data set that it should be."""


@dataclass(frozen=True)
class Faces:
    """The whole set, row by row in the order of the file."""

    images: np.ndarray  # uint8 [n, 48, 48]
    label: np.ndarray  # int64 [n], places in FER
    split: np.ndarray  # uint8 [n]: TRAINING, PUBLIC or PRIVATE
    votes: np.ndarray  # float32 [n, 10]
    sha256: str  # of the file

    def rows(self, split):
        return np.flatnonzero(self.split == split)

    def training_rows(self):
        """Rows to learn from: without flat pictures and those nobody voted on (FER+ has them as not a face)."""
        seen = self.images.reshape(len(self.images), -1).std(1) > FLAT
        return np.flatnonzero((self.split == TRAINING) & seen & (self.votes.sum(1) > 0))

    def private_rows_seen_in_training(self):
        """Rows of the private test whose very pixels occur in the training split too."""
        known = {self.images[row].tobytes() for row in self.rows(TRAINING)}
        return np.array([row for row in self.rows(PRIVATE) if self.images[row].tobytes() in known], dtype=np.int64)


def read_faces(path):
    """Raises BadData where keys, shapes or values are not those of the set."""
    sha256 = sha256_of(path)
    try:
        with np.load(path) as archive:
            images, label, split, votes = (archive[key] for key in ('images', 'label', 'split', 'ferplus_votes'))
    except (ValueError, KeyError, OSError) as error:
        raise BadData(f'{path}: {error}') from error
    n = len(images)
    if images.shape != (n, SIDE, SIDE) or images.dtype != np.uint8:
        raise BadData(f'{path}: images are {images.dtype} {images.shape}, not uint8 [n, {SIDE}, {SIDE}]')
    if label.shape != (n,) or split.shape != (n,) or votes.shape != (n, VOTE_COLUMNS):
        raise BadData(f'{path}: label, split and ferplus_votes do not fit {n} images')
    if n == 0 or label.max() >= len(FER) or split.max() > PRIVATE:
        raise BadData(f'{path}: a label or a split that does not exist')
    return Faces(images, label.astype(np.int64), split, votes.astype(np.float32), sha256)


def without_single_votes(votes):
    """A single vote counts as a slip, as FER+ does it; where there are only such, all stay."""
    kept = np.where(votes <= 1, 0, votes)
    empty = kept.sum(1) == 0
    kept[empty] = votes[empty]
    return kept


def ferplus_targets(votes):
    """Shares of the eight emotions [n, 8], and weights [n]: 0 where unknown or not a face wins, or nobody voted."""
    kept = without_single_votes(votes)
    emotions, others = kept[:, :8], kept[:, 8:]
    total = emotions.sum(1)
    weight = (emotions.max(1) >= others.max(1)) & (total > 0)
    return (emotions / np.maximum(total, 1)[:, None]).astype(np.float32), weight.astype(np.float32)


def ferplus_majority(votes):
    """The emotion with more than half of the votes (single ones dropped) as its column, or -1."""
    kept = np.where(votes <= 1, 0, votes)
    best = kept.argmax(1)
    clear = (kept.max(1) > 0.5 * kept.sum(1)) & (best < 8)
    return np.where(clear, best, -1)


def ferplus_winner(votes):
    """The emotion with more votes than any other of the ten columns as its column, or -1."""
    order = np.sort(votes, 1)
    best = votes.argmax(1)
    return np.where((order[:, -1] > order[:, -2]) & (best < 8), best, -1)


def as_fer(columns):
    """Columns of FER+ -> places in FER; contempt and -1 are -1."""
    return np.where(columns < 0, -1, np.array(FER_OF_FERPLUS)[columns])
