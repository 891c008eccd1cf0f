import type { Answer } from '@jalon/contract';
import { countNoun } from '@jalon/domain';
import { TextLink } from '../../components/app-link.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import classes from './plans.module.css';

interface UnfiledTrainersProps {
  readonly trainers: Answer<'GET /plans'>['unfiledTrainers'];
}

/** Who teaches without a file, and what their file would bring. */
export function UnfiledTrainers({ trainers }: UnfiledTrainersProps) {
  return (
    <SectionCard
      title="Sans fiche de formateur"
      hint={countNoun(trainers.length, 'personne')}
      tone="attention"
    >
      <p>
        Sans fiche, Jalon ne vérifie pas les créneaux de ces formateurs et ne leur en propose aucun.
      </p>
      {trainers.map(({ id, name, slotCount }) => (
        <div key={id} className={classes.line}>
          <TextLink to="/formateurs/$trainerId" params={{ trainerId: id }}>
            {name}
          </TextLink>
          <span>{countNoun(slotCount, 'créneau', 'créneaux')} à venir</span>
        </div>
      ))}
    </SectionCard>
  );
}
