import { cohortStates, urgentKinds, urgentPages } from '@jalon/domain';
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
  action: z.object({
    label: z.string(),
    page: z.enum(urgentPages),
    targetId: id,
    blockCode: z.string().nullable(),
  }),
  phone: z.string().nullable(),
});
export type UrgentRowView = z.infer<typeof urgentRow>;

const home = z.object({
  today: day,
  /** « Bonjour Claire. Trois choses ne peuvent pas attendre. » */
  title: z.string(),
  late: z.array(urgentRow),
  atRisk: z.array(urgentRow),
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
      dueMinutes: z.int(),
      doneMinutes: z.int(),
      learners: z.int(),
      /** Those whose every block is acquired: no jury is ahead of them. */
      acquired: z.int(),
      ready: z.int(),
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
