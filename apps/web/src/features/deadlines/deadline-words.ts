import type { Answer } from '@jalon/contract';
import type { Tone } from '../../components/state-badge.tsx';

export type DeadlineRow = Answer<'GET /deadlines'>['rows'][number];
export type EmploymentDeadlines =
  Answer<'GET /enrolments/:enrolmentId/deadlines'>['employments'][number];
type Urgency = DeadlineRow['urgency'];

const urgencyWords: Record<Urgency, { label: string; tone: Tone }> = {
  late: { label: 'dépassée', tone: 'bad' },
  within_30: { label: 'moins de 30 jours', tone: 'warn' },
  within_90: { label: 'moins de 90 jours', tone: 'ready' },
  later: { label: 'plus tard', tone: 'mute' },
  settled: { label: 'faite', tone: 'ok' },
};

export const kindWords: Record<DeadlineRow['kind'], string> = {
  enrol: 'Entrer en formation',
  obtain: 'Obtenir le titre',
  early_end: 'Déclarer la fin anticipée',
};

/** The state as a word on its colour; what was done after its day says so. */
export const describeUrgency = (
  row: Pick<DeadlineRow, 'urgency' | 'settledOn' | 'dueOn'>,
): { label: string; tone: Tone } =>
  row.settledOn !== null && row.settledOn > row.dueOn
    ? { label: 'faite hors délai', tone: 'warn' }
    : urgencyWords[row.urgency];
