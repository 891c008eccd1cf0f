import { type FileDownload, type Input, isAllowed, type Output } from '@jalon/contract';
import { checkAuthor, checkSeat, hasProposalChanged } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Database, type Prisma } from '../../db/database.ts';
import { queryIn } from '../../db/query-in.ts';
import { DocumentStore } from '../../documents/document-store.ts';
import { found } from '../../http/domain-error.ts';
import { type EnrolmentFacts, loadBlockFacts, proposeBlock } from '../facts/block-facts.ts';
import { savedProposal } from './current-proposals.ts';
import { describeCandidateFile } from './describe-candidate-file.ts';
import { describeDecisions } from './describe-decisions.ts';
import { describeComposition, describeHeader, describeMembers } from './describe-session.ts';
import { listFacts } from './list-facts.ts';
import { readRoomStamps } from './room-stamps.ts';
import {
  askingSession,
  authorOf,
  bindingConflicts,
  type DecisionRow,
  isTiedTo,
  loadSession,
  presentedBlocks,
  type SessionCandidate,
  type SessionRecord,
  seatOf,
} from './session-record.ts';
import { readTutors } from './tutors.queries.ts';

type Room = Output<'GET /juries/:juryId/room'>;

/** What the members have before them while they decide. */
@Injectable()
export class JuryRoomService {
  constructor(
    private readonly db: Database,
    private readonly store: DocumentStore,
  ) {}

  read(actor: Actor, { params }: Input<'GET /juries/:juryId/room'>): Promise<Room> {
    return this.db.run(actor, async ({ tx }) => {
      // Read first: what changes while the files are read is then news.
      const { asOf, roomStamp } = await readRoomStamps(tx, params.juryId);
      const record = await loadSession(tx, actor, params.juryId);
      const ids = record.candidates.map(({ id }) => id);
      const query = queryIn(tx);
      const facts = await loadBlockFacts(query, ids);
      const tutors = await readTutors(query, ids);
      return {
        session: describeHeader(record),
        ...describeRight(record, actor),
        blocks: record.framework.blocks.map(({ code, name, shortName }) => ({
          code,
          name,
          shortName,
        })),
        members: describeMembers(record, actor),
        composition: describeComposition(record),
        candidates: record.candidates.map((candidate) => {
          const own = found(facts.get(candidate.id), 'Ce candidat');
          return {
            enrolmentId: candidate.id,
            name: candidate.name,
            kind: candidate.kind,
            cohortName: candidate.cohort.name,
            facts: listFacts(own, candidate, tutors.get(candidate.id) ?? [], record.heldOn),
            blocks: describeBlocks(record, candidate, own),
            recusals: describeRecusals(record, candidate),
            isClosedToMe: isTiedTo(record, actor.personId, candidate.id),
          };
        }),
        decisions: await describeDecisions(tx, record.row.decisions),
        asOf,
        roomStamp,
      };
    });
  }

  readFile(
    actor: Actor,
    { params }: Input<'GET /juries/:juryId/candidates/:enrolmentId'>,
  ): Promise<Output<'GET /juries/:juryId/candidates/:enrolmentId'>> {
    return this.db.run(actor, async ({ tx }) => {
      const record = await loadSession(tx, actor, params.juryId);
      const candidate = found(
        record.candidates.find(({ id }) => id === params.enrolmentId),
        'Ce candidat',
      );
      const facts = await loadBlockFacts(queryIn(tx), [candidate.id]);
      return describeCandidateFile(
        tx,
        found(facts.get(candidate.id), 'Ce candidat'),
        askingSession(record),
      );
    });
  }

  downloadCredentialFile(
    actor: Actor,
    { params }: Input<'GET /juries/:juryId/candidates/:enrolmentId/credential-files/:fileId'>,
  ): Promise<FileDownload> {
    const ofPerson = { person: { enrolments: { some: { id: params.enrolmentId } } } };
    const credential = { supersededById: null, ...ofPerson };
    return this.download(actor, params, 'Ce justificatif', {
      credentialFiles: { some: { id: params.fileId, credential } },
    });
  }

