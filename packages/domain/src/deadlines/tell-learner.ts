import { type HeldCredential, tellValidUntil } from '../assessments/credentials.ts';
import type { CredentialRule } from '../frameworks/framework.ts';
import { formatDay } from '../french-format.ts';
import type { DeadlineRow } from './compute-deadlines.ts';

/**
 * A legal deadline in the learner's words. It binds the employing doctor, not the learner, and the
 * sentence says so (DOMAIN 6).
 */
export function tellDeadline(
  { kind, dueOn }: Pick<DeadlineRow, 'kind' | 'dueOn'>,
  outcome: 'certificate' | 'attestation',
): string {
  const title = outcome === 'certificate' ? 'votre certificat' : 'votre attestation';
  const duty = kind === 'enrol' ? 'être en formation' : `avoir obtenu ${title}`;
  return `Vous devez ${duty} au plus tard le ${formatDay(dueOn)}. Ce délai engage votre employeur envers l’Assurance Maladie, pas vous.`;
}

/** Until when a credential is valid, in the learner's words. */
export const tellCredential = (
  { name }: Pick<CredentialRule, 'name'>,
  { expiresOn }: Pick<HeldCredential, 'expiresOn'>,
): string => `${name} : ${tellValidUntil(expiresOn)}. Un recyclage la prolonge.`;
