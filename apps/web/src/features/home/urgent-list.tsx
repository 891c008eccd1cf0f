import type { UrgentRowView } from '@jalon/contract';
import type { UrgentPage } from '@jalon/domain';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { PathButton } from '../../components/path-link.tsx';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { paths } from '../../lib/paths.ts';
import { describeDays } from './describe-days.ts';
import classes from './home.module.css';

interface UrgentListProps {
  readonly rows: readonly UrgentRowView[];
  /** The first row's action is the one of the page. */
  readonly hasPrimary: boolean;
}

const shownAtFirst = 8;

const pages: Record<UrgentPage, (id: string, blockCode: string) => string> = {
  paper_form: paths.paperForm,
  attendance: paths.sheet,
  dispensation: paths.dispensation,
  resits: paths.resits,
  learner: paths.learner,
  deadlines: paths.learnerDeadlines,
  board: paths.board,
  cohort_learners: paths.cohortLearners,
  cohort_sheets: paths.cohortSheets,
  cohort_settings: paths.cohortSettings,
  new_jury: paths.newJury,
};

/** One line a thing: the days, the fact, why, and one action. */
export function UrgentList({ rows, hasPrimary }: UrgentListProps) {
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? rows : rows.slice(0, shownAtFirst);
  const rest = rows.length - shown.length;
  return (
    <>
      <ul className={classes.list}>
        {shown.map((row, index) => (
          <UrgentLine
            key={`${row.kind} ${row.action.targetId} ${row.fact}`}
            row={row}
            isPrimary={hasPrimary && index === 0}
          />
        ))}
      </ul>
      {rest > 0 && (
        <div className={classes.more}>
          <Button onClick={() => setIsWhole(true)}>
            Afficher {rest === 1 ? 'la dernière' : `les ${rest} autres`}
          </Button>
        </div>
      )}
    </>
  );
}

function UrgentLine({
  row: { days, subject, fact, why, action, phone },
  isPrimary,
}: {
  readonly row: UrgentRowView;
  readonly isPrimary: boolean;
}) {
  return (
    <li className={classes.line}>
      <div className={classes.days} data-late={days !== null && days < 0}>
        {describeDays(days)}
      </div>
      <div className={classes.words}>
        <div>
          <strong>{keepFrenchSpaces(subject)}</strong>
          {keepFrenchSpaces(` : ${fact}`)}
        </div>
        <div className={classes.why}>{keepFrenchSpaces(why)}</div>
      </div>
      <div className={classes.actions}>
        {phone && (
          <Button component="a" href={`tel:${phone.replaceAll(' ', '')}`}>
            Appeler : {phone}
          </Button>
        )}
        <PathButton
          path={pages[action.page](action.targetId, action.blockCode ?? '')}
          isPrimary={isPrimary}
        >
          {action.label}
        </PathButton>
      </div>
    </li>
  );
}