  downloadAppraisalFile(
    actor: Actor,
    {
      params,
    }: Input<'GET /juries/:juryId/candidates/:enrolmentId/appraisal-files/:appraisalFileId'>,
  ): Promise<FileDownload> {
    const appraisal = { enrolmentId: params.enrolmentId };
    return this.download(actor, params, 'Cette feuille papier', {
      appraisalFiles: { some: { id: params.appraisalFileId, appraisal } },
    });
  }

  /** A document of somebody who is a candidate of this jury. */
  private async download(
    actor: Actor,
    { juryId, enrolmentId }: { readonly juryId: string; readonly enrolmentId: string },
    what: string,
    where: Prisma.DocumentWhereInput,
  ): Promise<FileDownload> {
    const { fileName, ...stored } = await this.db.run(actor, async ({ tx }) => {
      const { candidates } = await loadSession(tx, actor, juryId);
      found(
        candidates.find(({ id }) => id === enrolmentId),
        'Ce candidat',
      );
      return found(await tx.document.findFirst({ where }), what);
    });
    return { fileName, bytes: await this.store.read(stored) };
  }
}

/** Whether the one who is logged in decides here, and why not when only their seat forbids it. */
function describeRight(record: SessionRecord, actor: Actor) {
  const mayDecide = record.row.state === 'open' && isAllowed(actor.roles, 'jury:decide');
  const [refusal] = mayDecide ? checkSeat(seatOf(record, actor)) : [];
  return { canDecide: mayDecide && !refusal, whyNotDecide: refusal?.message ?? null };
}

function describeBlocks(
  record: SessionRecord,
  candidate: SessionCandidate,
  facts: EnrolmentFacts,
): Room['candidates'][number]['blocks'] {
  const presented = presentedBlocks(record.framework, candidate).map(({ code }) => code);
  return record.framework.blocks.map(({ code }) => {
    const held = candidate.held.find(({ blockCode }) => blockCode === code);
    const block = {
      blockCode: code,
      heldOn: null,
      carriedFrom: null,
      acquiredAt: null,
      equivalence: null,
      proposal: null,
      outdatedDecisionId: null,
      unseatedDecision: null,
    };
    if (held) {
      const { decidedOn: heldOn, carriedFrom, acquiredAt, equivalence } = held;
      return { ...block, status: 'held', heldOn, carriedFrom, acquiredAt, equivalence };
    }
    if (!presented.includes(code)) return { ...block, status: 'not_presented' };
    return { ...block, status: 'presented', ...describeProposal(record, candidate, facts, code) };
  });
}

/** The proposal as it stands; in a closed session, the one that the decision was taken beside. */
function describeProposal(
  record: SessionRecord,
  candidate: SessionCandidate,
  facts: EnrolmentFacts,
  blockCode: string,
) {
  const decision = candidate.decisions.find((one) => one.blockCode === blockCode);
  const saved = decision && savedProposal(decision);
  const shown =
    saved && record.row.state === 'closed'
      ? saved
      : proposeBlock(facts, blockCode, askingSession(record));
  return {
    proposal: { outcome: shown.outcome, reasons: [...shown.reasons] },
    outdatedDecisionId: saved && hasProposalChanged(saved, shown) ? decision.id : null,
    unseatedDecision: decision ? describeUnseated(record, decision) : null,
  };
}

/** Why an open session asks a member who sits to confirm this decision. */
function describeUnseated(record: SessionRecord, decision: DecisionRow) {
  const reason = record.row.state === 'open' ? checkAuthor(authorOf(record, decision)) : null;
  return reason && { id: decision.id, reason };
}

function describeRecusals(record: SessionRecord, candidate: SessionCandidate) {
  const bound = new Set(
    bindingConflicts(record)
      .filter(({ candidateId }) => candidateId === candidate.id)
      .map(({ memberId }) => memberId),
  );
  return [...bound].flatMap((memberId) => {
    const conflict = record.conflicts.find(
      (one) => one.memberId === memberId && one.candidateId === candidate.id,
    );
    if (!conflict) return [];
    const end = conflict.isRecused ? 'se récuse pour ce candidat' : 'doit se récuser';
    return [{ memberId, sentence: `${conflict.facts.replace(/\.$/, '')} : ${end}.` }];
  });
}
