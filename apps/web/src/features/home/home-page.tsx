import type { Home } from '@jalon/contract';
import { capitalise, countNoun, formatLongDay } from '@jalon/domain';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { PathButton } from '../../components/path-link.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { useIsAllowed } from '../../lib/session.ts';
import { CohortLines } from './cohort-lines.tsx';
import classes from './home.module.css';
import { TodayLines } from './today-lines.tsx';
import { UrgentList } from './urgent-list.tsx';

const everyFiveMinutes = 300_000;

/** The coordinator's morning. */
export function Page() {
  const read = useRead('GET /home', {}, { refetchInterval: everyFiveMinutes });
  return <WhenRead read={read}>{(home) => <ReadHome home={home} />}</WhenRead>;
}

function ReadHome({ home }: { readonly home: Home }) {
  const { title, today, late, toDo, atRisk, slots, juries, cohorts } = home;
  const isEmpty = [cohorts, late, toDo, atRisk, slots, juries].every(({ length }) => length === 0);
  return (
    <>
      <PageHeader title={title} overline={capitalise(formatLongDay(today))} />
      {isEmpty ? (
        <NoCohort />
      ) : (
        <div className={classes.columns}>
          <div>
            {late.length > 0 && (
              <SectionCard title="En retard" hint={late.length} isFlush>
                <UrgentList rows={late} hasPrimary />
              </SectionCard>
            )}
            {toDo.length > 0 && (
              <SectionCard title="À faire aujourd’hui" hint={toDo.length} isFlush>
                <UrgentList rows={toDo} hasPrimary={late.length === 0} />
              </SectionCard>
            )}
            {atRisk.length > 0 && (
              <SectionCard title="À risque" hint={describeRisk(atRisk.length)} isFlush>
                <UrgentList rows={atRisk} hasPrimary={late.length + toDo.length === 0} />
              </SectionCard>
            )}
            {late.length + toDo.length + atRisk.length === 0 && (
              <EmptyState title="Rien n’est en retard et personne n’est à risque">
                Les appréciations, les feuilles, les dispenses, les attestations et les échéances
                sont dans leurs délais. Ce qui en sort apparaît ici, avec ce qu’il faut faire.
              </EmptyState>
            )}
          </div>
          <div>
            <TodayLines slots={slots} juries={juries} today={today} />
            {cohorts.length > 0 && <CohortLines cohorts={cohorts} today={today} />}
          </div>
        </div>
      )}
    </>
  );
}

const describeRisk = (count: number): string =>
  count === 1 ? '1 chose à surveiller' : `${countNoun(count, 'chose')}, la plus proche d’abord`;

function NoCohort() {
  const canOpen = useIsAllowed('cohort:write');
  return (
    <EmptyState
      title="Aucune cohorte n’est en cours"
      action={
        canOpen && (
          <PathButton path="/cohortes/nouvelle" isPrimary>
            Ouvrir une cohorte
          </PathButton>
        )
      }
    >
      Une cohorte réunit des apprenants sur un référentiel, avec son rythme et son calendrier. Dès
      qu’elle est ouverte, cette page dit chaque matin ce qui ne peut pas attendre.
    </EmptyState>
  );
}
