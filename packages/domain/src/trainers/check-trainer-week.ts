import type { Finding } from '../finding.ts';
import { formatMinutes } from '../french-format.ts';

/** When a trainer works in a usual week. Weekdays are 1 for Monday to 6 for Saturday. */
export interface TrainerWeek {
  readonly mornings: readonly number[];
  readonly afternoons: readonly number[];
  /** Of the half-days worked, those that the trainer would rather not work. */
  readonly avoidedMornings: readonly number[];
  readonly avoidedAfternoons: readonly number[];
  readonly minMinutesPerWeek: number;
  readonly maxMinutesPerWeek: number;
}

const longestWeek = 48 * 60;
/** A half-day never lasts more than 4 h. */
const longestHalfDay = 240;

/**
 * Checks a week as it is typed. Paths point into the week; every finding is an error: a plan could
 * not keep such a week, or the law forbids it.
 */
export function checkTrainerWeek(week: TrainerWeek): readonly Finding[] {
  const { minMinutesPerWeek: min, maxMinutesPerWeek: max } = week;
  const longest = (week.mornings.length + week.afternoons.length) * longestHalfDay;
  const findings: Finding[] = [
    ...checkAvoided('/avoidedMornings', week.avoidedMornings, week.mornings),
    ...checkAvoided('/avoidedAfternoons', week.avoidedAfternoons, week.afternoons),
  ];
  if (max > longestWeek)
    findings.push({
      rule: 'trainer.week-at-most-48h',
      severity: 'error',
      path: '/maxMinutesPerWeek',
      message: 'Une semaine de travail compte 48 h au plus.',
      source: 'art. L3121-20',
    });
  if (min > max)
    findings.push(
      refuse(
        'trainer.minimum-within-maximum',
        `Le minimum ne peut pas dépasser le maximum de ${formatMinutes(max)} par semaine.`,
      ),
    );
  else if (min > longest)
    findings.push(
      refuse(
        'trainer.half-days-hold-minimum',
        `Les demi-journées travaillées ne font que ${formatMinutes(longest)} par semaine : cochez-en d’autres ou baissez le minimum.`,
      ),
    );
  return findings;
}

const refuse = (rule: string, message: string): Finding => ({
  rule,
  severity: 'error',
  path: '/minMinutesPerWeek',
  message,
  source: 'DOMAIN 12',
});

const checkAvoided = (
  path: string,
  avoided: readonly number[],
  worked: readonly number[],
): readonly Finding[] =>
  avoided.every((weekday) => worked.includes(weekday))
    ? []
    : [
        {
          rule: 'trainer.avoids-what-is-worked',
          severity: 'error',
          path,
          message: 'Une demi-journée à éviter est d’abord une demi-journée travaillée.',
          source: 'DOMAIN 12',
        },
      ];
