import { Button, Group } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import classes from './move-bar.module.css';
import { keyOfCell, sayVerdict } from './slot-place.ts';
import type { Carrying } from './use-carrying.ts';
import { barId, useMoveKeys } from './use-move-keys.ts';
import type { SlotMovesOnScreen } from './use-slot-moves.ts';

interface MoveBarProps {
  readonly moves: SlotMovesOnScreen;
  readonly carrying: Carrying;
}

/** What the cell under the pointer, or reached by the arrows, says; read out as it changes. */
export function MoveBar({ moves, carrying }: MoveBarProps) {
  const { moving, saving } = moves;
  useMoveKeys(moves, carrying);
  const aim = moving?.aim ?? null;
  const verdict = aim && moving?.verdicts.get(keyOfCell(aim));
  const isCarried = moving?.by === 'keyboard';
  const bar = useRef<HTMLElement>(null);
  // Begun from a panel that closes: the keys have somewhere to be.
  useEffect(() => {
    if (isCarried && document.activeElement === document.body) bar.current?.focus();
  }, [isCarried]);
  return (
    <section
      ref={bar}
      id={barId}
      aria-label={moving ? 'Déplacement du créneau' : undefined}
      tabIndex={-1}
      className={classes.bar}
      data-shown={moving !== null || saving.isSaving}
      data-carried={isCarried}
      data-state={verdict?.state ?? 'here'}
    >
      <div aria-live="assertive" aria-atomic>
        {saving.isSaving && 'Enregistrement du déplacement…'}
        {moving && (
          <>
            <strong>{moving.slot.name}</strong>{' '}
            {verdict && aim
              ? keepFrenchSpaces(sayVerdict(aim, verdict))
              : 'Choisissez une demi-journée.'}
          </>
        )}
      </div>
      {isCarried && (
        <CarryButtons
          moves={moves}
          carrying={carrying}
          mayDrop={verdict?.state === 'free' || verdict?.state === 'warning'}
        />
      )}
    </section>
  );
}

/** The same as the keys, for a finger or a mouse. */
function CarryButtons({ moves, carrying, mayDrop }: MoveBarProps & { readonly mayDrop: boolean }) {
  return (
    <Group gap="xs" mt="xs">
      <Button aria-label="Demi-journée précédente" onClick={() => carrying.step([0, -1])}>
        ←
      </Button>
      <Button aria-label="Demi-journée suivante" onClick={() => carrying.step([0, 1])}>
        →
      </Button>
      {(moves.kind === 'formateurs' || moves.kind === 'salles') && (
        <>
          <Button aria-label="Ligne au-dessus" onClick={() => carrying.step([-1, 0])}>
            ↑
          </Button>
          <Button aria-label="Ligne au-dessous" onClick={() => carrying.step([1, 0])}>
            ↓
          </Button>
        </>
      )}
      <Button variant="filled" disabled={!mayDrop} onClick={moves.dropHere}>
        Poser ici
      </Button>
      <Button onClick={moves.cancel}>Renoncer</Button>
      <span className={classes.help}>Flèches, Entrée pour poser, Échap pour renoncer.</span>
    </Group>
  );
}
