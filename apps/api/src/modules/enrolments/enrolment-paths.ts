import type { Output } from '@jalon/contract';
import {
  type AccessRoute,
  beginsFrom,
  canFollow,
  checkPath,
  type DescribedPathStep,
  describePath,
  type Finding,
  type Framework,
  isSameItem,
  minutesWaived,
  nextJuryDay,
  type PathDays,
  type PlainDate,
  planPath,
  type WaivedHours,
} from '@jalon/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../auth/actor.ts';
import type { Tx } from '../../db/database.ts';
import { toDay, toDayOrNull } from '../../db/days.ts';
import { invalid } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { listSessionDays } from '../juries/own-jury.ts';
import type { OfferedRun } from './module-runs.ts';
import { noteBack, type PathPair } from './path-trail.ts';

type PathStepView = Output<'GET /enrolments/:enrolmentId'>['path'][number];

/** What a path is chosen from, for one enrolment. */
export interface PathChoice {
  readonly framework: Framework;
  readonly route: AccessRoute;
  readonly startsOn: PlainDate;
  /** Last day of the enrolment: nothing is caught up after it. */
  readonly endsOn: PlainDate | null;
  /** The session prepared for the learner, when there is one: all is over before. */
  readonly juryOn?: PlainDate | null;
  readonly runs: readonly OfferedRun[];
  readonly waived?: WaivedHours;
}

/** A choice that a person makes or is shown: what is over is not chosen any more. */
export interface DatedChoice extends PathChoice, PathDays {}

/** Between which days a path may still be planned: what has begun today is not proposed any more. */
export function pathDates(
  enrolment: Parameters<typeof listSessionDays>[0],
  today: PlainDate,
): Pick<DatedChoice, 'startsOn' | 'endsOn' | 'juryOn' | keyof PathDays> {
  const from = toDay(enrolment.startsOn);
  return {
    enteredOn: from,
    today,
    startsOn: from > today ? from : today,
    endsOn: toDayOrNull(enrolment.endsOn),
    juryOn: nextJuryDay({ ...listSessionDays(enrolment), today }),
  };
}

/** The runs that the rules propose among those that can still be followed, in the programme's order. */
export function proposeRuns(choice: DatedChoice): OfferedRun[] {
  const runs = choice.runs.filter((run) => canFollow(run, choice));
  return planPath({ ...choice, runs }).flatMap(({ run }) =>
    runs.filter((offered) => offered === run),
  );
}

/** The runs once somebody follows those of a path: the next one finds the emptier groups. */
export function takePlaces(
  runs: readonly OfferedRun[],
  path: readonly OfferedRun[],
): readonly OfferedRun[] {
  const taken = new Set(path.map(({ id }) => id));
  return runs.map((run) => (taken.has(run.id) ? { ...run, freePlaces: run.freePlaces - 1 } : run));
}

/**
 * A path with, of each module that its own cohort teaches in groups (W1), the group that has the most
 * places left among those that begin from `from` on: for many who enter on one day and are proposed
 * the same path.
 */
export const shareGroups = (
  path: readonly OfferedRun[],
  runs: readonly OfferedRun[],
  from: PlainDate,
): readonly OfferedRun[] =>
  path.map((chosen) => {
    if (!chosen.isOwn) return chosen;
    const groups = runs.filter(
      (run) => run.isOwn && isSameItem(run, chosen) && beginsFrom(run, from),
    );
    return groups.toSorted((a, b) => b.freePlaces - a.freePlaces)[0] ?? chosen;
  });

/**
 * The chosen ids as runs, checked.
 *
 * @throws validation_failed when a run is not of this programme, over already or chosen twice
 */
export function checkChosenRuns(
  choice: DatedChoice,
  runIds: readonly string[],
  kept: readonly OfferedRun[] = [],
): { runs: OfferedRun[]; findings: readonly Finding[] } {
  const runs = runIds.map((id, index) => {
    const run = choice.runs.find((offered) => offered.id === id);
    if (run) return run;
    throw invalid([
      {
        pointer: `/moduleRunIds/${index}`,
        message: 'Ce module n’est plus proposé : rechargez la page et choisissez à nouveau.',
      },
    ]);
  });
  return { runs, findings: raiseFindings(checkPath(choice, runs, kept)) };
}

/** Adds runs to paths, in one statement whatever their number. */
export async function addPathRuns(
  tx: Tx,
  actor: Actor,
  pairs: readonly (PathPair & {
    /** Where the rules proposed another run, or none. */
    readonly isChosen?: boolean;
  })[],
): Promise<void> {
  if (pairs.length === 0) return;
  await tx.$executeRaw`
    insert into path_run (centre_id, id, enrolment_id, module_run_id, is_chosen)
    select ${actor.centreId}::uuid, id, enrolment_id, module_run_id, is_chosen
      from unnest(${pairs.map(() => uuidv7())}::uuid[],
                  ${pairs.map(({ enrolmentId }) => enrolmentId)}::uuid[],
                  ${pairs.map(({ moduleRunId }) => moduleRunId)}::uuid[],
                  ${pairs.map(({ isChosen = false }) => isChosen)}::boolean[])
           as pair(id, enrolment_id, module_run_id, is_chosen)
    on conflict do nothing`;
  await noteBack(tx, pairs);
}

/** A path as the screens show it. */
export function viewPath(
  choice: DatedChoice,
  chosenIds: readonly string[],
  dispensations: Parameters<typeof minutesWaived>[1] = [],
): PathStepView[] {
  const chosen = choice.runs.filter(({ id }) => chosenIds.includes(id));
  const waived = minutesWaived(choice.framework, dispensations);
  return describePath({ ...choice, waived, chosen }).map((step) => viewStep(step, choice));
}

const viewStep = (step: DescribedPathStep<OfferedRun>, days: PathDays): PathStepView => ({
  kind: step.kind,
  blockCode: step.blockCode,
  moduleCode: step.moduleCode,
  name: step.name,
  minutes: step.minutes,
  state: step.state,
  moduleRunId: step.run?.id ?? null,
  reason: step.reason,
  proposedRunId: step.proposal?.id ?? null,
  proposedDays: [...new Set(step.proposal?.slots.map(({ date }) => date))],
  options: step.options.filter((run) => run === step.run || canFollow(run, days)).map(viewOption),
});

const viewOption = (run: OfferedRun): PathStepView['options'][number] => ({
  moduleRunId: run.id,
  cohortId: run.cohortId,
  cohortName: run.cohortName,
  isOwn: run.isOwn,
  firstDay: run.firstDay,
  lastDay: run.lastDay,
  freePlaces: run.freePlaces,
});
