import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';

/** A login without any role here. */
export function Page() {
  return (
    <>
      <PageHeader title="Votre accès n’ouvre encore aucune page" />
      <EmptyState title="Aucun rôle ne vous est donné dans ce centre">
        Demandez à la personne qui gère votre centre de vous en donner un. Vous pourrez ensuite
        recharger cette page.
      </EmptyState>
    </>
  );
}
