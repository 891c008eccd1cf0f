import { type CertificateContent, formatMinutes, heldVerdicts, type Reason } from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { toDay, toDayOrNull } from '../../db/days.ts';
import type { EnrolmentFacts } from '../facts/block-facts.ts';
import type { CertificateRow } from './describe-standing.ts';

/** What a certificate of that row says, from the file as it is now. */
export async function composeContent(
  tx: Tx,
  row: Omit<CertificateRow, 'id' | 'supersededById' | 'cpamCopySentOn' | 'createdAt'>,
  { framework, verdicts, hours, personId }: EnrolmentFacts,
): Promise<CertificateContent> {
  const person = await tx.person.findFirstOrThrow({ where: { id: personId } });
  const centre = await tx.centre.findFirstOrThrow({});
  const { certification } = framework;
  const blocks = framework.blocks.filter(
    ({ code }) => row.blockCode === null || row.blockCode === code,
  );
  const held = heldVerdicts(framework, verdicts, toDay(row.decidedOn));
  return {
    kind: row.kind,
    number: row.number,
    issuedOn: toDay(row.issuedOn),
    decidedOn: toDay(row.decidedOn),
    centre: centre.name,
    holder: {
      name: `${person.givenName} ${person.birthName}`,
      usageName: person.usageName,
      birthDate: toDayOrNull(person.birthDate),
    },
    certification: {
      name: certification?.name ?? framework.title,
      rncp: certification?.rncp ?? null,
      level: certification?.level ?? null,
      certifier: certification?.certifier ?? null,
    },
    hours: `${formatMinutes(hours.total.done)} sur ${formatMinutes(hours.total.due)}`,
    blocks: blocks.map(({ code, name, competences }) => ({
      code,
      name,
      acquiredOn: held.find(({ blockCode }) => blockCode === code)?.decidedOn ?? null,
      competences: competences.map((competence) => competence.name),
    })),
    reasons: (row.reasons as unknown as Reason[]).map(({ facts }) => facts),
  };
}
