import type { Home } from '@jalon/contract';
import {
  countNoun,
  daysBetween,
  dispensationStateNames,
  formatMinutes,
  tellAttestations,
} from '@jalon/domain';
import { Fragment } from 'react';
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
              <span className={classes.why}>
                <PathLink path={paths.board(cohort.id)}>
                  {keepFrenchSpaces(describeHours(cohort))}
                </PathLink>
              </span>
            </div>
            <ProgressLine
              done={cohort.doneMinutes}
              total={cohort.dueMinutes}
              label={`${cohort.name} : ${formatMinutes(cohort.doneMinutes)} sur ${formatMinutes(cohort.dueMinutes)}`}
            >
              {describeCohort(cohort, today).map(({ words, path }, index) => (
                <Fragment key={words}>
                  {index > 0 && ' · '}
                  {path ? (
                    <PathLink path={path}>{keepFrenchSpaces(words)}</PathLink>
                  ) : (
                    keepFrenchSpaces(words)
                  )}
                </Fragment>
              ))}
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

/** A figure of a cohort, with the page that shows its rows. */
interface Figure {
  readonly words: string;
  readonly path: string | null;
}

/**
 * Ready among those whom a jury still awaits; those who have every block are told apart. A course
 * without jury counts its attestations, as its board does.
 */
function describeReady(cohort: CohortLine): Figure[] {
  const { id, outcome, learners, acquired, ready, issued } = cohort;
  if (outcome === 'attestation')
    return [{ words: tellAttestations(issued, learners), path: paths.board(id) }];
  const path = paths.boardFiltered(id, 'acquis');
  if (acquired === learners)
    return [{ words: `tous les blocs acquis pour ${countNoun(learners, 'apprenant')}`, path }];
  const done = `${acquired} ${acquired < 2 ? 'a' : 'ont'} tous leurs blocs`;
  return [
    {
      words: `${countNoun(ready, 'prêt')} sur ${learners - acquired}`,
      path: ready === 0 ? paths.board(id) : paths.boardFiltered(id, 'prets'),
    },
    ...(acquired > 0 ? [{ words: done, path }] : []),
  ];
}

function describeCohort(cohort: CohortLine, today: string): Figure[] {
  const { id, name, learners, capacity, juryOn, waitingDispensations } = cohort;
  const enrolled = `${countNoun(learners, 'inscrit')} sur ${capacity}`;
  const figures: Figure[] =
    cohort.state === 'running' && learners > 0
      ? describeReady(cohort)
      : [{ words: enrolled, path: paths.cohortLearners(id) }];
  if (juryOn !== null && juryOn >= today) {
    const days = daysBetween(today, juryOn);
    const words = days === 0 ? 'jury aujourd’hui' : `jury dans ${countNoun(days, 'jour')}`;
    figures.push({ words, path: null });
  }
  if (waitingDispensations > 0) {
    figures.push({
      words: countNoun(waitingDispensations, 'dispense attendue', 'dispenses attendues'),
      path: paths.dispensations(name, dispensationStateNames.transmitted),
    });
  }
  return figures;
}
