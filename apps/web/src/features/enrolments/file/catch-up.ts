import type { EnrolmentFile, PathStepView } from '@jalon/contract';
import { countNoun, groupBy, joinWords, monthNames, sayRunDates } from '@jalon/domain';

/** Steps that nobody has planned and that a cohort with a free place can take. */
export const listProposals = ({ path }: Pick<EnrolmentFile, 'path'>): readonly PathStepView[] =>
  path.filter(({ proposedRunId }) => proposedRunId !== null);

/** Steps to plan for which no cohort is found; their reason says why. */
export const listWithoutPlace = ({ path }: Pick<EnrolmentFile, 'path'>): readonly PathStepView[] =>
  path.filter(({ state, proposedRunId }) => state === 'to_plan' && proposedRunId === null);

/** The runs of a path, by step, once these proposals are accepted; what it has stays. */
export const acceptProposals = (
  { path }: Pick<EnrolmentFile, 'path'>,
  accepted: ReadonlySet<string>,
): readonly (string | null)[] =>
  path.map(({ moduleRunId, proposedRunId }) =>
    moduleRunId === null && proposedRunId !== null && accepted.has(proposedRunId)
      ? proposedRunId
      : moduleRunId,
  );

/** « Avec « Printemps 2027 », 12 jours, du 1er mars au 8 avril 2027. 3 places libres. » */
export function tellProposal({ proposedRunId, proposedDays, options }: PathStepView): string {
  const run = options.find(({ moduleRunId }) => moduleRunId === proposedRunId);
  if (!run) return '';
  const whom = run.isOwn ? 'Avec sa cohorte' : `Avec « ${run.cohortName} »`;
  const count = proposedDays.length > 1 ? `${countNoun(proposedDays.length, 'jour')}, ` : '';
  const dates = `${count}${sayRunDates(run)}`;
  if (run.isOwn) return `${whom}, ${dates}.`;
  return `${whom}, ${dates}. ${countNoun(run.freePlaces, 'place libre', 'places libres')}.`;
}

/** Its days one by one, « 13, 14 et 20 janvier ; 3 février »; nothing when there is only one. */
export function listProposedDays({ proposedDays }: PathStepView): string {
  if (proposedDays.length < 2) return '';
  const months = groupBy(proposedDays, (day) => day.slice(0, 7));
  return [...months]
    .map(
      ([month, days]) => `${joinWords(days.map(sayDay))} ${monthNames[Number(month.slice(5)) - 1]}`,
    )
    .join(' ; ');
}

const sayDay = (day: string): string =>
  day.endsWith('-01') ? '1er' : String(Number(day.slice(8)));
