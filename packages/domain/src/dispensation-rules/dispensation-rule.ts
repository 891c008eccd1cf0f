import type { Dispensation } from '../dispensations/dispensation.ts';
import { entryProfileNames } from '../enrolments/french-names.ts';
import type { Finding } from '../finding.ts';
import type { Framework } from '../frameworks/framework.ts';
import { formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import type { EntryProfile } from '../vocabulary.ts';

const source = 'DOMAIN 5.2, S0:L98, S0:L202';

/** What a line of the table is about: a module, or (with `moduleCode` null) a whole block. */
export type RuleScope = Pick<Dispensation, 'blockCode' | 'moduleCode'>;

/**
 * One line of a centre's own table of correspondences, for one framework version: who may ask to be
 * dispensed of what. No source gives the national table: it is empty until the centre enters it.
 */
export interface DispensationRule extends RuleScope {
  /** `null` when the diploma alone says who. */
  readonly profile: EntryProfile | null;
  /** A diploma in the centre's words, « RNCP 36495 Secrétaire médico-social ». */
  readonly diploma: string | null;
  /** The papers to bring, one a line. */
  readonly evidence: readonly string[];
  /** The CPNEFP's document from which it was taken. */
  readonly reference: string;
  readonly referencedOn: PlainDate;
}

/** Who a line is for: « Secrétaire médical certifié, RNCP 36495 ». */
export const describeRuleHolder = ({
  profile,
  diploma,
}: Pick<DispensationRule, 'profile' | 'diploma'>): string =>
  [profile && entryProfileNames[profile], diploma].filter(Boolean).join(', ');

/** What a line is about: « B2 · tout le bloc », « B2 · Télémédecine »; the code of what is gone. */
export function describeRuleScope(framework: Framework, { blockCode, moduleCode }: RuleScope) {
  if (moduleCode === null) return `${blockCode} · tout le bloc`;
  const module = framework.blocks
    .find(({ code }) => code === blockCode)
    ?.modules.find(({ code }) => code === moduleCode);
  return `${blockCode} · ${module?.name ?? moduleCode}`;
}

/** A line in one sentence, as a request keeps it: who, what, and the document that says so. */
export const tellRule = (framework: Framework, rule: DispensationRule): string =>
  `${describeRuleHolder(rule)} : ${describeRuleScope(framework, rule)} (${rule.reference}, ${formatDay(rule.referencedOn)})`;

/** Whether the module or block is in the version: empty when it is, else an error at its field. */
export function checkRuleScope(framework: Framework, scope: RuleScope): readonly Finding[] {
  const { blockCode, moduleCode } = scope;
  const rule = 'dispensation-rule.scope-known';
  const block = framework.blocks.find(({ code }) => code === blockCode);
  if (block === undefined)
    return [
      error(
        rule,
        '/blockCode',
        `Le bloc ${blockCode} n’est pas, ou plus, dans ce référentiel : choisissez un de ses blocs, ou retirez la ligne.`,
      ),
    ];
  if (moduleCode === null || block.modules.some(({ code }) => code === moduleCode)) return [];
  return [
    error(
      rule,
      '/moduleCode',
      `Le module ${moduleCode} n’est pas, ou plus, dans le bloc ${blockCode} de ce référentiel : choisissez un de ses modules, ou retirez la ligne.`,
    ),
  ];
}

interface RuleChecks {
  readonly framework: Framework;
  /** The other lines of this version that are in force. */
  readonly others: readonly Pick<
    DispensationRule,
    'profile' | 'diploma' | 'blockCode' | 'moduleCode'
  >[];
  readonly today: PlainDate;
}

/** What stops a line from being written as it was typed, each finding at its field. */
export function checkDispensationRule(
  rule: DispensationRule,
  { framework, others, today }: RuleChecks,
): readonly Finding[] {
  const findings: Finding[] = [...checkRuleScope(framework, rule)];
  if (rule.profile === null && !rule.diploma?.trim())
    findings.push(
      error(
        'dispensation-rule.holder-given',
        '/profile',
        'Dites à qui cette ligne s’adresse : choisissez un profil, ou écrivez un diplôme.',
      ),
    );
  if (rule.evidence.length === 0)
    findings.push(
      error(
        'dispensation-rule.evidence-listed',
        '/evidence',
        'Listez au moins une pièce à apporter : la branche statue sur justificatifs.',
      ),
    );
  if (rule.referencedOn > today)
    findings.push(
      error(
        'dispensation-rule.document-not-ahead',
        '/referencedOn',
        `Le ${formatDay(rule.referencedOn)} n’est pas encore passé : vérifiez la date du document.`,
      ),
    );
  if (others.some((other) => saysTheSame(rule, other)))
    findings.push(
      error(
        'dispensation-rule.written-once',
        '/blockCode',
        'Votre table a déjà une ligne pour ce profil ou ce diplôme et ce module ou ce bloc : modifiez-la plutôt.',
      ),
    );
  return findings;
}

type Line = RuleChecks['others'][number];

const saysTheSame = (one: Line, other: Line): boolean =>
  one.profile === other.profile &&
  keyOf(one.diploma) === keyOf(other.diploma) &&
  one.blockCode === other.blockCode &&
  one.moduleCode === other.moduleCode;

const keyOf = (diploma: string | null): string =>
  (diploma ?? '').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('fr');

/**
 * Whether a line may be withdrawn from the table: once, and saying why. It stays readable, and the
 * requests that were started from it keep its words.
 */
export function checkRuleWithdrawal(rule: {
  readonly withdrawnOn: PlainDate | null;
}): readonly Finding[] {
  if (rule.withdrawnOn === null) return [];
  return [
    error(
      'dispensation-rule.withdrawn-once',
      '',
      `Cette ligne a été retirée de la table le ${formatDay(rule.withdrawnOn)} : elle se lit encore, mais ne change plus.`,
    ),
  ];
}

const error = (rule: string, path: string, message: string): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  source,
});
