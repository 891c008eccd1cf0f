import type { AttendanceSheetView } from '@jalon/contract';
import { countNoun, formatLongDay, formatTime } from '@jalon/domain';
import { useState } from 'react';
import { TextLink } from '../../components/app-link.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { useParam } from '../../lib/use-param.ts';
import { CorrectionModal } from './correction-modal.tsx';
import { OpenSheet } from './open-sheet.tsx';
import classes from './sheet.module.css';
import { RecordedRow } from './sheet-row.tsx';
import { sheetWords } from './sheet-words.ts';

export function Page() {
  const slotId = useParam('slotId');
  const read = useRead('GET /slots/:slotId/attendance', { params: { slotId } });
  return (
    <WhenRead read={read}>
      {(sheet) => (
        <>
          <PageHeader
            title={sayState(sheet)}
            overline={
              <>
                <TextLink to="/emargement">Émargement</TextLink> › {sayWhen(sheet)}
              </>
            }
          />
          <p className={classes.notice}>
            <StateBadge tone={sheetWords[sheet.state].tone}>
              {sheetWords[sheet.state].word}
            </StateBadge>{' '}
            {sheet.fact} {hasMissing(sheet) && sheet.refusal}
          </p>
          {sheet.canRecord ? (
            <OpenSheet key={slotId} sheet={sheet} />
          ) : (
            <ClosedSheet sheet={sheet} />
          )}
        </>
      )}
    </WhenRead>
  );
}

function sayWhen({ slot }: AttendanceSheetView): string {
  const times = `${formatTime(slot.startsAt)} – ${formatTime(slot.startsAt + slot.minutes)}`;
  const place = slot.mode === 'remote' ? 'à distance' : slot.room?.name;
  return [slot.cohort.name, `${formatLongDay(slot.date)}, ${times}`, place, slot.trainer?.name]
    .filter(Boolean)
    .join(' · ');
}

/** Why nothing can be noted matters only while somebody is not noted. */
const hasMissing = ({ rows, state }: AttendanceSheetView): boolean =>
  state !== 'not_open' && rows.some(({ entry, isExpected }) => isExpected && entry === null);

function sayState({ slot, rows, state }: AttendanceSheetView): string {
  const missing = rows.filter(({ entry, isExpected }) => isExpected && entry === null).length;
  if (state === 'signed' || state === 'cancelled' || state === 'not_open' || missing === 0)
    return slot.name;
  return `${slot.name} : ${countNoun(missing, 'personne')} à noter`;
}

/** A sheet that is not filled now: signed, cancelled, not open yet, or past its window. */
function ClosedSheet({ sheet }: { readonly sheet: AttendanceSheetView }) {
  const [corrected, setCorrected] = useState<string | null>(null);
  const row = sheet.rows.find(({ enrolmentId }) => enrolmentId === corrected);
  return (
    <>
      <SectionCard
        title={countNoun(sheet.rows.length, 'personne attendue', 'personnes attendues')}
        isFlush
      >
        <ul className={classes.rows}>
          {sheet.rows.map((one) => (
            <RecordedRow
              key={one.enrolmentId}
              row={one}
              onCorrect={sheet.canCorrect ? () => setCorrected(one.enrolmentId) : undefined}
            />
          ))}
        </ul>
      </SectionCard>
      {sheet.canSign && sheet.state !== 'not_open' && !hasMissing(sheet) && (
        <OpenSheet key="sign" sheet={sheet} signOnly />
      )}
      {row && <CorrectionModal slot={sheet.slot} row={row} onClose={() => setCorrected(null)} />}
    </>
  );
}
