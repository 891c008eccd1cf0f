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
  readonly onChange: (mapping: readonly (LearnerField | null)[]) => void;
}

/** What each column of the file is: proposed, and changed here. */
export const ColumnMapping = ({ columns, onChange }: ColumnMappingProps) => (
  <div className={classes.grid}>
    {columns.map((column, index) => (
      <NativeSelect
        key={index}
        label={column.header}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        description={column.sample ? `Exemple : ${column.sample}` : 'Colonne vide'}
        data={choices}
        value={column.field ?? ''}
        onChange={(event) => {
          const field = choices.find(({ value }) => value === event.currentTarget.value)?.value;
          onChange(
            columns.map((one, at) =>
              at === index ? ((field || null) as LearnerField | null) : one.field,
            ),
          );
        }}
      />
    ))}
  </div>
);
