import type { FieldProblem, ProblemCode } from '@jalon/contract';

/** A refusal with a stable code; the filter turns it into an RFC 9457 problem. */
export class DomainError extends Error {
  readonly errors: readonly FieldProblem[] | undefined;
  readonly current: unknown;

  constructor(
    readonly code: ProblemCode,
    /** A French sentence: what, why, what now. */
    detail: string,
    more: { errors?: readonly FieldProblem[]; current?: unknown } = {},
  ) {
    super(detail);
    this.name = 'DomainError';
    this.errors = more.errors;
    this.current = more.current;
  }
}

/** 404 for what is absent or belongs to another centre: the two must look the same. */
export const notFound = (what: string): DomainError =>
  new DomainError('not_found', `${what} n’existe pas, ou n’est pas dans votre centre.`);

/** 422 with faults at their fields. */
export const invalid = (errors: readonly FieldProblem[]): DomainError =>
  new DomainError('validation_failed', errors.map((error) => error.message).join(' '), { errors });

/** 409 that carries the version saved meanwhile, so that the person can compare. */
export const editedMeanwhile = (current: unknown): DomainError =>
  new DomainError(
    'edited_meanwhile',
    'Cet élément a été modifié pendant que vous le remplissiez. Comparez les deux versions puis enregistrez à nouveau.',
    { current },
  );

/** The row, or a 404. */
export function found<T>(row: T | null | undefined, what: string): T {
  if (row === null || row === undefined) throw notFound(what);
  return row;
}
