import { Button } from '@mantine/core';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';

/** A login without any role here. */
export function Page() {
  return (
    <>
      <PageHeader title="Votre compte n’a pas encore de rôle dans ce centre" />
      <EmptyState
        title="Vous êtes bien connecté, mais aucune page ne vous est ouverte"
        // A whole new load: the role given meanwhile is then known.
        action={
          <Button component="a" href="/" variant="filled">
            C’est fait, ouvrir ma page de départ
          </Button>
        }
      >
        Demandez à la personne qui gère votre centre de vous donner un rôle : coordination,
        formation, jury…
      </EmptyState>
    </>
  );
}
