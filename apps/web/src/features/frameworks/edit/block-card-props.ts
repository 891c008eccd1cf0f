import type { useEditor } from './editor-context.ts';

/** What every card of a block takes. */
export interface BlockCardProps {
  readonly blockIndex: number;
  readonly block: ReturnType<typeof useEditor>['draft']['blocks'][number];
}
