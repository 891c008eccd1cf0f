import type { Answer } from '@jalon/contract';
import { type LearnerField, learnerColumns } from '@jalon/domain';
import { NativeSelect } from '@mantine/core';
import classes from './learner-imports.module.css';

type Columns = Answer<'POST /cohorts/:cohortId/learner-imports/preview'>['columns'];

const choices = [
  { value: '', label: 'Ne pas importer' },
  ...learnerColumns.map(({ field, label }) => ({ value: field, label })),
];

interface ColumnMappingProps {
  readonly columns: Columns;
  /** What the screen shows now, ahead of the preview while it is computed. */
  readonly mapping: readonly (LearnerField | null)[];
  readonly onChange: (mapping: readonly (LearnerField | null)[]) => void;
}

/** What each column of the file is: proposed, and changed here. */
export const ColumnMapping = ({ columns, mapping, onChange }: ColumnMappingProps) => (
  <div className={classes.grid}>
    {columns.map((column, index) => (
      <NativeSelect
        key={index}
        label={column.header}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        description={column.sample ? `Exemple : ${column.sample}` : 'Colonne vide'}
        data={choices}
        value={mapping[index] ?? ''}
        onChange={(event) => {
          const field = choices.find(({ value }) => value === event.currentTarget.value)?.value;
          onChange(
            columns.map((_, at) =>
              at === index ? ((field || null) as LearnerField | null) : (mapping[at] ?? null),
            ),
          );
        }}
      />
    ))}
  </div>
);
