import type { PlanView } from '@jalon/contract';
import { countNoun } from '@jalon/domain';
import { SectionCard } from '../../components/section-card.tsx';
import classes from './plans.module.css';

type Person = PlanView['people'][number];

const groups = [
  { role: 'trainer', label: 'Formateurs', noun: 'formateur' },
  { role: 'learner', label: 'Apprenants', noun: 'apprenant' },
  { role: 'tutor', label: 'Tuteurs', noun: 'tuteur' },
] as const;

/** Who is concerned, and what each of them will be told. */
export function PlanPeople({ people }: Pick<PlanView, 'people'>) {
  const shown = groups
    .map((group) => ({ ...group, people: people.filter(({ role }) => role === group.role) }))
    .filter((group) => group.people.length > 0);
  const isTold = people.some(({ notice }) => notice.length > 0);
  return (
    <SectionCard
      title="Qui est concerné"
      hint={shown.map(({ noun, people: { length } }) => countNoun(length, noun)).join(', ')}
    >
      <p>
        {isTold
          ? 'Après votre accord, Jalon écrit un mail à chacun, dix minutes après votre dernier changement. Voici ce qu’il dira.'
          : 'Personne ne reçoit de mail : les convocations annoncent un premier calendrier.'}
      </p>
      {shown.map(({ role, label, people: own }) => (
        <details key={role}>
          <summary>
            {label} ({own.length})
          </summary>
          {own.map((person) => (
            <Concerned key={person.personId} {...person} />
          ))}
        </details>
      ))}
    </SectionCard>
  );
}

const Concerned = ({ name, changeCount, notice }: Person) => (
  <div className={classes.person}>
    <strong>{name}</strong>, {countNoun(changeCount, 'créneau', 'créneaux')}
    {notice.length > 0 ? (
      <details>
        <summary>Le mail</summary>
        <ul className={classes.facts}>
          {notice.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    ) : (
      <span className={classes.untold}>, sans mail</span>
    )}
  </div>
);
