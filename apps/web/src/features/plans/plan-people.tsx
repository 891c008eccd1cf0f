import type { PlanView } from '@jalon/contract';
import { countNoun } from '@jalon/domain';
import { SectionCard } from '../../components/section-card.tsx';
import classes from './plans.module.css';

type Person = PlanView['people'][number];

/** Who will have to be told: trainers first, then learners. */
export function PlanPeople({ people }: Pick<PlanView, 'people'>) {
  const trainers = people.filter(({ role }) => role === 'trainer');
  const learners = people.filter(({ role }) => role === 'learner');
  return (
    <SectionCard
      title="Qui est concerné"
      hint={[
        trainers.length > 0 ? countNoun(trainers.length, 'formateur') : '',
        learners.length > 0 ? countNoun(learners.length, 'apprenant') : '',
      ]
        .filter(Boolean)
        .join(', ')}
    >
      <Names label="Formateurs" people={trainers} />
      <Names label="Apprenants" people={learners} />
    </SectionCard>
  );
}

const Names = ({ label, people }: { readonly label: string; readonly people: readonly Person[] }) =>
  people.length > 0 && (
    <details>
      <summary>
        {label} ({people.length})
      </summary>
      <ul className={classes.facts}>
        {people.map(({ personId, name, changeCount }) => (
          <li key={personId}>
            {name}, {countNoun(changeCount, 'créneau', 'créneaux')}
          </li>
        ))}
      </ul>
    </details>
  );
