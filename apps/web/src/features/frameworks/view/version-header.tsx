import { countNoun } from '@jalon/domain';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { ButtonLink, TextLink } from '../../../components/app-link.tsx';
import { Can } from '../../../components/can.tsx';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { StateBadge } from '../../../components/state-badge.tsx';
import { useWrite } from '../../../lib/api.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { NewVersionDialog } from '../new-version-dialog.tsx';
import { stateWords, type Version } from '../version.ts';
import { describeInstantDay } from '../words.ts';
import classes from './view.module.css';

/** What this version is, in which state, and what can be done with it. */
export function VersionHeader({ version }: { readonly version: Version }) {
  const [isCopying, copy] = useDisclosure();
  const { id, content, state } = version;
  const overline = (
    <span className={classes.overline}>
      <TextLink to="/referentiels">Référentiels</TextLink> › {content.code}
      <StateBadge tone={stateWords[state].tone}>{describeState(version)}</StateBadge>
    </span>
  );
  const actions = (
    <Can permission="framework:write">
      {state === 'draft' && <DeleteDraft version={version} />}
      <Button onClick={copy.open}>Copier cette version</Button>
      {state === 'draft' && (
        <ButtonLink
          to="/referentiels/$frameworkId/modifier"
          params={{ frameworkId: id }}
          variant="filled"
        >
          Modifier
        </ButtonLink>
      )}
    </Can>
  );
  return (
    <>
      <PageHeader title={describeVersion(version)} overline={overline} actions={actions} />
      {isCopying && (
        <NewVersionDialog
          source={{ id, title: content.title, code: content.code }}
          onClose={copy.close}
        />
      )}
    </>
  );
}

function DeleteDraft({ version: { id, content } }: { readonly version: Version }) {
  const remove = useWrite('DELETE /frameworks/:frameworkId', { invalidates: [] });
  const navigate = useNavigate();
  const confirm = async () => {
    await remove.mutateAsync({ params: { frameworkId: id } });
    notifyDone('Le brouillon est supprimé.');
    await navigate({ to: '/referentiels' });
  };
  return (
    <ConfirmButton
      label="Supprimer"
      title={`Supprimer le brouillon « ${content.title} » ?`}
      loss={`${countNoun(content.blocks.length, 'bloc')} et tout ce que vous y avez saisi, table des dispenses comprise, disparaîtront. Aucune cohorte ne s’appuie sur un brouillon.`}
      confirmLabel="Supprimer le brouillon"
      onConfirm={confirm}
    />
  );
}

const describeState = ({ publishedAt }: Version): string =>
  publishedAt ? `Publié le ${describeInstantDay(publishedAt)}` : 'Brouillon';

/** The title of the page: its name, then how it stands. */
function describeVersion({ content, state, findings, cohortCount }: Version): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (state === 'draft')
    return errors === 0
      ? `${content.title} : prêt à publier`
      : `${content.title} : ${countNoun(errors, 'point')} à régler avant de publier`;
  return cohortCount === 0
    ? `${content.title} : aucune cohorte ne la suit encore`
    : `${content.title} : ${countNoun(cohortCount, 'cohorte la suit', 'cohortes la suivent')}`;
}
