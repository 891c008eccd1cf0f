import { Button } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useIsAllowed } from '../../lib/session.ts';
import { LoadingState } from '../loading-state.tsx';
import { SidePanel } from '../side-panel.tsx';
import type { FeedOf } from './feed-of.ts';

const FeedPanel = lazy(async () => ({ default: (await import('./feed-panel.tsx')).FeedPanel }));

interface SubscribeButtonProps {
  readonly of: FeedOf;
  /** Whose calendar it is: « Salle 2 », « Paris, octobre 2026 ». */
  readonly name: string;
  readonly isOpen: boolean;
  readonly onChange: (isOpen: boolean) => void;
}

/** « S’abonner » beside a calendar of the office; the address is made in the side panel. */
export function SubscribeButton({ of, name, isOpen, onChange }: SubscribeButtonProps) {
  if (!useIsAllowed('calendar-feed:write')) return null;
  return (
    <>
      <Button onClick={() => onChange(true)}>S’abonner</Button>
      {isOpen && (
        <SidePanel
          title="Ce calendrier dans votre agenda"
          overline={name}
          onClose={() => onChange(false)}
        >
          <Suspense fallback={<LoadingState />}>
            <FeedPanel of={of} />
          </Suspense>
        </SidePanel>
      )}
    </>
  );
}
