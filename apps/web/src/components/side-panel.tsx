import { CloseButton, Drawer, Title } from '@mantine/core';
import { useMediaQuery, useWindowEvent } from '@mantine/hooks';
import { type ReactNode, useContext, useId } from 'react';
import { createPortal } from 'react-dom';
import { SectionCard } from './section-card.tsx';
import classes from './side-panel.module.css';
import { SidePanelSlot } from './side-panel-slot.ts';

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
export function SidePanel({
  title,
  overline,
  footer,
  staysInPage = false,
  onClose,
  children,
}: SidePanelProps) {
  const slot = useContext(SidePanelSlot);
  const isWide = useMediaQuery('(min-width: 75em)', true, { getInitialValueInEffect: false });
  const titleId = useId();
  const stands = slot !== null && isWide;
  useWindowEvent('keydown', ({ key, defaultPrevented }) => {
    if (stands && key === 'Escape' && !defaultPrevented) onClose();
  });
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
          <CloseButton onClick={onClose} aria-label="Fermer le panneau" />
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
      onClose={onClose}
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
