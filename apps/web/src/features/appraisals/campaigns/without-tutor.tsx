import { countNoun } from '@jalon/domain';
import { SectionCard } from '../../../components/section-card.tsx';
import { NameTutor } from '../name-tutor.tsx';
import type { Campaigns } from './campaign-words.ts';
import classes from './campaigns.module.css';

/** Learners about whom nobody can be asked: told before a campaign leaves them out. */
export function WithoutTutor({ learners }: { readonly learners: Campaigns['withoutTutor'] }) {
  if (learners.length === 0) return null;
  return (
    <SectionCard
      title={`${countNoun(learners.length, 'apprenant')} sans tuteur`}
      hint="Aucune campagne ne peut demander leur appréciation."
      tone="attention"
    >
      <ul className={classes.rows}>
        {learners.map(({ enrolmentId, name }) => (
          <li key={enrolmentId} className={classes.row}>
            <span>{name}</span>
            <NameTutor enrolmentId={enrolmentId} size="xs" />
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
