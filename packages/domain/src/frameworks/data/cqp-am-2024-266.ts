import type { Framework } from '../framework.ts';
import { afgsu1, commonNotes, hours } from './cqp-am.ts';
import {
  assessments36358,
  blockNames36358,
  certification36358,
  competences36358,
} from './rncp-36358.ts';

const singleModule = (blockCode: 'B1' | 'B2' | 'B3', count: number) => [
  {
    code: `${blockCode}-M1`,
    name: blockNames36358[blockCode].name,
    minutes: hours(count),
    credentialCode: null,
  },
];

/** The programme shortened in 2024: 266 h of training, 279 h with the evaluation (H2). */
export const cqpAm2024Short: Framework = {
  code: 'CQP-AM-2024-266',
  title: 'CQP Assistant médical, 2024 (266 h)',
  certification: certification36358,
  outcome: 'certificate',
  durationMonths: { min: 10, max: 12 },
  hours: {
    statedMinutes: hours(266),
    trainingMinutes: hours(266),
    evaluationMinutes: hours(13),
    evaluationStatus: 'inferred',
  },
  rhythm: { daysPerWeek: 2, minutesPerDay: hours(7), closedMonths: [] },
  blocks: [
    {
      code: 'B1',
      ...blockNames36358.B1,
      statedMinutes: hours(77),
      evaluationMinutes: 210,
      modules: singleModule('B1', 77),
      competences: competences36358.B1,
      assessments: assessments36358.B1,
      requiredAssessments: 3,
      thresholdStatus: 'copied',
      source: 'W5 ; seuil repris de RNCP 40913, S1:L132',
    },
    {
      code: 'B2',
      ...blockNames36358.B2,
      statedMinutes: hours(98),
      evaluationMinutes: 210,
      modules: singleModule('B2', 98),
      competences: competences36358.B2,
      assessments: assessments36358.B2,
      requiredAssessments: 3,
      thresholdStatus: 'copied',
      source: 'W5 ; seuil repris de RNCP 40913, S1:L139',
    },
    {
      code: 'B3',
      ...blockNames36358.B3,
      statedMinutes: hours(35),
      evaluationMinutes: 150,
      modules: singleModule('B3', 35),
      competences: competences36358.B3,
      assessments: assessments36358.B3,
      requiredAssessments: 3,
      thresholdStatus: 'copied',
      source: 'W5 ; seuil repris de RNCP 40913, S1:L145',
    },
    {
      code: 'B4',
      ...blockNames36358.B4,
      statedMinutes: hours(56),
      evaluationMinutes: 210,
      modules: [
        {
          code: 'B4-M1',
          name: 'AFGSU niveau 1',
          minutes: hours(14),
          credentialCode: afgsu1.code,
        },
        {
          code: 'B4-M2',
          name: 'Assistance Opérationnelle au Praticien, hors AFGSU',
          minutes: hours(42),
          credentialCode: null,
        },
      ],
      competences: competences36358.B4,
      assessments: assessments36358.B4,
      requiredAssessments: 4,
      thresholdStatus: 'copied',
      source: 'W5, W1 ; seuil repris de RNCP 40913, S1:L155',
    },
  ],
  acceptedLevels: ['mastered', 'in_progress'],
  credentials: [afgsu1],
  blockRetentionMonths: null,
  resit: { scope: 'failed_assessments', maxAttempts: null },
  entryConditions: [
    { profile: 'school_leaver', minimumLevel: 4, minimumYears: 0, source: 'S4:L28' },
    { profile: 'jobseeker', minimumLevel: 4, minimumYears: 0, source: 'S4:L28' },
    { profile: 'career_changer', minimumLevel: 4, minimumYears: 0, source: 'S4:L28 ; S2:L184' },
    { profile: 'medical_secretary_certified', minimumLevel: 4, minimumYears: 0, source: 'S4:L28' },
    {
      profile: 'medical_secretary_uncertified',
      minimumLevel: null,
      minimumYears: 1,
      source: 'W10 ; S4:L28',
    },
    {
      profile: 'dental_assistant_certified',
      minimumLevel: 4,
      minimumYears: 0,
      source: 'S4:L28 ; S2:L183',
    },
    { profile: 'ide', minimumLevel: null, minimumYears: 0, source: 'S4:L28 ; S2:L185' },
    { profile: 'deas', minimumLevel: null, minimumYears: 0, source: 'S4:L28 ; S2:L185' },
    { profile: 'deap', minimumLevel: null, minimumYears: 0, source: 'S4:L28 ; S2:L185' },
  ],
  routes: ['professional_contract', 'continuing_training', 'pro_a', 'vae', 'jobseeker_poec_pic'],
  deadlineRegimes: ['regime_2024'],
  sources: [
    {
      reference: 'W5 (novembre 2024)',
      kind: 'source',
      text: 'Blocs de 77, 98, 35 et 56 h : 266 h de formation, pour un total annoncé de 279 h.',
    },
    {
      reference: 'S4:L38 ; W10, W3 (H2)',
      kind: 'disagreement',
      text: 'La formation est « réduite à 266 heures » (S4) ou « de 384 à 279 heures » (W10, W3).',
    },
    {
      reference: 'H2',
      kind: 'inferred',
      text: 'L’écart de 13 h est tenu pour l’évaluation (266 + 13 = 279), réparties en 3 h 30, 3 h 30, 2 h 30 et 3 h 30 par bloc.',
    },
    {
      reference: 'W5 ; S1:L126–155 (H3)',
      kind: 'disagreement',
      text: 'Même total de 279 h que le programme du Mans, autre répartition (84/75/35/70 + 15) : l’un ne se déduit pas de l’autre.',
    },
    {
      reference: 'S4:L38 (H4)',
      kind: 'disagreement',
      text: 'Le contenu serait inchangé alors que les heures baissent de 27 % : les compétences de 2022 sont gardées, les heures sont propres à cette version.',
    },
    {
      reference: 'W5 ; W1',
      kind: 'inferred',
      text: 'Les heures de chaque module sont inconnues : un module par bloc, sauf le bloc 4 où l’AFGSU niveau 1 (14 h) est séparée des 42 h restantes.',
    },
    {
      reference: 'W5 ; RNCP 40913, S1:L132–155',
      kind: 'inferred',
      text: 'Aucun seuil dans la source : ceux de RNCP 40913 sont repris (3/4, 3/4, 3/4, 4/6 avec l’AFGSU).',
    },
    {
      reference: 'W28',
      kind: 'inferred',
      text: 'Rythme proposé de 2 jours de 7 h par semaine, usuel en contrat de professionnalisation ; aucun mois fermé dans la source.',
    },
    {
      reference: 'S2:L183 ; S1:L57',
      kind: 'disagreement',
      text: 'Assistants dentaires : « de niveau 1, avec titre validé » (S2), titre de niveau 4 (S1). Le niveau 4 est retenu.',
    },
    {
      reference: 'S2:L170, S1:L42 ; S4:L34',
      kind: 'disagreement',
      text: 'Délai d’obtention : 2 ans depuis le 22 juin 2024 (S4), et non plus 3 ans (S2, S1:L42).',
    },
    ...commonNotes,
    {
      reference: 'S4:L36 ; W22–W25',
      kind: 'inferred',
      text: 'Ameli cite des assistants médicaux en Pro-A : la voie est ouverte à qui l’a commencée avant 2026, où elle a pris fin.',
    },
  ],
};
