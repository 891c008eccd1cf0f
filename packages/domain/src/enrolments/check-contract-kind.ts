import type { Finding } from '../finding.ts';
import type { PlainDate } from '../plain-date.ts';
import type { AccessRoute, Funder } from '../vocabulary.ts';
import { checkContractDuration } from './check-professional-contract.ts';
import { contractKindNames } from './french-names.ts';
import {
  countMonths,
  isProfessional,
  listContractsDuring,
  type TrainingContract,
} from './training-contract.ts';

/** An entry with the employment contracts of the learner. */
export interface ContractedEntry {
  readonly route: AccessRoute;
  /** `null` while nobody has said. */
  readonly funder: Funder | null;
  readonly startsOn: PlainDate;
  /** Last day, included; `null` when nobody knows it. */
  readonly endsOn: PlainDate | null;
  readonly contracts: readonly TrainingContract[];
}

/** What an access route wants of the contract. */
interface KindRule {
  readonly suits: (contract: TrainingContract) => boolean;
  /** What is wanted, in French, to begin a sentence. */
  readonly wanted: string;
  readonly source: string;
}

const professional: KindRule = {
  suits: isProfessional,
  wanted: 'Le contrat de professionnalisation est lui-même le contrat de travail de l’apprenant',
  source: 'DOMAIN 7, S2:L167',
};

const permanent: KindRule = {
  suits: ({ kind }) => kind === 'permanent' || kind === 'professional_permanent',
  wanted: 'Le plan de développement des compétences est pour les salariés en CDI',
  source: 'DOMAIN 7, S0:L212',
};

/** The plan is the employer's, with the OPCO: a training that another pays is not on it (S0:L212). */
const planFunders: readonly (Funder | null)[] = ['opco_ep', 'employer'];

function findRule({ route, funder }: ContractedEntry): KindRule | null {
  if (route === 'professional_contract') return professional;
  if (route === 'continuing_training' && planFunders.includes(funder)) return permanent;
  return null;
}

/**
 * Whether the contracts that run during the training suit the access route: a *contrat de
 * professionnalisation* of 6 to 12 months, a CDI for the *plan de développement* (DOMAIN 7; S0:L212,
 * S2:L167). Warnings: the contract may be noted wrong, or the OPCO allow it. A kind that nobody has
 * said is told as such, never refused; nothing is said of who has no employer then.
 */
export function checkContractKind(entry: ContractedEntry): readonly Finding[] {
  if (entry.route === 'jobseeker_poec_pic') return checkFollowUp(entry.contracts);
  const rule = findRule(entry);
  const during = listContractsDuring(entry.contracts, entry);
  if (rule === null || during.length === 0) return [];
  const fit = during.filter(rule.suits);
  const tell = (code: string, message: string): Finding => ({
    rule: code,
    severity: 'warning',
    path: '/route',
    message,
    source: rule.source,
  });
  if (fit.length > 0) return fit.flatMap(tellDuration);
  const unknown = during.filter(({ kind }) => kind === null);
  if (unknown.length > 0)
    return [
      tell(
        'enrolment.contract-kind-known',
        `${rule.wanted} : la nature du contrat ${atEmployers(unknown)} n’est pas renseignée.`,
      ),
    ];
  const kinds = during.map(
    ({ employerName, kind }) => `${kind && contractKindNames[kind]} (${employerName})`,
  );
  return [
    tell(
      'enrolment.contract-kind-suits',
      `${rule.wanted}, et le contrat noté est : ${kinds.join(', ')}. Vérifiez la voie d’accès ou le contrat.`,
    ),
  ];
}

/**
 * A POEC is followed by a CDI or a CDD of 12 months at least (DOMAIN 7, W43, W44). Nothing is said of
 * who has no employer yet: a collective POEC promises nobody's contract.
 */
function checkFollowUp(contracts: readonly TrainingContract[]): readonly Finding[] {
  const tell = (rule: string, message: string): Finding => ({
    rule,
    severity: 'warning',
    path: '/route',
    message,
    source: 'DOMAIN 7, W43, W44',
  });
  const poec = contracts.find(({ kind }) => kind === 'poec');
  if (poec && contracts.every(({ kind }) => kind === 'poec'))
    return [
      tell(
        'enrolment.poec-follow-up-known',
        `Le contrat qui suivra la POEC chez ${poec.employerName} n’est pas noté : un CDI ou un CDD de 12 mois au moins.`,
      ),
    ];
  return contracts
    .filter(isShort)
    .map(({ employerName }) =>
      tell(
        'enrolment.poec-followed-by-12-months',
        `${employerName} : une POEC débouche sur un CDI ou un CDD de 12 mois au moins, et ce contrat est plus court. Vérifiez ses dates.`,
      ),
    );
}

const isShort = ({ kind, startsOn, endsOn }: TrainingContract): boolean =>
  (kind === 'fixed_term' || kind === 'professional_fixed_term') &&
  endsOn !== null &&
  countMonths(startsOn, endsOn) < 12;

const atEmployers = (contracts: readonly TrainingContract[]): string =>
  `chez ${contracts.map(({ employerName }) => employerName).join(', ')}`;

/** On the learner's file nobody is typing: what the employment's form refuses is told. */
const tellDuration = (contract: TrainingContract): readonly Finding[] =>
  checkContractDuration(contract).map((finding) => ({
    ...finding,
    severity: 'warning',
    message: `${contract.employerName} : ${finding.message}`,
  }));
