import { type CertificateContent, type CertificateKind, nameAchievement } from '@jalon/domain';
import type { IssuerAddress } from './issuer-address.ts';
import { toSecond } from './sign-credential.ts';

/** Where a credential stands in its issuer's status list. */
export interface StatusPlace {
  readonly list: number;
  readonly index: number;
}

/**
 * The Open Badges 3.0 credential (W3C Verifiable Credentials 2.0) that says what the paper says, the
 * birth date apart: a file that travels names its holder and no more. Unsigned.
 */
export function writeCredential(input: {
  readonly content: CertificateContent;
  readonly issuer: IssuerAddress;
  readonly publicCode: string;
  readonly status: StatusPlace;
  readonly issuedAt: Date;
}): object {
  const { content, issuer, publicCode, status, issuedAt } = input;
  const listAddress = issuer.statusList(status.list);
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id: issuer.credential(publicCode),
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: `${nameAchievement(content)}, n° ${content.number}`,
    issuer: { id: issuer.did, type: ['Profile'], name: content.centre },
    validFrom: toSecond(issuedAt),
    awardedDate: `${content.decidedOn}T00:00:00Z`,
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        {
          type: 'IdentityObject',
          hashed: false,
          identityHash: content.holder.name,
          identityType: 'name',
        },
      ],
      achievement: writeAchievement(content, issuer),
    },
    credentialStatus: {
      id: `${listAddress}#${status.index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(status.index),
      statusListCredential: listAddress,
    },
  };
}

const achievementTypes: Readonly<Record<CertificateKind, string>> = {
  certificate: 'Certification',
  fae_attestation: 'CertificateOfCompletion',
  block_attestation: 'MicroCredential',
};

function writeAchievement(content: CertificateContent, issuer: IssuerAddress): object {
  const { kind, certification } = content;
  const { rncp, certifier, level } = certification;
  const facts = [
    rncp,
    level === null ? null : `niveau ${level}`,
    certifier && `certificateur : ${certifier}`,
  ].filter((fact) => fact !== null);
  return {
    id: nameAddress(content, issuer),
    type: ['Achievement'],
    inLanguage: 'fr-FR',
    achievementType: achievementTypes[kind],
    name: nameAchievement(content),
    description: [certification.name, ...facts].join(', '),
    ...(rncp ? { humanCode: rncp } : {}),
    criteria: { narrative: writeNarrative(content) },
  };
}

/** Markdown, as Open Badges asks. */
const writeNarrative = ({ blocks, reasons }: CertificateContent): string =>
  [
    ...reasons,
    ...blocks.map(({ code, name, competences }) =>
      [`**Bloc ${code} : ${name}**`, ...competences.map((one) => `- ${one}`)].join('\n'),
    ),
  ].join('\n\n');

/** The same for everybody who holds it: the national register's page where there is one. */
function nameAddress(content: CertificateContent, issuer: IssuerAddress): string {
  const { kind, certification, blocks } = content;
  const number = certification.rncp?.match(/\d+/)?.[0];
  const page = number
    ? `https://www.francecompetences.fr/recherche/rncp/${number}/`
    : `${issuer.document}?titre=${encodeURIComponent(certification.name)}`;
  return kind === 'block_attestation' ? `${page}#${blocks[0]?.code ?? ''}` : page;
}
