import type { Home } from '@jalon/contract';
import { countNoun, daysBetween, formatMinutes } from '@jalon/domain';
import { cohortStateWords } from '../../components/cohort-state-badge.tsx';
import { PathLink } from '../../components/path-link.tsx';
import { ProgressLine } from '../../components/progress-line.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { paths } from '../../lib/paths.ts';
import classes from './home.module.css';

type CohortLine = Home['cohorts'][number];

/** The cohorts that are not over: how far the hours are, who is ready, when the jury is. */
export function CohortLines({
  cohorts,
  today,
}: {
  readonly cohorts: Home['cohorts'];
  readonly today: string;
}) {
  return (
    <SectionCard title="Vos cohortes">
      <div className={classes.cohorts}>
        {cohorts.map((cohort) => (
          <div key={cohort.id}>
            <div className={classes.cohortHead}>
              <strong>
                <PathLink path={paths.board(cohort.id)}>{cohort.name}</PathLink>
              </strong>
              <span className={classes.why}>{keepFrenchSpaces(describeHours(cohort))}</span>
            </div>
            <ProgressLine
              done={cohort.doneMinutes}
              total={cohort.dueMinutes}
              label={`${cohort.name} : ${formatMinutes(cohort.doneMinutes)} sur ${formatMinutes(cohort.dueMinutes)}`}
            >
              {keepFrenchSpaces(describeCohort(cohort, today))}
            </ProgressLine>
          </div>
        ))}
      </div>
    </SectionCard>
  );
}

const describeHours = ({ state, doneMinutes, dueMinutes }: CohortLine): string =>
  state === 'running' && dueMinutes > 0
    ? `${Math.floor((100 * doneMinutes) / dueMinutes)} % des heures`
    : cohortStateWords[state];

/** Ready among those whom a jury still awaits; those who have every block are told apart. */
function describeReady(learners: number, acquired: number, ready: number): string[] {
  const done = acquired > 0 ? [`${acquired} ${acquired < 2 ? 'a' : 'ont'} tous leurs blocs`] : [];
  return acquired === learners && learners > 0
    ? [`tous les blocs acquis pour ${countNoun(learners, 'apprenant')}`]
    : [`${countNoun(ready, 'prêt')} sur ${learners - acquired}`, ...done];
}

function describeCohort(cohort: CohortLine, today: string): string {
  const { learners, capacity, acquired, ready, juryOn, waitingDispensations } = cohort;
  const isAhead = juryOn !== null && juryOn >= today;
  const parts =
    cohort.state === 'running'
      ? describeReady(learners, acquired, ready)
      : [`${countNoun(learners, 'inscrit')} sur ${capacity}`];
  if (isAhead) {
    const days = daysBetween(today, juryOn);
    parts.push(days === 0 ? 'jury aujourd’hui' : `jury dans ${countNoun(days, 'jour')}`);
  }
  if (waitingDispensations > 0) {
    parts.push(countNoun(waitingDispensations, 'dispense attendue', 'dispenses attendues'));
  }
  return parts.join(' · ');
}
