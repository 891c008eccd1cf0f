import { BlockPart } from './block-part.tsx';
import { BlocksPart } from './blocks-part.tsx';
import { useEditor } from './editor-context.ts';
import { EntryPart } from './entry-part.tsx';
import { HoursPart } from './hours-part.tsx';
import { PresentationPart } from './presentation-part.tsx';
import { SourcesPart } from './sources-part.tsx';
import { ValidationPart } from './validation-part.tsx';

/** The part that is open; a block that is gone leads back to the list of blocks. */
export function PartScreen() {
  const { part, draft } = useEditor();
  if (part === 'heures') return <HoursPart />;
  if (part === 'validation') return <ValidationPart />;
  if (part === 'entree') return <EntryPart />;
  if (part === 'sources') return <SourcesPart />;
  if (part === 'presentation') return <PresentationPart />;
  const index = Number(part.replace('bloc-', '')) - 1;
  return draft.blocks[index] ? <BlockPart key={part} index={index} /> : <BlocksPart />;
}
