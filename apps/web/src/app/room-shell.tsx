import { Outlet } from '@tanstack/react-router';
import { SkipLink } from './skip-link.tsx';

/** The whole screen for one deliberation: no navigation, the page brings everything (RoomPage). */
export function RoomShell() {
  return (
    <>
      <SkipLink />
      <Outlet />
    </>
  );
}
