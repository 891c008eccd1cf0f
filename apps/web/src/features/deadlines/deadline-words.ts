import type { Answer } from '@jalon/contract';
import type { Tone } from '../../components/state-badge.tsx';

export type DeadlineRow = Answer<'GET /deadlines'>['rows'][number];
type Urgency = DeadlineRow['urgency'];

export const urgencyWords: Record<Urgency, { label: string; tone: Tone }> = {
  late: { label: 'dépassée', tone: 'bad' },
  within_30: { label: 'moins de 30 jours', tone: 'warn' },
  within_90: { label: 'moins de 90 jours', tone: 'ready' },
  later: { label: 'plus tard', tone: 'mute' },
  settled: { label: 'tenue', tone: 'ok' },
};

export const kindWords: Record<DeadlineRow['kind'], string> = {
  enrol: 'Entrer en formation',
  obtain: 'Obtenir le titre',
};
