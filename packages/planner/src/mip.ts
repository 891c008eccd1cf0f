import highsModule, { type Highs, type ModelData } from 'highs';

/** One coefficient of a row: the column's index, and what multiplies it. */
export type Term = readonly [column: number, coefficient: number];

export interface Column {
  readonly cost: number;
  /** 0 when left out. */
  readonly lower?: number;
  readonly upper: number;
  readonly isInteger?: boolean;
}

export interface SolveLimits {
  readonly seconds: number;
  /** Relative distance to the proven bound at which the search may stop. */
  readonly gap: number;
  /** A known assignment to start from, one value a column; it may break rows. */
  readonly start?: Float64Array;
  /** Asked many times a second. */
  readonly isCancelled?: () => boolean;
}

export interface MipResult {
  readonly status: 'solved' | 'infeasible' | 'nothing_found';
  /** The value of each column; empty unless solved. */
  readonly values: Float64Array;
  readonly objective: number;
  /** No assignment is cheaper than this. */
  readonly bound: number;
}

let loaded: Promise<Highs> | null = null;
/** HiGHS, loaded once a thread. */
export function loadSolver(): Promise<Highs> {
  const load = highsModule as unknown as typeof highsModule.default;
  loaded ??= load();
  return loaded;
}

/** A minimisation in whole and real numbers, written column by column and row by row. */
export class Mip {
  private readonly columns: Column[] = [];
  private readonly rowLower: number[] = [];
  private readonly rowUpper: number[] = [];
  private readonly starts: number[] = [0];
  private readonly indices: number[] = [];
  private readonly values: number[] = [];

  /** Adds a column and returns its index. */
  addColumn(column: Column): number {
    this.columns.push(column);
    return this.columns.length - 1;
  }

  /** Adds `lower <= terms <= upper`; a row without terms is dropped. */
  addRow(lower: number, terms: readonly Term[], upper: number): void {
    if (terms.length === 0) return;
    for (const [column, coefficient] of terms) {
      this.indices.push(column);
      this.values.push(coefficient);
    }
    this.starts.push(this.indices.length);
    this.rowLower.push(lower);
    this.rowUpper.push(upper);
  }

  get columnCount(): number {
    return this.columns.length;
  }

  /** What an assignment of the first columns costs. */
  costOf(values: Float64Array): number {
    return values.reduce((sum, value, index) => sum + value * (this.columns[index]?.cost ?? 0), 0);
  }

  /** Solves what has been written so far; more may be added afterwards and solved again. */
  solve(highs: Highs, limits: SolveLimits): MipResult {
    return highs.withModel(this.toModelData(), (model): MipResult => {
      model.options.set({
        output_flag: false,
        time_limit: limits.seconds,
        mip_rel_gap: limits.gap,
      });
      if (limits.start) model.setSolution({ colValue: this.pad(limits.start) });
      const { mipInterrupt } = highs.constants.callbackType;
      model.run({
        [mipInterrupt]: (event: { interrupt(): void }) => {
          if (limits.isCancelled?.()) event.interrupt();
          return undefined;
        },
      });
      const { infeasible, unboundedOrInfeasible } = highs.constants.modelStatus;
      const status = model.getModelStatus();
      const bound = Number(model.info.get('mip_dual_bound'));
      if (status === infeasible || status === unboundedOrInfeasible) {
        return { status: 'infeasible', values: new Float64Array(0), objective: Infinity, bound };
      }
      const hasSolution = Number(model.info.get('primal_solution_status')) === 2;
      if (!hasSolution) {
        return { status: 'nothing_found', values: new Float64Array(0), objective: Infinity, bound };
      }
      return {
        status: 'solved',
        values: model.getSolution().colValue,
        objective: model.getObjectiveValue(),
        bound,
      };
    });
  }

  private pad(start: Float64Array): Float64Array {
    const padded = new Float64Array(this.columns.length);
    padded.set(start);
    return padded;
  }

  private toModelData(): ModelData {
    return {
      numCols: this.columns.length,
      numRows: this.rowLower.length,
      colCost: Float64Array.from(this.columns, ({ cost }) => cost),
      colLower: Float64Array.from(this.columns, ({ lower }) => lower ?? 0),
      colUpper: Float64Array.from(this.columns, ({ upper }) => upper),
      rowLower: Float64Array.from(this.rowLower),
      rowUpper: Float64Array.from(this.rowUpper),
      integrality: Int32Array.from(this.columns, ({ isInteger }) => (isInteger ? 1 : 0)),
      matrix: {
        format: 'csr',
        numRows: this.rowLower.length,
        numCols: this.columns.length,
        starts: Int32Array.from(this.starts),
        indices: Int32Array.from(this.indices),
        values: Float64Array.from(this.values),
      },
    };
  }
}
