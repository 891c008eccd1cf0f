import { UnstyledButton } from '@mantine/core';
import { spaced } from '../spaced.ts';
import classes from './data-list.module.css';
import type { Column, ListView } from './list-view.ts';

interface DataListTableProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  readonly view: ListView;
  readonly onChange: (changes: Readonly<Record<string, string | undefined>>) => void;
}

/** The table itself; its heads sort, and on a phone each row is a card. */
export function DataListTable<Row>({
  label,
  rows,
  rowKey,
  columns,
  view,
  onChange,
}: DataListTableProps<Row>) {
  return (
    <div className={classes.frame}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <SortHead key={column.key} column={column} sort={view.sort} onChange={onChange} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ key, header, value, cell, align }) => (
                <td key={key} data-label={header} data-align={align}>
                  {spaced(cell ? cell(row) : value(row))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SortHead<Row>({
  column: { key, header, align },
  sort,
  onChange,
}: {
  readonly column: Column<Row>;
  readonly sort: string | null;
  readonly onChange: DataListTableProps<Row>['onChange'];
}) {
  const direction = sort === key ? 'ascending' : sort === `-${key}` ? 'descending' : 'none';
  const mark = { ascending: ' ↑', descending: ' ↓', none: '' }[direction];
  const next = { ascending: `-${key}`, descending: undefined, none: key }[direction];
  return (
    <th scope="col" aria-sort={direction} data-align={align}>
      <UnstyledButton className={classes.sort ?? ''} onClick={() => onChange({ tri: next })}>
        {header}
        <span aria-hidden="true">{mark}</span>
      </UnstyledButton>
    </th>
  );
}
