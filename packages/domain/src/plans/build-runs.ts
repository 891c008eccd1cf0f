import type { Framework } from '../frameworks/framework.ts';
import {
  listProgramme,
  type ProgrammeItem,
  type ProgrammeKey,
} from '../frameworks/list-programme.ts';
import { addDays, type PlainDate } from '../plain-date.ts';
import { splitDay } from '../planning/list-open-half-days.ts';
import type { PlanRun } from './planning-problem.ts';
import { runIdOf } from './run-id.ts';

/** What a cohort's runs are made of. */
export interface RunRequest {
  readonly cohortId: string;
  readonly framework: Framework;
  /** Distinguishes the modules of two framework versions that share their codes. */
  readonly frameworkVersionId: string;
  readonly minutesPerDay: number;
  /** How many learners attend an item: the dispensed are not expected. */
  readonly countLearners: (item: ProgrammeItem) => number;
  /** Day of the jury, when it is known: everything is over the day before. */
  readonly juryOn: PlainDate | null;
  /** Last day inside the contract dates (`findContractsEnd`), when there is one. */
  readonly contractsEndOn: PlainDate | null;
  /**
   * What each group of an item has already had; `[]` when it has not begun. What has begun is not
   * split anew: its groups go on as they are.
   */
  readonly held: (item: ProgrammeItem) => readonly HeldPart[];
  /**
   * How many are in each group of an item that is taught in groups already, from its first: as long as
   * they fit, nobody changes group.
   */
  readonly seated: (item: ProgrammeItem) => readonly number[];
  /** Whether a credential's modules go in full days (7 h) rather than in half-days. */
  readonly credentialInFullDays: boolean;
}

/** What a group has had of an item before anything is planned. */
export interface HeldPart {
  readonly minutes: number;
  /** Who taught it. */
  readonly trainerIds: readonly string[];
  /** How many are in the group; absent when it does not matter. */
  readonly learners?: number;
}

/**
 * Everything that a plan has to place for a cohort: a run for each module and evaluation, two or
 * more for a module taught in small groups (AFGSU, groups of 10 to 12, W1). An item that nobody
 * attends any more, or that is over, has no run; nor has a group that everybody has left. Evaluations follow their block's modules
 * (S1:L178), modules those that their version puts before them.
 */
export function buildRuns(request: RunRequest): readonly PlanRun[] {
  const runs = listProgramme(request.framework).flatMap((item) => buildItem(request, item));
  return runs.map(({ blockCode, moduleCode, prerequisites, ...run }) => ({
    ...run,
    after: runs
      .filter((other) =>
        moduleCode === null
          ? other.blockCode === blockCode && other.moduleCode !== null
          : other.moduleCode !== null && prerequisites.includes(other.moduleCode),
      )
      .map(({ id }) => id),
  }));
}

/** What a trainer is qualified for, e.g. `…/B1/M2` or `…/B1/evaluation`. */
export const subjectOf = (
  frameworkVersionId: string,
  { blockCode, moduleCode }: Pick<ProgrammeItem, 'blockCode' | 'moduleCode'>,
): string => `${frameworkVersionId}/${blockCode}/${moduleCode ?? 'evaluation'}`;

function buildItem(request: RunRequest, item: ProgrammeItem) {
  const { framework, cohortId, frameworkVersionId } = request;
  const limit = findLimit(request);
  const learners = request.countLearners(item);
  if (learners === 0) return [];
  const module = findModule(framework, item);
  const credential = findCredential(framework, item);
  const held = request.held(item);
  const groupMax = findGroupMax(framework, item);
  const groups = held.length || Math.max(1, Math.ceil(learners / groupMax));
  const kept = keepGroups(request.seated(item), groups, groupMax);
  const isEverybodySeated = kept.reduce((total, one) => total + one, 0) >= learners;
  const subject = subjectOf(frameworkVersionId, item);
  const isFullDay = credential !== undefined && request.credentialInFullDays;
  const runs = Array.from({ length: groups }, (_, index) => {
    const slotMinutes = splitMinutes(
      item.minutes - (held[index]?.minutes ?? 0),
      request.minutesPerDay,
    );
    return {
      id: runIdOf(cohortId, item, index + 1),
      cohortId,
      name: groups > 1 ? `${item.name}, groupe ${index + 1}` : item.name,
      subject,
      group: groups > 1 ? index + 1 : null,
      learners: Math.max(
        held[index]?.learners ?? 0,
        kept[index] ?? 0,
        isEverybodySeated ? 0 : Math.ceil((learners - index) / groups),
      ),
      slotMinutes,
      form:
        isFullDay && slotMinutes.length % 2 === 0 ? ('full_days' as const) : ('half_days' as const),
      begunBy: held[index]?.trainerIds ?? [],
      accreditations: credential ? [credential.code] : [],
      equipment: module?.equipment ?? [],
      ...limit,
      blockCode: item.blockCode,
      moduleCode: item.moduleCode,
      prerequisites: module?.after ?? [],
    };
  });
  const isAnyoneIn = held.some((part) => (part.learners ?? 0) > 0);
  return runs.filter(
    ({ slotMinutes }, index) =>
      slotMinutes.length > 0 && !(isAnyoneIn && held[index]?.learners === 0),
  );
}

/** How many learners a group of the item has at most; without an end when it is not split (W1). */
export const findGroupMax = (framework: Framework, item: ProgrammeKey): number =>
  findCredential(framework, item)?.groupMax ?? Number.POSITIVE_INFINITY;

const findCredential = (framework: Framework, item: ProgrammeKey) => {
  const code = findModule(framework, item)?.credentialCode ?? null;
  return framework.credentials.find((credential) => credential.code === code);
};

/**
 * The groups as they are, when a plan leaves them so: as many as it needs, and none beyond what its
 * trainer may take (W1). `[]` when they are dealt anew.
 *
 * @param seated how many are in each, from the first
 */
export const keepGroups = (
  seated: readonly number[],
  groups: number,
  groupMax: number,
): readonly number[] =>
  seated.length === groups && seated.every((one) => one <= groupMax) ? seated : [];

/** The eve of the jury, or the end of the contracts when it comes first. */
function findLimit({
  juryOn,
  contractsEndOn,
}: Pick<RunRequest, 'juryOn' | 'contractsEndOn'>): Pick<PlanRun, 'until' | 'untilBy'> {
  const eve = juryOn === null ? null : addDays(juryOn, -1);
  if (contractsEndOn !== null && (eve === null || contractsEndOn < eve))
    return { until: contractsEndOn, untilBy: 'contracts' };
  return { until: eve };
}

const findModule = (
  framework: Framework,
  { blockCode, moduleCode }: Pick<ProgrammeKey, 'blockCode' | 'moduleCode'>,
) =>
  framework.blocks
    .find(({ code }) => code === blockCode)
    ?.modules.find(({ code }) => code === moduleCode);

/** Half-days of a module: full ones, then what is left. */
function splitMinutes(minutes: number, minutesPerDay: number): readonly number[] {
  if (minutes <= 0) return [];
  const longest = Math.min(...splitDay('2000-01-03', minutesPerDay).map((half) => half.minutes));
  const full = Math.floor(minutes / longest);
  const rest = minutes - full * longest;
  return [...Array.from({ length: full }, () => longest), ...(rest > 0 ? [rest] : [])];
}
