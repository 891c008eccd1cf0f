import {
  type HeldCredential,
  isCredentialValidOn,
  longestCredential,
} from '../assessments/credentials.ts';
import type { CompetenceBlock, CredentialRule, Framework } from '../frameworks/framework.ts';
import { formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Reason } from '../reason.ts';

/**
 * Whether each attestation that stands for an épreuve of the block is still valid on the day of the
 * next jury, today when none is known (Q6). The épreuve itself stays acquired (S1:L155): these
 * reasons stand beside the proposal. One never obtained is left to the épreuve's own reason.
 */
export function explainCredentials(input: {
  readonly framework: Framework;
  readonly block: CompetenceBlock;
  readonly credentials: readonly HeldCredential[];
  readonly nextJuryOn: PlainDate | null;
  readonly today: PlainDate;
}): readonly Reason[] {
  const { framework, block, credentials, nextJuryOn, today } = input;
  const onDate = nextJuryOn ?? today;
  return framework.credentials
    .filter(({ code }) => block.assessments.some(({ credentialCode }) => credentialCode === code))
    .flatMap((rule) => {
      const held = longestCredential(rule.code, credentials, onDate);
      if (held === null) return [];
      const met = isCredentialValidOn(held, onDate);
      return [
        {
          rule: 'credential.valid-on-jury-day',
          met,
          facts: met
            ? `${rule.name} valide le ${formatDay(onDate)}${nextJuryOn ? ', jour du jury' : ''} : elle expire le ${formatDay(held.expiresOn)}.`
            : `${writeCredentialEnd(rule, held, nextJuryOn, today)} : le bloc peut être acquis, le titre attendra une attestation valide.`,
          source: rule.source,
        },
      ];
    });
}

/** « AFGSU niveau 1 expire le 2 décembre 2026, avant le jury du 18 décembre 2026 » */
export function writeCredentialEnd(
  { name }: Pick<CredentialRule, 'name'>,
  { expiresOn }: HeldCredential,
  nextJuryOn: PlainDate | null,
  today: PlainDate,
): string {
  if (expiresOn <= today) return `${name} plus valable à partir du ${formatDay(expiresOn)}`;
  const before = nextJuryOn ? `, avant le jury du ${formatDay(nextJuryOn)}` : '';
  return `${name} expire le ${formatDay(expiresOn)}${before}`;
}
