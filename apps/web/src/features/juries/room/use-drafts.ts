import type { Answer } from '@jalon/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../lib/api.ts';
import { type ProblemError, toProblem } from '../../../lib/problem-error.ts';
import { type Decision, type Draft, draftOf, isChanged, keyOf, placeOf } from './room-model.ts';

/** What went wrong with one block; `theirs` is the decision that another member saved meanwhile. */
export interface BlockProblem {
  readonly problem: ProblemError;
  readonly theirs: Decision | null;
}

interface Sent {
  readonly enrolmentId: string;
  readonly blockCode: string;
  readonly draft: Draft & { readonly decision: Decision['decision'] };
}

/** A draft and the decision that its author had before them when they began. */
interface Started {
  readonly draft: Draft;
  readonly baseId: string | null;
}

/**
 * What is typed and not saved, for every candidate at once: going to another candidate or losing
 * the network loses none of it.
 */
export function useDrafts(
  juryId: string,
  decisions: ReadonlyMap<string, Decision>,
  merge: (fresh: readonly Decision[]) => void,
) {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Started>>(new Map());
  const [problems, setProblems] = useState<ReadonlyMap<string, BlockProblem>>(new Map());
  const [saving, setSaving] = useState<ReadonlySet<string>>(new Set());
  const draftAt = (key: string): Draft => drafts.get(key)?.draft ?? draftOf(decisions.get(key));
  // A decision that comes in while someone types is not theirs to overwrite unseen.
  const baseAt = (key: string): string | null => {
    const started = drafts.get(key);
    return started ? started.baseId : (decisions.get(key)?.id ?? null);
  };
  const save = useMutation({
    mutationFn: (sent: readonly Sent[]) =>
      call('PUT /juries/:juryId/decisions', {
        params: { juryId },
        body: {
          decisions: sent.map(({ draft, ...where }) => ({
            ...where,
            expectedDecisionId: baseAt(keyOf(where.enrolmentId, where.blockCode)),
            decision: draft.decision,
            motive: draft.motive.trim() || null,
            recommendation: draft.recommendation.trim() || null,
            vote: draft.vote,
          })),
        },
      }),
  });

  const change = (key: string, draft: Draft): void => {
    setDrafts((known) => new Map(known).set(key, { draft, baseId: baseAt(key) }));
    setProblems((known) => without(known, [key]));
  };
  const forget = (keys: readonly string[]): void => {
    setDrafts((known) => without(known, keys));
    setProblems((known) => without(known, keys));
  };

  const send = async (sent: readonly Sent[]): Promise<void> => {
    const keys = sent.map(({ enrolmentId, blockCode }) => keyOf(enrolmentId, blockCode));
    setSaving(new Set(keys));
    try {
      const saved: Answer<'PUT /juries/:juryId/decisions'> = await save.mutateAsync(sent);
      merge(saved.decisions);
      forget(keys);
    } catch (error) {
      const problem = toProblem(error);
      const theirs = readTheirs(problem);
      merge(theirs);
      // Both versions are on the screen now: keeping one's own is then a choice.
      setDrafts((known) => rebase(known, theirs));
      setProblems((known) => {
        const next = new Map(known);
        for (const key of keys) next.set(key, { problem, theirs: findAt(theirs, key) });
        return next;
      });
    }
    setSaving(new Set());
  };

  /** What the network did not carry, once it is back: one by one, so that each has its own answer. */
  const sendAgain = async (): Promise<void> => {
    for (const [key, { problem }] of problems) {
      const { decision, ...draft } = draftAt(key);
      if (problem.code !== 'network_down' || !decision) continue;
      await send([{ ...placeOf(key), draft: { ...draft, decision } }]);
    }
  };

  return {
    draftAt,
    change,
    forget,
    send,
    sendAgain,
    problemAt: (key: string) => problems.get(key) ?? null,
    isSaving: (key: string) => saving.has(key),
    hasUnsaved: [...drafts].some(([key, { draft }]) => isChanged(draft, decisions.get(key))),
  };
}

function without<T>(map: ReadonlyMap<string, T>, keys: readonly string[]): ReadonlyMap<string, T> {
  return new Map([...map].filter(([key]) => !keys.includes(key)));
}

const rebase = (drafts: ReadonlyMap<string, Started>, theirs: readonly Decision[]) =>
  new Map(
    [...drafts].map(([key, started]) => [
      key,
      { ...started, baseId: findAt(theirs, key)?.id ?? started.baseId },
    ]),
  );

const findAt = (decisions: readonly Decision[], key: string): Decision | null =>
  decisions.find((one) => keyOf(one.enrolmentId, one.blockCode) === key) ?? null;

/** The decisions that a 409 carries. */
function readTheirs({ code, current }: ProblemError): readonly Decision[] {
  if (code !== 'edited_meanwhile' || typeof current !== 'object' || current === null) return [];
  return 'decisions' in current ? (current.decisions as readonly Decision[]) : [];
}
