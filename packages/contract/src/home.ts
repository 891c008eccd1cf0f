import {
  cohortStates,
  jurySessionStates,
  menuEntries,
  menuUrgencies,
  urgentActs,
  urgentKinds,
} from '@jalon/domain';
import { z } from 'zod';
import { routes } from './route.ts';
import { day, id } from './schemas.ts';

const urgentRow = z.object({
  kind: z.enum(urgentKinds),
  /** Days left, negative when late; `null` when no day binds. */
  days: z.int().nullable(),
  subject: z.string(),
  fact: z.string(),
  why: z.string(),
  /** What whoever asks may do about it; `null` when there is nothing but to know it. */
  action: z
    .object({
      act: z.enum(urgentActs),
      label: z.string(),
      targetId: id,
      blockCode: z.string().nullable(),
    })
    .nullable(),
  phone: z.string().nullable(),
});
export type UrgentRowView = z.infer<typeof urgentRow>;

const home = z.object({
  today: day,
  /** « Bonjour Claire. Trois choses ne peuvent pas attendre. » */
  title: z.string(),
  /** How many rows each page of the menu lists by itself, and how pressing the worst is. */
  menu: z.array(
    z.object({ entry: z.enum(menuEntries), count: z.int(), worst: z.enum(menuUrgencies) }),
  ),
  late: z.array(urgentRow),
  /** What today binds, then what waits for the centre. */
  toDo: z.array(urgentRow),
  atRisk: z.array(urgentRow),
  /** The juries of today, and those that are still open. */
  juries: z.array(
    z.object({
      id,
      heldOn: day,
      place: z.string(),
      state: z.enum(jurySessionStates),
      candidates: z.int(),
      cohortNames: z.array(z.string()),
    }),
  ),
  slots: z.array(
    z.object({
      slotId: id,
      /** Minutes since midnight. */
      startsAt: z.int(),
      endsAt: z.int(),
      title: z.string(),
      cohortName: z.string(),
      room: z.string().nullable(),
      trainerName: z.string().nullable(),
      expectedCount: z.int(),
      isSigned: z.boolean(),
    }),
  ),
  cohorts: z.array(
    z.object({
      id,
      name: z.string(),
      state: z.enum(cohortStates),
      startsOn: day,
      outcome: z.enum(['certificate', 'attestation']),
      dueMinutes: z.int(),
      doneMinutes: z.int(),
      learners: z.int(),
      /** Those whose every block is acquired: no jury is ahead of them. */
      acquired: z.int(),
      ready: z.int(),
      /** Those who have their certificate or attestation. */
      issued: z.int(),
      capacity: z.int(),
      juryOn: day.nullable(),
      waitingDispensations: z.int(),
    }),
  ),
});
export type Home = z.infer<typeof home>;

export const homes = routes({
  'GET /home': {
    permission: 'home:read',
    summary: 'La matinée : ce qui est en retard, à risque, et au programme du jour',
    response: home,
  },
});
