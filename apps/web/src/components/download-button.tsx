import type { Request, RouteKey } from '@jalon/contract';
import { Button, type ButtonProps } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { download } from '../lib/api.ts';
import { ProblemAlert } from './problem-alert.tsx';

interface DownloadButtonProps<K extends RouteKey> extends Omit<ButtonProps, 'children'> {
  readonly from: K;
  readonly request: Request<K>;
  readonly children: ReactNode;
}

/** A file behind a button: shows that it works, and says why when it cannot be had. */
export function DownloadButton<K extends RouteKey>({
  from,
  request,
  children,
  ...button
}: DownloadButtonProps<K>) {
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const start = async (): Promise<void> => {
    setPending(true);
    setProblem(null);
    try {
      await download(from, request);
    } catch (error) {
      setProblem(error);
    } finally {
      setPending(false);
    }
  };
  return (
    <div>
      <ProblemAlert problem={problem} />
      <Button {...button} loading={isPending} onClick={start}>
        {children}
      </Button>
    </div>
  );
}
