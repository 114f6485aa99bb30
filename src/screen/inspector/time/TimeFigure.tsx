import { useState } from 'react';
import type { TimeCurve } from '../../../model/report.ts';
import { useBoard } from '../../../store/board.ts';
import { percentText, timeText } from '../../../words/numbers.ts';
import { figureText, namedAtoms, SHOWN_FIGURES, timeCurveText } from '../../../words/time-figures.ts';
import { densityPaths, highest, SIDE, spikes } from './density-path.ts';
import { axisOf, joined, placeOn, type TimeAxis } from './time-axis.ts';
import styles from './time.module.css';

interface TimeFigureProps {
  readonly curve: TimeCurve;
  /** Something is wrong with what is written now. */
  readonly old: boolean;
}

/** What a time looks like: its density, a spike for each time with a chance of its own, and its quantiles. */
export function TimeFigure({ curve, old }: TimeFigureProps) {
  const { axis, top } = useScale(curve);
  const { outline, area } = densityPaths(curve, axis, top);
  const most = Math.max(...curve.atoms.map(({ probability }) => probability), 0);
  const labels = labelsOf(curve, axis, most);
  const { seconds } = curve;
  return (
    <figure className={styles['figure']} data-old={old || undefined}>
      <div className={styles['plot']}>
        <svg
          role="img"
          aria-label={timeCurveText(curve)}
          viewBox={`0 0 ${SIDE} ${SIDE}`}
          preserveAspectRatio="none"
          className={styles['drawing']}
        >
          <path d={area} className={styles['area']} />
          <path d={outline} className={styles['outline']} />
          <path d={spikes(curve, axis, most)} className={styles['spikes']} />
          {labels
            .filter(({ mark }) => mark)
            .map(({ at }) => (
              <path key={at} d={`M${at * SIDE} 0V${SIDE}`} className={styles['mark']} />
            ))}
        </svg>
        {labels.map((label) => (
          <LabelText key={label.at} {...label} />
        ))}
      </div>
      <div aria-hidden className={styles['axis']} data-axis>
        <span>{timeText(axis.start)}</span>
        {axis.log && <span>log axis</span>}
        <span>{timeText(axis.end)}</span>
      </div>
      {seconds !== null && (
        <dl className={styles['figures']}>
          {SHOWN_FIGURES.map(([key, label]) => (
            <div key={key}>
              <dt>{label}</dt>
              <dd>{figureText(seconds[key])}</dd>
            </div>
          ))}
        </dl>
      )}
      {old && <figcaption>As it was before the error.</figcaption>}
    </figure>
  );
}

interface Scale {
  readonly axis: TimeAxis;
  /** The density at the upper edge. */
  readonly top: number;
}

/** Axes stay while a value is dragged or typed: until that is done they only grow. */
function useScale(curve: TimeCurve): Scale {
  const moving = useBoard((state) => state.gesture !== null);
  const wanted = axisOf(curve);
  const [held, setHeld] = useState<Scale>(() => ({ axis: wanted, top: highest(curve, wanted) }));
  const axis = moving ? joined(held.axis, wanted) : wanted;
  const top = moving ? Math.max(held.top, highest(curve, axis)) : highest(curve, axis);
  const { start, end, log } = held.axis;
  if (top !== held.top || axis.start !== start || axis.end !== end || axis.log !== log) setHeld({ axis, top });
  return { axis, top };
}

interface Label {
  /** As a share of the axis. */
  readonly at: number;
  /** Of what it names, as a share of the drawing's height. */
  readonly height: number;
  readonly text: string;
  /** A quantile, with a line of its own down to the axis. */
  readonly mark: boolean;
}

/** Nearer to each other than this, as a share of the axis, two names would lie over one another. */
const ROOM = 0.16;

/** The shares at the spikes, the largest first; where there are none, p99 and p50. What has no room is left out. */
function labelsOf(curve: TimeCurve, axis: TimeAxis, most: number): readonly Label[] {
  const { p50 = null, p99 = null } = curve.seconds ?? {};
  const quantiles = [
    { seconds: p99, text: 'p99' },
    { seconds: p50, text: 'p50' },
  ].flatMap(({ seconds, text }) =>
    seconds === null ? [] : [{ at: placeOn(axis, seconds), height: 1, text, mark: true }],
  );
  const atoms = namedAtoms(curve).map(({ seconds, probability }) => ({
    at: placeOn(axis, seconds),
    height: probability / most,
    text: percentText(probability),
    mark: false,
  }));
  const shown: Label[] = [];
  for (const label of curve.atoms.length > 0 ? atoms : quantiles) {
    const free = shown.every(({ at }) => Math.abs(at - label.at) > ROOM);
    if (label.at >= 0 && label.at <= 1 && free) shown.push(label);
  }
  return shown;
}

/** A text over a place of the drawing, kept inside it at both ends. */
const LabelText = ({ at, height, text, mark }: Label) => (
  <span
    aria-hidden
    className={styles['label']}
    data-name
    data-side={at < ROOM / 2 ? 'start' : at > 1 - ROOM / 2 ? 'end' : undefined}
    data-quiet={mark || undefined}
    style={{ left: `${at * 100}%`, bottom: `${height * 100}%` }}
  >
    {text}
  </span>
);
