import type { Answer } from '@jalon/contract';
import { countNoun, formatDay, formatLongDay } from '@jalon/domain';
import { TextLink } from '../../components/app-link.tsx';
import type { Column } from '../../components/data-list/list-view.ts';
import { StateBadge } from '../../components/state-badge.tsx';
import { TimeRange } from '../../components/time-range.tsx';
import classes from './half-days.module.css';
import { sheetWords } from './sheet-words.ts';

type Row = Answer<'GET /half-days'>['rows'][number];

const halfDayNames = { morning: 'matin', afternoon: 'après-midi' };

/** The list of sheets: when, what, for whom, by whom, and where the sheet stands. */
export const halfDayColumns: readonly Column<Row>[] = [
  {
    key: 'jour',
    header: 'Demi-journée',
    value: ({ slot }) => `${slot.date} ${String(slot.startsAt).padStart(4, '0')}`,
    cell: ({ slot }) => (
      <div>
        <TextLink to="/emargement/$slotId" params={{ slotId: slot.id }} fw={600}>
          {formatLongDay(slot.date)}
        </TextLink>
        <span className={classes.facts}>
          <TimeRange start={slot.startsAt} end={slot.startsAt + slot.minutes} />
        </span>
      </div>
    ),
    exported: ({ slot }) => `${formatDay(slot.date)} ${halfDayNames[slot.halfDay]}`,
  },
  {
    key: 'module',
    header: 'Module',
    value: ({ slot }) => slot.name,
    cell: ({ slot }) => (
      <div>
        {slot.name}
        <span className={classes.facts}>
          {slot.mode === 'remote' ? 'à distance' : slot.room?.name}
        </span>
      </div>
    ),
  },
  { key: 'groupe', header: 'Cohorte', value: ({ slot }) => slot.cohort.name, isFilter: true },
  {
    key: 'formateur',
    header: 'Formateur',
    value: ({ slot }) => slot.trainer?.name ?? 'Sans formateur',
    isFilter: true,
  },
  {
    key: 'presences',
    header: 'Présences notées',
    value: (row) => row.recordedCount,
    cell: ({ recordedCount, expectedCount, absentCount }) => (
      <div>
        {`${recordedCount} sur ${expectedCount}`}
        {absentCount > 0 && (
          <span className={classes.facts}>{countNoun(absentCount, 'absent')}</span>
        )}
      </div>
    ),
    exported: ({ recordedCount, expectedCount }) => `${recordedCount} sur ${expectedCount}`,
    align: 'end',
  },
  {
    key: 'feuille',
    header: 'Feuille',
    value: ({ state }) => sheetWords[state].word,
    cell: ({ state, slot }) => (
      <div>
        <StateBadge tone={sheetWords[state].tone}>{sheetWords[state].word}</StateBadge>
        {slot.signerName && <span className={classes.facts}>par {slot.signerName}</span>}
      </div>
    ),
    isFilter: true,
  },
];
