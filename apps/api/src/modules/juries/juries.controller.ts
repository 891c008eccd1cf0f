import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Gone, Valid } from '../../http/endpoint.ts';
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

@Controller()
export class JuriesController {
  constructor(
    private readonly juries: JuriesService,
    private readonly members: JuryMembersService,
    private readonly candidates: JuryCandidatesService,
    private readonly room: JuryRoomService,
    private readonly decisions: JuryDecisionsService,
    private readonly minutes: JuryMinutesProducer,
    private readonly signatures: JurySignaturesService,
    private readonly rectifications: JuryRectificationsService,
    private readonly resits: ResitsService,
    private readonly removal: JuryRemovalService,
  ) {}

  @Endpoint('GET /juries')
  list(@Caller() actor: Actor) {
    return this.juries.list(actor);
  }

  @Endpoint('POST /juries')
  create(@Caller() actor: Actor, @Valid() input: Input<'POST /juries'>) {
    return this.juries.create(actor, input);
  }

  @Endpoint('GET /juries/:juryId')
  read(@Caller() actor: Actor, @Valid() input: Input<'GET /juries/:juryId'>) {
    return this.juries.read(actor, input);
  }

  @Endpoint('PUT /juries/:juryId')
  update(@Caller() actor: Actor, @Valid() input: Input<'PUT /juries/:juryId'>) {
    return this.juries.update(actor, input);
  }

  @Endpoint('DELETE /juries/:juryId')
  remove(@Caller() actor: Actor, @Valid() input: Input<'DELETE /juries/:juryId'>) {
    return this.removal.remove(actor, input);
  }

  @Endpoint('POST /juries/:juryId/members')
  addMember(@Caller() actor: Actor, @Valid() input: Input<'POST /juries/:juryId/members'>) {
    return this.members.add(actor, input);
  }

  @Endpoint('PUT /juries/:juryId/members/:memberId')
  updateMember(
    @Caller() actor: Actor,
    @Valid() input: Input<'PUT /juries/:juryId/members/:memberId'>,
  ) {
    return this.members.update(actor, input);
  }

  @Endpoint('DELETE /juries/:juryId/members/:memberId')
  removeMember(
    @Caller() actor: Actor,
    @Valid() input: Input<'DELETE /juries/:juryId/members/:memberId'>,
  ) {
    return this.members.remove(actor, input);
  }

  @Endpoint('POST /juries/:juryId/invitations')
  invite(@Caller() actor: Actor, @Valid() input: Input<'POST /juries/:juryId/invitations'>) {
    return this.members.invite(actor, input);
  }

  @Endpoint('POST /juries/:juryId/candidates')
  addCandidates(@Caller() actor: Actor, @Valid() input: Input<'POST /juries/:juryId/candidates'>) {
    return this.candidates.add(actor, input);
  }

  @Endpoint('DELETE /juries/:juryId/candidates/:enrolmentId')
  removeCandidate(
    @Caller() actor: Actor,
    @Valid() input: Input<'DELETE /juries/:juryId/candidates/:enrolmentId'>,
  ) {
    return this.candidates.remove(actor, input);
  }

  @Endpoint('POST /juries/:juryId/conflicts')
  recuse(@Caller() actor: Actor, @Valid() input: Input<'POST /juries/:juryId/conflicts'>) {
    return this.members.recuse(actor, input);
  }

  @Endpoint('DELETE /juries/:juryId/conflicts/:conflictId')
  withdrawConflict(
    @Caller() actor: Actor,
    @Valid() input: Input<'DELETE /juries/:juryId/conflicts/:conflictId'>,
  ) {
    return this.members.withdrawConflict(actor, input);
  }

  @Endpoint('POST /juries/:juryId/opening')
  open(@Caller() actor: Actor, @Valid() input: Input<'POST /juries/:juryId/opening'>) {
    return this.juries.open(actor, input);
  }

  @Endpoint('POST /juries/:juryId/closing')
  close(@Caller() actor: Actor, @Valid() input: Input<'POST /juries/:juryId/closing'>) {
    return this.juries.close(actor, input);
  }

  @Endpoint('GET /juries/:juryId/room')
  readRoom(@Caller() actor: Actor, @Valid() input: Input<'GET /juries/:juryId/room'>) {
    return this.room.read(actor, input);
  }

  @Endpoint('GET /juries/:juryId/candidates/:enrolmentId')
  readFile(
    @Caller() actor: Actor,
    @Valid() input: Input<'GET /juries/:juryId/candidates/:enrolmentId'>,
  ) {
    return this.room.readFile(actor, input);
  }

  @Endpoint('GET /juries/:juryId/candidates/:enrolmentId/credential-files/:fileId')
  downloadCredentialFile(
    @Caller() actor: Actor,
    @Valid()
    input: Input<'GET /juries/:juryId/candidates/:enrolmentId/credential-files/:fileId'>,
  ) {
    return this.room.downloadCredentialFile(actor, input);
  }

  @Endpoint('GET /juries/:juryId/candidates/:enrolmentId/appraisal-files/:appraisalFileId')
  downloadAppraisalFile(
    @Caller() actor: Actor,
    @Valid()
    input: Input<'GET /juries/:juryId/candidates/:enrolmentId/appraisal-files/:appraisalFileId'>,
  ) {
    return this.room.downloadAppraisalFile(actor, input);
  }

  @Endpoint('GET /juries/:juryId/decisions')
  listDecisions(
    @Caller() actor: Actor,
    @Valid() input: Input<'GET /juries/:juryId/decisions'>,
    @Gone() gone: AbortSignal,
  ) {
    return this.decisions.list(actor, input, gone);
  }

  @Endpoint('PUT /juries/:juryId/decisions')
  saveDecisions(@Caller() actor: Actor, @Valid() input: Input<'PUT /juries/:juryId/decisions'>) {
    return this.decisions.save(actor, input);
  }

  @Endpoint('GET /juries/:juryId/minutes')
  downloadMinutes(@Caller() actor: Actor, @Valid() input: Input<'GET /juries/:juryId/minutes'>) {
    return this.minutes.download(actor, input);
  }

  @Endpoint('POST /juries/:juryId/minutes/signatures')
  sign(@Caller() actor: Actor, @Valid() input: Input<'POST /juries/:juryId/minutes/signatures'>) {
    return this.rectifications.sign(actor, input);
  }

  @Endpoint('POST /juries/:juryId/minutes/paper-signatures')
  notePaperSignature(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /juries/:juryId/minutes/paper-signatures'>,
  ) {
    return this.rectifications.notePaper(actor, input);
  }

  @Endpoint('POST /juries/:juryId/minutes/reminders')
  askSignatures(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /juries/:juryId/minutes/reminders'>,
  ) {
    return this.signatures.remind(actor, input);
  }

  @Endpoint('POST /juries/:juryId/rectifications')
  rectify(@Caller() actor: Actor, @Valid() input: Input<'POST /juries/:juryId/rectifications'>) {
    return this.rectifications.drawUp(actor, input);
  }

  @Endpoint('GET /resits')
  listResits(@Caller() actor: Actor, @Valid() input: Input<'GET /resits'>) {
    return this.resits.list(actor, input);
  }

  @Endpoint('PUT /resits/:decisionId')
  registerResit(@Caller() actor: Actor, @Valid() input: Input<'PUT /resits/:decisionId'>) {
    return this.resits.register(actor, input);
  }
}
