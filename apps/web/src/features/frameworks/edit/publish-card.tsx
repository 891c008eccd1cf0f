import { countNoun } from '@jalon/domain';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { SectionCard } from '../../../components/section-card.tsx';
import { notifyDone } from '../../../lib/notify.ts';
import type { Finding } from '../version.ts';
import classes from './edit.module.css';
import { useEditor } from './editor-context.ts';
import { toFieldPath } from './pointers.ts';

/** What stops the publication, what is doubtful, and the publication itself. */
export function PublishCard() {
  const { findings } = useEditor();
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  return (
    <SectionCard
      title={errors.length === 0 ? 'Prêt à publier' : 'Avant de publier'}
      hint={errors.length === 0 ? undefined : countNoun(errors.length, 'point')}
      tone={errors.length === 0 ? 'plain' : 'attention'}
    >
      <FindingList findings={errors} />
      {warnings.length > 0 && (
        <details className={classes.warnings}>
          <summary>{countNoun(warnings.length, 'remarque')}, sans bloquer</summary>
          <FindingList findings={warnings} />
        </details>
      )}
      <PublishButton errorCount={errors.length} />
    </SectionCard>
  );
}

function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  const { goTo, check } = useEditor();
  if (findings.length === 0) return null;
  const lead = (path: string) => {
    check();
    goTo(toFieldPath(path));
  };
  return (
    <ul className={classes.findings}>
      {findings.map(({ rule, path, message }) => (
        <li key={`${rule} ${path}`}>
          <button type="button" onClick={() => lead(path)}>
            {message}
          </button>
        </li>
      ))}
    </ul>
  );
}

function PublishButton({ errorCount }: { readonly errorCount: number }) {
  const { publish, draft, version, goTo, check, findings } = useEditor();
  const navigate = useNavigate();
  const showFirst = () => {
    check();
    const first = findings.find(({ severity }) => severity === 'error');
    if (first) goTo(toFieldPath(first.path));
  };
  const confirm = async () => {
    if (!(await publish())) return;
    notifyDone('Le référentiel est publié : vos cohortes peuvent le suivre.');
    await navigate({ to: '/referentiels/$frameworkId', params: { frameworkId: version.id } });
  };
  if (errorCount > 0) return <Button onClick={showFirst}>Régler le premier point</Button>;
  return (
    <ConfirmButton
      label="Publier…"
      title={`Publier « ${draft.title} » ?`}
      loss="Une version publiée ne change plus jamais : ni ses heures, ni ses épreuves, ni ses seuils. Pour la corriger ensuite, il faudra la copier."
      confirmLabel="Publier pour de bon"
      confirmColor="brand"
      onConfirm={confirm}
    />
  );
}
