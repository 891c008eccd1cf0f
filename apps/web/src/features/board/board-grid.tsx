import type { Board, BoardLearner } from '@jalon/contract';
import { formatMinutes, tellCounted } from '@jalon/domain';
import { UnstyledButton } from '@mantine/core';
import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react';
import { cellTones } from '../../components/cell-tones.ts';
import { certificateTones } from '../../components/certificate-tones.ts';
import { PathLink } from '../../components/path-link.tsx';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { paths } from '../../lib/paths.ts';
import classes from './board.module.css';
import { type BoardView, moveInGrid } from './board-view.ts';

interface BoardGridProps {
  readonly blocks: Board['blocks'];
  readonly learners: readonly BoardLearner[];
  /** « Certificat » or « Attestation »; `null` while it is near for nobody. */
  readonly certificateName: string | null;
  readonly selected: BoardView['selected'];
  readonly onSelect: (enrolmentId: string, blockCode: string) => void;
}

/** Columns before the cells: the learner's name, then the hours. */
const firstCell = 2;

/** Learners × blocks. One stop for the Tab key; arrows move inside, Enter opens the panel. */
export function BoardGrid({
  blocks,
  learners,
  certificateName,
  selected,
  onSelect,
}: BoardGridProps) {
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState({ row: 0, column: firstCell });
  const size = {
    rows: learners.length,
    columns: blocks.length + firstCell + (certificateName ? 1 : 0),
  };
  const focused = { row: Math.min(at.row, size.rows - 1), column: at.column };
  const move = (event: KeyboardEvent): void => {
    const next = moveInGrid(event.key, focused, size);
    if (!next) return;
    event.preventDefault();
    setAt(next);
    const place = table.current?.querySelector(`[data-at="${next.row}.${next.column}"]`);
    place?.querySelector<HTMLElement>('a, button')?.focus();
  };
  const follow = ({ target }: FocusEvent): void => {
    const place = target.closest('[data-at]')?.getAttribute('data-at');
    const [row, column] = (place ?? '').split('.').map(Number);
    if (row !== undefined && column !== undefined) setAt({ row, column });
  };
  return (
    <div className={classes.frame} data-wide={blocks.length > 5}>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid moved in by arrows, as the ARIA practices write it
        role="grid"
        aria-label="Apprenants et blocs"
        className={classes.grid}
        onKeyDown={move}
        onFocus={follow}
      >
        <thead>
          <tr>
            <th scope="col">Apprenant</th>
            {blocks.map(({ code, shortName, name }) => (
              <th key={code} scope="col" title={name}>
                {code} · {shortName}
              </th>
            ))}
            {certificateName && <th scope="col">{certificateName}</th>}
          </tr>
        </thead>
        <tbody>
          {learners.map((learner, row) => (
            <tr
              key={learner.enrolmentId}
              data-selected={selected?.enrolmentId === learner.enrolmentId}
            >
              <th scope="row">
                <LearnerHead
                  learner={learner}
                  row={row}
                  focusedColumn={focused.row === row ? focused.column : null}
                />
              </th>
              {learner.cells.map((cell, index) => {
                const blockCode = blocks[index]?.code ?? '';
                const isFocused = focused.row === row && focused.column === index + firstCell;
                return (
                  <td key={blockCode} data-at={`${row}.${index + firstCell}`}>
                    <UnstyledButton
                      className={classes.cell ?? ''}
                      data-tone={cellTones[cell.state]}
                      tabIndex={isFocused ? 0 : -1}
                      aria-expanded={
                        selected?.enrolmentId === learner.enrolmentId &&
                        selected.blockCode === blockCode
                      }
                      onClick={() => onSelect(learner.enrolmentId, blockCode)}
                    >
                      <span className={classes.label}>{keepFrenchSpaces(cell.label)}</span>
                      <span className={classes.fact}>{keepFrenchSpaces(cell.fact)}</span>
                    </UnstyledButton>
                  </td>
                );
              })}
              {certificateName && (
                <td data-at={`${row}.${blocks.length + firstCell}`}>
                  <CertificatePlace
                    learner={learner}
                    tabIndex={
                      focused.row === row && focused.column === blocks.length + firstCell ? 0 : -1
                    }
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What stands between the learner and the certificate; leads to the file, which says it in full. */
export function CertificatePlace({
  learner: { enrolmentId, certificate },
  tabIndex,
}: {
  readonly learner: BoardLearner;
  readonly tabIndex?: number;
}) {
  return (
    <PathLink path={paths.learner(enrolmentId)} {...(tabIndex === undefined ? {} : { tabIndex })}>
      <span className={classes.cell} data-tone={certificateTones[certificate.state]}>
        <span className={classes.label}>{keepFrenchSpaces(certificate.label)}</span>
        <span className={classes.fact}>{keepFrenchSpaces(certificate.fact)}</span>
      </span>
    </PathLink>
  );
}

function LearnerHead({
  learner,
  row,
  focusedColumn,
}: {
  readonly learner: BoardLearner;
  readonly row: number;
  readonly focusedColumn: number | null;
}) {
  return (
    <>
      <span data-at={`${row}.0`}>
        <PathLink path={paths.learner(learner.enrolmentId)} tabIndex={focusedColumn === 0 ? 0 : -1}>
          <span className={classes.name}>
            <strong>{learner.familyName}</strong> {learner.givenName}
          </span>
        </PathLink>
      </span>
      <span data-at={`${row}.1`}>
        <LearnerHours learner={learner} tabIndex={focusedColumn === 1 ? 0 : -1} />
      </span>
    </>
  );
}

/** « 165 h sur 204 h · dispense 75 h · 3 h 30 à signer », a link to the half-days it is made of. */
export function LearnerHours({
  learner: { enrolmentId, doneMinutes, dueMinutes, waivedMinutes, unsignedMinutes },
  tabIndex,
}: {
  readonly learner: BoardLearner;
  readonly tabIndex?: number;
}) {
  const waived = waivedMinutes > 0 ? ` · dispense ${formatMinutes(waivedMinutes)}` : '';
  const toSign = unsignedMinutes > 0 ? ` · ${formatMinutes(unsignedMinutes)} à signer` : '';
  return (
    <span className={classes.hours}>
      <PathLink
        path={paths.learnerHours(enrolmentId)}
        {...(tabIndex === undefined ? {} : { tabIndex })}
      >
        {keepFrenchSpaces(`${tellCounted(doneMinutes, dueMinutes)}${waived}${toSign}`)}
      </PathLink>
    </span>
  );
}
