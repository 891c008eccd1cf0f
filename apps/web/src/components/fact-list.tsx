import { keepFrenchSpaces } from '../lib/french-spaces.ts';
import classes from './fact-list.module.css';

/** What is known of one thing, label by label. */
export const FactList = ({
  facts,
}: {
  readonly facts: readonly (readonly [label: string, value: string])[];
}) => (
  <dl className={classes.facts}>
    {facts.map(([label, value]) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{keepFrenchSpaces(value)}</dd>
      </div>
    ))}
  </dl>
);
