import { board, useBoard } from '../../store/board.ts';
import type { AvailabilityView, LatencyView } from '../../store/state.ts';
import { AVAILABILITY_VIEWS, LATENCY_VIEWS } from '../../words/views.ts';
import { Tabs } from '../ui/Tabs.tsx';
import styles from './dock.module.css';

/** What the tabs show that have most to say. */
export function Views() {
  const lens = useBoard((state) => state.lens);
  const availability = useBoard((state) => state.availabilityView);
  const latency = useBoard((state) => state.latencyView);
  const { setView } = board.getState();
  if (lens === 'availability') {
    return (
      <Tabs
        id="availability"
        label="Views of availability"
        tabs={AVAILABILITY_VIEWS}
        chosen={availability}
        variant="quiet"
        onChoose={(id) => setView({ availabilityView: id as AvailabilityView })}
        className={styles['views']}
      />
    );
  }
  return lens === 'latency' ? (
    <Tabs
      id="latency"
      label="Views of latency"
      tabs={LATENCY_VIEWS}
      chosen={latency}
      variant="quiet"
      onChoose={(id) => setView({ latencyView: id as LatencyView })}
      className={styles['views']}
    />
  ) : null;
}
