import { countVoters, describeVote, tallyVote, type Vote } from '@jalon/domain';
import { NumberInput } from '@mantine/core';
import { keepFrenchSpaces } from '../../../lib/french-spaces.ts';
import classes from './room.module.css';

interface VoteFieldProps {
  readonly vote: Vote | null;
  readonly isReadOnly: boolean;
  readonly onVote: (vote: Vote | null) => void;
}

const voices = [
  { key: 'for', label: 'Pour' },
  { key: 'against', label: 'Contre' },
  { key: 'abstentions', label: 'Abstentions' },
] as const;

/** A vote is counted only when one was held; its result is said at once. */
export function VoteField({ vote, isReadOnly, onVote }: VoteFieldProps) {
  if (isReadOnly)
    return vote && <p className={classes.quiet}>Vote : {keepFrenchSpaces(describeVote(vote))}.</p>;
  if (!vote)
    return (
      <button
        type="button"
        className={classes.more}
        onClick={() => onVote({ for: 0, against: 0, abstentions: 0 })}
      >
        Consigner un vote
      </button>
    );
  return (
    <fieldset className={classes.vote}>
      <legend>Vote</legend>
      <div className={classes.voices}>
        {voices.map(({ key, label }) => (
          <NumberInput
            key={key}
            label={label}
            min={0}
            max={99}
            allowDecimal={false}
            value={vote[key]}
            onChange={(value) => onVote({ ...vote, [key]: Number(value) || 0 })}
          />
        ))}
      </div>
      <p className={classes.quiet} aria-live="polite">
        {countVoters(vote) === 0
          ? 'Comptez les voix de ceux qui prennent part au vote.'
          : keepFrenchSpaces(tallyVote(vote).reasons[0]?.facts ?? '')}
      </p>
      <button type="button" className={classes.more} onClick={() => onVote(null)}>
        Retirer le vote
      </button>
    </fieldset>
  );
}
