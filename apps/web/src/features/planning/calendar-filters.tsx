import { Select } from '@mantine/core';
import { useRead } from '../../lib/api.ts';
import { useSearchParam } from '../../lib/use-search-param.ts';
import classes from './calendar-filters.module.css';

/** What the calendar is narrowed to, as its address says. */
export function useCalendarFilters() {
  const [siteId] = useSearchParam('site');
  const [cohortId] = useSearchParam('cohorte');
  const [trainerId] = useSearchParam('formateur');
  const [roomId] = useSearchParam('salle');
  return { siteId, cohortId, trainerId, roomId };
}

/** Site, cohort, trainer and room, kept in the address. */
export function CalendarFilters() {
  const { siteId } = useCalendarFilters();
  const sites = useRead('GET /sites', {});
  const cohorts = useRead('GET /cohorts', { query: { perPage: 500 } });
  const trainers = useRead('GET /trainers', {});
  const rooms = useRead('GET /rooms', {});
  const here = (rooms.data ?? []).filter(({ site }) => !siteId || site.id === siteId);
  const people = trainers.data ?? [];
  return (
    <div className={classes.filters}>
      <Filter name="site" label="Site" all="Tous les sites" choices={sites.data ?? []} />
      <Filter
        name="cohorte"
        label="Cohorte"
        all="Toutes les cohortes"
        choices={cohorts.data?.rows ?? []}
      />
      <Filter
        name="formateur"
        label="Formateur"
        all="Tous les formateurs"
        choices={people.map(({ personId, name }) => ({ id: personId, name }))}
      />
      <Filter name="salle" label="Salle" all="Toutes les salles" choices={here} />
    </div>
  );
}

interface FilterProps {
  /** Its name in the address. */
  readonly name: string;
  readonly label: string;
  /** What is shown while nothing is chosen. */
  readonly all: string;
  readonly choices: readonly { readonly id: string; readonly name: string }[];
}

function Filter({ name, label, all, choices }: FilterProps) {
  const [chosen, choose] = useSearchParam(name);
  return (
    <Select
      aria-label={label}
      placeholder={all}
      clearable
      searchable={choices.length > 8}
      data={choices.map(({ id, name: words }) => ({ value: id, label: words }))}
      value={chosen ?? null}
      onChange={(value) => choose(value ?? undefined)}
    />
  );
}
