import { DefaultZIndexes, usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts';
import type { BandPoint, CurvePoint } from './curve.ts';
import { look } from './look.ts';

interface PlotDataProps {
  readonly band: readonly BandPoint[];
  readonly measured: readonly CurvePoint[];
  readonly rem: number;
}

const RADIUS = 0.22;

/** What was measured, and the band in which a line may lie: one path each, however many points there are. */
export function PlotData({ band, measured, rem }: PlotDataProps) {
  const area = usePlotArea();
  const across = useXAxisScale();
  const up = useYAxisScale('left');
  if (area === undefined || across === undefined || up === undefined) return null;
  const at = (x: number, y: number): string => {
    const height = Math.min(Math.max(up(y) ?? 0, area.y), area.y + area.height);
    return `${across(x) ?? 0},${height}`;
  };
  const edge = [...band.map(({ x, high }) => at(x, high)), ...band.toReversed().map(({ x, low }) => at(x, low))];
  const r = RADIUS * rem;
  const circles = measured.map(
    ({ x, y }) => `M${at(x, y)}m${-r},0a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0`,
  );
  return (
    <>
      <ZIndexLayer zIndex={DefaultZIndexes.area}>
        {edge.length > 0 && <path d={`M${edge.join('L')}Z`} className={look('band')} />}
      </ZIndexLayer>
      <ZIndexLayer zIndex={DefaultZIndexes.scatter}>
        <path d={circles.join('')} className={look('measured')} />
      </ZIndexLayer>
    </>
  );
}
