import type { BoardCellDetail } from '@jalon/contract';
import { formatMinutes, formatShortDay } from '@jalon/domain';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Hours } from '../../components/hours.tsx';
import { PathLink } from '../../components/path-link.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { paths } from '../../lib/paths.ts';
import classes from './board.module.css';

/** The block's hours, down to the half-days that they are made of. */
export function HoursPart({ detail }: { readonly detail: BoardCellDetail }) {
  const [isOpen, setIsOpen] = useState(false);
  const { due, done, waived, unsigned } = detail.hours;
  const dispensed = waived > 0 ? `, dispense de ${formatMinutes(waived)}` : '';
  const toSign = unsigned > 0 ? ` ${formatMinutes(unsigned)} notées, à signer.` : '';
  return (
    <section className={classes.part}>
      <h3>Heures du bloc</h3>
      <p>
        {keepFrenchSpaces(
          `${formatMinutes(done)} réalisées sur ${formatMinutes(due)}${dispensed}.${toSign}`,
        )}
      </p>
      {isOpen ? (
        <HalfDays enrolmentId={detail.learner.enrolmentId} blockCode={detail.block.code} />
      ) : (
        <Button onClick={() => setIsOpen(true)}>Voir les demi-journées</Button>
      )}
    </section>
  );
}

function HalfDays({
  enrolmentId,
  blockCode,
}: {
  readonly enrolmentId: string;
  readonly blockCode: string;
}) {
  const read = useRead('GET /enrolments/:enrolmentId/hours', { params: { enrolmentId } });
  return (
    <WhenRead isPart read={read}>
      {({ recorded, unrecorded }) => {
        const own = recorded.filter((row) => row.blockCode === blockCode);
        const open = unrecorded.filter((row) => row.blockCode === blockCode);
        return (
          <>
            {own.length + open.length === 0 && (
              <p className={classes.rowNote}>Aucune demi-journée n’est encore passée.</p>
            )}
            <ul className={classes.list}>
              {open.map(({ slotId, date, halfDay, name }) => (
                <HalfDay key={slotId} slotId={slotId} date={date} halfDay={halfDay} name={name}>
                  à noter
                </HalfDay>
              ))}
              {own.map(
                ({ attendanceId, slotId, date, halfDay, name, state, minutesDone, isSigned }) => (
                  <HalfDay
                    key={attendanceId}
                    slotId={slotId}
                    date={date}
                    halfDay={halfDay}
                    name={name}
                  >
                    {state === 'absent' ? 'absent' : <Hours minutes={minutesDone} />}
                    {!isSigned && ', à signer'}
                  </HalfDay>
                ),
              )}
            </ul>
          </>
        );
      }}
    </WhenRead>
  );
}

function HalfDay({
  slotId,
  date,
  halfDay,
  name,
  children,
}: {
  readonly slotId: string;
  readonly date: string;
  readonly halfDay: 'morning' | 'afternoon';
  readonly name: string;
  readonly children: React.ReactNode;
}) {
  return (
    <li className={classes.row}>
      <span>
        <PathLink path={paths.sheet(slotId)}>
          {formatShortDay(date)} {halfDay === 'morning' ? 'matin' : 'après-midi'}
        </PathLink>
        <span className={classes.rowNote}> · {name}</span>
      </span>
      <span className={classes.rowValue}>{children}</span>
    </li>
  );
}
