import { TextLink } from '../../components/app-link.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { ProblemError } from '../../lib/problem-error.ts';
import classes from './tutor-form.module.css';

/** What the API refused to keep; the answers stay on the phone. */
export function Stopped({ problem }: { readonly problem: unknown }) {
  const isLoggedOut = problem instanceof ProblemError && problem.code === 'not_logged_in';
  if (!isLoggedOut) return <ProblemAlert problem={problem} />;
  return (
    <div role="alert" className={classes.expired}>
      <p>
        <strong>Votre accès a expiré.</strong> Vos réponses sont gardées sur ce téléphone.
      </p>
      <TextLink to="/mon-lien">Recevoir un nouveau lien</TextLink>
    </div>
  );
}
