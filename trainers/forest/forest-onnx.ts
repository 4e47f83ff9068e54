import { buildOnnx, CLASSIC_DOMAIN } from '@eyeline/onnx';

import { OUTPUT } from '../classifier.js';
import { type Tree } from './grow-tree.js';

/** The input of a forest's network. */
export const INPUT = 'landmarks';

/**
 * Trees -> a network with `TreeEnsembleClassifier` of ai.onnx.ml: the mean of the shares of the leaves that a face comes to.
 *
 * @param numbers how many a face has
 */
export function toForestOnnx(trees: readonly Tree[], numbers: number, labels: number): Uint8Array {
  const nodes = { treeids: list(), nodeids: list(), featureids: list(), values: list() };
  const branches = { truenodeids: list(), falsenodeids: list() };
  const leaves = { treeids: list(), nodeids: list(), ids: list(), weights: list() };
  const modes: string[] = [];
  trees.forEach((tree, treeId) => {
    tree.feature.forEach((feature, nodeId) => {
      const isLeaf = feature < 0;
      nodes.treeids.push(treeId);
      nodes.nodeids.push(nodeId);
      nodes.featureids.push(isLeaf ? 0 : feature);
      nodes.values.push(tree.threshold[nodeId]);
      modes.push(isLeaf ? 'LEAF' : 'BRANCH_LT');
      branches.truenodeids.push(tree.low[nodeId]);
      branches.falsenodeids.push(tree.high[nodeId]);
      tree.shares[nodeId]?.forEach((share, label) => {
        // Each face comes to a leaf of the first tree, which speaks of every label: of two labels onnxruntime takes one that no
        // leaf spoke of for the other side of a single score.
        if (share === 0 && treeId > 0) return;
        leaves.treeids.push(treeId);
        leaves.nodeids.push(nodeId);
        leaves.ids.push(label);
        leaves.weights.push(share / trees.length);
      });
    });
  });
  return buildOnnx({
    name: 'forest',
    inputs: [{ name: INPUT, shape: ['n', numbers] }],
    outputs: [{ name: OUTPUT, shape: ['n', labels] }],
    nodes: [
      {
        type: 'TreeEnsembleClassifier',
        domain: CLASSIC_DOMAIN,
        inputs: [INPUT],
        outputs: ['label', OUTPUT],
        attributes: {
          nodes_treeids: { ints: nodes.treeids },
          nodes_nodeids: { ints: nodes.nodeids },
          nodes_featureids: { ints: nodes.featureids },
          nodes_values: { floats: nodes.values },
          nodes_modes: { strings: modes },
          nodes_truenodeids: { ints: branches.truenodeids },
          nodes_falsenodeids: { ints: branches.falsenodeids },
          class_treeids: { ints: leaves.treeids },
          class_nodeids: { ints: leaves.nodeids },
          class_ids: { ints: leaves.ids },
          class_weights: { floats: leaves.weights },
          classlabels_int64s: { ints: [...Array(labels).keys()] },
          post_transform: 'NONE',
        },
      },
    ],
    weights: [],
  });
}

const list = (): number[] => [];
