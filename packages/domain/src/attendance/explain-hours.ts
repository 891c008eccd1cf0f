import { frameworkRule } from '../assessments/rule-source.ts';
import { attendanceWarningRate } from '../cohorts/list-missing.ts';
import { sumHoursDue } from '../enrolments/sum-hours-due.ts';
import type { Framework } from '../frameworks/framework.ts';
import { formatMinutes, formatRate, joinWords } from '../french-format.ts';
import { surplusMinutes } from '../hours-done.ts';
import type { Reason } from '../reason.ts';
import type { AccessRoute } from '../vocabulary.ts';
import type { LearnerHours } from './compute-hours.ts';

/** By what the hours are due. */
export interface HoursOwed {
  readonly framework: Framework;
  readonly route: AccessRoute;
  readonly dispensations: Parameters<typeof sumHoursDue>[2];
}

/**
 * Why `computeHours` came out as it did: what is due and under which dispensations, what counts as
 * done and what waits for a signature, what is missing and where, the attendance rate (DOMAIN 13,
 * 8.1 a and b, Q13). It stands apart because a board of 500 learners shows the figures alone.
 */
export function explainHours(owed: HoursOwed, hours: LearnerHours): readonly Reason[] {
  const { total } = hours;
  const isMissing = total.missing > 0;
  return [
    ...sumHoursDue(owed.framework, owed.route, owed.dispensations).reasons,
    ...(total.due > 0 || total.done > 0 ? [signed(total.done)] : []),
    ...(total.unsigned > 0 ? [awaiting(total.unsigned)] : []),
    ...explainSurplus(owed.framework, hours),
    ...(total.due > 0
      ? [
          {
            rule: 'hours.complete',
            met: !isMissing,
            facts: isMissing
              ? `Il manque ${formatMinutes(total.missing)} : ${joinWords(listMissingHours(hours))}.`
              : 'Chaque module et chaque évaluation a ses heures.',
            source: frameworkRule(owed.framework),
          },
        ]
      : []),
    ...explainRate(hours),
  ];
}

const signed = (minutes: number): Reason => ({
  rule: 'hours.signed',
  met: true,
  facts: `${formatMinutes(minutes)} faites : celles des demi-journées dont la feuille est signée.`,
  source: 'DOMAIN 8.1, W55',
});

const awaiting = (minutes: number): Reason => ({
  rule: 'hours.signature-awaited',
  met: false,
  facts: `${formatMinutes(minutes)} notées, à signer : elles compteront dès que le formateur aura signé la feuille.`,
  source: 'DOMAIN 8.1, W55',
});

/** Minutes beyond what a module asks, which fill nothing elsewhere. */
function explainSurplus(framework: Framework, { total }: LearnerHours): Reason[] {
  const surplus = surplusMinutes(total);
  if (surplus <= 0) return [];
  return [
    {
      rule: 'hours.never-compensate',
      met: false,
      facts: `${formatMinutes(surplus)} au-delà de ce que leur module demande : elles ne remplacent pas les heures d’un autre.`,
      source: frameworkRule(framework),
    },
  ];
}

const listMissingHours = ({ blocks }: LearnerHours): string[] =>
  blocks
    .filter(({ missing }) => missing > 0)
    .map(({ blockCode, missing }) => `${formatMinutes(missing)} au bloc ${blockCode}`);

function explainRate({ attendedMinutes, expectedMinutes, rate }: LearnerHours): Reason[] {
  if (rate === null) return [];
  const share = formatRate(attendedMinutes, expectedMinutes);
  return [
    {
      rule: 'attendance.rate',
      met: rate >= attendanceWarningRate,
      facts: `L’assiduité compte les créneaux attendus et passés : ${formatMinutes(attendedMinutes)} sur ${formatMinutes(expectedMinutes)}, soit ${share}. En dessous de ${formatRate(attendanceWarningRate, 1)}, Jalon avertit et ne bloque rien.`,
      source: 'DOMAIN 8.1',
    },
  ];
}
