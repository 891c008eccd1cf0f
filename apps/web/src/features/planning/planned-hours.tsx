import type { Answer } from '@jalon/contract';
import { countNoun, formatMinutes, isSameItem } from '@jalon/domain';
import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { Can } from '../../components/can.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useRead } from '../../lib/api.ts';
import { AssignModal } from './assign-modal.tsx';
import classes from './planned-hours.module.css';

type Calendar = Answer<'GET /cohorts/:cohortId/calendar'>;
type Row = Calendar['plannedHours'][number];

interface PlannedHoursProps {
  readonly cohortId: string;
  readonly calendar: Calendar;
  /** Shows a module's half-days in the list. */
  readonly onShow: (row: Row) => void;
}

/** What is placed for each module beside what the version asks for, and who teaches it. */
export function PlannedHours({ cohortId, calendar, onShow }: PlannedHoursProps) {
  const runs = useRead('GET /cohorts/:cohortId/module-runs', { params: { cohortId } });
  const [assigned, setAssigned] = useState<readonly Row[] | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const chosenRows = calendar.plannedHours.filter((row) => chosen.includes(keyOf(row)));
  const isAllChosen = chosenRows.length === calendar.plannedHours.length;
  const assignedIds = (assigned ?? []).flatMap(
    (row) => runs.data?.find((one) => isSameItem(one, row))?.id ?? [],
  );
  const choose = (row: Row, isChosen: boolean) =>
    setChosen(isChosen ? [...chosen, keyOf(row)] : chosen.filter((key) => key !== keyOf(row)));
  return (
    <SectionCard
      title="Heures par module"
      actions={
        <Can permission="calendar:write">
          <Button disabled={chosenRows.length === 0} onClick={() => setAssigned(chosenRows)}>
            {chosenRows.length === 0
              ? 'Cochez les modules à affecter'
              : `Affecter ${countNoun(chosenRows.length, 'module')}`}
          </Button>
        </Can>
      }
      isFlush
    >
      <div className={classes.frame}>
        <table className={classes.table}>
          <thead>
            <tr>
              <Can permission="calendar:write">
                <th scope="col">
                  <Checkbox
                    aria-label="Cocher tous les modules"
                    checked={isAllChosen}
                    indeterminate={chosenRows.length > 0 && !isAllChosen}
                    onChange={() => setChosen(isAllChosen ? [] : calendar.plannedHours.map(keyOf))}
                  />
                </th>
              </Can>
              <th scope="col">Bloc</th>
              <th scope="col">Module</th>
              <th scope="col">Formateurs</th>
              <th scope="col" data-align="end">
                Placées
              </th>
              <th scope="col" data-align="end">
                Dues
              </th>
              <th scope="col">Écart</th>
              <Can permission="calendar:write">
                <th scope="col">
                  <span className={classes.hidden}>Actions</span>
                </th>
              </Can>
            </tr>
          </thead>
          <tbody>
            {calendar.plannedHours.map((row) => (
              <tr key={keyOf(row)}>
                <Can permission="calendar:write">
                  <td>
                    <Checkbox
                      aria-label={`Cocher ${row.name}`}
                      checked={chosen.includes(keyOf(row))}
                      onChange={(event) => choose(row, event.currentTarget.checked)}
                    />
                  </td>
                </Can>
                <td>{row.blockCode}</td>
                <td>
                  <button type="button" className={classes.link} onClick={() => onShow(row)}>
                    {row.name}
                  </button>
                </td>
                <td>{sayTrainers(calendar, row)}</td>
                <td data-align="end">{formatMinutes(row.plannedMinutes)}</td>
                <td data-align="end">{formatMinutes(row.dueMinutes)}</td>
                <td>
                  <Gap row={row} />
                </td>
                <Can permission="calendar:write">
                  <td data-align="end">
                    <Button
                      size="xs"
                      onClick={() => setAssigned([row])}
                      aria-label={`Affecter un formateur ou une salle à ${row.name}`}
                    >
                      Affecter
                    </Button>
                  </td>
                </Can>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {assigned?.[0] && assignedIds.length > 0 && (
        <AssignModal
          cohortId={cohortId}
          moduleRunIds={assignedIds}
          name={assigned.length === 1 ? assigned[0].name : countNoun(assigned.length, 'module')}
          onAssigned={() => setChosen([])}
          onClose={() => setAssigned(null)}
        />
      )}
    </SectionCard>
  );
}

const keyOf = ({ kind, blockCode, moduleCode }: Row): string =>
  `${kind} ${blockCode} ${moduleCode}`;

function Gap({ row: { gapMinutes } }: { readonly row: Row }) {
  if (gapMinutes === 0) return <StateBadge tone="ok">Complet</StateBadge>;
  if (gapMinutes < 0)
    return <StateBadge tone="warn">Manque {formatMinutes(-gapMinutes)}</StateBadge>;
  return <StateBadge tone="bad">{formatMinutes(gapMinutes)} de trop</StateBadge>;
}

function sayTrainers({ slots }: Calendar, row: Row): string {
  const standing = slots.filter((slot) => slot.cancelReason === null && isSameItem(slot, row));
  const names = [...new Set(standing.flatMap(({ trainer }) => trainer?.name ?? []))];
  const without = standing.filter(({ trainer }) => trainer === null).length;
  if (standing.length === 0) return '';
  if (names.length === 0) return 'sans formateur';
  return without > 0 ? `${names.join(', ')} (${without} sans)` : names.join(', ');
}
