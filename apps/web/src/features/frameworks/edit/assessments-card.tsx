import { Button } from '@mantine/core';
import { SectionCard } from '../../../components/section-card.tsx';
import { AssessmentFields } from './assessment-fields.tsx';
import type { BlockCardProps } from './block-card-props.ts';
import { blankAssessment } from './draft-content.ts';
import classes from './edit.module.css';
import { RowActions } from './row-actions.tsx';
import { useBlockList } from './use-block-list.ts';

/** The épreuves of a block. */
export function AssessmentsCard({ blockIndex, block }: BlockCardProps) {
  const list = useBlockList(blockIndex, 'assessments');
  return (
    <SectionCard title="Épreuves" hint="une épreuve est acquise quand tous ses critères le sont">
      {block.assessments.map((assessment, index) => (
        <fieldset key={assessment.code} className={classes.assessment}>
          <legend>Épreuve {assessment.code}</legend>
          <div className={classes.assessmentActions}>
            <RowActions
              name={`l’épreuve ${assessment.code}`}
              index={index}
              count={block.assessments.length}
              onMove={(by) => list.move(index, by)}
              onRemove={() => list.remove(index, `Épreuve ${assessment.code} retirée.`)}
            />
          </div>
          <AssessmentFields
            path={`blocks.${blockIndex}.assessments.${index}`}
            block={block}
            assessment={assessment}
          />
        </fieldset>
      ))}
      <Button onClick={() => list.add(blankAssessment(), 'title')}>Ajouter une épreuve</Button>
    </SectionCard>
  );
}
