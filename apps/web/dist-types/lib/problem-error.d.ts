import type { FieldProblem, Problem, ProblemCode } from '@jalon/contract';
/** What went wrong, as the API says it (RFC 9457) or as the network let it be known. */
export declare class ProblemError extends Error {
    readonly code: ProblemCode | 'network_down';
    /** HTTP status, 0 when nothing answered. */
    readonly status: number;
    readonly title: string;
    readonly detail: string;
    /** One fault in what was sent; `pointer` is a JSON pointer into the body. */
    readonly errors: readonly FieldProblem[];
    /** The other version, after a 409. */
    readonly current: unknown;
    constructor(problem: Pick<Problem, 'title' | 'detail'> & Partial<Omit<Problem, 'code'>> & {
        code: ProblemError['code'];
    });
}
/** The network did not carry the request. */
export declare const networkDown: () => ProblemError;
/** Reads a refused answer; something between us and the API may have answered in its place. */
export declare function readProblem(response: Response): Promise<ProblemError>;
/** Any error as a problem that can be shown; a fault of the page itself says so. */
export declare function toProblem(error: unknown): ProblemError;
