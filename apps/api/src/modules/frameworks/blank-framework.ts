import type { Framework } from '@jalon/domain';

/** A version with nothing in it yet: the screen asks for what publication needs. */
export const createBlankFramework = (): Framework => ({
  code: '',
  title: '',
  certification: {
    name: 'À compléter',
    rncp: null,
    level: 4,
    nsf: null,
    certifier: 'À compléter',
    registeredFrom: null,
    registeredTo: null,
  },
  outcome: 'certificate',
  durationMonths: { min: 6, max: 12 },
  hours: { statedMinutes: 0, trainingMinutes: 0, evaluationMinutes: 0, evaluationStatus: 'stated' },
  rhythm: { daysPerWeek: 2, minutesPerDay: 420, closedMonths: [] },
  blocks: [],
  acceptedLevels: ['mastered', 'in_progress'],
  credentials: [],
  blockRetentionMonths: null,
  resit: { scope: 'failed_assessments', maxAttempts: null },
  entryConditions: [],
  routes: ['continuing_training', 'professional_contract'],
  deadlineRegimes: ['regime_2024'],
  sources: [],
});
