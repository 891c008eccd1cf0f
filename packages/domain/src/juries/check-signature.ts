import type { Finding } from '../finding.ts';
import { formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import type { JurySessionState } from '../vocabulary.ts';

/** The one whose signature it is, as the session knows them. */
export interface Signer {
  readonly name: string;
  /** `null` when nobody marked it. */
  readonly isPresent: boolean | null;
  readonly hasSigned: boolean;
}

interface SignatureInput {
  readonly state: JurySessionState;
  /** `null` for somebody who is no member of this jury. */
  readonly signer: Signer | null;
  /** Rectifying minutes that later ones replace. */
  readonly isReplaced?: boolean;
}

const source = 'DOMAIN 4.6';

/**
 * Whether a member may sign the minutes: the session is closed, they were present, they have not
 * signed yet, and what they read is what stands (DOMAIN 4.6, W38). Nobody signs for another.
 */
export function checkOwnSignature(
  input: SignatureInput & { readonly readSha256: string; readonly sha256: string },
): readonly Finding[] {
  const [refusal] = checkSigner(input);
  if (refusal) return [refusal];
  if (input.readSha256 === input.sha256) return [];
  const message =
    'Ce procès-verbal n’est pas celui que vous avez lu : rechargez la page, relisez-le, puis signez.';
  return [error('jury.signed-as-read', '/sha256', message)];
}

/**
 * Whether the office may note a signature given on paper: of a member who was present and has not
 * signed, on a day between the closing (for rectifying minutes, their drawing up) and today (DOMAIN 4.6,
 * W38).
 */
export function checkPaperSignature(
  input: SignatureInput & {
    readonly signedOn: PlainDate;
    /** The day of the closing; of rectifying minutes, the day when they were drawn up. */
    readonly frozenOn: PlainDate;
    readonly isRectifying: boolean;
    readonly today: PlainDate;
  },
): readonly Finding[] {
  const { signedOn, frozenOn, isRectifying, today } = input;
  const [refusal] = checkSigner(input);
  if (refusal) return [refusal];
  if (signedOn >= frozenOn && signedOn <= today) return [];
  const message = `Indiquez un jour entre la ${isRectifying ? 'rédaction' : 'clôture'}, le ${formatDay(frozenOn)}, et aujourd’hui.`;
  return [error('jury.paper-signature-day', '/signedOn', message)];
}

function checkSigner({ state, signer, isReplaced }: SignatureInput): readonly Finding[] {
  if (state !== 'closed') {
    const message = 'La session n’est pas close : son procès-verbal n’existe pas encore.';
    return [error('jury.signed-when-closed', '', message)];
  }
  if (isReplaced) {
    const message =
      'Ce procès-verbal rectificatif est remplacé par un autre : rechargez la page et signez celui-là.';
    return [error('jury.signed-before-replaced', '', message)];
  }
  if (!signer) {
    const message = 'Ses membres signent ce procès-verbal, et vous n’en êtes pas.';
    return [error('jury.signed-by-those-present', '', message)];
  }
  if (signer.isPresent !== true) {
    const message = `${signer.name} : noté absent de cette session, sa signature n’y figure pas.`;
    return [error('jury.signed-by-those-present', '', message)];
  }
  if (signer.hasSigned)
    return [error('jury.signed-once', '', `${signer.name} a déjà signé ce procès-verbal.`)];
  return [];
}

const error = (rule: string, path: string, message: string): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  source,
});
