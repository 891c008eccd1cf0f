import { entryProfileNames } from '@jalon/domain';
import { SectionCard } from '../../../components/section-card.tsx';
import { SourceNote } from '../../../components/source-note.tsx';
import type { Content } from '../version.ts';
import { describeEntryCondition, regimeWords, routeWords } from '../words.ts';
import classes from './view.module.css';

/** Who may enter, by which route, and which legal deadlines then run. */
export function EntrySection({ content }: { readonly content: Content }) {
  const { entryConditions, routes, deadlineRegimes } = content;
  return (
    <div id="entree" className={classes.anchor}>
      <SectionCard title="Entrée, voies et délais">
        <h3 className={classes.subtitle}>Qui peut entrer</h3>
        {entryConditions.length === 0 ? (
          <p className={classes.none}>
            Aucune condition n’est saisie : personne ne sera refusé à l’entrée.
          </p>
        ) : (
          <ul className={classes.conditions}>
            {entryConditions.map((condition) => (
              <li key={condition.profile}>
                <strong>{entryProfileNames[condition.profile]}</strong>
                <span>{describeEntryCondition(condition)}</span>
                <span className={classes.reference}>
                  <SourceNote source={condition.source} />
                </span>
              </li>
            ))}
          </ul>
        )}
        <div className={classes.pair}>
          <WordList
            title="Voies d’accès ouvertes"
            words={routes.map((route) => routeWords[route])}
          />
          <WordList
            title="Délais qui courent"
            words={deadlineRegimes.map((regime) => regimeWords[regime])}
          />
        </div>
      </SectionCard>
    </div>
  );
}

const WordList = ({
  title,
  words,
}: {
  readonly title: string;
  readonly words: readonly string[];
}) => (
  <div>
    <h3 className={classes.subtitle}>{title}</h3>
    {words.length === 0 ? (
      <p className={classes.none}>Aucun</p>
    ) : (
      <ul className={classes.words}>
        {words.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ul>
    )}
  </div>
);
