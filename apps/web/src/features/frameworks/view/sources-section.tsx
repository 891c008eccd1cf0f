import { SectionCard } from '../../../components/section-card.tsx';
import type { Content } from '../version.ts';
import classes from './view.module.css';

/** The documents of the library, as its references name them. */
const documents: Record<string, string> = {
  S0: 'afbb, programme de septembre 2022',
  S1: 'CFA CCI Le Mans Sarthe, programme RNCP 40913',
  S2: 'Assurance Maladie, présentation de 2023',
  S3: 'article d’Occitanie, 2021',
  S4: 'ameli.fr, après juin 2024',
};

/** Where every figure of this version was read. */
export function SourcesSection({ notes }: { readonly notes: Content['sources'] }) {
  const plain = notes.filter(({ kind }) => kind === 'source');
  const cited = notes.map(({ reference }) => reference).join(' ');
  const legend = Object.entries(documents).filter(([key]) => cited.includes(key));
  return (
    <div id="sources" className={classes.anchor}>
      <SectionCard title="Sources">
        {plain.length === 0 ? (
          <p className={classes.none}>Aucune source n’est notée pour cette version.</p>
        ) : (
          <ul className={classes.gapLines}>
            {plain.map(({ reference, text }) => (
              <li key={`${reference} ${text}`}>
                {text}
                <span className={classes.reference}>{reference}</span>
              </li>
            ))}
          </ul>
        )}
        {legend.length > 0 && (
          <p className={classes.source}>
            {legend.map(([key, name]) => `${key} : ${name}`).join(' · ')} · L : ligne du document ·
            W : page publique consultée · Q, H : point relevé à la lecture
          </p>
        )}
      </SectionCard>
    </div>
  );
}
