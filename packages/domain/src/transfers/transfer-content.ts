import type { PlainDate } from '../plain-date.ts';

/**
 * What a centre says of a learner who goes on elsewhere, frozen on the day it is written: the paper
 * is drawn from it and the signed file holds it, so that the two never differ.
 */
export interface TransferContent {
  readonly centre: string;
  readonly writtenOn: PlainDate;
  readonly holder: {
    readonly givenName: string;
    readonly birthName: string;
    readonly usageName: string | null;
    readonly birthDate: PlainDate;
  };
  readonly certification: {
    readonly name: string;
    readonly rncp: string | null;
    readonly certifier: string | null;
  };
  /** Title of the version that the learner followed. */
  readonly version: string;
  readonly enteredOn: PlainDate;
  /** « 204 h sur 279 h » : for information, hours are not transferred. */
  readonly hours: string;
  /** The blocks held on that day, in the framework's order. */
  readonly blocks: readonly TransferredBlock[];
  /** The credentials valid on that day, newest first; each is checked again where it is used. */
  readonly credentials: readonly {
    readonly name: string;
    readonly obtainedOn: PlainDate;
    /** First day on which it is no longer valid. */
    readonly expiresOn: PlainDate;
    readonly issuer: string;
  }[];
}

/** A block that the centre's jury decided acquired, and that the learner still holds. */
export interface TransferredBlock {
  readonly code: string;
  readonly name: string;
  readonly decidedOn: PlainDate;
  /** Title of the version under which it was acquired. */
  readonly acquiredUnder: string;
  /** First day on which it no longer counts there; `null` when it is kept for ever (DOMAIN 4.4). */
  readonly keptUntil: PlainDate | null;
}
