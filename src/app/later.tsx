import { lazy, useState, type ComponentType } from 'react';

interface Later<P> {
  (props: P): React.ReactNode;
  /** Fetches it; it is then drawn at once when it is first shown. */
  load(): Promise<unknown>;
}

/** A component that is fetched when it is first shown, or earlier by `load`. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): Later<P> {
  let loaded: ComponentType<P> | null = null;
  const fetchIt = async (): Promise<{ default: ComponentType<P> }> => {
    loaded = await load();
    return { default: loaded };
  };
  const Fetched = lazy(fetchIt) as unknown as ComponentType<P>;
  function Part(props: P) {
    // What it began as it stays, or it would lose its state.
    const [Shown] = useState<ComponentType<P>>(() => loaded ?? Fetched);
    return <Shown {...props} />;
  }
  return Object.assign(Part, { load: fetchIt });
}
