import { formatDay, formatLongDay } from '@jalon/domain';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { ButtonLink } from '../../components/app-link.tsx';
import { PhonePage } from '../../components/phone-page.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useRead, useWrite } from '../../lib/api.ts';
import { blockTitle } from './block-words.ts';
import type { Sheet } from './draft-saver.ts';
import { RatingList } from './rating-list.tsx';
import classes from './signed-appraisal.module.css';

/** After the signature, and for ever: what was signed, what follows, and the way to correct it. */
export function SignedAppraisal({ sheet }: { readonly sheet: Sheet }) {
  const navigate = useNavigate();
  const { data: list } = useRead('GET /tutor/appraisals', {});
  const correct = useWrite('POST /tutor/appraisals/:appraisalId/correction');
  const next = list?.toDo.find(({ id }) => id !== sheet.id);
  const begin = () =>
    correct.mutate(
      { params: { appraisalId: sheet.id } },
      {
        onSuccess: ({ id }) =>
          navigate({ to: '/appreciations/$appraisalId', params: { appraisalId: id } }),
      },
    );
  const { signature } = sheet;
  if (!signature) return null;
  return (
    <PhonePage
      title={
        signature.isSuperseded
          ? `Votre avis sur ${sheet.learnerName} a été remplacé`
          : `Merci, votre avis sur ${sheet.learnerName} est signé`
      }
      overline={blockTitle(sheet.block)}
      status={`Signé le ${formatDay(signature.signedOn)}`}
      actions={
        <>
          {!signature.isSuperseded && (
            <Button size="lg" loading={correct.isPending} onClick={begin}>
              Corriger
            </Button>
          )}
          {next ? (
            <ButtonLink
              to="/appreciations/$appraisalId"
              params={{ appraisalId: next.id }}
              variant="filled"
              size="lg"
            >
              Apprécier la suite
            </ButtonLink>
          ) : (
            <ButtonLink to="/appreciations/a-faire" variant="filled" size="lg">
              Mes appréciations
            </ButtonLink>
          )}
        </>
      }
    >
      <ProblemAlert problem={correct.error} />
      {!signature.isSuperseded && (
        <section className={classes.next}>
          <h2>Ce qui suit</h2>
          <ol>
            <li>Le centre a reçu votre avis. Vous n’avez rien à envoyer.</li>
            <li>
              {sheet.juryOn
                ? `Le jury le lira le ${formatLongDay(sheet.juryOn)}, avec les épreuves.`
                : 'Le jury le lira à sa prochaine session, avec les épreuves.'}
            </li>
            <li>
              D’ici là, « Corriger » commence un nouvel avis. Celui-ci reste, et le nouveau le
              remplace une fois signé.
            </li>
          </ol>
        </section>
      )}
      <section className={classes.sheet}>
        <h2>
          Ce que vous avez signé <StateBadge tone="ok">signé</StateBadge>
        </h2>
        <RatingList sheet={sheet} />
        <p className={classes.signature}>
          {signature.signerName}, le {formatLongDay(signature.signedOn)}
          {signature.enteredBy && ` · feuille papier saisie par ${signature.enteredBy}`}
        </p>
      </section>
    </PhonePage>
  );
}
