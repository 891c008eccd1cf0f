import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useIsPrinting } from '../../lib/use-is-printing.ts';
import classes from './data-list.module.css';
import { DataListPages } from './data-list-pages.tsx';
import { DataListTable } from './data-list-table.tsx';
import { DataListTools } from './data-list-tools.tsx';
import { type Column, PAGE_SIZE, selectRows } from './list-view.ts';
import { useListView } from './use-list-view.ts';

export interface DataListProps<Row> {
  /** What the rows are, for those who do not see the table: « Apprenants ». Names the export too. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** The first column names the row and links to it. */
  readonly columns: readonly Column<Row>[];
  /** An EmptyState, for when there is no row at all. */
  readonly empty: ReactNode;
  /** Needed when a page has several lists: parts their entries in the address. */
  readonly name?: string;
}

/** A table with search, filters, sort and pages in the address, and an export; cards on a phone. */
export function DataList<Row>({ rows, columns, empty, name, ...list }: DataListProps<Row>) {
  const { view, change, clear } = useListView(columns, name ? `${name}-` : '');
  // Clearing must also empty the search box, which keeps its own text while someone types.
  const [clearings, setClearings] = useState(0);
  const isPrinting = useIsPrinting();
  if (rows.length === 0) return empty;
  const selected = selectRows(rows, columns, view);
  const lastPage = Math.max(1, Math.ceil(selected.length / PAGE_SIZE));
  const page = Math.min(view.page, lastPage);
  const shown = isPrinting ? selected : selected.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const clearAll = () => {
    clear();
    setClearings(clearings + 1);
  };
  return (
    <div className={classes.list}>
      <DataListTools
        key={clearings}
        {...list}
        rows={rows}
        selected={selected}
        columns={columns}
        view={view}
        onChange={change}
      />
      {selected.length > 0 ? (
        <DataListTable {...list} rows={shown} columns={columns} view={view} onChange={change} />
      ) : (
        <div className={classes.none}>
          <p>Aucune ligne ne correspond à votre recherche.</p>
          <Button onClick={clearAll}>Tout afficher</Button>
        </div>
      )}
      <DataListPages
        page={page}
        total={selected.length}
        onTurn={(turned) => change({ page: turned })}
      />
    </div>
  );
}
