import { Select } from '@mantine/core';
import { useRead } from '../../lib/api.ts';
import { useSearchParam } from '../../lib/use-search-param.ts';
import classes from './calendar-filters.module.css';

/** Site and trainer, kept in the address. */
export function CalendarFilters() {
  const [siteId, setSite] = useSearchParam('site');
  const [trainerId, setTrainer] = useSearchParam('formateur');
  const sites = useRead('GET /sites', {});
  const trainers = useRead('GET /trainers', {});
  return (
    <div className={classes.filters}>
      <Select
        aria-label="Site"
        placeholder="Tous les sites"
        clearable
        data={(sites.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={siteId ?? null}
        onChange={(value) => setSite(value ?? undefined)}
      />
      <Select
        aria-label="Formateur"
        placeholder="Tous les formateurs"
        clearable
        searchable
        data={(trainers.data ?? []).map(({ personId, name }) => ({ value: personId, label: name }))}
        value={trainerId ?? null}
        onChange={(value) => setTrainer(value ?? undefined)}
      />
    </div>
  );
}
