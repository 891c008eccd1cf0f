/** A week in few words: weekdays are 1 for Monday to 6 for Saturday. */
interface WeekStory {
  readonly mornings: readonly number[];
  readonly afternoons: readonly number[];
  readonly avoidedMornings?: readonly number[];
  readonly avoidedAfternoons?: readonly number[];
  readonly minHours: number;
  readonly maxHours: number;
  readonly eurosPerHour: number;
}

/** A trainer of the story. Every name is invented. */
export interface TrainerStory {
  readonly givenName: string;
  readonly birthName: string;
  readonly email: string;
  /** `null`: nobody has completed the file yet. */
  readonly week: WeekStory | null;
  /** Codes of the blocks taught, in every version. */
  readonly blocks: readonly string[];
  /** Accredited for the AFGSU (W1) for so many days from today; without it these modules are others'. */
  readonly accreditedFor?: number;
  /** Teaches the AFGSU alone. */
  readonly onlyCredential?: true;
  /** Days from today to the first and the last day of an absence. */
  readonly away?: { readonly from: number; readonly to: number; readonly label: string };
}

export interface RoomStory {
  readonly name: string;
  readonly seats: number;
  readonly equipment: readonly string[];
  /** Days from today. */
  readonly closed?: { readonly from: number; readonly to: number; readonly label: string };
}

/** Who trains in a centre, and where; the first trainer is the demonstration's account. */
export interface StaffStory {
  readonly trainers: readonly [TrainerStory, ...TrainerStory[]];
  readonly rooms: readonly RoomStory[];
}

const everyBlock = ['B1', 'B2', 'B3', 'B4', 'FAE'];
const workdays = [1, 2, 3, 4, 5];
const projector = 'vidéoprojecteur';
const manikins = 'mannequins de secourisme';

const leMans: StaffStory = {
  trainers: [
    {
      givenName: 'Sandrine',
      birthName: 'Petit',
      email: 'formation@le-mans.example',
      week: {
        mornings: workdays,
        afternoons: workdays,
        minHours: 14,
        maxHours: 35,
        eurosPerHour: 42,
      },
      blocks: everyBlock,
      accreditedFor: 640,
    },
    {
      givenName: 'Julien',
      birthName: 'Roche',
      email: 'julien.roche@le-mans.example',
      week: {
        mornings: [1, 2, 3, 4],
        afternoons: [1, 2, 3, 4],
        avoidedAfternoons: [3],
        minHours: 7,
        maxHours: 28,
        eurosPerHour: 38,
      },
      blocks: ['B1', 'B2', 'FAE'],
      away: { from: 63, to: 74, label: 'Congés' },
    },
    {
      givenName: 'Amina',
      birthName: 'Belkacem',
      email: 'amina.belkacem@le-mans.example',
      week: {
        mornings: [3, 4, 5],
        afternoons: [3, 4, 5],
        minHours: 0,
        maxHours: 21,
        eurosPerHour: 45,
      },
      blocks: ['B3', 'B4'],
      accreditedFor: 410,
    },
    {
      givenName: 'Odile',
      birthName: 'Garreau',
      email: 'odile.garreau@le-mans.example',
      week: {
        mornings: workdays,
        afternoons: [1, 2],
        avoidedMornings: [5],
        minHours: 0,
        maxHours: 21,
        eurosPerHour: 40,
      },
      blocks: ['B2', 'B3', 'B4', 'FAE'],
    },
    {
      givenName: 'Yann',
      birthName: 'Le Bihan',
      email: 'yann.lebihan@samu.example',
      week: {
        mornings: [2, 4],
        afternoons: [2, 4],
        minHours: 0,
        maxHours: 14,
        eurosPerHour: 62,
      },
      blocks: ['B4'],
      accreditedFor: 900,
      onlyCredential: true,
    },
    {
      givenName: 'Mathilde',
      birthName: 'Lorieux',
      email: 'mathilde.lorieux@le-mans.example',
      week: null,
      blocks: [],
    },
  ],
  rooms: [
    { name: 'Salle 1', seats: 16, equipment: [projector] },
    { name: 'Salle 2', seats: 16, equipment: [projector, manikins] },
    {
      name: 'Salle 3',
      seats: 10,
      equipment: [],
      closed: { from: 33, to: 37, label: 'Peinture' },
    },
  ],
};

const afbb: StaffStory = {
  trainers: [
    {
      givenName: 'Sophie',
      birthName: 'Lambert',
      email: 'formation@afbb.example',
      week: {
        mornings: workdays,
        afternoons: workdays,
        minHours: 14,
        maxHours: 35,
        eurosPerHour: 48,
      },
      blocks: everyBlock,
      accreditedFor: 520,
    },
    {
      givenName: 'Marc',
      birthName: 'Aubry',
      email: 'marc.aubry@afbb.example',
      week: {
        mornings: [1, 2, 3, 4],
        afternoons: [1, 2, 3, 4],
        minHours: 7,
        maxHours: 28,
        eurosPerHour: 44,
      },
      blocks: ['B1', 'B2', 'FAE'],
      away: { from: 96, to: 109, label: 'Autre formation' },
    },
    {
      givenName: 'Leïla',
      birthName: 'Hamdi',
      email: 'leila.hamdi@afbb.example',
      week: {
        mornings: [2, 3, 4],
        afternoons: [2, 3, 4],
        avoidedAfternoons: [4],
        minHours: 0,
        maxHours: 21,
        eurosPerHour: 52,
      },
      blocks: ['B3', 'B4', 'FAE'],
      accreditedFor: 700,
    },
    {
      givenName: 'Thierry',
      birthName: 'Kessler',
      email: 'thierry.kessler@urgences.example',
      week: {
        mornings: [3, 5],
        afternoons: [3, 5],
        minHours: 0,
        maxHours: 14,
        eurosPerHour: 68,
      },
      blocks: ['B4'],
      accreditedFor: 45,
      onlyCredential: true,
    },
    {
      givenName: 'Pauline',
      birthName: 'Ferrer',
      email: 'pauline.ferrer@afbb.example',
      week: {
        mornings: [1, 3, 4],
        afternoons: [3, 4],
        minHours: 0,
        maxHours: 17,
        eurosPerHour: 41,
      },
      blocks: ['B1', 'B2', 'B3', 'B4'],
    },
  ],
  rooms: [
    { name: 'Salle Gérando', seats: 14, equipment: [projector, manikins] },
    { name: 'Salle Trudaine', seats: 14, equipment: [projector] },
    {
      name: 'Bureau Condorcet',
      seats: 6,
      equipment: [],
      closed: { from: 20, to: 24, label: 'Oraux d’une autre formation' },
    },
  ],
};

/** The staff and the rooms of the centres that the demonstration shows, by their slug. */
export const staffStories: ReadonlyMap<string, StaffStory> = new Map([
  ['le-mans', leMans],
  ['afbb', afbb],
]);
