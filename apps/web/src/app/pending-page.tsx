import { EmptyState } from '../components/empty-state.tsx';
import { PageHeader } from '../components/page-header.tsx';

/** Holds an address until its screen is built. */
export function Page() {
  return (
    <>
      <PageHeader title="Cet écran se construit" />
      <EmptyState title="Rien à voir ici pour le moment">
        Les autres entrées du menu fonctionnent déjà.
      </EmptyState>
    </>
  );
}
