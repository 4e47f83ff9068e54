"""Evaluations as Markdown, aligned as the repository's formatter wants it."""
import re


def percent(share):
    return f'{100 * share:.1f} %'


def table(head, rows):
    """First column left, the others right."""
    widths = [max(len(str(line[i])) for line in [head, *rows]) for i in range(len(head))]
    widths = [max(width, 3) for width in widths]

    def line(cells):
        return '| ' + ' | '.join(str(cell).ljust(width) if i == 0 else str(cell).rjust(width)
                                 for i, (cell, width) in enumerate(zip(cells, widths))) + ' |'

    rule = '| ' + ' | '.join('-' * width if i == 0 else '-' * (width - 1) + ':' for i, width in enumerate(widths)) + ' |'
    return '\n'.join([line(head), rule, *map(line, rows)])


def report(result, command):
    """Everything about one network."""
    fer, ferplus = result['fer'], result['ferplus']
    parts = [
        origin(f"`{command}` for `{result['model']}` (sha256 `{result['sha256'][:12]}`)", result['commit']),
        'Private test unless it says public. FER2013: head `fer7` against its labels. FER+: the seven of the product (head '
        '`ferplus8` without contempt) against the majority of the votes, single votes dropped.',
        table(['test', 'faces', 'accuracy', 'macro-F1'], accuracy_rows(result)),
        table(['emotion', *[f'{test} {kind}' for test in ('FER2013', 'FER+') for kind in ('precision', 'recall', 'faces')]],
              [class_row(name, fer['classes'][i], ferplus['classes'][i]) for i, name in enumerate(fer['labels'])]),
        'FER+: rows are the votes, columns the answers.',
        table(['', *ferplus['labels']], [[name, *row] for name, row in zip(ferplus['labels'], ferplus['confusion'])]),
        'FER2013: rows are the labels, columns the answers.',
        table(['', *fer['labels']], [[name, *row] for name, row in zip(fer['labels'], fer['confusion'])]),
        'Calibration: expected error of the confidence (15 steps) as it is, and after the temperature that fits the public test best.',
        table(['test', 'as it is', 'after', 'temperature'],
              [[name, f"{test['ece']:.3f}", f"{test['ece_after']:.3f}", f"{test['temperature']:.2f}"]
               for name, test in (('FER2013', fer), ('FER+', ferplus))]),
        'Private test as video might bring it. Heads are turned aside as if the face lay on a cylinder, which makes no profile of '
        'the nose: real ones are harder.',
        table(['faces', 'FER2013', 'FER+', 'FER+ calibration error'],
              [[row['condition'], percent(row['fer']), percent(row['ferplus']), f"{row['ferplus_ece']:.3f}"]
               for row in result['robustness']]),
        *float_note(result['float']),
    ]
    return '\n\n'.join(parts) + '\n'


def float_note(comparison):
    if comparison is None:
        return []
    return [f"Against the float network that it was made of (`{comparison['model']}`, sha256 `{comparison['sha256'][:12]}`): the same "
            f"dominant emotion on {percent(comparison['same_dominant'])} of the {comparison['faces']} faces of the private test; "
            f"probabilities differ by {comparison['mean_difference']:.4f} in the mean."]


def accuracy_rows(result):
    fresh, winner = result['without_repeated'], result['ferplus_any_winner']
    repeated = f"without the {result['repeated_faces']} that also occur in training"

    def row(name, test):
        return [name, test['faces'], percent(test['accuracy']), f"{test['macro_f1']:.3f}" if 'macro_f1' in test else '']

    return [row('FER2013, public', result['public']['fer']), row('FER2013', result['fer']),
            row(f'FER2013, {repeated}', fresh['fer']), row('FER+, public', result['public']['ferplus']),
            row('FER+', result['ferplus']), row(f'FER+, {repeated}', fresh['ferplus']),
            row('FER+, with contempt', result['ferplus8_accuracy']),
            row('FER+, every face with one winner', winner['seven']),
            row('FER+, every face with one winner, with contempt', winner['eight'])]


def class_row(name, *tests):
    return [name, *[cell for test in tests for cell in (percent(test['precision']), percent(test['recall']), test['count'])]]


def summary(results, command):
    """One row a network."""
    def find(result, condition):
        return next(row for row in result['robustness'] if row['condition'] == condition)

    rows = [[result['name'], percent(result['fer']['accuracy']), percent(result['without_repeated']['fer']['accuracy']),
             percent(result['ferplus']['accuracy']), f"{result['fer']['macro_f1']:.3f}, {result['ferplus']['macro_f1']:.3f}",
             f"{result['ferplus']['ece']:.3f}, {result['ferplus']['ece_after']:.3f}",
             percent(find(result, 'face of 24 px')['ferplus']), percent(find(result, 'crop 0.7 as tight')['ferplus'])]
            for result in results]
    head = ['network', 'FER2013', 'without repeated', 'FER+', 'macro-F1 of both', 'FER+ ECE, after temperature',
            'FER+, 24 px', 'FER+, loose crop']
    return '\n\n'.join([origin(f'`{command}`', results[0]['commit']), table(head, rows)]) + '\n'


def origin(command, commit):
    return f'Output of {command}, commit `{commit[:12]}{"+changes" if commit.endswith("+changes") else ""}`.'


def put_into(text, name, block):
    """
    `block` between `<!-- evaluation NAME -->` and `<!-- end of evaluation -->`; the text as it was where it has no
    such place.
    """
    place = re.compile(rf'(<!-- evaluation {re.escape(name)} -->\n).*?(<!-- end of evaluation -->)', re.DOTALL)
    return place.sub(lambda found: f'{found[1]}\n{block}\n{found[2]}', text)
