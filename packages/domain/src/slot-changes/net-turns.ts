/** One change of a path, as it was kept. */
export interface KeptTurn {
  readonly enrolmentId: string;
  readonly moduleRunId: string;
  readonly isJoined: boolean;
}

/** Whether a run was on a path, and whether it is now. */
export interface NetTurn {
  readonly enrolmentId: string;
  readonly moduleRunId: string;
  readonly was: boolean;
  readonly is: boolean;
}

/**
 * What several changes of the same paths come to, oldest first: a run that left and came back did not
 * turn at all.
 */
export function netTurns(turns: readonly KeptTurn[]): readonly NetTurn[] {
  const byPair = new Map<string, NetTurn>();
  for (const { enrolmentId, moduleRunId, isJoined } of turns) {
    const key = `${enrolmentId} ${moduleRunId}`;
    const was = byPair.get(key)?.was ?? !isJoined;
    byPair.set(key, { enrolmentId, moduleRunId, was, is: isJoined });
  }
  return [...byPair.values()].filter(({ was, is }) => was !== is);
}
