import type { BoardLearner } from '@jalon/contract';
import { formatMinutes, formatRate } from '@jalon/domain';
import { PathLink } from '../../components/path-link.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { paths } from '../../lib/paths.ts';
import classes from './board.module.css';

interface FigurePanelProps {
  readonly figure: 'heures' | 'assiduite';
  readonly learners: readonly BoardLearner[];
  readonly onClose: () => void;
}

const rateOf = ({ attendedMinutes, expectedMinutes }: BoardLearner): number =>
  expectedMinutes === 0 ? 2 : attendedMinutes / expectedMinutes;

/** What a figure of the top is made of: a line a learner, each leading to the half-days. */
export function FigurePanel({ figure, learners, onClose }: FigurePanelProps) {
  const isRate = figure === 'assiduite';
  const rows = isRate ? learners.toSorted((one, other) => rateOf(one) - rateOf(other)) : learners;
  return (
    <SidePanel
      title={isRate ? 'Assiduité, la plus faible d’abord' : 'Heures réalisées'}
      overline={
        isRate
          ? 'Présence sur les demi-journées attendues et passées'
          : 'Tout ce qui est noté sur les feuilles, par apprenant'
      }
      onClose={onClose}
    >
      <ul className={classes.list}>
        {rows.map((learner) => (
          <li key={learner.enrolmentId} className={classes.row}>
            <span>
              <PathLink path={paths.learnerHours(learner.enrolmentId)}>
                {learner.familyName} {learner.givenName}
              </PathLink>
              {isRate && (
                <span className={classes.rowNote}>
                  <br />
                  {keepFrenchSpaces(
                    `${formatMinutes(learner.attendedMinutes)} sur ${formatMinutes(learner.expectedMinutes)} attendues`,
                  )}
                </span>
              )}
            </span>
            <span className={classes.rowValue}>
              {keepFrenchSpaces(
                isRate
                  ? formatRate(learner.attendedMinutes, learner.expectedMinutes)
                  : `${formatMinutes(learner.doneMinutes)} sur ${formatMinutes(learner.dueMinutes)}`,
              )}
            </span>
          </li>
        ))}
      </ul>
    </SidePanel>
  );
}
