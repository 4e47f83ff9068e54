/**
 * The set of pairs with the largest total gain, each row and each column in at most one pair; a pair without a
 * positive gain is never made. Hungarian method in the form of shortest augmenting paths with potentials
 * (Kuhn 1955; Jonker and Volgenant 1987), O(rows^2 (rows + columns)).
 *
 * @param gains rows x columns; use -Infinity for a pair that must not be made
 * @returns for each row its column, or -1
 * @example assignPairs([[3, 2], [2, -Infinity]]) // [1, 0]: 2 + 2 is more than 3 alone
 */
export function assignPairs(gains: readonly (readonly number[])[]): number[] {
  const rows = gains.length;
  if (rows === 0) return [];
  const columns = gains[0].length;
  // Every row may also stay alone: one more column for each, at cost 0. A bad pair costs more than that.
  const total = columns + rows;
  const cost = (row: number, column: number): number => {
    if (column >= columns) return 0;
    const gain = gains[row][column];
    return gain > 0 ? -gain : 1;
  };

  // Index 0 of each of these is the method's imaginary start; rows and columns count from 1.
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(total + 1);
  const rowOfColumn = new Int32Array(total + 1);
  for (let row = 1; row <= rows; row++) {
    const cameFrom = new Int32Array(total + 1);
    const slack = new Float64Array(total + 1).fill(Infinity);
    const visited = new Uint8Array(total + 1);
    rowOfColumn[0] = row;
    let column = 0;
    do {
      visited[column] = 1;
      const current = rowOfColumn[column];
      let step = Infinity;
      let next = 0;
      for (let c = 1; c <= total; c++) {
        if (visited[c]) continue;
        const reduced = cost(current - 1, c - 1) - rowPotential[current] - columnPotential[c];
        if (reduced < slack[c]) {
          slack[c] = reduced;
          cameFrom[c] = column;
        }
        if (slack[c] < step) {
          step = slack[c];
          next = c;
        }
      }
      for (let c = 0; c <= total; c++) {
        if (visited[c]) {
          rowPotential[rowOfColumn[c]] += step;
          columnPotential[c] -= step;
        } else slack[c] -= step;
      }
      column = next;
    } while (rowOfColumn[column] !== 0);
    while (column !== 0) {
      const previous = cameFrom[column];
      rowOfColumn[column] = rowOfColumn[previous];
      column = previous;
    }
  }

  const columnOfRow = new Array<number>(rows).fill(-1);
  for (let c = 1; c <= columns; c++) {
    const row = rowOfColumn[c] - 1;
    if (row >= 0 && gains[row][c - 1] > 0) columnOfRow[row] = c - 1;
  }
  return columnOfRow;
}
