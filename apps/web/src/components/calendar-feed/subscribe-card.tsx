import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { LoadingState } from '../loading-state.tsx';
import { SectionCard } from '../section-card.tsx';
import type { FeedOf } from './feed-of.ts';

const FeedPanel = lazy(async () => ({ default: (await import('./feed-panel.tsx')).FeedPanel }));

interface SubscribeCardProps {
  readonly of: FeedOf;
  /** What the person will find in their agenda. */
  readonly children: string;
}

/** On a phone: one's own half-days in the phone's agenda. What it takes is loaded on the tap. */
export function SubscribeCard({ of, children }: SubscribeCardProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <SectionCard title="Dans votre agenda">
      {isOpen ? (
        <Suspense fallback={<LoadingState />}>
          <FeedPanel of={of} />
        </Suspense>
      ) : (
        <>
          <p style={{ margin: '0 0 12px' }}>{children}</p>
          <Button fullWidth onClick={() => setOpen(true)}>
            S’abonner au calendrier
          </Button>
        </>
      )}
    </SectionCard>
  );
}
