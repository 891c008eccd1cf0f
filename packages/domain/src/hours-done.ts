/** Minutes of training due and done; granted dispensations are already taken off `due`. */
export interface HoursDone {
  readonly due: number;
  /** On half-days whose sheet is signed: Σ signed slot hours (DOMAIN 13). */
  readonly done: number;
  /**
   * What is still to do, module by module: hours never compensate, so minutes done beyond what a
   * module asks, or on a module dispensed since, make up for nothing elsewhere.
   */
  readonly missing: number;
  /** Recorded on half-days whose sheet nobody has signed yet: it does not count so far. */
  readonly unsigned: number;
}
