import type { BoardCellDetail } from '@jalon/contract';
import {
  type BlockProposal,
  decisionNames,
  formatDay,
  formatShortDay,
  tellEquivalence,
  tellKeptSince,
} from '@jalon/domain';
import { ReasonList } from '../../components/reason-list.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { AppraisalPart } from './appraisal-part.tsx';
import { AssessmentsPart } from './assessments-part.tsx';
import classes from './board.module.css';
import { CellAdvice } from './cell-advice.tsx';
import { HoursPart } from './hours-part.tsx';

interface CellPanelProps {
  readonly cohortId: string;
  readonly enrolmentId: string;
  readonly blockCode: string;
  /** What the board already knows, shown while the rest is read. */
  readonly learnerName: string;
  readonly blockName: string;
  readonly onClose: () => void;
}

const proposals: Record<BlockProposal, string> = {
  acquired: 'Proposition : acquis',
  not_acquired: 'Proposition : non acquis',
  incomplete: 'Proposition : en attente',
};

/** Why the cell says what it says, all that it is made of, and what to do. */
export function CellPanel({
  cohortId,
  enrolmentId,
  blockCode,
  learnerName,
  blockName,
  onClose,
}: CellPanelProps) {
  const read = useRead('GET /cohorts/:cohortId/board/:enrolmentId/:blockCode', {
    params: { cohortId, enrolmentId, blockCode },
  });
  return (
    <SidePanel
      overline={`${learnerName} · ${blockCode} ${blockName}`}
      title={read.data ? writeTitle(read.data) : 'Proposition'}
      footer="Le jury décide. Cette proposition ne l’engage pas."
      onClose={onClose}
    >
      <WhenRead isPart read={read}>
        {(detail) => (
          <>
            <ReasonList reasons={detail.proposal.reasons} />
            <CellAdvice cohortId={cohortId} detail={detail} />
            <AssessmentsPart detail={detail} cohortId={cohortId} />
            <AppraisalPart detail={detail} />
            <HoursPart detail={detail} />
            <DecisionsPart decisions={detail.decisions} />
          </>
        )}
      </WhenRead>
    </SidePanel>
  );
}

function writeTitle({ cell, standsBy, proposal }: BoardCellDetail): string {
  if (standsBy && cell.state === 'acquired') return `Acquis au jury du ${tellKeptSince(standsBy)}`;
  if (standsBy && cell.state === 'lapsed')
    return `Acquis au jury du ${tellKeptSince(standsBy)}, plus conservé`;
  if (standsBy && cell.state === 'not_acquired')
    return `Non acquis au jury du ${formatDay(standsBy.decidedOn)}`;
  return proposals[proposal.outcome];
}

function DecisionsPart({ decisions }: Pick<BoardCellDetail, 'decisions'>) {
  if (decisions.length === 0) return null;
  return (
    <section className={classes.part}>
      <h3>Décisions du jury</h3>
      <ul className={classes.list}>
        {decisions.map(
          ({ id, decision, decidedOn, carriedFrom, acquiredAt, equivalence, motive }) => (
            <li key={id} className={classes.row}>
              <span>
                Jury du {formatShortDay(decidedOn)}
                {acquiredAt && <span className={classes.rowNote}> · {acquiredAt}</span>}
                {carriedFrom && <span className={classes.rowNote}> · sous « {carriedFrom} »</span>}
                {equivalence && (
                  <span className={classes.rowNote}> · {tellEquivalence(equivalence)}</span>
                )}
                {motive && <span className={classes.rowNote}> · {motive}</span>}
              </span>
              <span className={classes.rowValue}>{decisionNames[decision]}</span>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
