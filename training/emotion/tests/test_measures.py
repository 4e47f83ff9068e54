import unittest

import numpy as np

from emotion import measures, tables
from emotion.labels import FER, FERPLUS


class Figures(unittest.TestCase):
    def test_confusion_precision_recall(self):
        answers = np.eye(3)[[0, 0, 1, 1, 2]]
        table = measures.confusion(answers, np.array([0, 1, 1, 1, 0]))
        self.assertEqual(table.tolist(), [[1, 0, 1], [1, 2, 0], [0, 0, 0]])
        rows = measures.per_class(table)
        self.assertEqual([row['precision'] for row in rows], [0.5, 1, 0])
        self.assertEqual([row['recall'] for row in rows], [0.5, 2 / 3, 0])
        self.assertAlmostEqual(measures.macro_f1(table), (0.5 + 0.8) / 2)  # the third class does not occur

    def test_calibration_error(self):
        answers = np.tile([0.8, 0.2], (10, 1))
        self.assertAlmostEqual(measures.calibration_error(answers, np.array([0] * 8 + [1] * 2)), 0)
        self.assertAlmostEqual(measures.calibration_error(answers, np.array([0] * 5 + [1] * 5)), 0.3)
        self.assertAlmostEqual(measures.calibration_error(np.array([[1.0, 0.0]]), np.array([0])), 0)

    def test_temperature_is_found_again(self):
        random = np.random.default_rng(1)
        true = measures.sharpened(random.dirichlet(np.ones(7), 20000), 0.5)
        truth = (true.cumsum(1) > random.random((len(true), 1))).argmax(1)
        for wrong in (0.5, 1.0, 2.5):
            self.assertAlmostEqual(measures.fit_temperature(measures.sharpened(true, 1 / wrong), truth), wrong, delta=0.05 * wrong)

    def test_the_product_has_no_contempt(self):
        answers = np.array([[0.05, 0.1, 0.05, 0.1, 0.1, 0.05, 0.05, 0.5]])
        seven = measures.product_emotions(answers)[0]
        self.assertAlmostEqual(seven.sum(), 1)
        for place, name in enumerate(FER):
            self.assertAlmostEqual(seven[place], 2 * answers[0][FERPLUS.index(name)])


class Markdown(unittest.TestCase):
    def test_columns_are_aligned(self):
        self.assertEqual(tables.table(['a', 'bb'], [['long', 1], ['x', 1234]]),
                         '| a    |   bb |\n| ---- | ---: |\n| long |    1 |\n| x    | 1234 |')

    def test_only_the_marked_place_is_replaced(self):
        text = 'A\n<!-- evaluation one -->\nold\n<!-- end of evaluation -->\nB\n<!-- evaluation two -->\nkept\n<!-- end of evaluation -->\n'
        made = tables.put_into(text, 'one', 'new \\1\n')
        self.assertEqual(made, text.replace('old\n', '\nnew \\1\n\n'))
        self.assertEqual(tables.put_into(made, 'one', 'new \\1\n'), made)
        self.assertEqual(tables.put_into(text, 'three', 'new'), text)


if __name__ == '__main__':
    unittest.main()
