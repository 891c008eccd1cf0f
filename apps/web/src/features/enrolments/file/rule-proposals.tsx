import type { RuleProposalView } from '@jalon/contract';
import { countNoun, formatDay, joinWords } from '@jalon/domain';
import { Button } from '@mantine/core';
import { TextLink } from '../../../components/app-link.tsx';
import { useRead } from '../../../lib/api.ts';
import { keepFrenchSpaces } from '../../../lib/french-spaces.ts';
import classes from '../enrolments.module.css';

type Rule = RuleProposalView['rule'];

interface RuleProposalsProps {
  readonly enrolmentId: string;
  /** The draft that is open; `null` for a new request. */
  readonly draft: {
    readonly id: string;
    readonly ruleId: string | null;
    readonly startedFrom: string | null;
  } | null;
  readonly chosenId: string | null;
  /** `null` lets go of the line. */
  readonly onChoose: (rule: Rule | null) => void;
}

/** What the centre's own table proposes for this learner; a person starts from a line, or from none. */
export function RuleProposals({ enrolmentId, draft, chosenId, onChoose }: RuleProposalsProps) {
  const params = { enrolmentId };
  const { data } = useRead('GET /enrolments/:enrolmentId/dispensation-rules', {
    params,
    query: draft ? { draftId: draft.id } : {},
  });
  if (data === undefined) return null;
  const open = data.proposals.filter(({ isOpen, rule }) => isOpen || rule.id === chosenId);
  const closed = data.proposals.filter((one) => !open.includes(one));
  const isGone =
    draft !== null &&
    draft.startedFrom !== null &&
    chosenId === draft.ruleId &&
    !data.proposals.some(({ rule }) => rule.id === chosenId);
  const table = (
    <TextLink
      to="/referentiels/$frameworkId"
      params={{ frameworkId: data.frameworkId }}
      hash="dispenses"
      underline="always"
    >
      la table des dispenses
    </TextLink>
  );
  if (data.proposals.length === 0 && !isGone)
    return (
      <div className={classes.soft}>
        Votre table est vide pour ce référentiel : rien n’est proposé. Remplissez {table} d’après le
        document de la CPNEFP.
      </div>
    );
  return (
    <section aria-label="D’après votre table" className={classes.stack}>
      <div className={classes.strong}>D’après votre table</div>
      {isGone && (
        <div className={classes.notice}>
          <div className={classes.strong}>{keepFrenchSpaces(draft.startedFrom ?? '')}</div>
          <div className={classes.soft}>
            La demande part de cette ligne, retirée depuis de votre table. Elle en garde les pièces.
          </div>
          <Button size="xs" mt={8} onClick={() => onChoose(null)}>
            Ne plus partir de cette ligne
          </Button>
        </div>
      )}
      {open.map(({ rule, because }) => (
        <div key={rule.id} className={classes.notice}>
          <div className={classes.strong}>{keepFrenchSpaces(`${rule.holder} : ${rule.scope}`)}</div>
          <div className={classes.soft}>
            {keepFrenchSpaces(rule.id === chosenId ? 'La demande part de cette ligne.' : because)}
          </div>
          <div>{keepFrenchSpaces(`Pièces à réunir : ${joinWords(rule.evidence)}`)}</div>
          <div className={classes.soft}>
            {keepFrenchSpaces(`${rule.reference}, ${formatDay(rule.referencedOn)}`)}
          </div>
          <Button
            size="xs"
            mt={8}
            aria-pressed={rule.id === chosenId}
            onClick={() => onChoose(rule.id === chosenId ? null : rule)}
          >
            {rule.id === chosenId ? 'Ne plus partir de cette ligne' : 'Partir de cette ligne'}
          </Button>
        </div>
      ))}
      <div className={classes.soft}>
        {open.length === 0 && !isGone && 'Aucune ligne ne convient à ce dossier. '}
        {closed.length > 0 && (
          <details>
            <summary>
              {countNoun(closed.length, 'ligne non proposée', 'lignes non proposées')}
            </summary>
            <ul>
              {closed.map(({ rule, because }) => (
                <li key={rule.id}>
                  {keepFrenchSpaces(`${rule.holder} : ${rule.scope}. ${because}`)}
                </li>
              ))}
            </ul>
          </details>
        )}
        Voir ou modifier {table}.
      </div>
    </section>
  );
}
