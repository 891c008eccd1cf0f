import type { Finding } from '../finding.ts';

/** What the Caisse des Dépôts gave to identify who sends and for whom; empty until entered. */
export interface RegistrySettings {
  /** `idClient` of who sends the file. */
  readonly emitterClientId: string;
  /** `idClient` of the certifier; the same when the certifier sends. */
  readonly certifierClientId: string;
  /** `idContrat` of the certifier. */
  readonly contractId: string;
  readonly asksForNir: boolean;
}

/** Checks the identifiers given by the Caisse des Dépôts; paths name the fields (DOMAIN 11). */
export const checkRegistrySettings = (settings: RegistrySettings): readonly Finding[] => [
  ...checkClientId('/emitterClientId', settings.emitterClientId),
  ...checkClientId('/certifierClientId', settings.certifierClientId),
  ...(/^[\w-]{1,20}$/.test(settings.contractId)
    ? []
    : [
        error(
          'registry.contract-id',
          '/contractId',
          'L’identifiant de contrat a 20 caractères au plus, sans espace : il est sur le portail des certificateurs.',
        ),
      ]),
];

/** The certifier itself, or who sends in its name. */
export const natureOfDepositor = ({
  emitterClientId,
  certifierClientId,
}: Pick<RegistrySettings, 'emitterClientId' | 'certifierClientId'>): string =>
  emitterClientId === certifierClientId ? 'CERTIFICATEUR' : 'TIERS_CONFIANCE';

const checkClientId = (path: string, value: string): readonly Finding[] =>
  /^[A-Z0-9]{8}$/.test(value)
    ? []
    : [
        error(
          'registry.client-id',
          path,
          'Un identifiant client a 8 caractères, lettres capitales et chiffres : il est sur le portail des certificateurs.',
        ),
      ];

const error = (rule: string, path: string, message: string): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  source: 'DOMAIN 11, W80',
});
