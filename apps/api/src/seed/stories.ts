import type { CentreStory, LearnerStory } from './story.ts';

const employed = {
  profile: 'medical_secretary_certified',
  diplomaLevel: 4,
  route: 'continuing_training',
  funder: 'opco_ep',
} as const;
const contract = {
  profile: 'school_leaver',
  diplomaLevel: 4,
  route: 'professional_contract',
  funder: 'opco_ep',
} as const;
const caregiver = {
  profile: 'deas',
  diplomaLevel: 4,
  route: 'continuing_training',
  funder: 'opco_ep',
} as const;

type Person = readonly [givenName: string, birthName: string, sex: 'F' | 'M', birthDate: string];
const who = ([givenName, birthName, sex, birthDate]: Person) => ({
  givenName,
  birthName,
  sex,
  birthDate,
});

const leMansAutumn: readonly LearnerStory[] = [
  {
    ...who(['Lina', 'Abadie', 'F', '1998-04-12']),
    ...employed,
    practice: 0,
    email: 'apprenant@le-mans.example',
    afgsuLeft: -16,
  },
  { ...who(['Maxime', 'Bonnet', 'M', '2001-09-30']), ...contract, practice: 1, failsBlock: 'B2' },
  {
    ...who(['Aminata', 'Cissé', 'F', '1995-01-22']),
    ...employed,
    practice: 0,
    unsignedBlock: 'B3',
    dispensation: { blockCode: 'B2', moduleCode: null, minutes: 4500, state: 'granted' },
  },
  { ...who(['Inès', 'Delmas', 'F', '2000-06-05']), ...contract, practice: 2, hiredDaysAgo: 690 },
  {
    ...who(['Sofia', 'El Amrani', 'F', '1992-11-17']),
    ...employed,
    practice: 2,
    entersAfterDays: 21,
  },
  {
    ...who(['Hugo', 'Fontaine', 'M', '1999-03-08']),
    ...contract,
    practice: 3,
    absentEvery: 4,
    afgsuLeft: null,
  },
  { ...who(['Élodie', 'Garnier', 'F', '1989-08-26']), ...employed, practice: 3 },
  {
    ...who(['Noé', 'Petitjean', 'M', '2002-02-14']),
    ...contract,
    practice: 1,
    dispensation: { blockCode: 'B3', moduleCode: null, minutes: 2100, state: 'transmitted' },
  },
];

const leMansPast: readonly LearnerStory[] = [
  { ...who(['Julie', 'Moreau', 'F', '1994-05-03']), ...employed, practice: 0 },
  { ...who(['Rui', 'Da Silva', 'M', '1990-10-19']), ...employed, practice: 1, failsBlock: 'B2' },
  { ...who(['Camille', 'Hervé', 'F', '1997-07-07']), ...contract, practice: 2 },
  { ...who(['Thomas', 'Leroux', 'M', '2000-12-01']), ...contract, practice: 3, afgsuLeft: null },
  { ...who(['Yasmine', 'Kaci', 'F', '1996-03-15']), ...employed, practice: 2, absentEvery: 9 },
];

const afbbRunning: readonly LearnerStory[] = [
  {
    ...who(['Inès', 'Caron', 'F', '1999-02-18']),
    ...employed,
    practice: 0,
    email: 'apprenant@afbb.example',
  },
  { ...who(['Mehdi', 'Rahal', 'M', '2001-05-29']), ...contract, practice: 1 },
  {
    ...who(['Sarah', 'Lévy', 'F', '1993-09-09']),
    ...employed,
    practice: 0,
    dispensation: { blockCode: 'B2', moduleCode: 'B2-M2', minutes: 840, state: 'granted' },
  },
  { ...who(['Awa', 'Traoré', 'F', '1998-12-24']), ...contract, practice: 2, absentEvery: 5 },
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

/** The lives of the two centres that the demonstration shows. Every name is invented. */
export const stories: readonly CentreStory[] = [
  {
    slug: 'le-mans',
    practices: [
      {
        name: 'Cabinet du Dr Ferrand',
        kind: 'practice',
        phone: '02 43 00 00 10',
        tutor: { givenName: 'Hélène', birthName: 'Ferrand', email: 'tutorat@le-mans.example' },
        tutorIsEmployer: true,
      },
      {
        name: 'MSP des Jacobins',
        kind: 'group',
        phone: '02 43 00 00 11',
        tutor: { givenName: 'Pierre', birthName: 'Le Gall', email: 'p.legall@jacobins.example' },
        tutorIsEmployer: false,
      },
      {
        name: 'Cabinet du Dr Roussel',
        kind: 'practice',
        phone: '02 43 00 00 12',
        tutor: {
          givenName: 'Agnès',
          birthName: 'Roussel',
          email: 'a.roussel@cabinet-roussel.example',
        },
        tutorIsEmployer: true,
      },
      {
        name: 'Centre de santé Gambetta',
        kind: 'health_centre',
        phone: '02 43 00 00 13',
        tutor: { givenName: 'Olivier', birthName: 'Nguyen', email: 'o.nguyen@gambetta.example' },
        tutorIsEmployer: false,
      },
    ],
    jury: [
      {
        givenName: 'Karim',
        familyName: 'Tazi',
        email: 'jury@le-mans.example',
        college: 'employer',
        isChair: true,
      },
      {
        givenName: 'Martine',
        familyName: 'Duval',
        email: 'm.duval@jury.example',
        college: 'employee',
      },
      {
        givenName: 'Jean',
        familyName: 'Lemoine',
        email: 'j.lemoine@jury.example',
        college: 'employer',
      },
      {
        givenName: 'Sylvie',
        familyName: 'Brunet',
        email: 's.brunet@jury.example',
        college: 'employee',
      },
    ],
    cohorts: [
      {
        name: '{saison}',
        frameworkCode: 'CQP-AM-40913-LEMANS',
        startsIn: -420,
        resitsToday: true,
        weekdays: [4, 5],
        minutesPerDay: 420,
        closedMonths: [],
        capacity: 14,
        juryIn: -190,
        state: 'completed',
        room: 'Salle 1',
        learners: leMansPast,
      },
      {
        name: '{saison}',
        frameworkCode: 'CQP-AM-40913-LEMANS',
        startsIn: -118,
        meetsToday: true,
        weekdays: [1, 2],
        minutesPerDay: 420,
        closedMonths: [],
        capacity: 14,
        juryIn: 27,
        state: 'running',
        room: 'Salle 2',
        learners: leMansAutumn,
      },
      {
        name: '{saison}',
        frameworkCode: 'CQP-AM-40913-LEMANS',
        startsIn: 49,
        weekdays: [3, 4],
        minutesPerDay: 420,
        closedMonths: [8],
        capacity: 14,
        juryIn: 230,
        state: 'planned',
        room: 'Salle 2',
        learners: [],
      },
      {
        name: '{saison}',
        frameworkCode: 'CQP-AM-40913-LEMANS',
        startsIn: 140,
        weekdays: [1, 2],
        minutesPerDay: 420,
        closedMonths: [8],
        capacity: 12,
        juryIn: null,
        state: 'draft',
        room: 'Salle 1',
        learners: [],
      },
      {
        name: '{saison}, Sablé-sur-Sarthe',
        frameworkCode: 'CQP-AM-40913-LEMANS',
        startsIn: 20,
        weekdays: [5],
        minutesPerDay: 420,
        closedMonths: [],
        capacity: 10,
        juryIn: null,
        state: 'postponed',
        room: 'Salle 3',
        learners: [],
      },
    ],
  },
  {
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
        learners: [],
      },
    ],
  },
];
