import { countNoun, nameSources } from '@jalon/domain';
import { SectionCard } from '../../../components/section-card.tsx';
import { SourceNote } from '../../../components/source-note.tsx';
import type { GapGroup, GapLine } from './gaps.ts';
import classes from './view.module.css';

/** Groups that ask for someone's attention are open; what is only good to know is folded. */
const folded: readonly GapGroup['key'][] = ['inferred'];

/** Where the sums and the sources disagree, said before anybody has to ask. */
export function GapsSection({ groups }: { readonly groups: readonly GapGroup[] }) {
  const count = groups.reduce((total, { lines }) => total + lines.length, 0);
  return (
    <div id="ecarts" className={classes.anchor}>
      <SectionCard
        title="Écarts et points à vérifier"
        hint={`${countNoun(count, 'remarque')} : rien n’est corrigé en silence`}
        tone="attention"
      >
        {groups.map(({ key, title, lines }) => (
          <details key={key} className={classes.gapGroup} open={!folded.includes(key)}>
            <summary>
              {title} <span className={classes.count}>{lines.length}</span>
            </summary>
            <ul className={classes.gapLines}>
              {lines.map((line) => (
                <Line key={line.text} line={line} />
              ))}
            </ul>
          </details>
        ))}
      </SectionCard>
    </div>
  );
}

const Line = ({ line: { text, source } }: { readonly line: GapLine }) => (
  <li>
    {nameSources(text)}
    {source !== '' && (
      <span className={classes.reference}>
        <SourceNote source={source} />
      </span>
    )}
  </li>
);
