import type { Tone } from '../../components/state-badge.tsx';

/** Where a sheet stands, in a word. */
export const sheetWords = {
  not_open: { word: 'À venir', tone: 'mute' },
  open: { word: 'Ouverte', tone: 'ready' },
  to_sign: { word: 'À signer', tone: 'warn' },
  late: { word: 'En retard', tone: 'bad' },
  signed: { word: 'Signée', tone: 'ok' },
  nobody: { word: 'Sans attendu', tone: 'mute' },
  cancelled: { word: 'Annulé', tone: 'mute' },
} as const satisfies Record<string, { word: string; tone: Tone }>;
