import type { FieldProblem, Problem, ProblemCode } from '@jalon/contract';

/** What went wrong, as the API says it (RFC 9457) or as the network let it be known. */
export class ProblemError extends Error {
  readonly code: ProblemCode | 'network_down';
  /** HTTP status, 0 when nothing answered. */
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  /** One fault in what was sent; `pointer` is a JSON pointer into the body. */
  readonly errors: readonly FieldProblem[];
  /** The other version, after a 409. */
  readonly current: unknown;

  constructor(
    problem: Pick<Problem, 'title' | 'detail'> &
      Partial<Omit<Problem, 'code'>> & { code: ProblemError['code'] },
  ) {
    super(problem.detail);
    this.name = 'ProblemError';
    this.code = problem.code;
    this.status = problem.status ?? 0;
    this.title = problem.title;
    this.detail = problem.detail;
    this.errors = problem.errors ?? [];
    this.current = problem.current;
  }
}

/** The network did not carry the request. */
export const networkDown = (): ProblemError =>
  new ProblemError({
    code: 'network_down',
    title: 'La connexion est coupée',
    detail: 'Rien n’est perdu : vérifiez votre connexion, puis réessayez.',
  });

/** Reads a refused answer; something between us and the API may have answered in its place. */
export async function readProblem(response: Response): Promise<ProblemError> {
  const isProblem = response.headers.get('content-type')?.includes('problem+json');
  if (isProblem) return new ProblemError((await response.json()) as Problem);
  return new ProblemError({
    code: 'internal',
    status: response.status,
    title: 'Jalon ne répond pas',
    detail: 'Le serveur redémarre peut-être. Rien n’est perdu : réessayez dans une minute.',
  });
}

/** Any error as a problem that can be shown; a fault of the page itself says so. */
export function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (isUnloadedChunk(error)) return networkDown();
  return new ProblemError({
    code: 'internal',
    title: 'Cette page ne peut pas s’afficher',
    detail: 'Rechargez la page ; si cela se répète, prévenez votre administrateur.',
  });
}

/** Each browser has its own words for a page file that did not come. */
const isUnloadedChunk = (error: unknown): boolean =>
  error instanceof Error &&
  /dynamically imported module|importing a module script|Unable to preload/i.test(error.message);
