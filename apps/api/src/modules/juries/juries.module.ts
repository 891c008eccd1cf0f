import { Module } from '@nestjs/common';
import { AppraisalsModule } from '../appraisals/appraisals.module.ts';
import { JuriesController } from './juries.controller.ts';
import { JuriesService } from './juries.service.ts';
import { JuryCandidatesService } from './jury-candidates.service.ts';
import { JuryDecisionsService } from './jury-decisions.service.ts';
import { JuryMembersService } from './jury-members.service.ts';
import { JuryRectificationsService } from './jury-rectifications.service.ts';
import { JuryRemovalService } from './jury-removal.service.ts';
import { JuryRoomService } from './jury-room.service.ts';
import { JurySignaturesService } from './jury-signatures.service.ts';
import { JuryMinutesProducer } from './minutes.jobs.ts';
import { ResitsService } from './resits.service.ts';

@Module({
  imports: [AppraisalsModule],
  controllers: [JuriesController],
  providers: [
    JuriesService,
    JuryMembersService,
    JuryCandidatesService,
    JuryRemovalService,
    JuryRoomService,
    JuryDecisionsService,
    JuryMinutesProducer,
    JurySignaturesService,
    JuryRectificationsService,
    ResitsService,
  ],
})
export class JuriesModule {}
