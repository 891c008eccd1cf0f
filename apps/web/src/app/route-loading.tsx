import { LoadingState } from '../components/loading-state.tsx';

/** A page on its way. */
export function RouteLoading() {
  return <LoadingState />;
}
