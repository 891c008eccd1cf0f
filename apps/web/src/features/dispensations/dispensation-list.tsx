import type { DispensationView } from '@jalon/contract';
import { dispensationStateNames, formatMinutes, formatShortDay } from '@jalon/domain';
import type { ReactNode } from 'react';
import { TextLink } from '../../components/app-link.tsx';
import { DataList } from '../../components/data-list/data-list.tsx';
import type { Column } from '../../components/data-list/list-view.ts';
import { Hours } from '../../components/hours.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import classes from './dispensations.module.css';
import { centreSteps, certifierSteps, describeScope, stateTones } from './words.ts';

type Address = '/dispenses/$dispensationId' | '/certificateur/$dispensationId';

/** What comes next, in the words of who reads the list at that address. */
const stepsAt: Record<Address, typeof centreSteps> = {
  '/dispenses/$dispensationId': centreSteps,
  '/certificateur/$dispensationId': certifierSteps,
};

const columnsTo = (to: Address): readonly Column<DispensationView>[] => [
  {
    key: 'apprenant',
    header: 'Apprenant',
    value: (row) => row.learner,
    cell: (row) => (
      <TextLink to={to} params={{ dispensationId: row.id }} search={true} fw={600}>
        {row.learner}
      </TextLink>
    ),
  },
  {
    key: 'demande',
    header: 'Dispense de',
    value: describeScope,
  },
  {
    key: 'heures',
    header: 'Demandées',
    value: (row) => row.requestedMinutes,
    cell: (row) => <Hours minutes={row.requestedMinutes} />,
    exported: (row) => formatMinutes(row.requestedMinutes),
    align: 'end',
  },
  {
    key: 'etat',
    header: 'État',
    value: (row) => dispensationStateNames[row.state],
    cell: (row) => (
      <div>
        <StateBadge tone={stateTones[row.state]}>{dispensationStateNames[row.state]}</StateBadge>
        <div className={classes.soft}>{stepsAt[to][row.state]}</div>
      </div>
    ),
    isFilter: true,
  },
  {
    key: 'transmise',
    header: 'Transmise',
    value: (row) => row.transmittedOn,
    cell: (row) => (row.transmittedOn ? formatShortDay(row.transmittedOn) : '–'),
    exported: (row) => (row.transmittedOn ? formatShortDay(row.transmittedOn) : ''),
  },
  { key: 'reference', header: 'Référence', value: (row) => row.reference },
  { key: 'groupe', header: 'Cohorte', value: (row) => row.cohort.name, isFilter: true },
];

/** Requests as rows; each opens beside the list. */
export const DispensationList = ({
  rows,
  to,
  empty,
}: {
  readonly rows: readonly DispensationView[];
  readonly to: Address;
  readonly empty: ReactNode;
}) => (
  <DataList
    label="Dispenses"
    rows={rows}
    rowKey={(row) => row.id}
    columns={columnsTo(to)}
    empty={empty}
  />
);
