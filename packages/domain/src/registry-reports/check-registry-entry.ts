import type { Finding } from '../finding.ts';
import { listMissingIdentity } from '../people/check-person.ts';
import { type CertifiedPerson, longestRegistryName, registryCode } from './registry-entry.ts';

/**
 * What keeps a certified person out of the next file, then what may make the registry reject them
 * (DOMAIN 11, W80). The year of birth and the sex are mandatory; where somebody was born helps the
 * registry to find them. Paths: `/identity/…` is the person's file, `/nir` their number, `/rncp` the
 * framework.
 */
export const checkRegistryEntry = (
  person: CertifiedPerson,
  asksForNir: boolean,
): readonly Finding[] => [
  ...checkCode(person),
  ...(asksForNir ? checkNirKnown(person) : []),
  ...checkNames(person),
  ...checkIdentity(person, asksForNir),
];

const checkCode = ({ rncp }: CertifiedPerson): readonly Finding[] =>
  registryCode(rncp) === null
    ? [
        finding(
          'error',
          'registry.rncp-number',
          '/rncp',
          'Le référentiel n’a pas de numéro RNCP : indiquez-le dans une nouvelle version.',
        ),
      ]
    : [];

const checkNirKnown = ({ hasNir }: CertifiedPerson): readonly Finding[] =>
  hasNir
    ? []
    : [
        finding(
          'error',
          'registry.nir-known',
          '/nir',
          'Il manque le numéro de sécurité sociale, que le certificateur demande.',
        ),
      ];

function checkNames({
  birthName,
  usageName,
  givenName,
  otherGivenNames,
}: CertifiedPerson): readonly Finding[] {
  const isTooLong = [birthName, usageName ?? '', givenName, ...otherGivenNames.split(',')].some(
    (name) => name.trim().length > longestRegistryName,
  );
  return isTooLong
    ? [
        finding(
          'error',
          'registry.name-length',
          '/identity/birthName',
          `Un nom ou un prénom dépasse ${longestRegistryName} caractères, la longueur que la Caisse des Dépôts accepte.`,
        ),
      ]
    : [];
}

function checkIdentity(person: CertifiedPerson, asksForNir: boolean): readonly Finding[] {
  return listMissingIdentity({ ...person, email: 'known@elsewhere' }).map(({ field, label }) => {
    const isMandatory = !asksForNir && (field === 'birthDate' || field === 'sex');
    return isMandatory
      ? finding(
          'error',
          'registry.mandatory-identity',
          `/identity/${field}`,
          `Il manque : ${label}. La Caisse des Dépôts refuse le passage sans cette donnée.`,
        )
      : finding(
          'warning',
          'registry.useful-identity',
          `/identity/${field}`,
          `Il manque : ${label}. Sans cette donnée, la Caisse des Dépôts peut ne pas reconnaître la personne.`,
        );
  });
}

const finding = (
  severity: Finding['severity'],
  rule: string,
  path: string,
  message: string,
): Finding => ({ rule, severity, path, message, source: 'DOMAIN 11, W80' });
