/** Logistic regression with L2, a column at a time, over sparse rows: small, exact enough, no library. */

export interface Row {
  /** Columns that are not 0, with their values. */
  readonly columns: readonly number[]
  readonly values: readonly number[]
  readonly wanted: number
  readonly weight: number
  /** Rows of one group are held out together. */
  readonly group: string
}

export interface Fit {
  readonly base: number
  readonly weights: readonly number[]
}

/** Columns are scaled by their spread, but those that hardly vary are not blown up beyond this. */
const LEAST_SPREAD = 0.3
const SWEEPS = 40
/** The steepest that a logistic curve gets. */
const CURVE = 0.25

interface Column {
  readonly rows: number[]
  readonly values: number[]
}

/** @param penalty of the squared weights: the larger, the smaller they are. */
export function regress(rows: readonly Row[], columns: number, penalty: number): Fit {
  const table = columnsOf(rows, columns)
  const spread = table.map((column) => spreadOf(column, rows.length))
  const weights = new Array<number>(columns).fill(0)
  const odds = new Float64Array(rows.length)
  const wanted = Float64Array.from(rows, (row) => row.wanted)
  const mass = Float64Array.from(rows, (row) => row.weight)
  let total = 0
  for (const weight of mass) total += weight
  let base = 0
  const moveBase = () => {
    let slope = 0
    for (let r = 0; r < rows.length; r++) slope += miss(r)
    const step = -slope / (CURVE * total)
    base += step
    for (let r = 0; r < rows.length; r++) odds[r] = (odds[r] as number) + step
  }
  const miss = (r: number) =>
    (mass[r] as number) * (1 / (1 + Math.exp(-(odds[r] as number))) - (wanted[r] as number))
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let i = 0; i < 4; i++) moveBase()
    table.forEach(({ rows: held, values }, c) => {
      const scale = 1 / (spread[c] as number)
      let slope = penalty * (weights[c] as number)
      let curve = penalty
      for (let i = 0; i < held.length; i++) {
        const r = held[i] as number
        const value = (values[i] as number) * scale
        slope += miss(r) * value
        curve += CURVE * (mass[r] as number) * value * value
      }
      const step = -slope / curve
      weights[c] = (weights[c] as number) + step
      for (let i = 0; i < held.length; i++) {
        const r = held[i] as number
        odds[r] = (odds[r] as number) + step * (values[i] as number) * scale
      }
    })
  }
  return { base, weights: weights.map((weight, c) => weight / (spread[c] as number)) }
}

function columnsOf(rows: readonly Row[], columns: number): Column[] {
  const table = Array.from({ length: columns }, (): Column => ({ rows: [], values: [] }))
  rows.forEach((row, r) => {
    row.columns.forEach((c, i) => {
      table[c]?.rows.push(r)
      table[c]?.values.push(row.values[i] as number)
    })
  })
  return table
}

function spreadOf({ values }: Column, rows: number): number {
  let sum = 0
  let squares = 0
  for (const value of values) {
    sum += value
    squares += value * value
  }
  return Math.max(LEAST_SPREAD, Math.sqrt(Math.max(0, squares / rows - (sum / rows) ** 2)))
}
