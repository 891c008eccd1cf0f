import type { Framework } from '../framework.ts';
import { hours } from './cqp-am.ts';
import { administrativeModules } from './rncp-36358.ts';

/** The adaptation training of nurses and care assistants: 112 h, an attestation, no CQP. */
export const fae112: Framework = {
  code: 'FAE-112',
  title: 'Formation d’adaptation à l’emploi d’assistant médical (112 h)',
  certification: null,
  outcome: 'attestation',
  durationMonths: { min: 1, max: 12 },
  hours: {
    statedMinutes: hours(112),
    trainingMinutes: hours(112),
    evaluationMinutes: 0,
    evaluationStatus: 'stated',
  },
  rhythm: { daysPerWeek: 2, minutesPerDay: hours(7), closedMonths: [] },
  blocks: [
    {
      code: 'FAE',
      name: 'Organisation et gestion administrative du cabinet médical',
      shortName: 'Gestion administrative',
      statedMinutes: hours(112),
      evaluationMinutes: 0,
      modules: administrativeModules('FAE'),
      competences: [],
      assessments: [],
      requiredAssessments: 0,
      thresholdStatus: 'stated',
      source: 'S2:L195 ; arrêté du 7 novembre 2019, W4',
    },
  ],
  acceptedLevels: ['mastered', 'in_progress'],
  credentials: [],
  blockRetentionMonths: null,
  resit: { scope: 'failed_assessments', maxAttempts: null },
  entryConditions: [
    { profile: 'ide', minimumLevel: null, minimumYears: 0, source: 'S0:L72, L80 ; S2:L195 ; W4' },
    { profile: 'deas', minimumLevel: null, minimumYears: 0, source: 'S0:L74, L80 ; S2:L195 ; W4' },
    { profile: 'deap', minimumLevel: null, minimumYears: 0, source: 'S0:L76, L80 ; S2:L195 ; W4' },
  ],
  routes: ['continuing_training'],
  deadlineRegimes: ['arrete_2019_fae', 'regime_2019', 'regime_2024'],
  sources: [
    {
      reference: 'S2:L195 ; W4 ; S0:L80',
      kind: 'source',
      text: 'Formation de 112 h dans le seul champ de l’organisation et de la gestion administrative du cabinet, requise dans les 3 ans de la prise de fonction ; elle ne donne pas le CQP.',
    },
    {
      reference: 'S0:L152–172 (H7)',
      kind: 'inferred',
      text: 'Les 112 h sont celles de l’ancien bloc 2 de l’afbb, dont les cinq modules font exactement 112 h.',
    },
    {
      reference: 'S2:L195 ; W5, S1:L134 ; W7 (H7)',
      kind: 'disagreement',
      text: 'Les versions de 279 h réduisent le bloc 2 à 98 h ou 75 h, mais W7 annonce toujours 112 h pour la FAE : 112 h sont gardées.',
    },
    {
      reference: 'S2:L195',
      kind: 'inferred',
      text: 'Aucune source ne décrit d’épreuve, d’évaluation ni d’appréciation du tuteur pour la FAE : elle se termine par une attestation.',
    },
    {
      reference: 'W22–W25, W40',
      kind: 'inferred',
      text: '112 h est moins que les 150 h d’un contrat de professionnalisation ou d’une période de reconversion : seule la formation continue est ouverte.',
    },
    {
      reference: 'W4 ; S4:L34, S2:L168–170',
      kind: 'disagreement',
      text: 'Deux délais courent ensemble : 3 ans après la prise de fonction (arrêté) et celui de la convention médicale selon la date du contrat.',
    },
    {
      reference: 'W7 ; W28',
      kind: 'inferred',
      text: 'Durée et rythme ne sont dans aucune source sûre : jusqu’à 12 mois, 2 jours de 7 h par semaine proposés.',
    },
  ],
};
