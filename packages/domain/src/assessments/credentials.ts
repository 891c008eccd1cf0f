import type { CredentialRule } from '../frameworks/framework.ts';
import { formatDay } from '../french-format.ts';
import { addDays, addYears, type PlainDate } from '../plain-date.ts';
import type { Reason } from '../reason.ts';

/** A dated credential that a learner holds, such as an AFGSU 1. A refresher course is a new one. */
export interface HeldCredential {
  readonly credentialCode: string;
  readonly obtainedOn: PlainDate;
  /** First day on which it is no longer valid. */
  readonly expiresOn: PlainDate;
  /** Whether its scan is in the file; absent when that was not asked. */
  readonly hasFile?: boolean;
}

/** What is told of a credential whose scan the file still lacks; nothing waits for it. */
export const tellMissingFile = (held: HeldCredential | null): string =>
  held?.hasFile === false ? ' Justificatif à joindre.' : '';

export const credentialStatuses = ['valid', 'expiring', 'expired', 'missing'] as const;
export type CredentialStatus = (typeof credentialStatuses)[number];

export interface CredentialCheck {
  readonly status: CredentialStatus;
  /** Expiry of the credential that lasts longest; `null` when none is held. */
  readonly expiresOn: PlainDate | null;
  readonly reason: Reason;
}

/** A credential valid for fewer days than this is worth a warning (DOMAIN 14, Q6). */
export const credentialWarningDays = 60;

/**
 * First day on which a credential obtained on `obtainedOn` is no longer valid: `validityYears`
 * later, 29 February becoming 28 February (W1, DOMAIN 13).
 */
export const credentialExpiry = (rule: CredentialRule, obtainedOn: PlainDate): PlainDate =>
  addYears(obtainedOn, rule.validityYears);

/** « valable jusqu’au 10 décembre 2029 inclus », of the first day on which it is no longer valid. */
export const tellValidUntil = (expiresOn: PlainDate): string =>
  `valable jusqu’au ${formatDay(addDays(expiresOn, -1))} inclus`;

/** « AFGSU » for « AFGSU niveau 1 »: a cell has room for the name alone. */
export const shortCredentialName = ({ name }: Pick<CredentialRule, 'name'>): string =>
  name.replace(/ niveau \d+$/, '');

/** Valid from the day it is obtained to the day before its expiry (DOMAIN 13). */
export const isCredentialValidOn = (credential: HeldCredential, day: PlainDate): boolean =>
  credential.obtainedOn <= day && day < credential.expiresOn;

/** Of the credentials of that code obtained by `day`, the one that lasts longest; else `null`. */
export function longestCredential(
  credentialCode: string,
  credentials: readonly HeldCredential[],
  day: PlainDate,
): HeldCredential | null {
  let longest: HeldCredential | null = null;
  for (const held of credentials) {
    if (held.credentialCode !== credentialCode || held.obtainedOn > day) continue;
    if (longest === null || held.expiresOn > longest.expiresOn) longest = held;
  }
  return longest;
}

/**
 * Whether the credential is valid on `day`: `expiring` is valid, but for fewer than 60 days more
 * (Q6). `expiresOn` is the first day on which it is no longer valid.
 */
export function checkCredential(
  rule: CredentialRule,
  credentials: readonly HeldCredential[],
  day: PlainDate,
): CredentialCheck {
  const held = longestCredential(rule.code, credentials, day);
  const status = statusOn(held, day);
  return {
    status,
    expiresOn: held?.expiresOn ?? null,
    reason: {
      rule: 'credential.valid-on-day',
      met: status === 'valid' || status === 'expiring',
      facts: describeCredential(rule, held, status, day),
      source: rule.source,
    },
  };
}

function statusOn(held: HeldCredential | null, day: PlainDate): CredentialStatus {
  if (held === null) return 'missing';
  if (!isCredentialValidOn(held, day)) return 'expired';
  return held.expiresOn < addDays(day, credentialWarningDays) ? 'expiring' : 'valid';
}

function describeCredential(
  rule: CredentialRule,
  held: HeldCredential | null,
  status: CredentialStatus,
  day: PlainDate,
): string {
  if (held === null) return `${rule.name} : aucune attestation obtenue au ${formatDay(day)}.`;
  const expiry = formatDay(held.expiresOn);
  if (status === 'expired') return `${rule.name} : plus valable à partir du ${expiry}.`;
  if (status === 'expiring') {
    return `${rule.name} : valide le ${formatDay(day)}, mais expire le ${expiry}, dans moins de ${credentialWarningDays} jours.`;
  }
  return `${rule.name} : valide le ${formatDay(day)}, expire le ${expiry}.`;
}
