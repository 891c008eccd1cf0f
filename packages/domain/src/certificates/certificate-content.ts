import type { PlainDate } from '../plain-date.ts';
import type { CertificateKind } from '../vocabulary.ts';

/**
 * What a certificate or an attestation says, frozen on the day of issue: the PDF is drawn from it and
 * the signed credential written from it, so that the two never differ.
 */
export interface CertificateContent {
  readonly kind: CertificateKind;
  readonly number: string;
  readonly issuedOn: PlainDate;
  /** Day of the jury's last decision, or of the issue when no jury decides. */
  readonly decidedOn: PlainDate;
  readonly centre: string;
  readonly holder: {
    /** Given name and birth name. */
    readonly name: string;
    readonly usageName: string | null;
    /** On the paper alone: neither the credential nor the public page says it. */
    readonly birthDate: PlainDate | null;
  };
  readonly certification: {
    readonly name: string;
    readonly rncp: string | null;
    readonly level: number | null;
    readonly certifier: string | null;
  };
  /** « 279 h sur 279 h » */
  readonly hours: string;
  /** Every block of the certification; the one that is attested alone for a block attestation. */
  readonly blocks: readonly {
    readonly code: string;
    readonly name: string;
    readonly acquiredOn: PlainDate | null;
    readonly competences: readonly string[];
  }[];
  /** The reasons of that day, a sentence each. */
  readonly reasons: readonly string[];
}

/** « CQP Assistant médical », « Bloc B1 « Parcours de santé » du CQP Assistant médical » */
export function nameAchievement({
  kind,
  certification,
  blocks,
}: Pick<CertificateContent, 'kind' | 'certification' | 'blocks'>): string {
  const [block] = blocks;
  if (kind !== 'block_attestation' || !block) return certification.name;
  return `Bloc ${block.code} « ${block.name} », ${certification.name}`;
}

/** Whether two documents say the same of the same person: number and day of issue apart. */
export const saysTheSame = (one: CertificateContent, other: CertificateContent): boolean =>
  listStatements(one).join('\n') === listStatements(other).join('\n');

const listStatements = ({ holder, certification, blocks, centre, kind }: CertificateContent) => [
  kind,
  centre,
  ...[holder.name, holder.usageName, holder.birthDate],
  ...[certification.name, certification.rncp, certification.level, certification.certifier],
  ...blocks.flatMap(({ code, name, acquiredOn, competences }) => [
    ...[code, name, acquiredOn],
    ...competences,
  ]),
];
