import type { ReactNode } from 'react';
import { ButtonLink, TextLink } from './app-link.tsx';

interface PathLinkProps {
  /** A path of Jalon that was put together from data, with its search if it has one. */
  readonly path: string;
  readonly children: ReactNode;
  /** -1 inside a grid, where arrows lead. */
  readonly tabIndex?: number;
}

/** A link to an address that the data chooses; where the page is known, `TextLink` checks it. */
export const PathLink = ({ path, children, ...rest }: PathLinkProps) => (
  <TextLink {...toTarget(path)} inherit {...rest}>
    {children}
  </TextLink>
);

/** The same as a button. */
export const PathButton = ({
  path,
  children,
  isPrimary = false,
}: Omit<PathLinkProps, 'tabIndex'> & { readonly isPrimary?: boolean }) => (
  <ButtonLink {...toTarget(path)} variant={isPrimary ? 'filled' : 'default'}>
    {children}
  </ButtonLink>
);

/** The router types the addresses it knows; one made of data is only known to be a path. */
function toTarget(path: string): { to: '/' } {
  const [to = '/', search = ''] = path.split('?');
  const target = { to, search: Object.fromEntries(new URLSearchParams(search)) };
  return target as unknown as { to: '/' };
}
