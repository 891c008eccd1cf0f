import type { CentreStory, LearnerStory } from '../story.ts';
import { caregiver, contract, employed, experienced, who } from './people.ts';

const afbbRunning: readonly LearnerStory[] = [
  {
    ...who(['Inès', 'Caron', 'F', '1999-02-18']),
    ...employed,
    practice: 0,
    email: 'apprenant@afbb.example',
  },
  {
    ...who(['Mehdi', 'Rahal', 'M', '2001-05-29']),
    ...contract,
    practice: 1,
    dispensation: { blockCode: 'B2', moduleCode: 'B2-M1', minutes: 2100, state: 'partial' },
  },
  {
    ...who(['Sarah', 'Lévy', 'F', '1993-09-09']),
    ...employed,
    practice: 0,
    unsignedBlock: 'B3',
    dispensation: { blockCode: 'B2', moduleCode: 'B2-M2', minutes: 840, state: 'granted' },
  },
  {
    ...who(['Awa', 'Traoré', 'F', '1998-12-24']),
    ...contract,
    practice: 2,
    absentEvery: 5,
    dispensation: { blockCode: 'B2', moduleCode: 'B2-M1', minutes: 2100, state: 'withdrawn' },
  },
  {
    ...who(['Lucas', 'Fabre', 'M', '1997-04-02']),
    ...employed,
    practice: 2,
    dispensation: { blockCode: 'B2', moduleCode: 'B2-M3', minutes: 1680, state: 'refused' },
  },
  { ...who(['Emma', 'Nicolas', 'F', '2000-08-11']), ...contract, practice: 1, withdraws: true },
];

const afbbPast: readonly LearnerStory[] = [
  { ...who(['Chloé', 'Berger', 'F', '1995-06-20']), ...employed, practice: 0 },
  { ...who(['Karim', 'Haddad', 'M', '1991-01-13']), ...employed, practice: 1 },
  { ...who(['Laura', 'Pinto', 'F', '1999-10-31']), ...contract, practice: 2, failsBlock: 'B3' },
];

const afbbCaregivers: readonly LearnerStory[] = [
  { ...who(['Fatou', 'Ndiaye', 'F', '1986-03-27']), ...caregiver, practice: 2 },
  {
    ...who(['Marie', 'Chevalier', 'F', '1983-11-05']),
    ...caregiver,
    profile: 'ide',
    diplomaLevel: 6,
    practice: 0,
  },
];

/** Those of next winter: one about to enter, and a candidate whose experience is to be validated. */
const afbbComing: readonly LearnerStory[] = [
  { ...who(['Jade', 'Marchand', 'F', '2005-04-16']), ...contract, practice: 1 },
  { ...who(['Nathalie', 'Brunet', 'F', '1979-08-03']), ...experienced, practice: 1 },
];

/** afbb: a cohort in every state, one that meets today, an FAE, one that sits again today. */
export const afbbStory: CentreStory = {
  slug: 'afbb',
  practices: [
    {
      name: 'Cabinet du Dr Vasseur',
      kind: 'practice',
      phone: '01 40 00 00 10',
      tutor: { givenName: 'Paul', birthName: 'Vasseur', email: 'tutorat@afbb.example' },
      tutorIsEmployer: true,
    },
    {
      name: 'Maison de santé Trudaine',
      kind: 'group',
      phone: '01 40 00 00 11',
      tutor: { givenName: 'Isabelle', birthName: 'Renaud', email: 'i.renaud@trudaine.example' },
      tutorIsEmployer: false,
    },
    {
      name: 'Centre de santé Maubeuge',
      kind: 'health_centre',
      phone: '01 40 00 00 12',
      tutor: { givenName: 'Samuel', birthName: 'Attal', email: 's.attal@maubeuge.example' },
      tutorIsEmployer: false,
    },
  ],
  jury: [
    {
      givenName: 'Hélène',
      familyName: 'Rousselet',
      email: 'jury@afbb.example',
      college: 'employee',
      isChair: true,
    },
    {
      givenName: 'Bruno',
      familyName: 'Mercier',
      email: 'b.mercier@jury.example',
      college: 'employer',
    },
  ],
  cohorts: [
    {
      name: '{saison}',
      frameworkCode: 'CQP-AM-2022-AFBB',
      startsIn: -780,
      resitsToday: true,
      weekdays: [1, 2],
      minutesPerDay: 420,
      closedMonths: [7, 8],
      capacity: 12,
      juryIn: -480,
      state: 'completed',
      room: 'Salle Gérando',
      learners: afbbPast,
    },
    {
      name: '{saison}',
      frameworkCode: 'CQP-AM-2022-AFBB',
      startsIn: -68,
      meetsToday: true,
      weekdays: [1, 2],
      minutesPerDay: 420,
      closedMonths: [7, 8],
      capacity: 12,
      juryIn: 215,
      state: 'running',
      room: 'Salle Gérando',
      learners: afbbRunning,
    },
    {
      name: '{saison}, FAE soignants',
      frameworkCode: 'FAE-112',
      startsIn: -64,
      weekdays: [4, 5],
      minutesPerDay: 420,
      closedMonths: [7, 8],
      capacity: 10,
      juryIn: null,
      state: 'running',
      room: 'Salle Gérando',
      learners: afbbCaregivers,
    },
    {
      name: '{saison}',
      frameworkCode: 'CQP-AM-2022-AFBB',
      startsIn: 75,
      weekdays: [3, 4],
      minutesPerDay: 420,
      closedMonths: [7, 8],
      capacity: 12,
      juryIn: null,
      state: 'planned',
      room: 'Salle Trudaine',
      learners: afbbComing,
    },
    {
      name: '{saison}, en cabinet',
      frameworkCode: 'CQP-AM-2022-AFBB',
      startsIn: 110,
      weekdays: [4, 5],
      minutesPerDay: 420,
      closedMonths: [7, 8],
      capacity: 12,
      juryIn: null,
      state: 'postponed',
      room: 'Salle Trudaine',
      learners: [],
    },
    {
      name: '{saison}',
      frameworkCode: 'CQP-AM-2022-AFBB',
      startsIn: 250,
      weekdays: [1, 2],
      minutesPerDay: 420,
      closedMonths: [7, 8],
      capacity: 12,
      juryIn: null,
      state: 'draft',
      room: 'Salle Gérando',
      learners: [],
    },
  ],
};
