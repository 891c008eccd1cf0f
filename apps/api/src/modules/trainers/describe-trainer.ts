import { createHash } from 'node:crypto';
import type { Output, TrainerFile, TrainerSubjects, TrainerWeekForm } from '@jalon/contract';
import {
  describeAbsenceClash,
  describeSubjects,
  describeTrainerReadiness,
  formatName,
  formatSpokenName,
  isAccredited,
  isSameSubject,
  listProgramme,
  listTaught,
  type PlainDate,
  type TaughtVersion,
} from '@jalon/domain';
import { toDay, toDayOrNull } from '../../db/days.ts';
import { type TrainerRow, toTrainerFacts, type Version } from './trainer-record.ts';

type ListRow = Output<'GET /trainers'>[number];
type AbsenceView = TrainerFile['absences'][number];
/** A half-day of a trainer that is still to come. */
export type SlotAhead = AbsenceView['slots'][number];

/** A trainer in the list of those who plan. */
export function describeInList(
  row: TrainerRow,
  versions: readonly Version[],
  today: PlainDate,
): NonNullable<ListRow['file']> {
  const facts = toTrainerFacts(row, versions);
  const { outcome, state, reasons } = describeTrainerReadiness(facts, today);
  return {
    readiness: { outcome, state, reasons: [...reasons] },
    subjectCount: facts.taught.flatMap(listTaught).length,
    subjects: describeSubjects(chooseTold(row, versions)),
    maxMinutesPerWeek: row.trainerProfile?.maxMinutesPerWeek ?? 0,
    accreditations: describeAccreditations(row, versions, today),
  };
}

/** In the list, what is taught to cohorts that are not over; without any, all that could be. */
function chooseTold(row: TrainerRow, versions: readonly Version[]): readonly TaughtVersion[] {
  const told = toTrainerFacts(
    row,
    versions.filter(({ cohortCount }) => cohortCount > 0),
  ).taught;
  return told.some((version) => listTaught(version).length > 0)
    ? told
    : toTrainerFacts(row, versions).taught;
}

/** The whole file of a trainer. */
export function describeFile(
  row: TrainerRow,
  versions: readonly Version[],
  slotsAhead: readonly SlotAhead[],
  today: PlainDate,
  reader: 'office' | 'trainer',
): TrainerFile {
  const { outcome, state, reasons } = describeTrainerReadiness(
    toTrainerFacts(row, versions),
    today,
    reader,
  );
  return {
    personId: row.id,
    name: formatName(row),
    spokenName: formatSpokenName(row),
    readiness: { outcome, state, reasons: [...reasons] },
    week: describeWeek(row.trainerProfile),
    versions: versions.map((version) => describeVersion(row, version)),
    accreditations: describeAccreditations(row, versions, today),
    credentials: listCredentials(versions),
    absences: row.absences.map((absence) => describeAbsence(absence, slotsAhead, today)),
  };
}

/** The week as it is typed; revision 0 before anybody has. */
export const describeWeek = (profile: TrainerRow['trainerProfile']): TrainerWeekForm => ({
  mornings: profile?.mornings ?? [],
  afternoons: profile?.afternoons ?? [],
  avoidedMornings: profile?.avoidedMornings ?? [],
  avoidedAfternoons: profile?.avoidedAfternoons ?? [],
  minMinutesPerWeek: profile?.minMinutesPerWeek ?? 0,
  maxMinutesPerWeek: profile?.maxMinutesPerWeek ?? 0,
  centsPerHour: profile?.centsPerHour ?? 0,
  revision: profile?.revision ?? 0,
});

/** What a trainer teaches in one version, with its fingerprint. */
export function describeTaught(row: TrainerRow, { id, framework }: Version): TrainerSubjects {
  const own = row.subjects.filter(({ frameworkVersionId }) => frameworkVersionId === id);
  const subjects = listTaught({ framework, subjects: own }).map(({ blockCode, moduleCode }) => ({
    blockCode,
    moduleCode,
  }));
  const fingerprint = createHash('sha256').update(JSON.stringify(subjects)).digest('hex');
  return { frameworkVersionId: id, subjects, fingerprint };
}

function describeVersion(row: TrainerRow, version: Version): TrainerFile['versions'][number] {
  const { id, state, cohortCount, framework } = version;
  const { subjects, fingerprint } = describeTaught(row, version);
  const programme = listProgramme(framework);
  const credentialOf = (blockCode: string, moduleCode: string | null): string | null => {
    const block = framework.blocks.find(({ code }) => code === blockCode);
    const module = block?.modules.find(({ code }) => code === moduleCode);
    const rule = framework.credentials.find(({ code }) => code === module?.credentialCode);
    return rule?.name ?? null;
  };
  return {
    id,
    state,
    cohortCount,
    fingerprint,
    title: framework.title,
    blocks: framework.blocks.map((block) => ({
      code: block.code,
      name: block.name,
      items: programme
        .filter(({ blockCode }) => blockCode === block.code)
        .map((item) => ({
          moduleCode: item.moduleCode,
          name: item.name,
          minutes: item.minutes,
          credential: credentialOf(item.blockCode, item.moduleCode),
          isTaught: subjects.some((subject) => isSameSubject(subject, item)),
        })),
    })),
  };
}

/** Every credential that the centre's versions name, once. */
export const listCredentials = (versions: readonly Version[]): TrainerFile['credentials'] => [
  ...new Map(
    versions.flatMap(({ framework }) =>
      framework.credentials.map(({ code, name }) => [code, { code, name }] as const),
    ),
  ).values(),
];

const describeAccreditations = (
  row: TrainerRow,
  versions: readonly Version[],
  today: PlainDate,
): TrainerFile['accreditations'] => {
  const names = new Map(listCredentials(versions).map(({ code, name }) => [code, name]));
  return row.accreditations.map(({ id, credentialCode, validUntil }) => {
    const held = { credentialCode, validUntil: toDayOrNull(validUntil) };
    return {
      id,
      ...held,
      name: names.get(credentialCode) ?? credentialCode,
      isValid: isAccredited(held, today),
    };
  });
};

/** An absence with the half-days that it leaves without a trainer. */
export function describeAbsence(
  absence: TrainerRow['absences'][number],
  slotsAhead: readonly SlotAhead[],
  today: PlainDate,
): AbsenceView {
  const [fromOn, toOn] = [toDay(absence.fromOn), toDay(absence.toOn)];
  const slots = slotsAhead.filter(({ date }) => fromOn <= date && date <= toOn);
  return {
    id: absence.id,
    fromOn,
    toOn,
    label: absence.label,
    isOver: toOn < today,
    warning: describeAbsenceClash(slots.length),
    slots,
  };
}
