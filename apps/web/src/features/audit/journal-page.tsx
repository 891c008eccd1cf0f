import type { Answer } from '@jalon/contract';
import { type ActGroup, actGroupNames, actGroups, formatDay } from '@jalon/domain';
import { Group, NativeSelect } from '@mantine/core';
import { TextLink } from '../../components/app-link.tsx';
import { DayField } from '../../components/day-field.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { formatMoment } from '../../lib/french-moment.ts';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { isDay } from '../../lib/is-day.ts';
import { useSearchParam } from '../../lib/use-search-param.ts';
import classes from './journal-page.module.css';

type Journal = Answer<'GET /audit-events'>;
type Act = Journal['rows'][number];

/** The centre's journal: who did what, and when. Nothing in it can be changed. */
export function Page() {
  const [group, chooseGroup] = useSearchParam('sujet');
  const [until, chooseUntil] = useSearchParam('jusqu');
  const [before, readFrom] = useSearchParam('avant');
  const known = actGroups.find((one) => one === group);
  const read = useRead('GET /audit-events', {
    query: {
      ...(known ? { group: known } : {}),
      ...(until && isDay(until) ? { until } : {}),
      ...(before && /^\d{1,9}$/.test(before) ? { before: Number(before) } : {}),
    },
  });
  return (
    <>
      <PageHeader
        title={describeChoice(known, until)}
        overline={<TextLink to="/centre">Centre</TextLink>}
      />
      <SectionCard hint="Rien de ce journal ne peut être changé ni effacé, par personne.">
        <Group align="flex-end" className={classes.choices ?? ''}>
          <NativeSelect
            label="Sujet"
            value={known ?? ''}
            data={[
              { value: '', label: 'Tous les sujets' },
              ...actGroups.map((value) => ({ value, label: actGroupNames[value] })),
            ]}
            onChange={({ currentTarget }) => {
              readFrom(undefined);
              chooseGroup(currentTarget.value || undefined);
            }}
          />
          <DayField
            label="Jusqu’au"
            value={until ?? ''}
            onChange={(day) => {
              readFrom(undefined);
              chooseUntil(day || undefined);
            }}
          />
        </Group>
        <WhenRead read={read}>{(journal) => <Acts {...journal} />}</WhenRead>
      </SectionCard>
    </>
  );
}

const describeChoice = (group: ActGroup | undefined, until: string | undefined): string => {
  const what = group ? `Journal : ${actGroupNames[group].toLowerCase()}` : 'Journal du centre';
  return until && isDay(until) ? `${what}, jusqu’au ${formatDay(until)}` : what;
};

function Acts({ rows, next }: Journal) {
  if (rows.length === 0)
    return (
      <EmptyState title="Rien à cet endroit du journal">
        Ce que chacun fait dans le centre s’inscrit ici au moment où il le fait.
      </EmptyState>
    );
  return (
    <>
      <ol className={classes.acts}>
        {rows.map((act) => (
          <li key={act.seq}>
            <div className={classes.when}>
              <time dateTime={act.at}>{formatMoment(act.at)}</time> · {act.by}
            </div>
            <div>
              <strong>{act.act}</strong>
              {act.subject && (
                <>
                  {keepFrenchSpaces(' : ')}
                  <Subject act={act} name={act.subject} />
                </>
              )}
            </div>
          </li>
        ))}
      </ol>
      {next !== null && (
        <p className={classes.more}>
          <TextLink to="." search={(previous) => ({ ...previous, avant: next })}>
            Plus ancien
          </TextLink>
        </p>
      )}
    </>
  );
}

function Subject({ act: { place }, name }: { readonly act: Act; readonly name: string }) {
  switch (place?.kind) {
    case 'cohort':
      return (
        <TextLink to="/cohortes/$cohortId" params={{ cohortId: place.id }}>
          {name}
        </TextLink>
      );
    case 'enrolment':
      return (
        <TextLink to="/apprenants/$enrolmentId" params={{ enrolmentId: place.id }}>
          {name}
        </TextLink>
      );
    case 'framework':
      return (
        <TextLink to="/referentiels/$frameworkId" params={{ frameworkId: place.id }}>
          {name}
        </TextLink>
      );
    case 'jury':
      return (
        <TextLink to="/jurys/$juryId" params={{ juryId: place.id }}>
          {name}
        </TextLink>
      );
    case 'plan':
      return (
        <TextLink to="/planification/$planId" params={{ planId: place.id }}>
          {name}
        </TextLink>
      );
    case 'registry':
      return <TextLink to="/accrochage">{name}</TextLink>;
    case 'slot':
      return (
        <TextLink to="/emargement/$slotId" params={{ slotId: place.id }}>
          {name}
        </TextLink>
      );
    default:
      return <>{name}</>;
  }
}
