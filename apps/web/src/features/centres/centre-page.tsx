import type { Answer } from '@jalon/contract';
import { countNoun } from '@jalon/domain';
import { TextLink } from '../../components/app-link.tsx';
import { Can } from '../../components/can.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import classes from './centres.module.css';
import { GiveAccess } from './give-access.tsx';
import { SigningSection } from './signing-section.tsx';
import { SitesSection } from './sites-section.tsx';
import { TeamSection } from './team-section.tsx';

type Centre = Answer<'GET /centre'>;

/** The centre: where it trains, and who may work in Jalon. */
export function Page() {
  const read = useRead('GET /centre', {});
  return (
    <WhenRead read={read}>
      {(centre) => (
        <>
          <PageHeader
            title={describeCentre(centre)}
            overline={
              <Can permission="audit:read">
                <TextLink to="/centre/journal">Journal : qui a fait quoi</TextLink>
              </Can>
            }
            actions={<GiveAccess />}
          />
          <div className={classes.columns}>
            <TeamSection members={centre.members} />
            <SitesSection sites={centre.sites} />
          </div>
          <SigningSection />
        </>
      )}
    </WhenRead>
  );
}

function describeCentre({ name, sites, members }: Centre): string {
  const people = new Set(members.filter(({ ended }) => !ended).map(({ personId }) => personId));
  return `${name} : ${countNoun(sites.length, 'site')}, ${countNoun(people.size, 'personne y travaille', 'personnes y travaillent')}`;
}
