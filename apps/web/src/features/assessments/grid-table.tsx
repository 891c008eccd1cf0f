import { VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { TextLink } from '../../components/app-link.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { ProblemError } from '../../lib/problem-error.ts';
import classes from './assessments.module.css';
import { eventIdFor, type Sitting } from './sitting-event.tsx';
import { describeMarks } from './waiting/compare-attempts.ts';
import { isSameCell, type WaitingResult } from './waiting/result-sender.ts';
import { useResultSender } from './waiting/use-result-sender.ts';
import { toWaiting } from './waiting/use-submit-result.ts';
import {
  type Assessment,
  type Cell,
  cellWords,
  credentialTones,
  describeAttempt,
  type Grid,
  type Learner,
} from './words.ts';

interface GridTableProps {
  readonly grid: Grid;
  readonly sitting: Sitting;
  readonly onOpen: (enrolmentId: string, assessmentCode: string) => void;
}

const steps: Record<string, readonly [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Learners × épreuves. One cell takes the focus; the arrows carry it. */
export function GridTable({ grid, sitting, onOpen }: GridTableProps) {
  const { block, learners } = grid;
  const [focused, setFocused] = useState<readonly [number, number]>([0, 0]);
  const [problem, setProblem] = useState<unknown>(null);
  const table = useRef<HTMLTableElement>(null);
  const { sender, state } = useResultSender();
  const findWaiting = (enrolmentId: string, assessmentCode: string) =>
    state.waiting.find((item) =>
      isSameCell(item, { result: { enrolmentId, blockCode: block.code, assessmentCode } }),
    );
  const move = (row: number, column: number) => {
    const to = [
      Math.min(learners.length - 1, Math.max(0, row)),
      Math.min(block.assessments.length - 1, Math.max(0, column)),
    ] as const;
    setFocused(to);
    table.current?.querySelector<HTMLElement>(`[data-cell="${to[0]} ${to[1]}"]`)?.focus();
  };
  const mark = async (
    learner: Learner,
    assessment: Assessment,
    cell: Cell,
    isSatisfied: boolean,
  ): Promise<boolean> => {
    if (!learner.canMark || cell.current || cell.nextAttempt === null) return false;
    if (findWaiting(learner.enrolmentId, assessment.code)) return false;
    if (sitting.heldOn === '' || sitting.assessorName.trim() === '') {
      setProblem(sittingMissing());
      return false;
    }
    setProblem(null);
    try {
      const noted = toWaiting({
        cohortId: grid.cohort.id,
        learnerName: learner.name,
        assessmentTitle: assessment.title,
        enrolmentId: learner.enrolmentId,
        blockCode: block.code,
        assessmentCode: assessment.code,
        attempt: cell.nextAttempt,
        expectedId: null,
        marks: Object.fromEntries(assessment.expected.map(({ key }) => [key, isSatisfied])),
        heldOn: sitting.heldOn,
        assessorName: sitting.assessorName,
        eventId: eventIdFor(sitting, learner.enrolmentId, block.code, assessment.code),
      });
      await sender.submit(noted);
      return true;
    } catch (error) {
      setProblem(error);
      return false;
    }
  };
  const press = (
    event: KeyboardEvent,
    [row, column]: readonly [number, number],
    learner: Learner,
    assessment: Assessment,
    cell: Cell,
  ) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = steps[event.key];
    const key = event.key.toLowerCase();
    const isQuick = assessment.expected.length > 0 && (key === 'a' || key === 'n');
    if (step) move(row + step[0], column + step[1]);
    else if (isQuick && key === 'n' && assessment.expected.length > 1)
      // With several criteria, which ones were not satisfied has to be said.
      onOpen(learner.enrolmentId, assessment.code);
    else if (isQuick) {
      const sent = mark(learner, assessment, cell, key === 'a');
      move(row + 1, column);
      // A refusal brings back to the cell that it is about.
      void sent.then((isSaved) => isSaved || move(row, column));
    } else return;
    event.preventDefault();
  };
  return (
    <>
      <ProblemAlert problem={problem} />
      <div className={classes.scroll}>
        <table ref={table} className={classes.grid}>
          <caption className={classes.caption}>Épreuves du bloc {block.code}</caption>
          <thead>
            <tr>
              <th scope="col">Apprenant</th>
              {block.assessments.map(({ code, title, mandatory }) => (
                <th key={code} scope="col">
                  {title}
                  {mandatory && <span className={classes.quiet}> obligatoire</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {learners.map((learner, row) => (
              <tr key={learner.enrolmentId}>
                <th scope="row">
                  <TextLink
                    to="/apprenants/$enrolmentId/epreuves"
                    params={{ enrolmentId: learner.enrolmentId }}
                  >
                    {learner.name}
                  </TextLink>
                  <div className={classes.quiet}>
                    {learner.acquiredOn ? 'bloc acquis' : learner.summary.sentence}
                  </div>
                </th>
                {block.assessments.map((assessment, column) => {
                  const cell = learner.cells[column];
                  if (!cell) return <td key={assessment.code} />;
                  return (
                    <td key={assessment.code}>
                      <button
                        type="button"
                        className={classes.cell}
                        data-state={cell.state}
                        data-cell={`${row} ${column}`}
                        tabIndex={focused[0] === row && focused[1] === column ? 0 : -1}
                        onFocus={() => setFocused([row, column])}
                        onClick={() => onOpen(learner.enrolmentId, assessment.code)}
                        onKeyDown={(event) =>
                          press(event, [row, column], learner, assessment, cell)
                        }
                      >
                        <VisuallyHidden>
                          {learner.name}, {assessment.title} :{' '}
                        </VisuallyHidden>
                        <CellWords
                          learner={learner}
                          assessment={assessment}
                          cell={cell}
                          waiting={findWaiting(learner.enrolmentId, assessment.code)}
                        />
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function CellWords({
  learner,
  assessment,
  cell,
  waiting,
}: {
  readonly learner: Learner;
  readonly assessment: Assessment;
  readonly cell: Cell;
  readonly waiting: WaitingResult | undefined;
}) {
  if (waiting)
    return (
      <>
        <StateBadge tone={waiting.refusal ? 'bad' : 'warn'}>
          {waiting.refusal ? 'à revoir' : 'à envoyer'}
        </StateBadge>
        <span className={classes.quiet}>{describeMarks(waiting.result.marks)}</span>
      </>
    );
  const credential = learner.credentials.find(({ code }) => code === assessment.credentialCode);
  if (credential)
    return (
      <>
        <StateBadge tone={credentialTones[credential.status]}>
          {credential.status === 'missing' ? 'manque' : cellWords[cell.state].label}
        </StateBadge>
        <span className={classes.quiet}>{credential.sentence}</span>
      </>
    );
  return (
    <>
      <StateBadge tone={cellWords[cell.state].tone}>{cellWords[cell.state].label}</StateBadge>
      <span className={classes.quiet}>{describeAttempt(cell)}</span>
    </>
  );
}

const sittingMissing = () =>
  new ProblemError({
    code: 'validation_failed',
    title: 'Le jour et l’évaluateur manquent',
    detail:
      'Indiquez-les au-dessus de la grille : ils valent pour tous les passages que vous saisissez.',
  });
