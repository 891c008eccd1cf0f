import { frameworkRule } from '../assessments/rule-source.ts';
import type { Dispensation } from '../dispensations/dispensation.ts';
import { minutesWaived } from '../dispensations/minutes-waived.ts';
import type { Framework } from '../frameworks/framework.ts';
import { isTaught } from '../frameworks/programme-of-route.ts';
import { sumHours } from '../frameworks/sum-hours.ts';
import { formatDay, formatMinutes } from '../french-format.ts';
import type { Reason } from '../reason.ts';
import type { AccessRoute } from '../vocabulary.ts';

/** The hours of one learner's path, in minutes. */
export interface HoursDue {
  /** Modules and evaluations of the version; 0 for a VAE, which has neither (DOMAIN 4.7). */
  readonly totalMinutes: number;
  readonly waivedMinutes: number;
  readonly dueMinutes: number;
  /** « 204 h dues au lieu de 279 h », or « 279 h dues » when nothing is waived. */
  readonly sentence: string;
  /** The programme's own hours, then each granted dispensation with its date and reference. */
  readonly reasons: readonly Reason[];
}

type Grant = Pick<
  Dispensation,
  'blockCode' | 'moduleCode' | 'grantedMinutes' | 'state' | 'reference' | 'decidedOn'
>;

/** Hours due once the granted dispensations are taken off, and why (DOMAIN 13, `hours_due`). */
export function sumHoursDue(
  framework: Framework,
  route: AccessRoute,
  dispensations: readonly Grant[],
): HoursDue {
  if (!isTaught(route)) return nothingDue;
  const { totalMinutes } = sumHours(framework);
  const waivedMinutes = minutesWaived(framework, dispensations).totalMinutes;
  const dueMinutes = totalMinutes - waivedMinutes;
  const due = `${formatMinutes(dueMinutes)} dues`;
  return {
    totalMinutes,
    waivedMinutes,
    dueMinutes,
    sentence: waivedMinutes === 0 ? due : `${due} au lieu de ${formatMinutes(totalMinutes)}`,
    reasons: [
      {
        rule: 'hours.programme',
        met: true,
        facts: `Le programme compte ${formatMinutes(totalMinutes)}, modules et évaluations.`,
        source: frameworkRule(framework),
      },
      ...dispensations
        .filter(({ state }) => state === 'granted' || state === 'partial')
        .map((grant) => explainGrant(framework, grant)),
    ],
  };
}

/** A VAE has block decisions, and neither sessions nor attendance. */
const nothingDue: HoursDue = {
  totalMinutes: 0,
  waivedMinutes: 0,
  dueMinutes: 0,
  sentence: 'Aucune heure due : VAE',
  reasons: [
    {
      rule: 'hours.none-in-vae',
      met: true,
      facts: 'La VAE mène au jury sans formation : aucune heure n’est due, ni émargée.',
      source: 'DOMAIN 4.7, W13',
    },
  ],
};

function explainGrant(framework: Framework, grant: Grant): Reason {
  const { blockCode, moduleCode, grantedMinutes, reference, decidedOn } = grant;
  const block = framework.blocks.find(({ code }) => code === blockCode);
  const module = block?.modules.find(({ code }) => code === moduleCode);
  const what = module ? `le module « ${module.name} »` : `le bloc ${blockCode}`;
  const when = decidedOn === null ? '' : ` le ${formatDay(decidedOn)}`;
  const under = reference ? `, référence ${reference}` : '';
  return {
    rule: 'hours.dispensation-granted',
    met: true,
    facts: `${formatMinutes(grantedMinutes ?? 0)} de dispense pour ${what}, accordées${when}${under}.`,
    source: 'DOMAIN 5.2, S0:L202, S2:L196',
  };
}
