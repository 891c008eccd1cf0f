import { CloseButton, Drawer, Title } from '@mantine/core';
import { useMediaQuery, useWindowEvent } from '@mantine/hooks';
import { type ReactNode, useContext, useId } from 'react';
import { createPortal } from 'react-dom';
import { SectionCard } from './section-card.tsx';
import classes from './side-panel.module.css';
import { SidePanelSlot } from './side-panel-slot.ts';
import { type Closing, UnsavedScope } from './unsaved-scope.tsx';

interface SidePanelProps {
  readonly title: string;
  /** What is explained: « Bonnet Maxime · B2 Prise en charge administrative ». */
  readonly overline?: ReactNode;
  /** Last words at the bottom: « Le jury décide. Cette proposition ne l’engage pas. » */
  readonly footer?: ReactNode;
  /** What it explains must stay in sight: narrow screens show it in the page, above the rest. */
  readonly staysInPage?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Explains what is selected, at the right of the page; on narrow screens it slides over it. */
export const SidePanel = ({ onClose, ...panel }: SidePanelProps) => (
  <UnsavedScope onClose={onClose}>{(closing) => <Panel {...panel} {...closing} />}</UnsavedScope>
);

function Panel({
  title,
  overline,
  footer,
  staysInPage = false,
  children,
  close,
  isAsking,
  hasUnsaved,
}: Omit<SidePanelProps, 'onClose'> & Closing) {
  const slot = useContext(SidePanelSlot);
  const isWide = useMediaQuery('(min-width: 75em)', true, { getInitialValueInEffect: false });
  const titleId = useId();
  const stands = slot !== null && isWide;
  useWindowEvent('keydown', ({ key, target, defaultPrevented }) => {
    if (stands && key === 'Escape' && !defaultPrevented && !isIn(target, '[role="dialog"]'))
      close();
  });
  // The page beside it is live: what is chosen there would replace a form that is being filled in.
  const askFirst = (event: MouseEvent) => {
    if (!stands || !hasUnsaved() || !isIn(event.target, 'main :is(a, button, [role="button"])'))
      return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  useWindowEvent('click', askFirst, { capture: true });
  const words = (
    <>
      {children}
      {footer && <div className={classes.footer}>{footer}</div>}
    </>
  );
  if (stands)
    return createPortal(
      <aside aria-labelledby={titleId} className={classes.panel}>
        <div className={classes.head}>
          <div>
            {overline && <div className={classes.overline}>{overline}</div>}
            <Title order={2} id={titleId} className={classes.title ?? ''}>
              {title}
            </Title>
          </div>
          <CloseButton onClick={close} aria-label="Fermer le panneau" />
        </div>
        {words}
      </aside>,
      slot,
    );
  if (staysInPage)
    return (
      <SectionCard title={title} hint={overline}>
        {words}
      </SectionCard>
    );
  return (
    <Drawer
      opened
      onClose={close}
      closeOnEscape={!isAsking}
      position="right"
      size="min(420px, 100%)"
      title={title}
      classNames={{ title: classes.title ?? '', body: classes.drawerBody ?? '' }}
      closeButtonProps={{ 'aria-label': 'Fermer le panneau' }}
    >
      {overline && <div className={classes.overline}>{overline}</div>}
      {words}
    </Drawer>
  );
}

const isIn = (target: EventTarget | null, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;
