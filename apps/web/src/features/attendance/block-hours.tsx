import {
  countedMinutes,
  countNoun,
  formatLongDay,
  formatMinutes,
  formatTime,
  surplusMinutes,
  tellHours,
} from '@jalon/domain';
import { TextLink } from '../../components/app-link.tsx';
import { ProgressLine } from '../../components/progress-line.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import classes from './hours.module.css';
import type { Hours, LearnerHalfDay } from './learner-half-days.ts';

type Block = Hours['blocks'][number];

interface BlockHoursProps {
  readonly block: Block;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** Beside the list: a click on a block leaves only its half-days in it. */
export function BlockHours({ block, isChosen, onChoose }: BlockHoursProps) {
  return (
    <div className={classes.block}>
      <button
        type="button"
        className={classes.head}
        aria-pressed={isChosen}
        onClick={onChoose}
        title="Voir ses demi-journées"
      >
        <BlockWords block={block} />
      </button>
      <ul className={classes.modules}>
        {listParts(block).map(({ name, words }) => (
          <li key={name}>
            <span>{name}</span>
            <span>{words}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface FoldedBlockHoursProps {
  readonly block: Block;
  /** Half-days of the block. */
  readonly halfDays: readonly LearnerHalfDay[];
}

/** On a phone: each module opens on its own half-days. */
export function FoldedBlockHours({ block, halfDays }: FoldedBlockHoursProps) {
  return (
    <div className={classes.block}>
      <div className={classes.head}>
        <BlockWords block={block} />
      </div>
      {listParts(block).map(({ name, words, holds }) => {
        const own = halfDays.filter(holds);
        if (own.length === 0)
          return (
            <div key={name} className={classes.part}>
              <span>{name}</span>
              <span>{words}</span>
            </div>
          );
        return (
          <details key={name} className={classes.folded}>
            <summary>
              {name}
              <span>
                {words}, {countNoun(own.length, 'demi-journée')}
              </span>
            </summary>
            <ul className={classes.halfDays}>
              {own.map((row) => (
                <HalfDayLine key={row.key} row={row} />
              ))}
            </ul>
          </details>
        );
      })}
    </div>
  );
}

function BlockWords({ block }: { readonly block: Block }) {
  const { blockCode, name, due, waived, unsigned } = block;
  return (
    <>
      <strong>
        {blockCode} · {name}
      </strong>
      <ProgressLine done={countedMinutes(block)} total={due} label={`Heures du bloc ${blockCode}`}>
        {tellHours(block)}
        {waived > 0 ? `, ${formatMinutes(waived)} dispensées` : ''}
        {unsigned > 0 ? `, ${formatMinutes(unsigned)} notées, à signer` : ''}
      </ProgressLine>
    </>
  );
}

const HalfDayLine = ({ row }: { readonly row: LearnerHalfDay }) => (
  <li>
    <div className={classes.halfDay}>
      <TextLink to="/emargement/$slotId" params={{ slotId: row.slotId }}>
        {keepFrenchSpaces(`${formatLongDay(row.date)}, ${formatTime(row.startsAt)}`)}
      </TextLink>
      <StateBadge tone={row.tone}>{row.word}</StateBadge>
    </div>
    <div>
      {keepFrenchSpaces(
        `${formatMinutes(row.minutesDone)} sur ${formatMinutes(row.slotMinutes)} · ${row.facts}`,
      )}
    </div>
  </li>
);

/** The modules of a block, then its evaluation, each with its hours. */
function listParts({ modules, evaluation }: Block) {
  const names = new Set(modules.map(({ name }) => name));
  const parts = modules.map((module) => ({
    name: module.name,
    words: sayHours(module),
    holds: (row: LearnerHalfDay): boolean => row.name === module.name,
  }));
  if (evaluation.due === 0) return parts;
  const holds = (row: LearnerHalfDay): boolean => !names.has(row.name);
  return [...parts, { name: 'Évaluation', words: sayHours(evaluation), holds }];
}

const sayHours = (hours: Block['evaluation']): string => {
  const { due, waived, unsigned } = hours;
  const toSign = unsigned > 0 ? `, ${formatMinutes(unsigned)} à signer` : '';
  const surplus = surplusMinutes(hours);
  const beyond = surplus > 0 ? `, et ${formatMinutes(surplus)} au-delà` : '';
  if (due === 0 && waived > 0)
    return `dispensé${surplus > 0 ? `, ${formatMinutes(surplus)} faites avant` : ''}${toSign}`;
  return `${tellHours(hours)}${beyond}${toSign}`;
};
