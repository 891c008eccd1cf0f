import type { PlanChangeView } from '@jalon/contract';
import { countNoun } from '@jalon/domain';
import { Button, Checkbox, Group } from '@mantine/core';
import { useState } from 'react';
import { SectionCard } from '../../components/section-card.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { changeWords, sayBefore, sayMoment, sayStaff } from './plan-words.ts';
import classes from './plans.module.css';
import { TwoCalendars } from './two-calendars.tsx';

interface CohortChangesProps {
  readonly cohort: { readonly id: string; readonly name: string };
  readonly changes: readonly PlanChangeView[];
  readonly refused: ReadonlySet<string>;
  readonly canChoose: boolean;
  readonly onChoose: (ids: readonly string[], isChosen: boolean) => void;
  /** The calendars that stand are those that the plan was made from. */
  readonly isComparable: boolean;
  /** With the two calendars open. */
  readonly isOpen: boolean;
}

const shownAtFirst = 12;

/** What the plan changes in one cohort's calendar, half-day by half-day. */
export function CohortChanges({
  cohort,
  changes,
  refused,
  canChoose,
  onChoose,
  isComparable,
  isOpen,
}: CohortChangesProps) {
  const [isWhole, setWhole] = useState(false);
  const [hasCalendars, setCalendars] = useState(isOpen);
  const ids = changes.map(({ id }) => id);
  const chosen = ids.filter((id) => !refused.has(id)).length;
  const shown = isWhole ? changes : changes.slice(0, shownAtFirst);
  return (
    <SectionCard
      title={cohort.name}
      hint={countNoun(changes.length, 'changement')}
      actions={
        <Group>
          {isComparable && (
            <Button onClick={() => setCalendars(!hasCalendars)} aria-expanded={hasCalendars}>
              {hasCalendars ? 'Fermer les calendriers' : 'Comparer les calendriers'}
            </Button>
          )}
          {canChoose && (
            <Checkbox
              label="Tout accepter"
              checked={chosen === ids.length}
              indeterminate={chosen > 0 && chosen < ids.length}
              onChange={(event) => onChoose(ids, event.currentTarget.checked)}
            />
          )}
        </Group>
      }
    >
      {isComparable && hasCalendars && (
        <TwoCalendars cohort={cohort} changes={changes} refused={refused} />
      )}
      {shown.map((change) => (
        <Change
          key={change.id}
          change={change}
          isChosen={!refused.has(change.id)}
          canChoose={canChoose}
          onChoose={(isChosen) => onChoose([change.id], isChosen)}
        />
      ))}
      {changes.length > shown.length && (
        <Button mt="sm" onClick={() => setWhole(true)}>
          Voir les {changes.length - shown.length} autres
        </Button>
      )}
    </SectionCard>
  );
}

interface ChangeProps {
  readonly change: PlanChangeView;
  readonly isChosen: boolean;
  readonly canChoose: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}

function Change({ change, isChosen, canChoose, onChoose }: ChangeProps) {
  const { kind, name, blockCode, from, to } = change;
  const label = `${changeWords[kind].word} : ${name}, ${to ? sayMoment(to) : from ? sayMoment(from) : ''}`;
  return (
    <div className={classes.change}>
      <Checkbox
        aria-label={label}
        checked={isChosen}
        disabled={!canChoose}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <div className={classes.kind}>
        <StateBadge tone={changeWords[kind].tone}>{changeWords[kind].word}</StateBadge>
      </div>
      <div>
        {blockCode} · {name}
      </div>
      <div>
        {to && (
          <div>
            {sayMoment(to)}
            <div className={classes.staff}>{sayStaff(to)}</div>
          </div>
        )}
        {from && <div className={classes.before}>{keepFrenchSpaces(sayBefore(from, to))}</div>}
      </div>
    </div>
  );
}
