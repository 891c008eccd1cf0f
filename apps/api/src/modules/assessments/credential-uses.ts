import { type CredentialUse, formatDay } from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { queryIn } from '../../db/query-in.ts';
import { type EnrolmentFacts, loadBlockFacts } from '../facts/block-facts.ts';
import { endsCourse } from '../facts/standing-certificate.ts';

/** What was decided for a person with a credential of this code before the jury or the office. */
export async function loadCredentialUses(
  tx: Tx,
  enrolmentIds: readonly string[],
  code: string,
): Promise<readonly CredentialUse[]> {
  const facts = await loadBlockFacts(queryIn(tx), enrolmentIds);
  const certificates = await tx.certificate.findMany({
    where: { enrolmentId: { in: [...enrolmentIds] }, ...endsCourse },
  });
  const issued = certificates.filter(({ enrolmentId }) =>
    facts.get(enrolmentId)?.framework.credentials.some((rule) => rule.code === code),
  );
  return [
    ...[...facts.values()].flatMap((one) => listBlocks(one, code)),
    ...issued.map(({ number, issuedOn }) => ({
      what: `Le certificat ${number}, délivré le ${formatDay(toDay(issuedOn))},`,
      decidedOn: toDay(issuedOn),
    })),
  ];
}

/** The acquired blocks of which the credential is an épreuve. */
const listBlocks = ({ framework, verdicts }: EnrolmentFacts, code: string): CredentialUse[] =>
  framework.blocks
    .filter((block) => block.assessments.some(({ credentialCode }) => credentialCode === code))
    .flatMap((block) =>
      verdicts
        .filter((one) => one.blockCode === block.code && one.decision === 'acquired')
        .map(({ decidedOn }) => ({
          what: `Le bloc ${block.code}, acquis au jury du ${formatDay(decidedOn)},`,
          decidedOn,
        })),
    );
