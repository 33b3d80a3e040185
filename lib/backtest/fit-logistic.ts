/** Rows of values with an outcome each. */
export type Samples = {
  /** Values, by feature and row. */
  readonly features: readonly Float64Array[];
  /** Not 0 where the row had the outcome. */
  readonly happened: ArrayLike<number>;
  /** Rows to learn from. */
  readonly rows: Int32Array;
};

const ROUNDS = 30;
const CLOSE_ENOUGH = 1e-6;
/** Of coefficients of features scaled to a spread of 1: as much as one case in each direction. */
const RIDGE = 1;
const ROWS_A_PAUSE = 8_192;

/**
 * A logistic regression held back by a ridge (Le Cessie and Van Houwelingen, 1992), by Newton's method: coefficients of
 * the features in their own units. A feature that is the same in all rows has none. Pauses now and then, since it takes
 * longer than a page may stand still.
 */
export function* fitLogistic({ features, happened, rows }: Samples): Generator<void, number[]> {
  const scales = features.map((feature) => spreadOf(feature, rows));
  const size = features.length + 1;
  const beta = new Float64Array(size);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = new Float64Array(size);
    const curvature = new Float64Array(size * size);
    const x = new Float64Array(size);
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] ?? 0;
      x[0] = 1;
      for (let place = 1; place < size; place++) {
        const scale = scales[place - 1] ?? 0;
        x[place] = scale === 0 ? 0 : (features[place - 1]?.[row] ?? 0) / scale;
      }
      learn(x, happened[row] === 0 ? 0 : 1);
      if (at % ROWS_A_PAUSE === ROWS_A_PAUSE - 1) yield;
    }
    for (let place = 1; place < size; place++) {
      gradient[place] = (gradient[place] ?? 0) - RIDGE * (beta[place] ?? 0);
      curvature[place * size + place] = (curvature[place * size + place] ?? 0) + RIDGE;
    }
    const step = solve(curvature, gradient);
    let furthest = 0;
    for (let place = 0; place < size; place++) {
      beta[place] = (beta[place] ?? 0) + (step[place] ?? 0);
      furthest = Math.max(furthest, Math.abs(step[place] ?? 0));
    }
    yield;
    if (furthest < CLOSE_ENOUGH) break;

    function learn(values: Float64Array, outcome: 0 | 1): void {
      let sum = 0;
      for (let place = 0; place < size; place++) sum += (beta[place] ?? 0) * (values[place] ?? 0);
      const chance = 1 / (1 + Math.exp(-sum));
      const weight = chance * (1 - chance);
      for (let place = 0; place < size; place++) {
        const value = values[place] ?? 0;
        // Most criteria of most leads are 0.
        if (value === 0) continue;
        gradient[place] = (gradient[place] ?? 0) + value * (outcome - chance);
        for (let other = 0; other <= place; other++) {
          const cell = place * size + other;
          curvature[cell] = (curvature[cell] ?? 0) + weight * value * (values[other] ?? 0);
        }
      }
    }
  }
  return scales.map((scale, place) => (scale === 0 ? 0 : (beta[place + 1] ?? 0) / scale));
}

function spreadOf(feature: Float64Array, rows: Int32Array): number {
  let [sum, squares] = [0, 0];
  for (const row of rows) {
    const value = feature[row] ?? 0;
    sum += value;
    squares += value * value;
  }
  const mean = sum / rows.length;
  const variance = squares / rows.length - mean * mean;
  return variance > Number.EPSILON * squares ? Math.sqrt(variance) : 0;
}

/** Solves a symmetric positive definite system, of which the lower half is given, by Cholesky's decomposition in place. */
function solve(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const at = (row: number, column: number) => matrix[row * size + column] ?? 0;
  for (let row = 0; row < size; row++)
    for (let column = 0; column <= row; column++) {
      let sum = at(row, column);
      for (let before = 0; before < column; before++) sum -= at(row, before) * at(column, before);
      matrix[row * size + column] =
        row === column ? Math.sqrt(Math.max(sum, Number.MIN_VALUE)) : sum / at(column, column);
    }
  const found = Float64Array.from(right);
  for (let row = 0; row < size; row++) {
    for (let before = 0; before < row; before++)
      found[row] = (found[row] ?? 0) - at(row, before) * (found[before] ?? 0);
    found[row] = (found[row] ?? 0) / at(row, row);
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let after = row + 1; after < size; after++)
      found[row] = (found[row] ?? 0) - at(after, row) * (found[after] ?? 0);
    found[row] = (found[row] ?? 0) / at(row, row);
  }
  return found;
}
