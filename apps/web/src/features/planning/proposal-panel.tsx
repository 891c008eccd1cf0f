import type { CalendarProposalView } from '@jalon/contract';
import { countNoun, formatDay, formatLongDay, formatMinutes } from '@jalon/domain';
import { Button, Group, Stack, Text } from '@mantine/core';
import { sayHalf } from '../../components/calendar/slot-words.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import classes from './proposal-panel.module.css';

interface ProposalPanelProps {
  readonly proposal: CalendarProposalView;
  readonly problem: unknown;
  readonly isPending: boolean;
  readonly onAdopt: () => void;
  readonly onDrop: () => void;
}

/** What the proposed calendar changes, what it could not place, and what it skipped. */
export function ProposalPanel({
  proposal,
  problem,
  isPending,
  onAdopt,
  onDrop,
}: ProposalPanelProps) {
  const { freed, findings, unplaced, skippedDays } = proposal;
  return (
    <SidePanel
      title={sayTitle(proposal)}
      overline="Calendrier proposé"
      staysInPage
      onClose={onDrop}
    >
      <Stack gap="sm">
        <ProblemAlert problem={problem} />
        <ul className={classes.facts}>
          {listFacts(proposal).map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
        {unplaced.length > 0 && (
          <div className={classes.warning}>
            <strong>Ce qui ne tient pas</strong>
            {unplaced.map(({ kind, blockCode, moduleCode, name, reason }) => (
              <p key={`${kind} ${blockCode} ${moduleCode}`}>
                {name} : {reason}
              </p>
            ))}
          </div>
        )}
        {findings.length > 0 && (
          <div className={classes.warning}>
            <strong>À revoir</strong>
            {findings.map(({ message }) => (
              <p key={message}>{message}</p>
            ))}
          </div>
        )}
        {freed.length > 0 && (
          <div className={classes.warning}>
            <strong>À réaffecter</strong>
            <p>
              Déjà pris ailleurs à leur nouveau moment, ces créneaux perdent leur formateur ou leur
              salle.
            </p>
            {freed.map((slot) => (
              <p key={`${slot.date} ${slot.startsAt}`}>
                {slot.name}, {formatLongDay(slot.date)} {sayHalf(slot)} : {slot.what}
              </p>
            ))}
          </div>
        )}
        {skippedDays.length > 0 && (
          <details>
            <summary>{countNoun(skippedDays.length, 'jour sauté', 'jours sautés')}</summary>
            <ul className={classes.facts}>
              {skippedDays.map(({ date, reason }) => (
                <li key={date}>
                  {formatLongDay(date)} : {reason}
                </li>
              ))}
            </ul>
          </details>
        )}
        <Text c="dimmed" size="xs">
          Rien n’est enregistré tant que vous n’adoptez pas ce calendrier.
        </Text>
        <Group>
          <Button variant="filled" onClick={onAdopt} loading={isPending}>
            Adopter ce calendrier
          </Button>
          <Button onClick={onDrop} disabled={isPending}>
            {proposal.kept + proposal.unchanged > 0 ? 'Garder l’ancien' : 'Ne rien changer'}
          </Button>
        </Group>
      </Stack>
    </SidePanel>
  );
}

function sayTitle({ moved, added, removed, unplaced }: CalendarProposalView): string {
  const missing = unplaced.reduce((total, { minutes }) => total + minutes, 0);
  if (missing > 0) return `Il manque ${formatMinutes(missing)}`;
  const changes = moved + added + removed;
  if (changes === 0) return 'Rien ne change';
  return moved + removed === 0
    ? `${countNoun(added, 'demi-journée')} à placer`
    : `${countNoun(changes, 'créneau change', 'créneaux changent')}`;
}

function listFacts(proposal: CalendarProposalView): string[] {
  const { slots, kept, unchanged, moved, added, removed } = proposal;
  const total = slots.reduce((sum, { minutes }) => sum + minutes, 0);
  const [first] = slots;
  const last = slots.at(-1);
  return [
    first && last
      ? `${formatMinutes(total)} du ${formatDay(first.date)} au ${formatDay(last.date)}`
      : 'Aucune demi-journée ne peut être placée',
    kept > 0
      ? `${countNoun(kept, 'demi-journée passée, émargée ou verrouillée reste', 'demi-journées passées, émargées ou verrouillées restent')}`
      : '',
    unchanged > 0
      ? `${countNoun(unchanged, 'demi-journée ne bouge pas', 'demi-journées ne bougent pas')}`
      : '',
    moved > 0
      ? `${countNoun(moved, 'demi-journée déplacée', 'demi-journées déplacées')}, avec formateur et salle`
      : '',
    added > 0 ? `${countNoun(added, 'demi-journée ajoutée', 'demi-journées ajoutées')}` : '',
    removed > 0 ? `${countNoun(removed, 'demi-journée retirée', 'demi-journées retirées')}` : '',
  ].filter(Boolean);
}
