import type { Request, RouteKey } from '@jalon/contract';
import { Button, type ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { download } from '../lib/api.ts';
import { useAct } from '../lib/use-act.ts';
import { ProblemAlert } from './problem-alert.tsx';

interface DownloadButtonProps<K extends RouteKey> extends Omit<ButtonProps, 'children'> {
  readonly from: K;
  readonly request: Request<K>;
  readonly children: ReactNode;
  /** Where the words alone do not say which file: it begins with them. */
  readonly 'aria-label'?: string;
}

/** A file behind a button: shows that it works, and says why when it cannot be had. */
export function DownloadButton<K extends RouteKey>({
  from,
  request,
  children,
  ...button
}: DownloadButtonProps<K>) {
  const { run, isPending, problem } = useAct(() => download(from, request));
  return (
    <div>
      <ProblemAlert problem={problem} />
      <Button {...button} loading={isPending} onClick={run}>
        {children}
      </Button>
    </div>
  );
}
