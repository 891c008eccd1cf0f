import { Button } from '@mantine/core';
import classes from './data-list.module.css';
import { PAGE_SIZE } from './list-view.ts';

interface DataListPagesProps {
  readonly page: number;
  readonly total: number;
  readonly onTurn: (page: number) => void;
}

/** Which rows are shown out of how many, and the way to the others. */
export function DataListPages({ page, total, onTurn }: DataListPagesProps) {
  const first = (page - 1) * PAGE_SIZE + 1;
  const last = Math.min(total, page * PAGE_SIZE);
  const isSinglePage = total <= PAGE_SIZE;
  return (
    <div className={classes.pages}>
      <span role="status">
        {isSinglePage ? countRows(total) : `${first} à ${last} sur ${countRows(total)}`}
      </span>
      {!isSinglePage && (
        <>
          <Button disabled={page === 1} onClick={() => onTurn(page - 1)}>
            Page précédente
          </Button>
          <Button disabled={last === total} onClick={() => onTurn(page + 1)}>
            Page suivante
          </Button>
        </>
      )}
    </div>
  );
}

const countRows = (count: number): string => `${count} ligne${count < 2 ? '' : 's'}`;
