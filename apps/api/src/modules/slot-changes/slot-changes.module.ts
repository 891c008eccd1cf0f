import { Module } from '@nestjs/common';
import { SlotChangeJobs } from './slot-changes.jobs.ts';

@Module({ providers: [SlotChangeJobs] })
export class SlotChangesModule {}
