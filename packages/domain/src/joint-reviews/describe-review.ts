import { capitalise, joinWords, withDe } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Decision, Reason } from '../reason.ts';
import { type JointReviewRole, jointReviewRoles } from '../vocabulary.ts';

export const jointReviewStates = ['open', 'signed', 'superseded', 'ended'] as const;
export type JointReviewState = (typeof jointReviewStates)[number];

/** A part as the review's standing takes it: of each role the one that is still awaited or signed. */
export interface ReviewPart {
  readonly role: JointReviewRole;
  readonly name: string;
  readonly hasWritten: boolean;
  readonly signedOn: PlainDate | null;
}

export const jointReviewRoleNames: Readonly<Record<JointReviewRole, string>> = {
  tutor: 'Tuteur',
  trainer: 'Formateur du centre',
  learner: 'Apprenant',
};

/** Whether all three have signed: the review then never changes (S1:L163, DOMAIN 4.5). */
export const isReviewSigned = (parts: readonly ReviewPart[]): boolean =>
  jointReviewRoles.every((role) =>
    parts.some((part) => part.role === role && part.signedOn !== null),
  );

/**
 * How far a joint review is, with a reason for each of the three who sign it.
 * @param review what the office did with it, whether a later one of the same day took its place, and
 *   whether the training still runs
 */
export function describeReview(
  review: {
    readonly isWithdrawn: boolean;
    readonly isSuperseded: boolean;
    readonly isInTraining: boolean;
  },
  parts: readonly ReviewPart[],
): Decision<JointReviewState> & { readonly facts: string } {
  const reasons = jointReviewRoles.map((role) => explainPart(role, parts));
  const missing = jointReviewRoles.filter((_, index) => !reasons[index]?.met);
  const names = parts.flatMap(({ role, name }) => (missing.includes(role) ? [name] : []));
  if (review.isWithdrawn) return { outcome: 'ended', reasons, facts: 'Retiré par le centre.' };
  if (review.isSuperseded)
    return { outcome: 'superseded', reasons, facts: 'Signé par les trois, remplacé depuis.' };
  if (missing.length === 0) return { outcome: 'signed', reasons, facts: 'Signé par les trois.' };
  if (!review.isInTraining)
    return { outcome: 'ended', reasons, facts: 'La formation a fini avant les trois signatures.' };
  return {
    outcome: 'open',
    reasons,
    facts: `${capitalise(tellMissingSignatures(names))}.`,
  };
}

/** « il manque les signatures d’Hélène Ferrand et de Lina Abadie ». */
export const tellMissingSignatures = (names: readonly string[]): string =>
  `il manque ${names.length === 1 ? 'la signature' : 'les signatures'} ${joinWords(names.map(withDe))}`;

function explainPart(role: JointReviewRole, parts: readonly ReviewPart[]): Reason {
  const part = parts.find((one) => one.role === role);
  const met = part !== undefined && part.signedOn !== null;
  const who = part ? part.name : jointReviewRoleNames[role];
  return {
    rule: `joint-review.signed-by-${role}`,
    met,
    facts: met
      ? `${who} a signé.`
      : part?.hasWritten
        ? `${who} a commencé, sans signer.`
        : `${who} n’a encore rien écrit.`,
    source: 'S1:L163, DOMAIN 4.5',
  };
}
