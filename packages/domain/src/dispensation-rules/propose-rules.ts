import { listOverlapping } from '../dispensations/check-request.ts';
import { entryProfileNames } from '../enrolments/french-names.ts';
import type { Finding } from '../finding.ts';
import type { Framework } from '../frameworks/framework.ts';
import type { PlainDate } from '../plain-date.ts';
import type { DispensationState, EntryProfile } from '../vocabulary.ts';
import { checkRuleScope, type DispensationRule, type RuleScope } from './dispensation-rule.ts';

const source = 'DOMAIN 5.2, S0:L202';

/** A line of the table before one learner: a starting point, or why it is none. */
export interface RuleProposal<Rule> {
  readonly rule: Rule;
  /** Whether a request may be started from it. */
  readonly isOpen: boolean;
  /** Why it is proposed, or why not, as a French sentence. */
  readonly because: string;
}

interface Learner {
  readonly profile: EntryProfile;
  readonly framework: Framework;
  /** What was asked for this learner already. */
  readonly requests: readonly (RuleScope & { readonly state: DispensationState })[];
}

/**
 * Which lines of a table are starting points for a learner, those first; the person chooses one, or
 * none. A line for another profile is not; one that names a diploma is, to be verified by a person.
 *
 * @param rules the lines in force of the learner's framework version
 */
export function proposeRules<Rule extends DispensationRule>(
  rules: readonly Rule[],
  learner: Learner,
): readonly RuleProposal<Rule>[] {
  return rules
    .map((rule) => judge(rule, learner))
    .toSorted((a, b) => Number(b.isOpen) - Number(a.isOpen));
}

function judge<Rule extends DispensationRule>(rule: Rule, learner: Learner): RuleProposal<Rule> {
  const { profile, framework, requests } = learner;
  const closed = (because: string) => ({ rule, isOpen: false, because });
  const [lost] = checkRuleScope(framework, rule);
  if (lost) return closed(lost.message);
  if (rule.profile !== null && rule.profile !== profile)
    return closed(`Pour un autre profil que celui du dossier (${entryProfileNames[profile]}).`);
  if (listOverlapping(rule, requests).length > 0)
    return closed('Ces heures sont déjà demandées ou accordées.');
  const because =
    rule.profile === null
      ? 'À vérifier : l’apprenant détient-il ce diplôme ?'
      : `Le dossier porte ce profil${rule.diploma ? ' ; le diplôme reste à vérifier' : ''}.`;
  return { rule, isOpen: true, because };
}

/** Whether a request may be started from a line of the table. Empty when nothing stops it. */
export function checkRuleChosen(
  rule: DispensationRule & {
    readonly frameworkVersionId: string;
    readonly withdrawnOn: PlainDate | null;
  },
  request: RuleScope & { readonly frameworkVersionId: string; readonly framework: Framework },
): readonly Finding[] {
  const error = (id: string, message: string): readonly Finding[] => [
    { rule: id, severity: 'error', path: '/ruleId', message, source },
  ];
  if (rule.frameworkVersionId !== request.frameworkVersionId)
    return error(
      'dispensation-rule.own-version',
      'Cette ligne vaut pour un autre référentiel que celui de l’inscription : choisissez-en une autre.',
    );
  if (rule.withdrawnOn !== null)
    return error(
      'dispensation-rule.in-force',
      'Cette ligne vient d’être retirée de votre table : choisissez-en une autre, ou demandez sans elle.',
    );
  const [lost] = checkRuleScope(request.framework, rule);
  if (lost) return error(lost.rule, lost.message);
  return checkRuleKept(rule, request);
}

/** A request started from a line asks what the line is about; for another scope it is let go of. */
export function checkRuleKept(rule: RuleScope, request: RuleScope): readonly Finding[] {
  if (rule.blockCode === request.blockCode && rule.moduleCode === request.moduleCode) return [];
  return [
    {
      rule: 'dispensation-rule.scope-kept',
      severity: 'error',
      path: '/ruleId',
      message:
        'La ligne choisie porte sur un autre module ou un autre bloc : choisissez-en une autre, ou demandez sans elle.',
      source,
    },
  ];
}
