import type { FileDownload, Input } from '@jalon/contract';
import { formatDay, formatMinutes, type PlainDate, type Reason } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { queryIn } from '../../db/query-in.ts';
import { DocumentStore } from '../../documents/document-store.ts';
import { TypstRenderer } from '../../documents/typst-renderer.ts';
import { found } from '../../http/domain-error.ts';
import { loadBlockFacts } from '../facts/block-facts.ts';
import { scope } from './certificate-scope.ts';

const KIND = 'certificate';

/** The certificate as a file: drawn the first time somebody asks for it, then kept as it is. */
@Injectable()
export class CertificateDocuments {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly store: DocumentStore,
    private readonly typst: TypstRenderer,
  ) {}

  async download(
    actor: Actor,
    { params }: Input<'GET /certificates/:certificateId/document'>,
  ): Promise<FileDownload> {
    const { known, content } = await this.db.run(actor, async ({ tx }) => ({
      content: await readContent(tx, actor, params.certificateId, this.clock.today()),
      known: await findDocument(tx, params.certificateId),
    }));
    if (known) return { fileName: known.fileName, bytes: await this.store.read(known) };
    const { bytes } = await this.typst.render('certificate', content, content.issuedAt);
    const file = await this.store.put(actor.centreId, bytes);
    const fileName = `${content.number}.pdf`;
    await this.db.run(actor, async ({ tx, audit }) => {
      await tx.$queryRaw`select id from certificate where id = ${params.certificateId}::uuid for no key update`;
      if (await findDocument(tx, params.certificateId)) return;
      const document = await tx.document.create({
        data: {
          centreId: actor.centreId,
          kind: KIND,
          subjectId: params.certificateId,
          fileName,
          mediaType: 'application/pdf',
          createdByUserId: actor.userId,
          ...file,
        },
      });
      audit({
        action: 'certificate.produced',
        subjectId: params.certificateId,
        data: { documentId: document.id, sha256: file.sha256 },
      });
    });
    return { fileName, bytes };
  }
}

const findDocument = (tx: Tx, subjectId: string) =>
  tx.document.findFirst({ where: { kind: KIND, subjectId } });

/** What the certificate says, ready to be drawn. */
async function readContent(tx: Tx, actor: Actor, certificateId: string, today: PlainDate) {
  const row = found(
    await tx.certificate.findFirst({
      where: { id: certificateId, enrolment: scope(actor, today) },
      include: { enrolment: { include: { person: true } } },
    }),
    'Ce certificat',
  );
  const { person } = row.enrolment;
  const centre = await tx.centre.findFirstOrThrow({});
  const facts = await loadBlockFacts(queryIn(tx), [row.enrolmentId]);
  const { framework, verdicts, hours } = found(facts.get(row.enrolmentId), 'Cet apprenant');
  return {
    kind: row.kind,
    number: row.number,
    issuedOn: formatDay(toDay(row.issuedOn)),
    issuedAt: row.issuedOn,
    decidedOn: formatDay(toDay(row.decidedOn)),
    centre: centre.name,
    holder: {
      name: `${person.givenName} ${person.birthName}`,
      usageName: person.usageName,
      birthDate: person.birthDate ? formatDay(toDay(person.birthDate)) : null,
    },
    certification: {
      name: framework.certification?.name ?? framework.title,
      rncp: framework.certification?.rncp ?? null,
      level: framework.certification?.level ?? null,
      certifier: framework.certification?.certifier ?? null,
    },
    hours: `${formatMinutes(hours.total.done)} sur ${formatMinutes(hours.total.due)}`,
    blocks: framework.blocks.map(({ code, name }) => {
      const verdict = verdicts.findLast(
        ({ blockCode, decision }) => blockCode === code && decision === 'acquired',
      );
      return { code, name, acquiredOn: verdict ? formatDay(verdict.decidedOn) : null };
    }),
    reasons: (row.reasons as unknown as Reason[]).map(({ facts: sentence }) => sentence),
  };
}
