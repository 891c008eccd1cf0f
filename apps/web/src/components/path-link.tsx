import { Anchor, Button } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ReactNode } from 'react';

const RoutedAnchor = createLink(Anchor<'a'>);
const RoutedButton = createLink(Button<'a'>);

interface PathLinkProps {
  /** A path of Jalon that was put together from data, with its search if it has one. */
  readonly path: string;
  readonly children: ReactNode;
  /** -1 inside a grid, where arrows lead. */
  readonly tabIndex?: number;
}

/** A link to an address that the data chooses; where the page is known, `TextLink` checks it. */
export const PathLink = ({ path, children, ...rest }: PathLinkProps) => (
  <RoutedAnchor {...toTarget(path)} inherit {...rest}>
    {children}
  </RoutedAnchor>
);

/** The same as a button. */
export const PathButton = ({
  path,
  children,
  isPrimary = false,
}: Omit<PathLinkProps, 'tabIndex'> & { readonly isPrimary?: boolean }) => (
  <RoutedButton {...toTarget(path)} variant={isPrimary ? 'filled' : 'default'}>
    {children}
  </RoutedButton>
);

/** The router types the addresses it knows; one made of data is only known to be a path. */
function toTarget(path: string): { to: '/' } {
  const [to = '/', search = ''] = path.split('?');
  const target = { to, search: Object.fromEntries(new URLSearchParams(search)) };
  return target as unknown as { to: '/' };
}
