import type { Answer } from '@jalon/contract';
import { capitalise, countNoun } from '@jalon/domain';
import { ButtonLink, TextLink } from '../../components/app-link.tsx';
import { Can } from '../../components/can.tsx';
import { CohortTabs } from '../../components/cohort-tabs.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RowList } from '../../components/row-list.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { useParam } from '../../lib/use-param.ts';
import classes from './assessment-events.module.css';
import { EventsByTime } from './event-lines.tsx';
import { sayState } from './events-page.tsx';
import { whenOf } from './words.ts';

type OfCohort = Answer<'GET /cohorts/:cohortId/assessment-events'>;

/** The assessment events of a cohort, and the evaluation half-days that wait for one. */
export function Page() {
  const cohortId = useParam('cohortId');
  const read = useRead('GET /cohorts/:cohortId/assessment-events', { params: { cohortId } });
  return (
    <WhenRead read={read}>
      {(answer) => (
        <>
          <PageHeader
            title={sayState(answer)}
            overline={
              <>
                <TextLink to="/cohortes">Cohortes</TextLink> › {answer.cohort.name}
              </>
            }
          />
          <CohortTabs cohortId={cohortId} />
          <HalfDays halfDays={answer.halfDays} today={answer.today} />
          <EventsByTime events={answer.events} today={answer.today} isOfCohort />
          {answer.events.length === 0 && answer.halfDays.length === 0 && (
            <EmptyState title="Aucune séance d’évaluation">
              Une séance se prépare depuis une demi-journée d’évaluation. Le calendrier de cette
              cohorte n’en a pas encore.
            </EmptyState>
          )}
        </>
      )}
    </WhenRead>
  );
}

/** Half-days of evaluation without an event: those to come first, the forgotten ones after. */
function HalfDays({ halfDays, today }: Pick<OfCohort, 'halfDays' | 'today'>) {
  if (halfDays.length === 0) return null;
  const toCome = halfDays.filter(({ date }) => date >= today);
  const past = halfDays.filter(({ date }) => date < today);
  return (
    <SectionCard
      title="Demi-journées d’évaluation sans séance"
      hint={countNoun(halfDays.length, 'demi-journée')}
    >
      <RowList>
        {[...toCome, ...past].map((halfDay) => (
          <li key={halfDay.slotId}>
            <div>
              <span className={classes.name}>
                {keepFrenchSpaces(
                  `Bloc ${halfDay.block.code} · ${capitalise(whenOf({ ...halfDay, heldOn: halfDay.date }))}`,
                )}
              </span>
              <span className={classes.facts}>
                {[halfDay.block.name, halfDay.place, halfDay.trainerName ?? 'sans formateur']
                  .filter(Boolean)
                  .join(' · ')}
                {halfDay.date < today && ' · passée'}
              </span>
            </div>
            <Can permission="assessment-event:write">
              <ButtonLink
                to="/evaluations/preparer/$slotId"
                params={{ slotId: halfDay.slotId }}
                size="compact-md"
              >
                Préparer la séance
              </ButtonLink>
            </Can>
          </li>
        ))}
      </RowList>
    </SectionCard>
  );
}
