import { halfDays, holidayZones, slotKinds } from '@jalon/domain';
import { z } from 'zod';
import { routes } from './route.ts';
import { day, id, shownDay } from './schemas.ts';

const period = z.object({ from: day, to: day, label: z.string() });
const weekly = z.array(z.object({ weekday: z.int(), halfDay: z.enum(halfDays) }));
const opening = z.object({
  zone: z.enum(holidayZones),
  closedMonths: z.array(z.int()),
  closures: z.array(period),
  weekdays: z.array(z.int()),
  positioningOn: day.nullable(),
});
const moment = z.object({
  date: day,
  halfDay: z.enum(halfDays),
  startsAt: z.int(),
  minutes: z.int(),
});

/** What the domain's `prepareSlotMoves` takes; pay and costs stay behind. */
const moveFacts = z.object({
  cohorts: z.array(opening.extend({ id, startsOn: day, endsOn: day.nullable() })),
  slots: z.array(
    moment.extend({
      id,
      cohortId: id,
      kind: z.enum(slotKinds),
      blockCode: z.string(),
      moduleCode: z.string().nullable(),
      trainerId: id.nullable(),
      roomId: id.nullable(),
      groupNumber: z.int().nullable(),
    }),
  ),
  lockedIds: z.array(id),
  today: day,
  cohortNames: z.record(z.string(), z.string()),
  learners: z.array(
    z.object({
      name: z.string(),
      startsOn: shownDay,
      endsOn: shownDay.nullable(),
      waived: z
        .object({
          modules: z.array(
            z.object({
              blockCode: z.string(),
              moduleCode: z.string(),
              minutes: z.int(),
              isWhole: z.boolean(),
            }),
          ),
          totalMinutes: z.int(),
        })
        .nullable(),
      juryOn: day.nullable(),
      contracts: z.array(z.object({ from: shownDay, to: shownDay.nullable() })),
    }),
  ),
  followings: z.array(z.object({ runId: z.string(), learners: z.array(z.int()) })),
  problem: z.object({
    cohorts: z.array(
      opening.extend({
        id,
        name: z.string(),
        siteId: id,
        startsOn: day,
        endsOn: day,
        minutesPerDay: z.int(),
        daysPerWeek: z.int().nullable(),
      }),
    ),
    runs: z.array(
      z.object({
        id: z.string(),
        cohortId: id,
        name: z.string(),
        subject: z.string(),
        group: z.int().nullable(),
        learners: z.int(),
        slotMinutes: z.array(z.int()),
        form: z.enum(['half_days', 'full_days']),
        begunBy: z.array(id),
        accreditations: z.array(z.string()),
        equipment: z.array(z.string()),
        after: z.array(z.string()),
        until: day.nullable(),
      }),
    ),
    trainers: z.array(
      z.object({
        id,
        name: z.string(),
        subjects: z.array(z.string()),
        accreditations: z.array(z.string()),
        accreditationEnds: z.record(z.string(), day),
        works: weekly,
        absences: z.array(period),
        avoids: weekly,
        minMinutesPerWeek: z.int(),
        maxMinutesPerWeek: z.int(),
        centsPerHour: z.literal(0),
      }),
    ),
    rooms: z.array(
      z.object({
        id,
        name: z.string(),
        siteId: id,
        seats: z.int(),
        equipment: z.array(z.string()),
        closures: z.array(period),
      }),
    ),
  }),
});

export const slotMoves = routes({
  'GET /slot-moves': {
    permission: 'calendar:write',
    summary: 'Ce que regardent les règles quand une demi-journée est déplacée',
    response: moveFacts,
  },
});
