import { useNavigate, useSearch } from '@tanstack/react-router';
import { type BoardView, readBoardView } from './board-view.ts';

type Search = Record<string, unknown>;

/** The board's view and how to change it: it lives in the address, so it survives and can be sent. */
export function useBoardView(): {
  readonly view: BoardView;
  readonly change: (entries: Readonly<Record<string, string | undefined>>) => void;
} {
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = (entries: Readonly<Record<string, string | undefined>>): void => {
    navigate({
      to: '.',
      search: (previous: Search) => ({ ...previous, ...entries }),
      replace: true,
      resetScroll: false,
    } as never);
  };
  return { view: readBoardView(search), change };
}
