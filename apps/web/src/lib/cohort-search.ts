/** `?cohorte=`: narrows the list of learners to one cohort. No route declares its search, hence the cast. */
export const cohortSearch = (cohortId: string): never => ({ cohorte: cohortId }) as never;
