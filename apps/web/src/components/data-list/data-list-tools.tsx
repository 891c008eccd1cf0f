import { Button, NativeSelect, TextInput } from '@mantine/core';
import { toCsv } from '../../lib/csv.ts';
import { saveFile } from '../../lib/save-file.ts';
import classes from './data-list.module.css';
import { type Column, type ListView, listFilterValues } from './list-view.ts';

interface DataListToolsProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  /** The rows that are kept, on all pages: what the export holds. */
  readonly selected: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly view: ListView;
  readonly onChange: (changes: Readonly<Record<string, string | undefined>>) => void;
}

/** Search, filters and export of a list. */
export function DataListTools<Row>({
  label,
  rows,
  selected,
  columns,
  view,
  onChange,
}: DataListToolsProps<Row>) {
  const exportRows = () => {
    const cells = selected.map((row) =>
      columns.map(({ value, exported }) => (exported ?? value)(row)),
    );
    const csv = toCsv(
      columns.map(({ header }) => header),
      cells,
    );
    saveFile(`${label}.csv`, new Blob([csv], { type: 'text/csv;charset=utf-8' }));
  };
  // A filter of one choice keeps every row: it shows only while the address holds it.
  const filters = columns
    .filter(({ isFilter }) => isFilter)
    .map((column) => ({ column, choices: listFilterValues(rows, column) }))
    .filter(({ column, choices }) => choices.length > 1 || view.filters[column.key]);
  return (
    <search className={classes.tools}>
      <TextInput
        type="search"
        aria-label={`Chercher dans : ${label}`}
        placeholder="Chercher"
        defaultValue={view.query}
        onChange={(event) => onChange({ q: event.currentTarget.value || undefined })}
        className={classes.search ?? ''}
      />
      {filters.map(({ column, choices }) => (
        <NativeSelect
          key={column.key}
          aria-label={column.header}
          value={view.filters[column.key] ?? ''}
          onChange={(event) => onChange({ [column.key]: event.currentTarget.value || undefined })}
          data={[{ value: '', label: `${column.header} : tout` }, ...choices]}
        />
      ))}
      <Button onClick={exportRows} className={classes.export ?? ''}>
        Exporter
      </Button>
    </search>
  );
}
