import type { Input, Output } from '@jalon/contract';
import {
  type Acknowledgement,
  type AnsweredReport,
  checkWholeRefusal,
  type EntryAnswer,
  formatName,
  judgeAcknowledgement,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Prisma, type Tx } from '../../db/database.ts';
import { DocumentStore } from '../../documents/document-store.ts';
import { DomainError, found } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { purgeNumbers } from './purge-numbers.ts';
import { readAcknowledgement } from './read-acknowledgement.ts';

const KIND = 'registry-acknowledgement';

/** What the registry answers: taken whole or refused whole, kept as it came. */
@Injectable()
export class AcknowledgementsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly store: DocumentStore,
  ) {}

  async import(
    actor: Actor,
    { body }: Input<'POST /registry-acknowledgements'>,
  ): Promise<Output<'POST /registry-acknowledgements'>> {
    const bytes = Buffer.from(body.contentBase64, 'base64');
    const acknowledgement = readAcknowledgement(bytes);
    // Judged before anything is kept of a file that may be somebody else's.
    await this.db.run(actor, ({ tx }) => judge(tx, acknowledgement));
    const file = await this.store.put(actor.centreId, bytes);
    const { reportId, treatmentId } = acknowledgement;
    return this.db.run(actor, async (unit) => {
      const { tx, audit } = unit;
      await tx.$queryRaw`select id from registry_report where id = ${reportId}::uuid for no key update`;
      const answers = await judge(tx, acknowledgement);
      const count = (answer: EntryAnswer['answer']) =>
        answers.filter((one) => one.answer === answer).length;
      const [accepted, rejected] = [count('accepted'), count('rejected')];
      const document = await tx.document.create({
        data: {
          centreId: actor.centreId,
          kind: KIND,
          subjectId: reportId,
          fileName: body.fileName,
          mediaType: 'application/xml',
          createdByUserId: actor.userId,
          ...file,
        },
      });
      const { id } = await tx.registryAcknowledgement.create({
        data: {
          centreId: actor.centreId,
          reportId,
          treatmentId,
          documentId: document.id,
          acceptedCount: accepted,
          rejectedCount: rejected,
          importedAt: this.clock.now(),
          importedByUserId: actor.userId,
        },
      });
      await saveAnswers(tx, reportId, id, answers);
      // The numbers of those whom the registry has accepted serve no more.
      const purged = await purgeNumbers(unit, acceptedIn(reportId), this.clock.now());
      audit({
        action: 'registry-acknowledgement.imported',
        subjectId: reportId,
        data: { treatmentId, accepted, rejected, sha256: file.sha256, numbersPurged: purged },
      });
      const waiting = await tx.registryEntry.count({ where: { reportId, answer: null } });
      return {
        reportId,
        accepted,
        rejected,
        waiting,
        rejections: await nameRejections(tx, answers),
      };
    });
  }

  /** The portal took nothing of the file: everybody in it is to be sent again. */
  noteRefusal(
    actor: Actor,
    { params, body }: Input<'POST /registry-reports/:reportId/refusal'>,
  ): Promise<{ done: true }> {
    const { reportId } = params;
    return this.db.run(actor, async ({ tx, audit }) => {
      await tx.$queryRaw`select id from registry_report where id = ${reportId}::uuid for no key update`;
      found(await tx.registryReport.findFirst({ where: { id: reportId } }), 'Ce fichier');
      const answered = { reportId, answer: { not: null } };
      raiseFindings(checkWholeRefusal(await tx.registryEntry.count({ where: answered })));
      const { count } = await tx.registryEntry.updateMany({
        where: { reportId },
        data: {
          answer: 'rejected',
          message: `Fichier refusé par le portail : ${body.motive}`,
          sealedNir: null,
        },
      });
      audit({ action: 'registry-report.refused', subjectId: reportId, data: { count } });
      return { done: true };
    });
  }
}

/** What the file answers about the centre's own report. @throws rule_refused with the reason */
async function judge(tx: Tx, acknowledgement: Acknowledgement): Promise<readonly EntryAnswer[]> {
  const report = await findReport(tx, acknowledgement.reportId);
  const { refusal, answers } = judgeAcknowledgement(acknowledgement, report);
  if (refusal)
    throw new DomainError('rule_refused', refusal.message, {
      errors: [{ pointer: refusal.path, message: refusal.message }],
    });
  return answers;
}

async function findReport(tx: Tx, id: string): Promise<AnsweredReport | null> {
  if (!isUuid(id)) return null;
  const report = await tx.registryReport.findFirst({
    where: { id },
    include: {
      entries: { select: { enrolmentId: true, answer: true } },
      acknowledgements: { select: { treatmentId: true } },
    },
  });
  return (
    report && {
      emitterClientId: report.emitterClientId,
      certifierClientId: report.certifierClientId,
      knownTreatments: report.acknowledgements.map(({ treatmentId }) => treatmentId),
      entries: new Map(report.entries.map(({ enrolmentId, answer }) => [enrolmentId, answer])),
    }
  );
}

const acceptedIn = (reportId: string): Prisma.PersonWhereInput => ({
  enrolments: { some: { registryEntries: { some: { reportId, answer: 'accepted' } } } },
});

/** Every answer in one statement; the number that was sent goes with it. */
async function saveAnswers(
  tx: Tx,
  reportId: string,
  acknowledgementId: string,
  answers: readonly EntryAnswer[],
): Promise<void> {
  await tx.$executeRaw`
    update registry_entry r
       set answer = given.answer::registry_answer, message = given.message,
           acknowledgement_id = ${acknowledgementId}::uuid, sealed_nir = null
      from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb)
           as given("entryId" uuid, answer text, message text)
     where r.report_id = ${reportId}::uuid and r.enrolment_id = given."entryId" and r.answer is null`;
}

async function nameRejections(tx: Tx, answers: readonly EntryAnswer[]) {
  const rejected = answers.filter(({ answer }) => answer === 'rejected');
  const enrolments = await tx.enrolment.findMany({
    where: { id: { in: rejected.map(({ entryId }) => entryId) } },
    include: { person: true },
  });
  const names = new Map(enrolments.map(({ id, person }) => [id, formatName(person)]));
  return rejected.map(({ entryId, answer, message }) => ({
    enrolmentId: entryId,
    learnerName: names.get(entryId) ?? '',
    answer,
    message,
  }));
}
