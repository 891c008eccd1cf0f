import type { UrgentRowView } from '@jalon/contract';
import type { UrgentAct } from '@jalon/domain';
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

const pages: Record<UrgentAct, (id: string, blockCode: string) => string> = {
  enter_paper_form: paths.paperForm,
  request_appraisals: paths.requestAppraisal,
  hand_over_appraisals: paths.learnerAppraisals,
  sign_review: paths.ownReviewPart,
  fill_sheet: paths.sheet,
  record_answer: paths.dispensation,
  file_dispensation: paths.dispensation,
  settle_certificates: paths.certificatesToSettle,
  declare_early_end: paths.learner,
  register_resit: paths.resits,
  report_to_registry: paths.registryReports,
  complete_learner: paths.learner,
  complete_learners: paths.cohortLearners,
  position_learner: paths.learner,
  position_learners: paths.cohortLearners,
  plan_path: paths.learner,
  plan_paths: paths.cohortLearners,
  start_cohort: paths.cohortSettings,
  prepare_jury: paths.newJury,
  read_appraisals: paths.learnerAppraisals,
  read_review: paths.review,
  read_sheet: paths.sheet,
  read_sheets: paths.cohortSheets,
  read_day: paths.sheets,
  read_certificates: paths.certificatesToSettle,
  read_dispensation: paths.dispensation,
  read_resits: paths.resits,
  read_registry_reports: paths.registryReports,
  read_learner: paths.learner,
  read_learners: paths.cohortLearners,
  read_deadlines: paths.learnerDeadlines,
  read_board: paths.board,
};

/** One line a thing: the days, the fact, why, and what whoever reads it may do. */
export function UrgentList({ rows, hasPrimary }: UrgentListProps) {
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? rows : rows.slice(0, shownAtFirst);
  const rest = rows.length - shown.length;
  return (
    <>
      <ul className={classes.list}>
        {shown.map((row, index) => (
          <UrgentLine
            key={`${row.kind} ${row.subject} ${row.fact}`}
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
        {action && (
          <PathButton
            path={pages[action.act](action.targetId, action.blockCode ?? '')}
            isPrimary={isPrimary}
          >
            {action.label}
          </PathButton>
        )}
      </div>
    </li>
  );
}
