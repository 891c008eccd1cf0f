import { SetMetadata } from '@nestjs/common';
import type { JobContext, JobName, ScheduleName } from './jobs.ts';

export const JOB_NAME = 'jalon:job';
export const SCHEDULE_NAME = 'jalon:schedule';

/** Binds a method to a job. At boot each job must have exactly one. */
export function OnJob<N extends JobName>(name: N) {
  return SetMetadata(JOB_NAME, name) as unknown as <
    M extends (job: JobContext<N>) => Promise<void>,
  >(
    target: object,
    property: string | symbol,
    descriptor: TypedPropertyDescriptor<M>,
  ) => void;
}

/** Binds a method to a schedule. At boot each schedule must have exactly one. */
export function OnSchedule(name: ScheduleName) {
  return SetMetadata(SCHEDULE_NAME, name) as unknown as <M extends () => Promise<void>>(
    target: object,
    property: string | symbol,
    descriptor: TypedPropertyDescriptor<M>,
  ) => void;
}
