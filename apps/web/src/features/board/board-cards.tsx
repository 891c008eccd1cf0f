import type { Board, BoardLearner } from '@jalon/contract';
import { UnstyledButton } from '@mantine/core';
import { cellTones } from '../../components/cell-tones.ts';
import { PathLink } from '../../components/path-link.tsx';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { paths } from '../../lib/paths.ts';
import classes from './board.module.css';
import { CertificatePlace, LearnerHours } from './board-grid.tsx';

interface BoardCardsProps {
  readonly blocks: Board['blocks'];
  readonly learners: readonly BoardLearner[];
  /** « Certificat » or « Attestation »; `null` while it is near for nobody. */
  readonly certificateName: string | null;
  readonly onSelect: (enrolmentId: string, blockCode: string) => void;
}

/** The board on a phone: a card a learner, a line a block. */
export function BoardCards({ blocks, learners, certificateName, onSelect }: BoardCardsProps) {
  return (
    <ul className={classes.cards}>
      {learners.map((learner) => (
        <li key={learner.enrolmentId} className={classes.card}>
          <PathLink path={paths.learner(learner.enrolmentId)}>
            <span className={classes.name}>
              <strong>{learner.familyName}</strong> {learner.givenName}
            </span>
          </PathLink>
          <LearnerHours learner={learner} />
          {learner.cells.map((cell, index) => {
            const block = blocks[index];
            return (
              block && (
                <UnstyledButton
                  key={block.code}
                  className={classes.cardLine ?? ''}
                  onClick={() => onSelect(learner.enrolmentId, block.code)}
                >
                  <span className={classes.cardBlock}>
                    {block.code} · {block.shortName}
                  </span>
                  <span className={classes.cell} data-tone={cellTones[cell.state]}>
                    <span className={classes.label}>{keepFrenchSpaces(cell.label)}</span>
                    <span className={classes.fact}>{keepFrenchSpaces(cell.fact)}</span>
                  </span>
                </UnstyledButton>
              )
            );
          })}
          {certificateName && (
            <div className={classes.cardLine}>
              <span className={classes.cardBlock}>{certificateName}</span>
              <CertificatePlace learner={learner} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
