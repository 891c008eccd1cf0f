import { countNoun, formatDay } from '../french-format.ts';
import { addDays, addYears, isTypedYear, type PlainDate } from '../plain-date.ts';
import type { DeadlineRegime } from '../vocabulary.ts';
import { type DeadlineSuspension, mergeSuspensions, suspendClock } from './suspend-clock.ts';

export const deadlineKinds = ['enrol', 'obtain'] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

/** What the centre's list of deadlines holds: the clocks of the convention, and the OPCO's (DOMAIN 7). */
export const listedDeadlineKinds = [...deadlineKinds, 'early_end'] as const;

export const deadlineAnchors = ['hire_date', 'cpam_contract_signed_on', 'duty_start_on'] as const;
export type DeadlineAnchor = (typeof deadlineAnchors)[number];

/** The dates of one employment that start a clock; `null` when not known. */
export interface EmploymentDates {
  readonly hireDate: PlainDate | null;
  readonly dutyStartOn: PlainDate | null;
  readonly cpamContractSignedOn: PlainDate | null;
  /** The convention's regime when someone chose it by hand. */
  readonly regimeOverride: ConventionRegime | null;
}

export type ConventionRegime = Exclude<DeadlineRegime, 'arrete_2019_fae'>;

/** One clock: what must be done, by when, counted from what, and where that is written. */
export interface DeadlineRow {
  readonly kind: DeadlineKind;
  readonly regime: DeadlineRegime;
  readonly anchor: DeadlineAnchor;
  readonly anchorOn: PlainDate;
  readonly years: number;
  /** Last day to comply, suspensions included. */
  readonly dueOn: PlainDate;
  readonly originalDueOn: PlainDate;
  readonly suspendedDays: number;
  readonly source: string;
  /** The earliest of its kind: the one to keep. */
  readonly isOperative: boolean;
  /** The others, shown beside it with their source (Q8). */
  readonly isInformation: boolean;
  /** Who is bound, to what, by when and why, in full. */
  readonly sentence: string;
}

/** The convention in force from this day has other clocks (S4:L34). */
const convention2024From: PlainDate = '2024-06-22';

interface Clock {
  readonly kind: DeadlineKind;
  readonly anchor: DeadlineAnchor;
  readonly years: number;
  readonly source: string;
}

const clocks: Record<DeadlineRegime, readonly Clock[]> = {
  regime_2019: [
    { kind: 'enrol', anchor: 'hire_date', years: 2, source: 'Avenant 7 art. 9-2 (W16), S2:L168' },
    { kind: 'obtain', anchor: 'hire_date', years: 3, source: 'Avenant 7 art. 9-2 (W16), S2:L168' },
  ],
  regime_2024: [
    {
      kind: 'enrol',
      anchor: 'cpam_contract_signed_on',
      years: 1,
      source: 'JO du 21/06/2024, S1:L100–104',
    },
    { kind: 'obtain', anchor: 'hire_date', years: 2, source: 'ameli.fr, S4:L34' },
    {
      kind: 'obtain',
      anchor: 'cpam_contract_signed_on',
      years: 2,
      source: 'JO du 21/06/2024, S1:L100–104',
    },
  ],
  arrete_2019_fae: [
    { kind: 'obtain', anchor: 'duty_start_on', years: 3, source: 'Arrêté du 7 novembre 2019 (W4)' },
  ],
};

/** Texts that bind nobody any more and are still read (DOMAIN 6). */
const outdatedClocks: Partial<Record<DeadlineRegime, readonly Clock[]>> = {
  regime_2024: [
    { kind: 'enrol', anchor: 'hire_date', years: 2, source: 'W7' },
    { kind: 'obtain', anchor: 'hire_date', years: 3, source: 'W7, S1:L42' },
  ],
};

/** What an outdated text would ask: told with its source, never a deadline to keep. */
export interface OutdatedDeadline {
  readonly kind: DeadlineKind;
  readonly dueOn: PlainDate;
  readonly source: string;
  readonly sentence: string;
}

/**
 * The convention that binds: the one chosen by hand; else that of the contract's date, before
 * 22/06/2024 or from it (DOMAIN 6). Without a contract date, the one in force on the hire date;
 * without either, the only one that the framework version names, else that of today's.
 */
export function conventionRegime(
  employment: EmploymentDates,
  frameworkRegimes: readonly DeadlineRegime[],
): ConventionRegime | null {
  const named = frameworkRegimes.filter((regime) => regime !== 'arrete_2019_fae');
  const [only] = named;
  if (only === undefined) return null;
  if (employment.regimeOverride !== null) return employment.regimeOverride;
  const day = believed(employment.cpamContractSignedOn) ?? believed(employment.hireDate);
  if (day !== null) return day < convention2024From ? 'regime_2019' : 'regime_2024';
  return named.length === 1 ? only : 'regime_2024';
}

/**
 * Every deadline of one employment, one row per kind, anchor and source (DOMAIN 6). An FAE has two
 * clocks: the arrêté's three years from taking up duties and the convention's. A row whose anchor
 * date is not known, or of a year that nobody would believe, is left out, except that duties are taken to start on the hire date. Same day
 * and month `years` later, 29 February becoming 28 February. Suspensions: see `suspendClock`.
 * @throws RangeError for a date that does not exist or a suspension that ends before it starts.
 */
