import { Group } from '@mantine/core';
import { ButtonLink } from '../../components/app-link.tsx';
import { WayBack } from '../../components/page-problem.tsx';
import { PublicCard } from './public-card.tsx';
import classes from './sessions.module.css';

/** An address that leads nowhere. */
export function Page() {
  return (
    <PublicCard title="Cette page n’existe pas">
      <p className={classes.words}>
        L’adresse est incomplète, ou la page a changé de place. Vérifiez-la, ou repartez d’une page
        que vous connaissez.
      </p>
      <Group>
        <ButtonLink to="/" variant="filled">
          Revenir à votre page de départ
        </ButtonLink>
        <WayBack />
      </Group>
    </PublicCard>
  );
}
