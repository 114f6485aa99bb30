import { describe, expect, test } from 'vitest';
import { DOWN, type Held } from '../../src/model/edit/what-if.ts';
import { heldAtText, heldStep, heldText, whatIfText } from '../../src/words/held.ts';
import { heldValue } from '../../src/words/held-value.ts';
import { CHECKOUT } from './checkout.ts';

const down = (id: string, up: Held['up'] = DOWN, of: Held['of'] = 'component'): Held => ({ of, id, up });
const today = CHECKOUT.designs[0]!;

describe('what is held', () => {
  test('is said by name, what is alike together', () => {
    expect(heldText(today, [down('payment')])).toBe('Payment gateway is down');
    expect(heldText(today, [down('payment'), down('app')])).toBe('Payment gateway and App are down');
    expect(heldText(today, [down('app'), down('db', '99 %'), down('payment')])).toBe(
      'App and Payment gateway are down, Orders database is up 99 %',
    );
    expect(
      heldText(
        today,
        ['balancer', 'app', 'db', 'payment'].map((id) => down(id)),
      ),
    ).toBe('Load balancer, App and 2 others are down');
  });

  test('a name that stands for several, and a domain', () => {
    const design = {
      name: 'x',
      components: { s: { kind: 'database', name: 'Shards' } },
      domains: { a: { kind: 'zone' } },
    } as const;
    expect(heldText(design, [down('s')])).toBe('Shards are down');
    expect(heldText(design, [down('a', DOWN, 'domain')])).toBe('Zone a is down');
  });

  test('is left out where the design does not have it', () => {
    expect(heldText(today, [down('second'), down('app')])).toBe('App is down');
    expect(heldText(today, [down('second')])).toBe('nothing of this design is down');
    expect(heldStep(today, [down('second')])).toBe('What if');
  });

  test('names its undo step', () => {
    expect(heldStep(today, [down('payment')])).toBe('Take down Payment gateway');
    expect(heldStep(today, [down('app', '99 %'), down('payment')])).toBe(
      'Let App be up 99 %, take down Payment gateway',
    );
  });

  test('stands behind what is tried out', () => {
    expect(whatIfText('Second provider for Payment gateway', today, [])).toBe('Second provider for Payment gateway');
    expect(whatIfText('Second provider for Payment gateway', today, [down('payment')])).toBe(
      'Second provider for Payment gateway, Payment gateway is down',
    );
  });

  test('at something is said as it was written', () => {
    expect([DOWN, '99 %', '3 nines'].map((up) => heldAtText({ up }))).toEqual(['down', 'up 99 %', 'up 3 nines']);
  });
});

describe('what something can be held at', () => {
  test.each(['99 %', '3 nines', 'four nines', '0.999', ' 99.9% ', '99 % to 99.9 %'])(
    '%s is a share of the time',
    (text) => {
      expect(heldValue(text)).toEqual({ up: text.trim() });
    },
  );

  test.each(['0 %', '0', '0.00 %', '0 nines'])('%s is never, which is written in one way', (text) => {
    expect(heldValue(text)).toEqual({ up: DOWN });
  });

  test.each([
    ['120 %', '120 % is more than 100 %. Write at most 100 %'],
    ['99', '99 is more than 1. Did you mean 99 %?'],
    ['peak', 'Write a share of the time, such as 99 % or 3 nines'],
    ['20 min/month', 'Write a share of the time, such as 99 % or 3 nines'],
    ['1 - 1 %', 'Write a share of the time, such as 99 % or 3 nines'],
  ])('%s is not', (text, problem) => {
    expect(heldValue(text)).toEqual({ problem });
  });
});