export function computeDeadlines(input: {
  readonly employment: EmploymentDates;
  readonly frameworkRegimes: readonly DeadlineRegime[];
  readonly outcome: 'certificate' | 'attestation';
  readonly suspensions: readonly DeadlineSuspension[];
}): readonly DeadlineRow[] {
  const { employment, frameworkRegimes, outcome } = input;
  const convention = conventionRegime(employment, frameworkRegimes);
  const regimes: DeadlineRegime[] = [
    ...(convention === null ? [] : [convention]),
    ...frameworkRegimes.filter((regime) => regime === 'arrete_2019_fae'),
  ];
  const rows = regimes.flatMap((regime) => {
    // Days suspended with a proof shift what the convention asks (DOMAIN 6, Q9): the CPN suspended its 2 years
    // (S4:L36), and whoever cannot begin in time is given the 1 year back too. Nothing suspends the arrêté.
    const merged = mergeSuspensions(regime === 'arrete_2019_fae' ? [] : input.suspensions);
    return clocks[regime].flatMap((clock) => {
      const anchored = anchorClock(clock, employment);
      if (anchored === null) return [];
      const originalDueOn = addYears(anchored.anchorOn, clock.years);
      const suspendedDays = suspendClock(anchored.anchorOn, originalDueOn, merged);
      const dueOn = suspendedDays === 0 ? originalDueOn : addDays(originalDueOn, suspendedDays);
      const { kind, years, source } = clock;
      return [{ kind, regime, ...anchored, years, dueOn, originalDueOn, suspendedDays, source }];
    });
  });
  return rows.map((row) => {
    const isOperative = rows.find((other) => isEarliest(other, rows, row.kind)) === row;
    return { ...row, isOperative, isInformation: !isOperative, sentence: describe(row, outcome) };
  });
}

/**
 * What texts of an earlier convention, still on some sites, would ask of this employment (DOMAIN 6):
 * whoever reads them sees why the deadlines above are others.
 * @throws RangeError for a date that does not exist
 */
export function listOutdatedDeadlines(
  employment: EmploymentDates,
  frameworkRegimes: readonly DeadlineRegime[],
): readonly OutdatedDeadline[] {
  const convention = conventionRegime(employment, frameworkRegimes);
  const outdated = convention === null ? [] : (outdatedClocks[convention] ?? []);
  return outdated.flatMap((clock) => {
    const anchored = anchorClock(clock, employment);
    if (anchored === null) return [];
    const { kind, years, source } = clock;
    const dueOn = addYears(anchored.anchorOn, years);
    const what = kind === 'enrol' ? 'Entrer en formation' : 'Obtenir le titre';
    const count = `${countNoun(years, 'an')} après ${anchorNames[anchored.anchor]}`;
    return [{ kind, dueOn, source, sentence: `${what} ${count}, soit le ${formatDay(dueOn)}.` }];
  });
}

/** The row to keep for that kind: the earliest; `null` when there is none. */
export const operativeDeadline = (
  rows: readonly DeadlineRow[],
  kind: DeadlineKind,
): DeadlineRow | null => rows.find((row) => row.kind === kind && row.isOperative) ?? null;

type Dated = Pick<DeadlineRow, 'kind' | 'dueOn'>;

const isEarliest = (row: Dated, rows: readonly Dated[], kind: DeadlineKind) =>
  row.kind === kind && rows.every((other) => other.kind !== kind || row.dueOn <= other.dueOn);

function anchorClock(
  { anchor }: Clock,
  { hireDate, dutyStartOn, cpamContractSignedOn }: EmploymentDates,
): Pick<DeadlineRow, 'anchor' | 'anchorOn'> | null {
  const days = {
    hire_date: believed(hireDate),
    cpam_contract_signed_on: believed(cpamContractSignedOn),
    duty_start_on: believed(dutyStartOn),
  };
  const anchorOn = days[anchor];
  if (anchorOn !== null) return { anchor, anchorOn };
  if (anchor !== 'duty_start_on' || days.hire_date === null) return null;
  return { anchor: 'hire_date', anchorOn: days.hire_date };
}

/** A day of the year 202 or 9999, kept from before it was refused, starts no clock: it is not known. */
const believed = (day: PlainDate | null): PlainDate | null =>
  day !== null && isTypedYear(day) ? day : null;

/** What a clock runs from, in words. */
export const anchorNames: Record<DeadlineAnchor, string> = {
  hire_date: 'l’embauche',
  cpam_contract_signed_on: 'la signature du contrat avec la CPAM',
  duty_start_on: 'la prise de fonction',
};

function describe(
  row: Omit<DeadlineRow, 'isOperative' | 'isInformation' | 'sentence'>,
  outcome: 'certificate' | 'attestation',
): string {
  const title = outcome === 'certificate' ? 'le certificat' : 'l’attestation de la FAE';
  const duty =
    row.kind === 'enrol'
      ? 'son assistant médical doit être inscrit en formation'
      : `son assistant médical doit avoir obtenu ${title}`;
  const count = `${countNoun(row.years, 'an')} après ${anchorNames[row.anchor]} du ${formatDay(row.anchorOn)}`;
  const pause =
    row.suspendedDays > 0 ? `, plus ${countNoun(row.suspendedDays, 'jour')} de suspension` : '';
  return `Ce délai engage le médecin employeur : ${duty} au plus tard le ${formatDay(row.dueOn)}, ${count}${pause}.`;
}
