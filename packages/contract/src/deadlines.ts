import {
  deadlineAnchors,
  deadlineKinds,
  deadlineRegimes,
  deadlineUrgencies,
  listedDeadlineKinds,
} from '@jalon/domain';
import { z } from 'zod';
import { earlyEnd } from './early-ends.ts';
import { routes } from './route.ts';
import { day, done, id, instant, longText, named, page, shownDay, text } from './schemas.ts';

const standing = {
  urgency: z.enum(deadlineUrgencies),
  daysLeft: z.int(),
  settledOn: shownDay.nullable(),
  facts: z.string(),
};

const deadline = z.object({
  kind: z.enum(deadlineKinds),
  regime: z.enum(deadlineRegimes),
  anchor: z.enum(deadlineAnchors),
  anchorOn: shownDay,
  years: z.int(),
  dueOn: shownDay,
  originalDueOn: shownDay,
  suspendedDays: z.int(),
  source: z.string(),
  isOperative: z.boolean(),
  sentence: z.string(),
  ...standing,
});

const suspension = z.object({
  id,
  fromOn: shownDay,
  toOn: shownDay,
  motive: z.string(),
  evidence: z.string().nullable(),
  createdAt: instant,
  removedAt: instant.nullable(),
  removedMotive: z.string().nullable(),
});

export const deadlines = routes({
  'GET /enrolments/:enrolmentId/deadlines': {
    permission: 'deadline:read',
    summary: 'Les échéances d’un apprenant, employeur par employeur',
    params: z.object({ enrolmentId: id }),
    response: z.object({
      learnerName: z.string(),
      cohort: named,
      /** `null` unless a *période de reconversion* was left before its end. */
      earlyEnd: earlyEnd.nullable(),
      employments: z.array(
        z.object({
          id,
          employerName: z.string(),
          hireDate: shownDay,
          dutyStartOn: shownDay.nullable(),
          cpamContractSignedOn: shownDay.nullable(),
          endsOn: shownDay.nullable(),
          /** One that has ended binds its employer no more. */
          isRunning: z.boolean(),
          hasEmployerEmail: z.boolean(),
          deadlines: z.array(deadline),
          /** What texts that bind nobody any more would ask. */
          outdated: z.array(
            z.object({
              kind: z.enum(deadlineKinds),
              dueOn: shownDay,
              source: z.string(),
              sentence: z.string(),
            }),
          ),
          suspensions: z.array(suspension),
        }),
      ),
    }),
  },
  'GET /deadlines': {
    permission: 'deadline:read',
    summary: 'Les échéances du centre, la plus proche d’abord',
    query: z.object({
      search: z.string().max(100).optional(),
      urgency: z.enum(deadlineUrgencies).optional(),
      kind: z.enum(listedDeadlineKinds).optional(),
      cohortId: id.optional(),
      page,
    }),
    response: z.object({
      rows: z.array(
        z.object({
          enrolmentId: id,
          /** `null` for what binds no one employment alone. */
          employmentId: id.nullable(),
          learnerName: z.string(),
          cohort: named,
          /** Whom it binds. */
          employerName: z.string(),
          kind: z.enum(listedDeadlineKinds),
          dueOn: shownDay,
          suspendedDays: z.int(),
          source: z.string(),
          sentence: z.string(),
          ...standing,
        }),
      ),
      total: z.int(),
      pageSize: z.int(),
      counts: z.object({
        late: z.int(),
        within_30: z.int(),
        within_90: z.int(),
        later: z.int(),
        settled: z.int(),
      }),
      cohorts: z.array(named),
    }),
  },
  'POST /employments/:employmentId/suspensions': {
    permission: 'deadline:suspend',
    summary: 'Suspendre les délais d’un employeur, avec un motif',
    params: z.object({ employmentId: id }),
    body: z.object({
      fromOn: day,
      toOn: day,
      motive: text,
      evidence: longText.nullable().default(null),
    }),
    response: z.object({ id }),
  },
  'POST /suspensions/:suspensionId/removal': {
    permission: 'deadline:suspend',
    summary: 'Retirer une suspension, avec un motif : elle reste visible',
    params: z.object({ suspensionId: id }),
    body: z.object({ motive: text }),
    response: done,
  },
});
