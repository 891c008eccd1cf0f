import {
  checkCredential,
  type HeldCredential,
  isCredentialValidOn,
  longestCredential,
  tellMissingFile,
} from '../assessments/credentials.ts';
import { blockRuleSource, frameworkRule } from '../assessments/rule-source.ts';
import type { CompetenceBlock, CredentialRule, Framework } from '../frameworks/framework.ts';
import { formatDay, formatMinutes } from '../french-format.ts';
import type { HoursDone } from '../hours-done.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Decision, Reason } from '../reason.ts';
import {
  type BlockVerdict,
  findStandingVerdict,
  lastDecisionDay,
  tellKeptSince,
} from './held-blocks.ts';

export type Readiness = 'ready' | 'not_ready';

/**
 * Whether the certificate can be issued: every block decided acquired and still kept, and each
 * required credential valid on the day of the jury's last decision (S1:L174, DOMAIN 13, Q6). One that
 * had expired by then and was renewed since is held again: the certificate waits for it, it is not
 * lost (« obligation de détenir », S1:L174).
 * Until all blocks are acquired, credentials are looked at on `onDate`, which may be the next
 * jury's day. Unmet reasons say « Il manque … ».
 * Reasons come block by block in the framework's order, then credential by credential. `today` is
 * given when `onDate` is ahead of it.
 * @throws RangeError for a framework that ends with an attestation: see `checkAttestation`.
 */
export function checkReadiness(input: {
  readonly framework: Framework;
  readonly blockDecisions: readonly BlockVerdict[];
  readonly credentials: readonly HeldCredential[];
  readonly onDate: PlainDate;
  readonly today?: PlainDate;
}): Decision<Readiness> {
  const { framework, blockDecisions, credentials, onDate, today = onDate } = input;
  if (framework.outcome === 'attestation') {
    throw new RangeError(`${framework.code} ends with an attestation, not a certificate`);
  }
  const past = blockDecisions.filter(({ decidedOn }) => decidedOn <= onDate);
  const blocks = framework.blocks.map((block) => blockReason(framework, block, past, onDate));
  const isDecided = blocks.every(({ met }) => met);
  const credentialDay = isDecided ? (lastDecisionDay(framework, past, onDate) ?? onDate) : onDate;
  const required = framework.credentials.filter(
    ({ requiredForCertificate }) => requiredForCertificate,
  );
  const held = required.map((rule) =>
    credentialReason(rule, credentials, {
      day: credentialDay,
      isJuryDay: isDecided,
      onDate,
      today,
    }),
  );
  return toReadiness([...blocks, ...held]);
}

/**
 * Whether a block can be attested on `onDate`: a jury decided it acquired and it is still kept, also
 * for someone who has not acquired the others (S1:L176).
 * @throws RangeError for a block that the framework does not have
 */
export function checkBlockAttestation(input: {
  readonly framework: Framework;
  readonly blockCode: string;
  readonly blockDecisions: readonly BlockVerdict[];
  readonly onDate: PlainDate;
}): Decision<Readiness> {
  const { framework, blockCode, blockDecisions, onDate } = input;
  const block = framework.blocks.find(({ code }) => code === blockCode);
  if (!block) throw new RangeError(`${framework.code} has no block ${blockCode}`);
  const past = blockDecisions.filter(({ decidedOn }) => decidedOn <= onDate);
  return toReadiness([blockReason(framework, block, past, onDate)]);
}

/**
 * Whether the attestation of an FAE can be issued: every module has its hours. Hours never make up
 * for one another: what was done beyond a module's hours, or on a module dispensed since, does not
 * shorten the others. Durations are minutes.
 */
export function checkAttestation(input: {
  readonly framework: Framework;
  readonly hours: HoursDone;
}): Decision<Readiness> {
  const { due, done, missing, unsigned } = input.hours;
  const beyond = done + missing - due;
  const apart =
    missing > 0 && beyond > 0
      ? `, dont ${formatMinutes(beyond)} au-delà de ce que leur module demande`
      : '';
  const toSign =
    missing > 0 && unsigned > 0 ? ` ; ${formatMinutes(unsigned)} notées, à signer` : '';
  const progress = `${formatMinutes(done)} réalisées sur ${formatMinutes(due)}${apart}${toSign}`;
  return toReadiness([
    {
      rule: 'attestation.hours-done',
      met: missing === 0,
      facts:
        missing === 0
          ? `${progress}.`
          : `Il manque ${formatMinutes(missing)} de formation : ${progress}.`,
      source: `${frameworkRule(input.framework)}, W4`,
    },
  ]);
}

/**
 * What stands today between a learner and the certificate or attestation: the one list that the
 * learner and the office read. While blocks are to be acquired, credentials are looked at on the
 * next jury's day (Q6).
 */
