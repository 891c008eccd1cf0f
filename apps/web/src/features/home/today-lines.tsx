import type { Home } from '@jalon/contract';
import { countNoun, formatDay } from '@jalon/domain';
import { PathLink } from '../../components/path-link.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { TimeRange } from '../../components/time-range.tsx';
import { paths } from '../../lib/paths.ts';
import classes from './home.module.css';

/** The juries of today and those still open, then the half-days in the order of the day. */
export function TodayLines({ slots, juries, today }: Pick<Home, 'slots' | 'juries' | 'today'>) {
  return (
    <SectionCard title="Aujourd’hui au centre" isFlush>
      {slots.length + juries.length === 0 ? (
        <p className={classes.none}>Ni demi-journée ni jury aujourd’hui.</p>
      ) : (
        <ul className={classes.list}>
          {juries.map((jury) => (
            <li key={jury.id} className={classes.slot}>
              <div className={classes.time}>Jury</div>
              <div>
                <PathLink path={paths.jury(jury.id)}>{titleOf(jury, today)}</PathLink>
                <div className={classes.why}>{describeJury(jury)}</div>
              </div>
            </li>
          ))}
          {slots.map((slot) => (
            <li key={slot.slotId} className={classes.slot}>
              <div className={classes.time}>
                <TimeRange start={slot.startsAt} end={slot.endsAt} />
              </div>
              <div>
                <PathLink path={paths.sheet(slot.slotId)}>{slot.title}</PathLink>
                <div className={classes.why}>{describe(slot)}</div>
              </div>
            </li>
          ))}
        </ul>
      )}
    </SectionCard>
  );
}

type Jury = Home['juries'][number];

const titleOf = ({ state, heldOn }: Jury, today: string): string => {
  if (heldOn !== today) return `Jury du ${formatDay(heldOn)}, encore ouvert`;
  return { prepared: 'Jury à ouvrir', open: 'Jury ouvert', closed: 'Jury clos' }[state];
};

const describeJury = ({ cohortNames, candidates, place }: Jury): string =>
  [cohortNames.join(', '), countNoun(candidates, 'candidat'), place].filter(Boolean).join(' · ');

const describe = (slot: Home['slots'][number]): string =>
  [
    slot.cohortName,
    slot.room ?? 'salle à choisir',
    slot.trainerName ?? 'formateur à désigner',
    countNoun(slot.expectedCount, 'attendu'),
    ...(slot.isSigned ? ['feuille signée'] : []),
  ].join(' · ');
