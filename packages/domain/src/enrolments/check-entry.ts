import { frameworkRule } from '../assessments/rule-source.ts';
import type { EntryCondition, Framework } from '../frameworks/framework.ts';
import { countNoun } from '../french-format.ts';
import type { Decision, Reason } from '../reason.ts';
import type { EntryProfile } from '../vocabulary.ts';

export type EntryOutcome = 'eligible' | 'not_eligible' | 'to_verify';

export interface EntryRequest {
  readonly framework: Framework;
  readonly profile: EntryProfile;
  /** Highest level of diploma proved, 3 to 8; `null` when not known yet. */
  readonly diplomaLevel: number | null;
  /** Years of experience as a medical secretary; `null` when not known yet. */
  readonly experienceYears: number | null;
}

/** A rule's reason with what it does to the outcome. */
type Judged = Reason & { readonly outcome: EntryOutcome };

/**
 * Whether a candidate meets the entry conditions of a version (DOMAIN 5.1): diploma level, and the
 * years that the version asks of an uncertified secretary (3 in 2022, 1 since). A missing proof
 * makes it « à vérifier ».
 *
 * A profile that the version does not list is to be verified with the branch when it leads to a
 * certificate, because the sources disagree on nurses and dental assistants; it is refused for an
 * attestation, whose public the arrêté closes.
 */
export function checkEntry(request: EntryRequest): Decision<EntryOutcome> {
  const { framework, profile } = request;
  const conditions = framework.entryConditions.filter((one) => one.profile === profile);
  if (conditions.length === 0) return decide([judgeUnlistedProfile(framework)]);
  const decisions = conditions.map((condition) => decide(judgeCondition(condition, request)));
  const best =
    decisions.find(({ outcome }) => outcome === 'eligible') ??
    decisions.find(({ outcome }) => outcome === 'to_verify');
  return best ?? decisions[0] ?? decide([judgeUnlistedProfile(framework)]);
}

function decide(judged: readonly Judged[]): Decision<EntryOutcome> {
  const outcomes = judged.map(({ outcome }) => outcome);
  const reasons = judged.map(({ outcome: _outcome, ...reason }) => reason);
  if (outcomes.includes('not_eligible')) return { outcome: 'not_eligible', reasons };
  return { outcome: outcomes.includes('to_verify') ? 'to_verify' : 'eligible', reasons };
}

function judgeCondition(condition: EntryCondition, request: EntryRequest): readonly Judged[] {
  const { minimumLevel, minimumYears, source } = condition;
  return [
    {
      rule: 'entry.profile-listed',
      met: true,
      facts: 'Ce profil est admis par cette version du référentiel.',
      source,
      outcome: 'eligible',
    },
    ...(minimumLevel === null ? [] : [judgeLevel(minimumLevel, request.diplomaLevel, source)]),
    ...(minimumYears === 0 ? [] : [judgeYears(minimumYears, request.experienceYears, source)]),
  ];
}

function judgeLevel(minimum: number, held: number | null, source: string): Judged {
  const rule = 'entry.level-reached';
  if (held === null) {
    const facts = `Il faut un diplôme ou titre de niveau ${minimum} : demandez le justificatif.`;
    return { rule, met: false, facts, source, outcome: 'to_verify' };
  }
  const met = held >= minimum;
  const facts = `Niveau ${held} justifié, il faut au moins le niveau ${minimum}.`;
  return { rule, met, facts, source, outcome: met ? 'eligible' : 'not_eligible' };
}

function judgeYears(minimum: number, held: number | null, source: string): Judged {
  const rule = 'entry.experience-reached';
  const needed = `${countNoun(minimum, 'an')} d’expérience comme secrétaire médicale`;
  if (held === null) {
    const facts = `Il faut ${needed} : demandez les bulletins de paye.`;
    return { rule, met: false, facts, source, outcome: 'to_verify' };
  }
  const met = held >= minimum;
  const shown = countNoun(held, 'an').replace('.', ',');
  const facts = `${shown} d’expérience, il faut ${needed}.`;
  return { rule, met, facts, source, outcome: met ? 'eligible' : 'not_eligible' };
}

const judgeUnlistedProfile = (framework: Framework): Judged =>
  framework.outcome === 'attestation'
    ? {
        rule: 'entry.profile-listed',
        met: false,
        facts: 'Cette formation est réservée à d’autres profils : proposez le CQP.',
        source: framework.entryConditions[0]?.source ?? frameworkRule(framework),
        outcome: 'not_eligible',
      }
    : {
        rule: 'entry.profile-listed',
        met: false,
        facts:
          'Ce profil n’est pas cité par cette version et les sources ne s’accordent pas : demandez à la CPNEFP.',
        source: 'DOMAIN 5.1',
        outcome: 'to_verify',
      };
