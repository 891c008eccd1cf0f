import type { EnrolmentFile, VaeItemView } from '@jalon/contract';
import { formatDay } from '@jalon/domain';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Can } from '../../../components/can.tsx';
import { SectionCard } from '../../../components/section-card.tsx';
import { SourceNote } from '../../../components/source-note.tsx';
import { StateBadge } from '../../../components/state-badge.tsx';
import classes from '../enrolments.module.css';
import { VaeDrawer } from './vae-drawer.tsx';

/** What the file of a candidate by VAE holds and lacks; nothing for another access route. */
export function VaeCard({ file }: { readonly file: EnrolmentFile }) {
  const [edited, setEdited] = useState<VaeItemView | null>(null);
  const { vaeItems } = file;
  if (vaeItems === null) return null;
  const [first] = vaeItems;
  return (
    <SectionCard title="Dossier de VAE" isFlush>
      <ul className={classes.rows}>
        {vaeItems.map((item) => (
          <li key={item.code} className={classes.row}>
            <div className={classes.grow}>
              <div className={classes.strong}>{item.name}</div>
              <div className={classes.soft}>{describe(item)}</div>
              <Can permission="enrolment:write">
                <Button size="xs" onClick={() => setEdited(item)} aria-label={nameAct(item)}>
                  {item.settledOn === null ? 'Noter' : 'Corriger'}
                </Button>
              </Can>
            </div>
            <StateBadge tone={item.settledOn === null ? 'warn' : 'ok'}>
              {item.settledOn === null ? 'À réunir' : 'Au dossier'}
            </StateBadge>
          </li>
        ))}
      </ul>
      {first && (
        <div className={classes.row}>
          <div className={classes.soft}>
            <SourceNote source={first.source} />
          </div>
        </div>
      )}
      {edited && (
        <VaeDrawer
          enrolmentId={file.id}
          learnerName={file.person.name}
          item={edited}
          onClose={() => setEdited(null)}
        />
      )}
    </SectionCard>
  );
}

const nameAct = ({ name, settledOn }: VaeItemView): string =>
  `${settledOn === null ? 'Noter' : 'Corriger'} : ${name}`;

const describe = ({ settledOn, reference, hint }: VaeItemView): string =>
  settledOn === null
    ? hint
    : [`le ${formatDay(settledOn)}`, reference && `réf. ${reference}`].filter(Boolean).join(' · ');
