import type { EnrolmentFile } from '@jalon/contract';
import {
  checkCourseOpen,
  dispensationStateNames,
  formatMinutes,
  formatShortDay,
  isDispensationOpen,
  isTaught,
} from '@jalon/domain';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { ButtonLink } from '../../../components/app-link.tsx';
import { Can } from '../../../components/can.tsx';
import { ReasonList } from '../../../components/reason-list.tsx';
import { SectionCard } from '../../../components/section-card.tsx';
import { StateBadge, type Tone } from '../../../components/state-badge.tsx';
import { keepFrenchSpaces } from '../../../lib/french-spaces.ts';
import classes from '../enrolments.module.css';
import { DispensationDrawer } from './dispensation-drawer.tsx';

type Dispensation = EnrolmentFile['dispensations'][number];

const tones: Record<Dispensation['state'], Tone> = {
  draft: 'mute',
  filed: 'ready',
  transmitted: 'ready',
  granted: 'ok',
  partial: 'ok',
  refused: 'bad',
  withdrawn: 'mute',
};

/** What is asked and granted, and what it makes of the hours due. */
export function DispensationsCard({ file }: { readonly file: EnrolmentFile }) {
  const [edited, setEdited] = useState<Dispensation | 'new' | null>(null);
  const isOpen = checkCourseOpen(file.state, 'dispensation').length === 0;
  return (
    <SectionCard
      title="Dispenses"
      hint={file.hours.sentence}
      actions={
        isTaught(file.route) &&
        isOpen && (
          <Can permission="dispensation:write">
            <Button size="xs" onClick={() => setEdited('new')}>
              Demander une dispense
            </Button>
          </Can>
        )
      }
      isFlush
    >
      <div className={classes.row}>
        <ReasonList reasons={file.hours.reasons} />
      </div>
      {file.dispensations.length === 0 ? (
        <div className={classes.row}>
          <span className={classes.soft}>
            {isTaught(file.route)
              ? 'Aucune. Une expérience ou un diplôme antérieur peut alléger le parcours.'
              : 'Aucune, et rien à alléger.'}
          </span>
        </div>
      ) : (
        <ul className={classes.rows}>
          {file.dispensations.map((one) => (
            <li key={one.id} className={classes.row}>
              <div className={classes.grow}>
                <div className={classes.strong}>
                  {one.blockCode} · {one.moduleName ?? 'tout le bloc'}
                </div>
                <div className={classes.soft}>{describe(one)}</div>
                {one.evidenceLacking && isDispensationOpen(one.state) && (
                  <div className={classes.missing}>{keepFrenchSpaces(one.evidenceLacking)}</div>
                )}
                {one.formerAnswers.map((former) => (
                  <div key={`${former.rectifiedOn} ${former.because}`} className={classes.soft}>
                    {describeFormer(former)}
                  </div>
                ))}
              </div>
              <StateBadge tone={tones[one.state]}>{dispensationStateNames[one.state]}</StateBadge>
              {one.state === 'draft' && isOpen && (
                <Can permission="dispensation:write">
                  <Button
                    size="xs"
                    onClick={() => setEdited(one)}
                    aria-label={`Modifier le brouillon ${one.blockCode}, ${one.moduleName ?? 'tout le bloc'}`}
                  >
                    Modifier
                  </Button>
                </Can>
              )}
              <ButtonLink
                size="xs"
                to="/dispenses/$dispensationId"
                params={{ dispensationId: one.id }}
              >
                Ouvrir
              </ButtonLink>
            </li>
          ))}
        </ul>
      )}
      {edited && (
        <DispensationDrawer
          file={file}
          draft={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </SectionCard>
  );
}

function describe(one: Dispensation): string {
  const asked = `${formatMinutes(one.requestedMinutes)} demandées`;
  if (one.withdrawnOn !== null)
    return `${asked} · retirée le ${formatShortDay(one.withdrawnOn)} · ${one.withdrawalMotive}`;
  if (one.decidedOn !== null) {
    const granted = `${formatMinutes(one.grantedMinutes ?? 0)} accordées`;
    return [asked, granted, `réponse du ${formatShortDay(one.decidedOn)}`, one.motive]
      .filter(Boolean)
      .join(' · ');
  }
  if (one.transmittedOn !== null)
    return `${asked} · transmise le ${formatShortDay(one.transmittedOn)}, réf. ${one.reference}`;
  return one.filedOn === null ? asked : `${asked} · déposée le ${formatShortDay(one.filedOn)}`;
}

/** « Rectifiée le 23 nov. 2026 : … Avant : refusée le 20 nov. 2026. » */
const describeFormer = (former: Dispensation['formerAnswers'][number]): string =>
  `Rectifiée le ${formatShortDay(former.rectifiedOn)} (${former.because}). Avant : ${dispensationStateNames[former.state].toLowerCase()} le ${formatShortDay(former.decidedOn)}, ${formatMinutes(former.grantedMinutes)} accordées.`;
