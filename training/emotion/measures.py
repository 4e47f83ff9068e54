"""Figures from probabilities and truths. Probabilities [n, classes], truths [n] as places of classes."""
import numpy as np

from .labels import FERPLUS_AS_FER

BINS = 15


def accuracy(probabilities, truth):
    return float((probabilities.argmax(1) == truth).mean())


def confusion(probabilities, truth):
    """[true, answered] counts."""
    classes = probabilities.shape[1]
    return np.bincount(truth * classes + probabilities.argmax(1), minlength=classes * classes).reshape(classes, classes)


def per_class(table):
    """Precision, recall, F1 and count of each class, from a confusion table; 0 where nothing was answered."""
    hits = np.diag(table)
    precision, recall = hits / np.maximum(table.sum(0), 1), hits / np.maximum(table.sum(1), 1)
    f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-12)
    return [{'precision': float(p), 'recall': float(r), 'f1': float(f), 'count': int(n)}
            for p, r, f, n in zip(precision, recall, f1, table.sum(1))]


def macro_f1(table):
    """Mean of F1 over the classes that occur."""
    return float(np.mean([row['f1'] for row in per_class(table) if row['count'] > 0]))


def calibration_error(probabilities, truth, bins=BINS):
    """Expected calibration error (Guo et al. 2017): how far confidence is from accuracy, in equal steps of confidence."""
    sure = probabilities.max(1)
    right = probabilities.argmax(1) == truth
    place = np.minimum((sure * bins).astype(int), bins - 1)
    count = np.bincount(place, minlength=bins)
    gap = np.abs(np.bincount(place, sure, bins) - np.bincount(place, right, bins))
    return float(gap[count > 0].sum() / len(truth))


def sharpened(probabilities, temperature):
    """As if the numbers before softmax had been divided by the temperature."""
    logs = np.log(np.maximum(probabilities.astype(np.float64), 1e-12)) / temperature
    powers = np.exp(logs - logs.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


def fit_temperature(probabilities, truth):
    """The temperature with the least mean negative log-likelihood, between 1/8 and 8 (golden section over its logarithm)."""
    rows = np.arange(len(truth))

    def cost(log_temperature):
        return -np.log(np.maximum(sharpened(probabilities, np.exp(log_temperature))[rows, truth], 1e-12)).mean()

    low, high, ratio = -np.log(8), np.log(8), (5 ** 0.5 - 1) / 2
    left, right = high - ratio * (high - low), low + ratio * (high - low)
    at_left, at_right = cost(left), cost(right)
    while high - low > 1e-4:
        if at_left < at_right:
            high, right, at_right = right, left, at_left
            left = high - ratio * (high - low)
            at_left = cost(left)
        else:
            low, left, at_left = left, right, at_right
            right = low + ratio * (high - low)
            at_right = cost(right)
    return float(np.exp((low + high) / 2))


def product_emotions(ferplus):
    """The seven of the product from the head `ferplus8`: contempt left out, the rest adds up to 1; in the order of FER."""
    seven = ferplus[:, FERPLUS_AS_FER]
    return seven / np.maximum(seven.sum(1, keepdims=True), 1e-12)
