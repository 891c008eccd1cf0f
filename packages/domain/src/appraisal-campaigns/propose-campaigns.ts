import { addDays, daysBetween, latestDay, type PlainDate, weekdayOf } from '../plain-date.ts';

/** What a cohort's campaigns are drawn from. */
export interface CampaignCohort {
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  /** Day planned for the final jury; `null` while there is none. */
  readonly juryOn: PlainDate | null;
  /** The blocks of its framework, in order. */
  readonly blocks: readonly { readonly code: string; readonly competenceCount: number }[];
}

/** A moment at which the tutors of a cohort are asked, as it is proposed or as a person wrote it. */
export interface CampaignForm {
  readonly label: string;
  /** Day on which the tutors receive their link. */
  readonly opensOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly blockCodes: readonly string[];
}

export interface CampaignProposal extends CampaignForm {
  /** Why these days, as a sentence. */
  readonly because: string;
  readonly source: string;
}

/** Days that our defaults leave; the texts fix the moments, not the days. */
const firstLook = 14;
const answerDays = 14;
const beforeJury = 14;
const lastAnswerDays = 21;
/** A course shorter than this has no middle of its own. */
const shortCourse = 84;

/**
 * The moments at which tutors appraise: positioning, mid-course, end (W33; the days are ours,
 * DOMAIN 4.5). Only the moments that are still to come, without those that `plannedLabels` holds.
 * A person keeps, changes or leaves each one: none opens before tomorrow, so that keeping it sends
 * no mail at once.
 */
export function proposeCampaigns(
  cohort: CampaignCohort,
  plannedLabels: readonly string[],
  today: PlainDate,
): readonly CampaignProposal[] {
  const blockCodes = cohort.blocks
    .filter(({ competenceCount }) => competenceCount > 0)
    .map(({ code }) => code);
  if (blockCodes.length === 0) return [];
  const soonest = addDays(today, 1);
  return [findStart(cohort), ...findMiddle(cohort), findEnd(cohort)]
    .filter(({ label }) => !plannedLabels.includes(label))
    .filter(({ dueOn }) => daysBetween(soonest, dueOn) >= shortestAnswerDays)
    .map((moment) => ({
      ...moment,
      opensOn: latestDay(moment.opensOn, soonest),
      blockCodes,
      source: 'W33',
    }));
}

/** A tutor is a doctor between two patients: fewer days than this are no request. */
export const shortestAnswerDays = 3;

/** A link that arrives at the weekend is read on Monday, under others. */
const onWorkingDay = (day: PlainDate): PlainDate =>
  weekdayOf(day) > friday ? addDays(day, sunday + 1 - weekdayOf(day)) : day;
const friday = 5;
const sunday = 7;

type Moment = Omit<CampaignProposal, 'blockCodes' | 'source'>;

function findStart({ startsOn }: CampaignCohort): Moment {
  const opensOn = onWorkingDay(addDays(startsOn, firstLook));
  return {
    label: 'Positionnement',
    opensOn,
    dueOn: addDays(opensOn, answerDays),
    because: 'Deux semaines après le premier jour : le tuteur a vu l’apprenant travailler.',
  };
}

function findMiddle({ startsOn, endsOn }: CampaignCohort): Moment[] {
  const length = daysBetween(startsOn, endsOn);
  if (length < shortCourse) return [];
  const opensOn = onWorkingDay(addDays(startsOn, Math.floor(length / 2)));
  return [
    {
      label: 'Mi-parcours',
      opensOn,
      dueOn: addDays(opensOn, answerDays),
      because: 'Au milieu de la formation : ce qui manque peut encore être travaillé.',
    },
  ];
}

function findEnd({ endsOn, juryOn }: CampaignCohort): Moment {
  const dueOn = juryOn === null ? endsOn : addDays(juryOn, -beforeJury);
  return {
    label: 'Fin de formation',
    opensOn: onWorkingDay(addDays(dueOn, -lastAnswerDays)),
    dueOn,
    because:
      juryOn === null
        ? 'Signée au dernier jour de la formation : c’est la dernière qui compte devant le jury.'
        : 'Signée deux semaines avant le jury : c’est la dernière qui compte devant lui.',
  };
}
