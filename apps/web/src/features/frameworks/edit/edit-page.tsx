import { ButtonLink } from '../../../components/app-link.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { WhenRead } from '../../../components/when-read.tsx';
import { useRead } from '../../../lib/api.ts';
import { useParam } from '../../../lib/use-param.ts';
import type { Version } from '../version.ts';
import { Editor } from './editor.tsx';

/** The editor of a draft. */
export function Page() {
  const frameworkId = useParam('frameworkId');
  const read = useRead('GET /frameworks/:frameworkId', { params: { frameworkId } });
  return (
    <WhenRead read={read}>
      {(version) =>
        version.state === 'draft' ? (
          <Editor key={version.id} version={version} />
        ) : (
          <PublishedNotice version={version} />
        )
      }
    </WhenRead>
  );
}

const PublishedNotice = ({ version: { id, content } }: { readonly version: Version }) => (
  <>
    <PageHeader title={`${content.title} est publié et ne change plus`} />
    <EmptyState
      title="Copiez cette version pour la modifier"
      action={
        <ButtonLink to="/referentiels/$frameworkId" params={{ frameworkId: id }} variant="filled">
          Voir la version publiée
        </ButtonLink>
      }
    >
      Des cohortes peuvent s’appuyer sur elle : ses heures et ses seuils restent tels qu’au jour de
      sa publication.
    </EmptyState>
  </>
);
