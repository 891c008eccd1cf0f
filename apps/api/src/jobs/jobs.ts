import { z } from 'zod';

/** Every job by name, with the shape of its payload. BullMQ refuses `:` in names. */
export const jobs = {
  /** Of no centre: the request is found by the job's own id. */
  'access-request.answer': z.object({}),
  'appraisal-campaign.open-centre': z.object({}),
  'joint-review.remind-centre': z.object({}),
  /** Completes a mail with the title's copy and the letter to the CPAM, then lets it go. */
  'certificate.enclose': z.object({ mailId: z.uuid(), certificateId: z.uuid() }),
  'mail.send': z.object({ mailId: z.uuid() }),
  'reminder.plan-centre': z.object({}),
  'slot-change.tell-centre': z.object({}),
  'slot-change.tell-person': z.object({
    personId: z.uuid(),
    role: z.enum(['learner', 'trainer', 'tutor']),
    changeIds: z.array(z.uuid()),
    pathChangeIds: z.array(z.uuid()).default([]),
  }),
  'learner-import.run': z.object({ learnerImportId: z.uuid() }),
  'notice.send': z.object({ noticeId: z.uuid() }),
  'summons.send': z.object({ summonsId: z.uuid() }),
  /** The minutes of the closing, or others of the session once they are signed. */
  'minutes.produce': z.object({ jurySessionId: z.uuid(), minutesId: z.uuid().optional() }),
  'plan.search': z.object({ planSearchId: z.uuid() }),
  'plan.forget-centre': z.object({}),
} as const satisfies Record<string, z.ZodType>;

export type JobName = keyof typeof jobs;
export type JobPayload<N extends JobName> = z.output<(typeof jobs)[N]>;

/** What a handler is given: the tenant it works in (`''` for none) and the job's own id, for idempotence. */
export interface JobContext<N extends JobName> {
  readonly id: string;
  readonly centreId: string;
  readonly payload: JobPayload<N>;
}

/** Work that starts by the clock. It runs without a tenant and enqueues what each centre needs. */
export interface Schedule {
  readonly name: string;
  /** Cron pattern in Paris time. */
  readonly cron: string;
}

export const schedules = [
  // Before the reminders of the morning: what was asked today is not reminded today.
  { name: 'appraisal-campaign.open', cron: '30 6 * * *' },
  { name: 'joint-review.remind', cron: '45 6 * * *' },
  { name: 'reminder.plan', cron: '0 7 * * *' },
  { name: 'slot-change.tell', cron: '*/5 * * * *' },
  { name: 'plan.forget', cron: '30 3 * * *' },
] as const satisfies readonly Schedule[];
export type ScheduleName = (typeof schedules)[number] extends { name: infer N } ? N : never;
