import type { CalendarProposalView } from '@jalon/contract';
import { useState } from 'react';
import { useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { toProblem } from '../../lib/problem-error.ts';

/** The proposal on screen: asked for, adopted or dropped. */
export function useProposal(cohortId: string) {
  const [proposal, setProposal] = useState<CalendarProposalView | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const ask = useWrite('POST /cohorts/:cohortId/calendar-proposal', { invalidates: [] });
  const save = useWrite('POST /cohorts/:cohortId/calendar');
  const params = { cohortId };
  const propose = async () => {
    setProblem(null);
    try {
      setProposal(await ask.mutateAsync({ params }));
    } catch (error) {
      setProblem(error);
    }
  };
  const adopt = async () => {
    if (!proposal) return;
    setProblem(null);
    try {
      await save.mutateAsync({ params, body: { fingerprint: proposal.fingerprint } });
      setProposal(null);
      notifyDone('Le calendrier est adopté.');
    } catch (error) {
      const refusal = toProblem(error);
      // Something changed since the proposal was shown: the new one takes its place, to be read.
      if (refusal.code === 'edited_meanwhile') setProposal(refusal.current as CalendarProposalView);
      setProblem(error);
    }
  };
  const drop = () => {
    setProposal(null);
    setProblem(null);
  };
  return {
    proposal,
    problem,
    propose,
    adopt,
    drop,
    isProposing: ask.isPending,
    isAdopting: save.isPending,
  };
}
