/** Who is known of a module run of a cohort. */
export interface RunFollowers {
  readonly capacity: number;
  /** Whether the cohort has begun: then those who are enrolled are those who come. */
  readonly hasBegun: boolean;
  /** Active enrolments of the cohort itself. */
  readonly enrolled: number;
  /** Of these, those whose path has the run: the dispensed have not. */
  readonly following: number;
  /** Learners of other cohorts whose path has the run. */
  readonly guests: number;
}

/**
 * How many learners a plan must seat. Before a cohort begins its free places still fill: everybody
 * who may come is counted, less those who are dispensed (DOMAIN 12).
 */
export const countExpected = ({
  capacity,
  hasBegun,
  enrolled,
  following,
  guests,
}: RunFollowers): number =>
  (hasBegun ? following : Math.max(capacity, enrolled) - (enrolled - following)) + guests;
