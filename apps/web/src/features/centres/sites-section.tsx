import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Can } from '../../components/can.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import classes from './centres.module.css';
import type { Site } from './site.ts';
import { SiteClosures } from './site-closures.tsx';
import { AddSite, ChangeSite } from './site-dialog.tsx';
import { describeZone } from './words.ts';

/** Where the centre trains; each site has its own holidays and closures. */
export function SitesSection({ sites }: { readonly sites: readonly Site[] }) {
  const [isAdding, dialog] = useDisclosure();
  return (
    <div>
      {sites.length === 0 && (
        <EmptyState title="Aucun site">
          Une cohorte se tient sur un site : il donne ses jours fériés et ses fermetures au
          calendrier.
        </EmptyState>
      )}
      {sites.map((site) => (
        <SiteCard key={site.id} site={site} />
      ))}
      <Can permission="centre:write">
        <Button mb="lg" onClick={dialog.open}>
          Ajouter un site
        </Button>
        {isAdding && <AddSite onClose={dialog.close} />}
      </Can>
    </div>
  );
}

function SiteCard({ site }: { readonly site: Site }) {
  const [isEditing, dialog] = useDisclosure();
  const edit = (
    <Can permission="centre:write">
      <Button size="compact-sm" onClick={dialog.open} aria-label={`Modifier le site ${site.name}`}>
        Modifier
      </Button>
    </Can>
  );
  return (
    <SectionCard title={`Site : ${site.name}`} actions={edit}>
      <p className={classes.address}>{site.address}</p>
      <p className={classes.lead}>Jours fériés : {describeZone(site.holidayZone)}</p>
      <SiteClosures site={site} />
      {isEditing && <ChangeSite site={site} onClose={dialog.close} />}
    </SectionCard>
  );
}
