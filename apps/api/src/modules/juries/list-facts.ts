import {
  type AccessRoute,
  checkCredential,
  countNoun,
  formatDay,
  type JuryCandidate,
  type PlainDate,
  tellHours,
  tellValidUntil,
} from '@jalon/domain';
import type { EnrolmentFacts } from '../facts/block-facts.ts';

export const routeNames: Record<AccessRoute, string> = {
  professional_contract: 'contrat de professionnalisation',
  continuing_training: 'formation continue',
  pro_a: 'Pro-A',
  reconversion_period: 'période de reconversion',
  vae: 'VAE',
  jobseeker_poec_pic: 'demandeur d’emploi (POEC, PIC)',
  apprenticeship: 'apprentissage',
};

/**
 * The line of facts above a candidate's blocks: that they left, before anything else; hours,
 * credentials, tutor, route.
 */
export function listFacts(
  facts: EnrolmentFacts,
  { leftOn }: Pick<JuryCandidate, 'leftOn'>,
  tutors: readonly string[],
  onDate: PlainDate,
): { label: string; value: string }[] {
  const { total } = facts.hours;
  const signed = facts.appraisals.filter(({ signedOn }) => signedOn <= onDate).length;
  return [
    ...(leftOn ? [{ label: 'Formation', value: `abandonnée le ${formatDay(leftOn)}` }] : []),
    { label: 'Heures', value: tellHours(total) },
    ...describeCredentials(facts, onDate),
    {
      label: tutors.length > 1 ? 'Tuteurs' : 'Tuteur',
      value: `${tutors.join(', ') || 'aucun tuteur'}, ${countNoun(signed, 'appréciation')}`,
    },
    { label: 'Entrée', value: routeNames[facts.route] },
  ];
}

/** Each credential that the certificate needs, on the day of the jury. */
export const describeCredentials = (facts: EnrolmentFacts, onDate: PlainDate) =>
  facts.framework.credentials
    .filter(({ requiredForCertificate }) => requiredForCertificate)
    .map((rule) => {
      const { status, expiresOn } = checkCredential(rule, facts.credentials, onDate);
      const label = rule.name.replace('niveau 1', '1');
      if (status === 'missing' || !expiresOn) return { label, value: 'aucune attestation' };
      const day = formatDay(expiresOn);
      return {
        label,
        value: status === 'expired' ? `plus valable à partir du ${day}` : tellValidUntil(expiresOn),
      };
    });
