// What a chart of lines is given.

export interface Axis {
  readonly scale: 'linear' | 'log';
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly text: (value: number) => string;
  readonly name: string;
}

export interface CurveLine {
  readonly key: string;
  readonly points: readonly { readonly x: number; readonly y: number | null }[];
  readonly look: 'line' | 'linear' | 'amdahl' | 'promise';
  readonly axis?: 'left' | 'right';
}

export interface CurveDot {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly today?: boolean;
  readonly axis?: 'left' | 'right';
}

export interface CurvePoint {
  readonly x: number;
  readonly y: number;
}

/** Where a line may lie at one place. */
export interface BandPoint {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}
