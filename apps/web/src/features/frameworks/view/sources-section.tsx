import { nameSources } from '@jalon/domain';
import { SectionCard } from '../../../components/section-card.tsx';
import { SourceNote } from '../../../components/source-note.tsx';
import type { Content } from '../version.ts';
import classes from './view.module.css';

/** Where every figure of this version was read. */
export function SourcesSection({ notes }: { readonly notes: Content['sources'] }) {
  const plain = notes.filter(({ kind }) => kind === 'source');
  return (
    <div id="sources" className={classes.anchor}>
      <SectionCard title="Sources">
        {plain.length === 0 ? (
          <p className={classes.none}>Aucune source n’est notée pour cette version.</p>
        ) : (
          <ul className={classes.gapLines}>
            {plain.map(({ reference, text }) => (
              <li key={`${reference} ${text}`}>
                {nameSources(text)}
                <span className={classes.reference}>
                  <SourceNote source={reference} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </SectionCard>
    </div>
  );
}
