import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly to: string;
  readonly messageId: string;
  readonly text: string;
}

/** A real SMTP server that keeps what it receives. */
export interface SmtpInbox {
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
  close(): Promise<void>;
}

/** @param beforeAccepting asked once the mail has arrived, before its sender is told so */
export async function startSmtpInbox(
  beforeAccepting: (count: number) => Promise<void> | void = () => {},
): Promise<SmtpInbox> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, accept) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const messageId = /^message-id:\s*(\S+)/im.exec(text)?.[1] ?? '';
        const to = session.envelope.rcptTo[0]?.address ?? '';
        mails.push({ to, messageId, text });
        Promise.resolve(beforeAccepting(mails.length)).then(() => accept(), accept);
      });
    },
  });
  // A sender killed in mid-sentence resets its connection: a mail server goes on.
  server.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') throw error;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
