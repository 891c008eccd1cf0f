import type { Finding } from '../finding.ts';
import { countNoun, formatLongDay, formatMinutes, joinWords } from '../french-format.ts';
import { groupBy } from '../group-by.ts';
import { findMissingEquipment } from '../planning/equipment.ts';
import { overlaps } from '../planning/slot.ts';
import type { KnownSlot } from './index-problem.ts';
import { isAccepted } from './is-accepted.ts';
import { isAway, isQualifiedOn, isRoomOpen, isWorking } from './plan-calendar.ts';
import type {
  Booking,
  PlanningProblem,
  PlanRun,
  PlanSlot,
  PlanTrainer,
} from './planning-problem.ts';
import { mondayOf, trainerWeek } from './week.ts';

/** What trainers and rooms can give: one place at a time, qualified, at work, large enough. */
export const checkResources = (
  problem: PlanningProblem,
  known: readonly KnownSlot[],
): readonly Finding[] => [
  ...known.flatMap((one) => [...checkTrainer(one), ...checkRoom(one)]),
  ...checkClashes(problem, known),
  ...checkWeeks(problem, known),
];

function checkTrainer({ slot, path, run, trainer }: KnownSlot): readonly Finding[] {
  const fault = (rule: string, message: string, source: string): Finding => ({
    rule,
    severity: 'error',
    path: `${path}/trainerId`,
    message,
    source,
  });
  return [
    ...(isQualifiedOn(trainer, run, slot.date)
      ? []
      : [fault('plan.trainer-qualified', sayNotQualified(trainer, run, slot), 'DOMAIN 12, W1')]),
    ...checkWorking(trainer, slot).map((rule) =>
      fault(rule, sayNotWorking[rule](trainer, run, slot), 'disponibilités du formateur'),
    ),
  ];
}

/** An absence is another rule than the usual week: who accepted one did not accept the other. */
const checkWorking = (trainer: PlanTrainer, slot: PlanSlot) => {
  if (isAway(trainer, slot.date)) return ['plan.trainer-absent' as const];
  return isWorking(trainer, slot) ? [] : ['plan.trainer-works' as const];
};

function sayNotQualified(trainer: PlanTrainer, run: PlanRun, { date }: PlanSlot): string {
  if (!trainer.subjects.includes(run.subject))
    return `${trainer.name} n’enseigne pas ${run.name}, d’après sa fiche.`;
  return `${trainer.name} n’a pas d’habilitation ${joinWords(run.accreditations)} valable le ${formatLongDay(date)} (${run.name}).`;
}

/** The reason of an absence is nobody's business but the trainer's file. */
const sayNotWorking = {
  'plan.trainer-absent': ({ name }: PlanTrainer, run: PlanRun, { date }: PlanSlot) =>
    `${name} a une absence le ${formatLongDay(date)} (${run.name}).`,
  'plan.trainer-works': ({ name }: PlanTrainer, run: PlanRun, { date, halfDay }: PlanSlot) =>
    `${name} ne travaille pas d’habitude le ${formatLongDay(date)}, ${halfDay === 'morning' ? 'matin' : 'après-midi'} (${run.name}).`,
};

function checkRoom({ slot, path, run, cohort, room }: KnownSlot): readonly Finding[] {
  if (room === null) return [];
  const fault = (rule: string, message: string): Finding => ({
    rule,
    severity: 'error',
    path: `${path}/roomId`,
    message,
    source: 'DOMAIN 12',
  });
  if (room.siteId !== cohort.siteId)
    return [fault('plan.room-on-site', `${room.name} n’est pas sur le site de ${cohort.name}.`)];
  const missing = findMissingEquipment(run.equipment, room.equipment);
  return [
    ...(room.seats >= run.learners
      ? []
      : [
          fault(
            'plan.room-seats',
            `${room.name} a ${countNoun(room.seats, 'place')} pour ${countNoun(run.learners, 'apprenant')} (${run.name}).`,
          ),
        ]),
    ...(missing.length === 0
      ? []
      : [
          fault(
            'plan.room-equipped',
            `${room.name} n’est pas équipée de ${joinWords(missing)} (${run.name}).`,
          ),
        ]),
    ...(isRoomOpen(room, slot.date)
      ? []
      : [fault('plan.room-open', `${room.name} est fermée le ${formatLongDay(slot.date)}.`)]),
  ];
}

interface Held extends Booking {
  readonly path: string;
  readonly by: KnownSlot | null;
}

const say = ({ by }: Held): string =>
  by ? `${by.run.name} (${by.cohort.name})` : 'une autre réservation';

/** Nobody and no room is in two places at once; real intervals, bookings included. */
function checkClashes(
  { bookings, trainers, rooms }: PlanningProblem,
  known: readonly KnownSlot[],
): readonly Finding[] {
  const held: readonly Held[] = [
    ...bookings.map((booking) => ({ ...booking, path: '', by: null })),
    ...known.map((by) => ({ ...by.slot, path: by.path, by })),
  ];
  const names = new Map([...trainers, ...rooms].map(({ id, name }) => [id, name]));
  return (['trainerId', 'roomId'] as const).flatMap((what) =>
    [
      ...groupBy(
        held.filter((one) => one[what] !== null),
        (one) => `${one[what]} ${one.date}`,
      ).values(),
    ].flatMap((ofDay) => findPairs(ofDay, what, names)),
  );
}

const findPairs = (
  ofDay: readonly Held[],
  what: 'trainerId' | 'roomId',
  names: ReadonlyMap<string, string>,
): readonly Finding[] =>
  ofDay.flatMap((one, index) =>
    ofDay
      .slice(index + 1)
      // Two bookings outside the plan are not the plan's fault.
      .filter((other) => other.path !== '' && overlaps(one, other))
      .map((other) => ({
        rule: what === 'trainerId' ? 'plan.trainer-free' : 'plan.room-free',
        severity: 'error' as const,
        path: `${other.path}/${what}`,
        message: `${names.get(other[what] ?? '')} est pris deux fois le ${formatLongDay(one.date)} : ${say(one)} et ${say(other)}.`,
        source: 'DOMAIN 12',
      })),
  );

/** Weekly maximum of a trainer, hours outside the plan included. */
function checkWeeks(
  { trainers, bookings }: PlanningProblem,
  known: readonly KnownSlot[],
): readonly Finding[] {
  const held = [
    ...bookings.map((booking) => ({ ...booking, path: '' })),
    ...known.map(({ slot, path }) => ({ ...slot, path })),
  ];
  const weeks = groupBy(held, trainerWeek);
  const byTrainer = new Map(trainers.map((trainer) => [trainer.id, trainer]));
  return [...weeks.values()].flatMap((week) => {
    const last = week.at(-1);
    const trainer = byTrainer.get(last?.trainerId ?? '');
    const total = week.reduce((minutes, one) => minutes + one.minutes, 0);
    if (!last || last.path === '' || !trainer || total <= trainer.maxMinutesPerWeek) return [];
    if (isAccepted('plan.trainer-week', week)) return [];
    return [
      {
        rule: 'plan.trainer-week',
        severity: 'error' as const,
        path: `${last.path}/trainerId`,
        message: `${trainer.name} aurait ${formatMinutes(total)} dans la semaine du ${formatLongDay(mondayOf(last.date))} : son maximum est ${formatMinutes(trainer.maxMinutesPerWeek)}.`,
        source: 'maximum hebdomadaire du formateur',
        excess: {
          of: `plan.trainer-week ${trainerWeek(last)}`,
          by: total - trainer.maxMinutesPerWeek,
        },
      },
    ];
  });
}
