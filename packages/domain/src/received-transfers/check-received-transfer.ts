import type { Finding } from '../finding.ts';
import type { Framework } from '../frameworks/framework.ts';
import { formatDay, withDe } from '../french-format.ts';
import { describeMatchKey } from '../people/describe-match-key.ts';
import { formatName } from '../people/format-name.ts';
import { normaliseName } from '../people/normalise-name.ts';
import type { PlainDate } from '../plain-date.ts';
import type { TransferContent } from '../transfers/transfer-content.ts';
import { type MatchFacts, matchBlocks } from './match-blocks.ts';

/** A file that another centre signed, and the learner for whom it is brought. */
export interface ReceivedTransferFacts extends MatchFacts {
  readonly content: TransferContent;
  /** Who signed: a centre that publishes its keys here, nobody known, or the centre that receives. */
  readonly issuer: 'known' | 'unknown' | 'own';
  /** Whether the issuer's published key verifies the file to the letter. */
  readonly isSigned: boolean;
  /** Whether this very file was received for this learner already. */
  readonly isReceived: boolean;
  readonly person: Omit<TransferContent['holder'], 'birthDate'> & {
    readonly birthDate: PlainDate | null;
  };
  readonly framework: Framework;
}

/**
 * Whether a file may be received (S1:L176, DOMAIN Q19): signed by another centre that is known, of
 * this very person, towards the same certification, with one block at least to put to the
 * certifier. The first refusal alone is told, at `/contentBase64`: the others mean nothing without it.
 */
export function checkReceivedTransfer(facts: ReceivedTransferFacts): readonly Finding[] {
  const refusal = checkSignature(facts) ?? checkHolder(facts) ?? checkCertification(facts);
  return refusal === null ? checkBlocks(facts) : [refusal];
}

function checkSignature({ issuer, isSigned, content }: ReceivedTransferFacts): Finding | null {
  if (issuer === 'unknown')
    return refuse(
      'received-transfer.issuer-known',
      'Le centre qui a signé ce fichier n’est pas connu ici : sa signature ne peut pas être vérifiée.',
    );
  if (!isSigned)
    return refuse(
      'received-transfer.signed',
      `La signature ne correspond pas : ce fichier n’est plus celui que ${content.centre} a signé. Demandez-lui l’original.`,
    );
  if (issuer === 'own')
    return refuse(
      'received-transfer.other-centre',
      'Votre centre a établi ce fichier : ses blocs sont déjà au dossier.',
    );
  return null;
}

function checkHolder({ content: { holder }, person }: ReceivedTransferFacts): Finding | null {
  if (person.birthDate === null)
    return refuse(
      'received-transfer.same-person',
      `La date de naissance manque au dossier ${withDe(formatName(person))} : complétez-la, le fichier ne peut pas être reconnu sans elle.`,
    );
  const hasSameNames = describeMatchKey(holder) === describeMatchKey(person);
  if (hasSameNames && holder.birthDate === person.birthDate) return null;
  return refuse(
    'received-transfer.same-person',
    `Ce fichier est celui ${withDe(formatName(holder))}, né(e) le ${formatDay(holder.birthDate)} ; ce dossier est celui ${withDe(formatName(person))}, né(e) le ${formatDay(person.birthDate)}.`,
  );
}

/** The same sheet, or the one that replaced it: same name, same certifier (DOMAIN 3.3). */
function checkCertification({ content, framework }: ReceivedTransferFacts): Finding | null {
  const { certification: sent } = content;
  const own = framework.certification;
  const isSame =
    own !== null &&
    ((sent.rncp !== null && sent.rncp === own.rncp) ||
      (normaliseName(sent.name) === normaliseName(own.name) &&
        normaliseName(sent.certifier ?? '') === normaliseName(own.certifier)));
  if (isSame) return null;
  return refuse(
    'received-transfer.same-certification',
    `Ce fichier porte sur « ${sent.name} » : « ${framework.title} » n’y mène pas.`,
  );
}

function checkBlocks(facts: ReceivedTransferFacts): readonly Finding[] {
  const matches = matchBlocks(facts.content.blocks, facts);
  if (matches.some(({ refusal }) => refusal === null)) return [];
  if (facts.isReceived)
    return [
      refuse('received-transfer.received-once', 'Ce fichier est déjà importé dans ce dossier.'),
    ];
  const why = matches.map(({ block, refusal }) => `${block.code} : ${refusal}`).join(' ');
  return [
    refuse(
      'received-transfer.block-to-confirm',
      `Aucun bloc de ce fichier n’est à présenter au certificateur. ${why}`,
    ),
  ];
}

const refuse = (rule: string, message: string): Finding => ({
  rule,
  severity: 'error',
  path: '/contentBase64',
  message,
  source: 'S1:L176, DOMAIN Q19',
});
