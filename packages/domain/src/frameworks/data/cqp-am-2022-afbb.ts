import type { Framework } from '../framework.ts';
import { afgsu1, commonNotes, hours, listModules } from './cqp-am.ts';
import {
  administrativeModules,
  assessments36358,
  blockNames36358,
  certification36358,
  competences36358,
} from './rncp-36358.ts';

const assistanceModules = listModules('B4', [
  ['AFGSU niveau 1', 14],
  ['Constantes et Mesures', 14],
  ['Gestion des stocks', 7],
  ['Assistance technique au praticien', 42],
]).map((module, index) => (index === 0 ? { ...module, credentialCode: afgsu1.code } : module));

/** afbb, Paris, September 2022: 15 printed modules, 371 h, for a stated total of 384 h. */
export const cqpAm2022Afbb: Framework = {
  code: 'CQP-AM-2022-AFBB',
  title: 'CQP Assistant médical, afbb 2022 (384 h)',
  certification: certification36358,
  outcome: 'certificate',
  durationMonths: { min: 12, max: 12 },
  hours: {
    statedMinutes: hours(384),
    trainingMinutes: hours(371),
    evaluationMinutes: hours(13),
    evaluationStatus: 'inferred',
  },
  rhythm: { daysPerWeek: 2, minutesPerDay: hours(7), closedMonths: [7, 8] },
  blocks: [
    {
      code: 'B1',
      ...blockNames36358.B1,
      statedMinutes: hours(105),
      evaluationMinutes: 210,
      modules: listModules('B1', [
        ['Examens et soins courants en cabinet médical', 21],
        ['Parcours de santé et coordination', 35],
        ['Vaccination et Dépistages', 14],
        ['Politiques de santé publique', 35],
      ]),
      competences: competences36358.B1,
      assessments: assessments36358.B1,
      requiredAssessments: 3,
      thresholdStatus: 'copied',
      source: 'S0:L112–134 ; seuil repris de RNCP 40913, S1:L132',
    },
    {
      code: 'B2',
      ...blockNames36358.B2,
      statedMinutes: hours(112),
      evaluationMinutes: 210,
      modules: administrativeModules('B2'),
      competences: competences36358.B2,
      assessments: assessments36358.B2,
      requiredAssessments: 3,
      thresholdStatus: 'copied',
      source: 'S0:L152–172 ; seuil repris de RNCP 40913, S1:L139',
    },
    {
      code: 'B3',
      ...blockNames36358.B3,
      statedMinutes: hours(77),
      evaluationMinutes: 150,
      modules: listModules('B3', [
        ['Gestion du risque contaminant', 42],
        ['Identito-vigilance et pharmacovigilance', 35],
      ]),
      competences: competences36358.B3,
      assessments: assessments36358.B3,
      requiredAssessments: 3,
      thresholdStatus: 'copied',
      source: 'S0:L136–150 ; seuil repris de RNCP 40913, S1:L145',
    },
    {
      code: 'B4',
      ...blockNames36358.B4,
      statedMinutes: hours(77),
      evaluationMinutes: 210,
      modules: assistanceModules,
      competences: competences36358.B4,
      assessments: assessments36358.B4,
      requiredAssessments: 4,
      thresholdStatus: 'copied',
      source: 'S0:L174–194 ; seuil repris de RNCP 40913, S1:L155',
    },
  ],
  acceptedLevels: ['mastered', 'in_progress'],
  credentials: [afgsu1],
  blockRetentionMonths: null,
  resit: { scope: 'failed_assessments', maxAttempts: null },
  entryConditions: [
    { profile: 'school_leaver', minimumLevel: 4, minimumYears: 0, source: 'S0:L90' },
    { profile: 'jobseeker', minimumLevel: 4, minimumYears: 0, source: 'S0:L92' },
    { profile: 'medical_secretary_certified', minimumLevel: 4, minimumYears: 0, source: 'S0:L94' },
    {
      profile: 'medical_secretary_uncertified',
      minimumLevel: null,
      minimumYears: 3,
      source: 'S0:L94',
    },
  ],
  routes: ['professional_contract', 'continuing_training', 'pro_a', 'vae'],
  deadlineRegimes: ['regime_2019'],
  sources: [
    {
      reference: 'S0:L102–194',
      kind: 'source',
      text: 'Programme de l’afbb, session de septembre 2022. Les blocs y sont imprimés dans l’ordre 1, 3, 2, 4 ; ils suivent ici l’ordre de S1 et S2.',
    },
    {
      reference: 'S0:L104 ; S2:L189 (H1)',
      kind: 'disagreement',
      text: 'La page annonce 384 h, les 15 modules imprimés font 371 h : 13 h ne sont expliquées nulle part.',
    },
    {
      reference: 'H1, H2',
      kind: 'inferred',
      text: 'Les 13 h manquantes sont tenues pour l’évaluation (le même écart sépare 279 h de 266 h), réparties en 3 h 30, 3 h 30, 2 h 30 et 3 h 30 par bloc.',
    },
    {
      reference: 'S0 ; RNCP 40913, S1:L132–155',
      kind: 'inferred',
      text: 'S0 ne donne aucun seuil : ceux de RNCP 40913 sont repris (3/4, 3/4, 3/4, 4/6 avec l’AFGSU).',
    },
    {
      reference: 'S0:L158, L160, L178',
      kind: 'source',
      text: 'Les modules Vocabulaire médical, Logiciel médical, et Constantes et mesures ne portent aucune compétence dans S0.',
    },
    {
      reference: 'W8 ; S1:L184',
      kind: 'disagreement',
      text: 'RNCP 36358 est enregistrée le 22/04/2022 selon W8, le 25/04/2022 selon S1.',
    },
    {
      reference: 'S0:L94 ; S1:L56 ; W10',
      kind: 'disagreement',
      text: 'Secrétaire sans certification : 3 ans d’expérience en 2022, 1 an depuis l’abaissement décidé par la branche en 2023.',
    },
    {
      reference: 'S0:L96–100, L198–202',
      kind: 'source',
      text: 'Le tableau des dispenses annoncé par S0 n’est dans aucune source lue : à saisir par le centre avec sa référence.',
    },
    {
      reference: 'S1:L183 ; W11',
      kind: 'source',
      text: 'La certification est ouverte à la VAE depuis avril 2022.',
    },
    ...commonNotes,
    {
      reference: 'S4:L36 ; W22–W25',
      kind: 'inferred',
      text: 'Ameli cite des assistants médicaux en Pro-A : la voie est ouverte à qui l’a commencée avant 2026, où elle a pris fin.',
    },
  ],
};
