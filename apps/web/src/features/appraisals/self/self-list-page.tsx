import type { Answer } from '@jalon/contract';
import { countNoun, formatDay } from '@jalon/domain';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { ButtonLink, TextLink } from '../../../components/app-link.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { PhonePage } from '../../../components/phone-page.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { StateBadge } from '../../../components/state-badge.tsx';
import { WhenRead } from '../../../components/when-read.tsx';
import { useRead, useWrite } from '../../../lib/api.ts';
import { blockTitle } from '../block-words.ts';
import classes from './self.module.css';

type Training = Answer<'GET /self-assessments'>['trainings'][number];
type Block = Training['blocks'][number];

/** A learner's own word on each block: to begin, to go on with, sent. */
export function Page() {
  const read = useRead('GET /self-assessments', {});
  return (
    <WhenRead read={read}>
      {({ trainings }) => (
        <PhonePage
          title="Où en êtes-vous, d’après vous ?"
          overline="Votre auto-évaluation"
          actions={
            <ButtonLink to="/mon-parcours" size="lg">
              Mon parcours
            </ButtonLink>
          }
        >
          <p className={classes.words}>
            Votre tuteur et le centre la lisent à côté de l’avis du tuteur, pour en parler avec
            vous. Elle ne compte dans aucune décision.
          </p>
          {trainings.length === 0 && (
            <EmptyState title="Aucune formation en cours">
              L’auto-évaluation s’ouvre avec votre formation.
            </EmptyState>
          )}
          {trainings.map(({ enrolmentId, cohortName, blocks }) => (
            <section key={enrolmentId} aria-label={cohortName}>
              <ul className={classes.cards}>
                {blocks.map((block) => (
                  <li key={block.code}>
                    <BlockCard enrolmentId={enrolmentId} block={block} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </PhonePage>
      )}
    </WhenRead>
  );
}

function BlockCard({
  enrolmentId,
  block,
}: {
  readonly enrolmentId: string;
  readonly block: Block;
}) {
  const { code, sent, draft } = block;
  const navigate = useNavigate();
  const begin = useWrite('POST /enrolments/:enrolmentId/self-assessments');
  const open = async () => {
    const { id } = await begin.mutateAsync({ params: { enrolmentId }, body: { blockCode: code } });
    await navigate({
      to: '/mon-parcours/auto-evaluations/$selfAssessmentId',
      params: { selfAssessmentId: id },
    });
  };
  return (
    <article className={classes.card}>
      <div className={classes.line}>
        <h2 className={classes.name}>{blockTitle(block)}</h2>
        <Standing block={block} />
      </div>
      {block.invitedUntil && (
        <span className={classes.quiet}>
          Votre tuteur donne son avis : dites le vôtre avant le {formatDay(block.invitedUntil)}.
        </span>
      )}
      <ProblemAlert problem={begin.error} />
      <div className={classes.line}>
        {sent ? (
          <TextLink
            to="/mon-parcours/auto-evaluations/$selfAssessmentId"
            params={{ selfAssessmentId: sent.id }}
            underline="always"
          >
            Celle du {formatDay(sent.sentOn)}
          </TextLink>
        ) : (
          <span className={classes.quiet}>
            {countNoun(block.competenceCount, 'compétence')}, environ{' '}
            {countNoun(block.competenceCount, 'minute')}
          </span>
        )}
        <Button
          size="md"
          loading={begin.isPending}
          onClick={() => open().catch(() => {})}
          aria-label={`${sayAct(block)} : ${blockTitle(block)}`}
        >
          {sayAct(block)}
        </Button>
      </div>
      {draft && draft.rated > 0 && (
        <span className={classes.quiet}>
          {countNoun(draft.rated, 'compétence')} sur {block.competenceCount}
        </span>
      )}
    </article>
  );
}

const sayAct = ({ sent, draft }: Block): string =>
  draft ? 'Continuer' : sent ? 'Refaire' : 'Commencer';

function Standing({ block: { sent, draft, invitedUntil } }: { readonly block: Block }) {
  if (draft) return <StateBadge tone="ready">commencée</StateBadge>;
  if (invitedUntil) return <StateBadge tone="warn">à faire</StateBadge>;
  if (sent) return <StateBadge tone="ok">envoyée</StateBadge>;
  return <StateBadge tone="mute">pas commencée</StateBadge>;
}
