import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placed, placesAlong, placesBeside, type Spot } from '../../src/screen/charts/label-places.ts';

const AREA = { left: 0, right: 300, top: 0, bottom: 100 };
const HEIGHT = 16;
const coordinate = (most: number) => fc.double({ min: 0, max: most, noNaN: true });
const SPOTS = fc.array(fc.record({ x: coordinate(300), y: coordinate(100) }), { minLength: 1, maxLength: 5 });
const labelled = (dots: readonly Spot[], width = 60) =>
  placed(
    dots.map((dot) => ({ places: placesBeside(dot, 6, HEIGHT), width })),
    { area: AREA, lines: [], dots, height: HEIGHT },
  );

describe('the texts of a chart', () => {
  test('stay on it, and never on each other', () => {
    fc.assert(
      fc.property(SPOTS, (dots) => {
        const boxes = labelled(dots).flatMap((place) => {
          if (place === null) return [];
          const left = place.x - { start: 0, middle: 30, end: 60 }[place.anchor];
          return [{ left, right: left + 60, top: place.y - HEIGHT / 2, bottom: place.y + HEIGHT / 2 }];
        });
        for (const [index, box] of boxes.entries()) {
          expect(box.left).toBeGreaterThanOrEqual(0);
          expect(box.right).toBeLessThanOrEqual(300);
          expect(box.top).toBeGreaterThanOrEqual(0);
          expect(box.bottom).toBeLessThanOrEqual(100);
          for (const other of boxes.slice(index + 1)) {
            const apart =
              box.right <= other.left || other.right <= box.left || box.bottom <= other.top || other.bottom <= box.top;
            expect(apart).toBe(true);
          }
        }
      }),
    );
  });

  test('stand right of their point, or left of it where the chart ends', () => {
    expect(labelled([{ x: 100, y: 50 }])).toEqual([{ x: 106, y: 50, anchor: 'start' }]);
    expect(labelled([{ x: 290, y: 50 }])).toEqual([{ x: 284, y: 50, anchor: 'end' }]);
  });

  test('make way for a line', () => {
    const rising = [
      { x: 100, y: 50 },
      { x: 300, y: 45 },
    ];
    const [place] = placed([{ places: placesBeside({ x: 100, y: 50 }, 6, HEIGHT), width: 60 }], {
      area: AREA,
      lines: [rising],
      dots: [],
      height: HEIGHT,
    });
    expect(place).toEqual({ x: 94, y: 50, anchor: 'end' });
  });

  test('are left out where there is no room at all', () => {
    expect(labelled([{ x: 100, y: 50 }], 400)).toEqual([null]);
  });

  test('of an upright line begin at its foot', () => {
    const places = placesAlong(100, AREA, 5, HEIGHT);
    expect(places[0]).toEqual({ x: 105, y: 92, anchor: 'start' });
    expect(places.every(({ y }) => y >= 8 && y <= 92)).toBe(true);
  });
});
