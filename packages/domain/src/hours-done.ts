/** Minutes of training due, granted dispensations already taken off, and minutes done. */
export interface HoursDone {
  readonly due: number;
  readonly done: number;
}
