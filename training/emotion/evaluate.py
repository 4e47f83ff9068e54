"""Every figure of a network, from its ONNX file, in the product's runtime."""
import json
import os

import numpy as np

from runs import runtime
from runs.files import sha256_of
from runs.provenance import commit, shown_path

from . import data, measures, robustness
from .labels import FER, HEADS


def evaluate(model, faces, whole=None):
    """
    @param whole the float file that an int8 one was made of, to compare with
    @returns everything that the tables show, ready for JSON; shares are 0..1
    """
    private, public = faces.rows(data.PRIVATE), faces.rows(data.PUBLIC)
    answers = {'private': runtime.ask(model, faces.images[private], HEADS), 'public': runtime.ask(model, faces.images[public], HEADS)}
    fresh = ~np.isin(private, faces.private_rows_seen_in_training())
    tests = {name: two_tests(answers[name], faces, rows) for name, rows in (('public', public), ('private', private))}
    return {
        'model': shown_path(model), 'name': model_name(model), 'sha256': sha256_of(model),
        'data_sha256': faces.sha256, 'commit': commit(), 'private_faces': len(private), 'repeated_faces': int((~fresh).sum()),
        'public': {'fer': plain(*tests['public']['fer']), 'ferplus': plain(*tests['public']['ferplus'])},
        'fer': detailed(tests['private']['fer'], tests['public']['fer']),
        'ferplus': detailed(tests['private']['ferplus'], tests['public']['ferplus']),
        'without_repeated': without_repeated(answers['private'], faces, private, fresh),
        'ferplus8_accuracy': ferplus8_accuracy(answers['private'], faces, private, data.ferplus_majority),
        'ferplus_any_winner': any_winner(answers['private'], faces, private),
        'robustness': [{'condition': name, **robust(model, faces, private, change)}
                       for name, change in robustness.conditions().items()],
        'float': None if whole is None else against(whole, answers['private'], faces.images[private]),
    }


def two_tests(answers, faces, rows):
    """(probabilities, truth) of `fer`: head fer7 against FER2013's labels; and of `ferplus`: the product's seven
    against the FER+ majority, where there is one among them."""
    majority = data.as_fer(data.ferplus_majority(faces.votes[rows]))
    voted = majority >= 0
    return {'fer': (answers['fer7'], faces.label[rows]),
            'ferplus': (measures.product_emotions(answers['ferplus8'])[voted], majority[voted])}


def plain(probabilities, truth):
    return {'faces': len(truth), 'accuracy': measures.accuracy(probabilities, truth),
            'macro_f1': measures.macro_f1(measures.confusion(probabilities, truth))}


def detailed(test, validation):
    """A test with its classes, and its calibration before and after a temperature that the validation split chose."""
    probabilities, truth = test
    table = measures.confusion(probabilities, truth)
    temperature = measures.fit_temperature(*validation)
    return {**plain(probabilities, truth), 'labels': list(FER), 'classes': measures.per_class(table),
            'confusion': table.tolist(), 'temperature': temperature,
            'ece': measures.calibration_error(probabilities, truth),
            'ece_after': measures.calibration_error(measures.sharpened(probabilities, temperature), truth)}


def without_repeated(answers, faces, rows, fresh):
    """Both tests without the private pictures that also occur in training."""
    kept = two_tests({head: values[fresh] for head, values in answers.items()}, faces, rows[fresh])
    return {name: plain(*test) for name, test in kept.items()}


def ferplus8_accuracy(answers, faces, rows, choose):
    """With contempt, as FER+ counts; `choose` says which rows have an answer."""
    truth = choose(faces.votes[rows])
    return {'faces': int((truth >= 0).sum()), 'accuracy': measures.accuracy(answers['ferplus8'][truth >= 0], truth[truth >= 0])}


def any_winner(answers, faces, rows):
    """Against every row of which one emotion has the most votes, however few."""
    winner = data.as_fer(data.ferplus_winner(faces.votes[rows]))
    seven = plain(measures.product_emotions(answers['ferplus8'])[winner >= 0], winner[winner >= 0])
    return {'seven': seven, 'eight': ferplus8_accuracy(answers, faces, rows, data.ferplus_winner)}


def robust(model, faces, rows, change):
    answers = runtime.ask(model, robustness.changed(faces.images[rows], change), HEADS)
    tests = two_tests(answers, faces, rows)
    return {'fer': measures.accuracy(*tests['fer']), 'ferplus': measures.accuracy(*tests['ferplus']),
            'ferplus_ece': measures.calibration_error(*tests['ferplus'])}


def against(whole, answers, images):
    """How far the product's seven are from those of the float file."""
    ours = measures.product_emotions(answers['ferplus8'])
    theirs = measures.product_emotions(runtime.ask(whole, images, HEADS)['ferplus8'])
    return {'model': shown_path(whole), 'sha256': sha256_of(whole), 'faces': len(ours),
            'same_dominant': float((ours.argmax(1) == theirs.argmax(1)).mean()), 'mean_difference': float(np.abs(ours - theirs).mean())}


def model_name(model):
    """What the manifest beside it calls it, or else its file."""
    manifest = os.path.join(os.path.dirname(model), 'manifest.json')
    if os.path.exists(manifest):
        with open(manifest) as file:
            return json.load(file)['name']
    return os.path.splitext(os.path.basename(model))[0]
