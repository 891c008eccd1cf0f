import type { HomeFacts, UrgentLearner } from './home-facts.ts';
import { listUrgent, type Urgencies } from './list-urgent.ts';

/** The Monday on which the mornings of these tests begin. */
export const today = '2026-11-23';
const nothing: HomeFacts = {
  appraisals: [],
  interrupted: [],
  unasked: [],
  reviews: [],
  sheets: [],
  route: 'continuing_training',
  dispensations: [],
  entries: [],
  resits: [],
  credentials: [],
  deadlines: [],
  earlyEnds: [],
  rates: [],
  juries: [],
  identities: [],
  paths: [],
  starts: [],
  daySheets: [],
  toSend: [],
  certificates: { ready: [], copies: [] },
  unreported: [],
};
/** What cannot wait when these are the only facts. */
export const list = (facts: Partial<HomeFacts>): Urgencies =>
  listUrgent({ ...nothing, ...facts }, today);
/** Someone of that name, before a jury in 25 days unless it is said. */
export const learner = (name: string, nextJuryOn: string | null = '2026-12-18'): UrgentLearner => ({
  enrolmentId: `enrolment of ${name}`,
  name,
  nextJuryOn,
});

/** Asked of a tutor, opened, four days late. */
export const appraisal = {
  learner: learner('Cissé Aminata'),
  blockCode: 'B3',
  tutorName: 'Ferrand Hélène',
  tutorPhone: '02 43 00 00 00',
  dueOn: '2026-11-19',
  openedOn: '2026-11-19',
  remindersSent: 2,
  signedOn: null,
};
/** Of the day before yesterday, without two presences. */
export const sheet = {
  slotId: 's1',
  title: 'Identitovigilance',
  cohortId: 'c1',
  cohortName: 'Automne 2026',
  heldOn: '2026-11-21',
  halfDay: 'afternoon' as const,
  trainerName: 'Petit Sandrine',
  expectedCount: 14,
  unrecorded: ['El Amrani Sofia', 'Garnier Élodie'],
};
