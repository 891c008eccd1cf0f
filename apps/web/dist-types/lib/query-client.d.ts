import { QueryClient } from '@tanstack/react-query';
/** One cache for the whole page. Offline calls are tried and fail aloud rather than wait in silence. */
export declare const createQueryClient: () => QueryClient;
