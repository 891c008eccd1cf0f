import { Button } from '@mantine/core';
import { SectionCard } from '../../../components/section-card.tsx';
import type { BlockCardProps } from './block-card-props.ts';
import { blankCompetence } from './draft-content.ts';
import classes from './edit.module.css';
import { TextField } from './fields.tsx';
import { RowActions } from './row-actions.tsx';
import { useBlockList } from './use-block-list.ts';

/** The competences of a block: what the tutor appraises and the épreuves target. */
export function CompetencesCard({ blockIndex, block }: BlockCardProps) {
  const list = useBlockList(blockIndex, 'competences');
  return (
    <SectionCard title="Compétences" hint="appréciées par le tuteur, visées par les épreuves">
      <div className={classes.rows}>
        {block.competences.map((competence, index) => (
          <div key={competence.code} className={classes.row}>
            <TextField
              path={`blocks.${blockIndex}.competences.${index}.name`}
              aria-label={`Compétence ${index + 1}`}
            />
            <RowActions
              name={`la compétence ${competence.name || competence.code}`}
              index={index}
              count={block.competences.length}
              onMove={(by) => list.move(index, by)}
              onRemove={() =>
                list.remove(index, `Compétence « ${competence.name || competence.code} » retirée.`)
              }
            />
          </div>
        ))}
      </div>
      <Button onClick={() => list.add(blankCompetence(), 'name')}>Ajouter une compétence</Button>
    </SectionCard>
  );
}
