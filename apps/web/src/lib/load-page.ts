import { networkDown } from './problem-error.ts';

/**
 * Loads the file of a page. When it does not come, either Jalon was updated meanwhile, and the router
 * reloads for the new files, or the network is down, and a reload would leave the person on the
 * browser's own error page.
 * @throws ProblemError `network_down`
 */
export const loadPageFile =
  <T>(load: () => Promise<T>) =>
  (): Promise<T> =>
    load().catch(async (error: unknown) => {
      const isServerThere = await fetch('/', { method: 'HEAD', cache: 'no-store' }).then(
        () => true,
        () => false,
      );
      throw isServerThere ? error : networkDown();
    });
