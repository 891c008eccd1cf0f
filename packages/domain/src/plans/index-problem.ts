import type { Finding } from '../finding.ts';
import { formatLongDay } from '../french-format.ts';
import type {
  PlanCohort,
  PlanningProblem,
  PlanRoom,
  PlanRun,
  PlanSlot,
  PlanTrainer,
} from './planning-problem.ts';

/** A slot and where it stands in its plan. */
export interface PlacedSlot {
  readonly slot: PlanSlot;
  /** JSON pointer into the plan's slots. */
  readonly path: string;
}

/** A slot with everything that it names. */
export interface KnownSlot extends PlacedSlot {
  readonly run: PlanRun;
  readonly cohort: PlanCohort;
  readonly trainer: PlanTrainer;
  /** `null` when it is held at a distance. */
  readonly room: PlanRoom | null;
}

export interface IndexedPlan {
  readonly known: readonly KnownSlot[];
  readonly unknown: readonly Finding[];
}

/** The slots of a whole plan, each with its place. */
export const placeSlots = (slots: readonly PlanSlot[]): readonly PlacedSlot[] =>
  slots.map((slot, index) => ({ slot, path: `/${index}` }));

/** Joins each slot with its run, cohort, trainer and room; what names nothing is an error. */
export function indexProblem(problem: PlanningProblem, placed: readonly PlacedSlot[]): IndexedPlan {
  const runs = byId(problem.runs);
  const cohorts = byId(problem.cohorts);
  const trainers = byId(problem.trainers);
  const rooms = byId(problem.rooms);
  const known: KnownSlot[] = [];
  const unknown: Finding[] = [];
  for (const { slot, path } of placed) {
    const run = runs.get(slot.runId);
    const cohort = run && cohorts.get(run.cohortId);
    const trainer = trainers.get(slot.trainerId);
    const room = slot.roomId === null ? null : rooms.get(slot.roomId);
    if (run && cohort && trainer && room !== undefined) {
      known.push({ slot, path, run, cohort, trainer, room });
    } else {
      const missing =
        run && cohort
          ? trainer
            ? 'une salle qui ne sert plus'
            : 'un formateur sans fiche ou parti'
          : 'un module qui n’est pas à planifier';
      unknown.push({
        rule: 'plan.names-known',
        severity: 'error',
        path,
        message: `Le créneau du ${formatLongDay(slot.date)} a ${missing}.`,
        source: 'plan de l’année',
      });
    }
  }
  return { known, unknown };
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));
