import { expect, test } from 'vitest';
import { CHECKOUT, nineboard, scenarioText } from './run.ts';

test('the picture holds every name of the design', () => {
  const { out, status } = nineboard(['picture', CHECKOUT]);
  expect(status).toBe(0);
  for (const name of ['Shoppers', 'Load balancer', 'App', 'Orders database', 'Payment gateway'])
    expect(out).toContain(name);
});

test('a design is chosen by name or by number', () => {
  const byName = nineboard(['picture', CHECKOUT, '--design', 'two providers']).out;
  expect(byName).toBe(nineboard(['picture', CHECKOUT, '--design', '2']).out);
  expect(byName).not.toBe(nineboard(['picture', CHECKOUT]).out);
});

test('a design or a theme that does not exist is refused', () => {
  expect(nineboard(['picture', CHECKOUT, '--design', 'three']).status).toBe(2);
  expect(nineboard(['picture', CHECKOUT, '--theme', 'neon']).status).toBe(2);
});

test('a file without positions is laid out', () => {
  const text = scenarioText({ a: { kind: 'client' }, b: { kind: 'service' } }, [{ from: 'a', to: 'b' }]);
  const { out, status } = nineboard(['picture', '-'], text);
  expect(status).toBe(0);
  expect(out).toContain('<svg');
});
