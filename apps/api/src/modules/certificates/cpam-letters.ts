import type { FileDownload, Input } from '@jalon/contract';
import {
  type CertificateContent,
  composeCpamLetter,
  formatSpokenName,
  owesCpamCopy,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Database, type Tx } from '../../db/database.ts';
import { fromDay, toDay, toDayOrNull } from '../../db/days.ts';
import { termsOf } from '../../db/employment-terms.ts';
import { TypstRenderer } from '../../documents/typst-renderer.ts';
import { DomainError, found } from '../../http/domain-error.ts';
import { endsCourse } from '../facts/standing-certificate.ts';
import { IssuerKeys } from '../issuers/issuer-keys.ts';
import { CertificateWriter } from './certificate-writer.ts';

interface Drawn {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** The letters with which employers send their CPAM the copy of a title: theirs to date and to sign. */
@Injectable()
export class CpamLetters {
  constructor(
    private readonly db: Database,
    private readonly typst: TypstRenderer,
    private readonly writer: CertificateWriter,
    private readonly keys: IssuerKeys,
  ) {}

  async download(
    actor: Actor,
    { params }: Input<'GET /certificates/:certificateId/cpam-letter'>,
  ): Promise<FileDownload> {
    const letter = await this.draw(actor, params.certificateId);
    if (letter) return letter;
    throw new DomainError(
      'rule_refused',
      'Aucun employeur n’est noté au jour de la délivrance : complétez l’emploi dans le dossier.',
    );
  }

  /**
   * One page for each employer on the day of the issue.
   *
   * @param only the employers that are written to at this address, all of them without it
   * @returns `null` when there is none
   */
  async draw(actor: Actor, certificateId: string, only?: string): Promise<Drawn | null> {
    const { number, issuedOn, letters } = await this.db.run(actor, async (unit) => {
      const row = found(await findTitle(unit.tx, certificateId), 'Ce certificat');
      const statement = await this.writer.ensureStatement(unit, actor, certificateId);
      const address = await this.keys.addressOf(unit.tx);
      const { person } = row.enrolment;
      const employments = person.employments
        .filter((one) => owesCpamCopy(termsOf(one), toDay(row.issuedOn)))
        .filter(({ employerEmail }) => only === undefined || employerEmail === only);
      const { number, issuedOn, decidedOn, certification, centre } =
        statement.content as unknown as CertificateContent;
      return {
        number,
        issuedOn,
        letters: employments.map((employment) => ({
          employer: { name: employment.employerName, siret: employment.siret },
          ...composeCpamLetter({
            learnerName: formatSpokenName(person),
            kind: row.kind === 'fae_attestation' ? row.kind : 'certificate',
            number,
            issuedOn,
            decidedOn,
            certification: certification.name,
            centreName: centre,
            page: address.page(statement.publicCode),
            employer: {
              kind: employment.employerKind,
              hireDate: toDay(employment.hireDate),
              cpamContractSignedOn: toDayOrNull(employment.cpamContractSignedOn),
            },
          }),
        })),
      };
    });
    if (letters.length === 0) return null;
    const { bytes } = await this.typst.render('cpam-letter', { letters }, fromDay(issuedOn));
    return { fileName: `lettre-cpam-${number}.pdf`, bytes };
  }
}

const findTitle = (tx: Tx, id: string) =>
  tx.certificate.findFirst({
    where: { id, ...endsCourse },
    include: {
      enrolment: {
        include: { person: { include: { employments: { orderBy: { hireDate: 'asc' } } } } },
      },
    },
  });