export function checkStanding(input: {
  readonly framework: Framework;
  readonly blockDecisions: readonly BlockVerdict[];
  readonly credentials: readonly HeldCredential[];
  /** Minutes of the whole programme. */
  readonly hours: HoursDone;
  readonly nextJuryOn: PlainDate | null;
  readonly today: PlainDate;
}): Decision<Readiness> {
  const { framework, hours, nextJuryOn, today } = input;
  if (framework.outcome === 'attestation') return checkAttestation({ framework, hours });
  const now = checkReadiness({ ...input, onDate: today });
  const isDecided = now.reasons.every(
    ({ rule, met }) => met || rule !== 'certificate.block-acquired',
  );
  if (isDecided || nextJuryOn === null) return now;
  return checkReadiness({ ...input, onDate: nextJuryOn });
}

/** One sentence for all that is unmet: « Il manque : … ; … . » ; « Il ne manque rien. » if none. */
export function missingSentence(reasons: readonly Reason[]): string {
  const parts = reasons.filter(({ met }) => !met).map(({ facts }) => withoutFrame(facts));
  return parts.length === 0 ? 'Il ne manque rien.' : `Il manque : ${parts.join(' ; ')}.`;
}

const withoutFrame = (facts: string) => facts.replace(/^Il manque /, '').replace(/\.$/, '');

const toReadiness = (reasons: readonly Reason[]): Decision<Readiness> => ({
  outcome: reasons.every(({ met }) => met) ? 'ready' : 'not_ready',
  reasons,
});

function blockReason(
  framework: Framework,
  block: CompetenceBlock,
  verdicts: readonly BlockVerdict[],
  onDate: PlainDate,
): Reason {
  const own = verdicts.filter(({ blockCode }) => blockCode === block.code);
  const months = framework.blockRetentionMonths;
  const standing = findStandingVerdict(own, months, onDate);
  const name = `le bloc ${block.code} « ${block.name} »`;
  return {
    rule: 'certificate.block-acquired',
    met: standing?.isHeld ?? false,
    facts: standing?.isHeld
      ? `Bloc ${block.code} « ${block.name} » acquis au jury du ${tellKeptSince(standing.verdict)}.`
      : `Il manque ${name} : ${whyBlockMissing(standing?.verdict, months)}.`,
    source: blockRuleSource(framework, block),
  };
}

function whyBlockMissing(last: BlockVerdict | undefined, months: number | null): string {
  if (!last) return 'aucun jury ne l’a encore examiné';
  const day = formatDay(last.decidedOn);
  if (last.decision === 'acquired') return `acquis le ${day}, conservé ${months} mois seulement`;
  return last.decision === 'adjourned'
    ? `ajourné au jury du ${day}`
    : `non acquis au jury du ${day}, à représenter`;
}

function credentialReason(
  rule: CredentialRule,
  credentials: readonly HeldCredential[],
  { day, isJuryDay, onDate, today }: CredentialDays,
): Reason {
  const { status, expiresOn, reason } = checkCredential(rule, credentials, day);
  const base = { ...reason, rule: 'certificate.credential-valid' };
  if (reason.met) {
    const missing = tellMissingFile(longestCredential(rule.code, credentials, day));
    return { ...base, facts: base.facts + missing };
  }
  const renewal = isJuryDay ? longestCredential(rule.code, credentials, onDate) : null;
  if (renewal && renewal.obtainedOn > day && isCredentialValidOn(renewal, onDate))
    return {
      ...base,
      met: true,
      facts: tellRenewal(rule, renewal, day) + tellMissingFile(renewal),
    };
  const when = isJuryDay
    ? `au ${formatDay(day)}, jour de la dernière décision du jury`
    : `au ${formatDay(day)}`;
  const why =
    status === 'expired' && expiresOn
      ? `${expiresOn > today ? 'elle expire' : 'expirée depuis'} le ${formatDay(expiresOn)}`
      : 'aucune attestation obtenue';
  return {
    ...base,
    facts: `Il manque l’attestation ${rule.name} en cours de validité ${when} : ${why}${
      isJuryDay ? ' ; une attestation obtenue ou renouvelée depuis permet de le délivrer' : ''
    }.`,
  };
}

interface CredentialDays {
  readonly day: PlainDate;
  /** `day` is the one of the jury's last decision: only what came after can mend it. */
  readonly isJuryDay: boolean;
  readonly onDate: PlainDate;
  readonly today: PlainDate;
}

const tellRenewal = (
  { name }: CredentialRule,
  { obtainedOn, expiresOn }: HeldCredential,
  decidedOn: PlainDate,
): string =>
  `${name} : obtenue ou renouvelée le ${formatDay(obtainedOn)}, après la dernière décision du jury (${formatDay(decidedOn)}). Valide, elle expire le ${formatDay(expiresOn)}.`;
