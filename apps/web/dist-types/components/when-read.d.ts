import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
interface WhenReadProps<T> {
    readonly read: UseQueryResult<T>;
    readonly children: (data: T) => ReactNode;
}
/** Waits for a read, says what went wrong with it, then shows what it brought. */
export declare function WhenRead<T>({ read, children }: WhenReadProps<T>): string | number | bigint | boolean | Iterable<ReactNode> | Promise<string | number | bigint | boolean | import("react").ReactPortal | import("react").ReactElement<unknown, string | import("react").JSXElementConstructor<any>> | Iterable<ReactNode> | null | undefined> | import("react").JSX.Element | null | undefined;
export {};
