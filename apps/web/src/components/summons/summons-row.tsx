import type { SummonsRow } from '@jalon/contract';
import { withDe } from '@jalon/domain';
import { Button } from '@mantine/core';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { Can } from '../can.tsx';
import { StateBadge } from '../state-badge.tsx';
import classes from './summons.module.css';
import { nameSummons, tellSummons } from './summons-words.ts';

interface SummonsLineProps {
  readonly row: SummonsRow;
  readonly isPending: boolean;
  readonly onSend: () => void;
}

/** One learner: where their convocation stands, why, and what to do. */
export function SummonsLine({ row, isPending, onSend }: SummonsLineProps) {
  const { tone, word } = nameSummons(row);
  const verb = row.state === 'none' ? 'Envoyer' : 'Renvoyer';
  return (
    <>
      <span className={classes.name}>{row.learnerName}</span>
      <StateBadge tone={tone}>{word}</StateBadge>
      <span className={classes.note}>{keepFrenchSpaces(tellSummons(row))}</span>
      {row.obstacle === null && row.state !== 'sending' && (
        <Can permission="enrolment:write">
          <span className={classes.act}>
            <Button
              size="xs"
              disabled={isPending}
              onClick={onSend}
              aria-label={`${verb} la convocation ${withDe(row.learnerName)}`}
            >
              {verb}
            </Button>
          </span>
        </Can>
      )}
    </>
  );
}
