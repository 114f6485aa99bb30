import { describe, expect, test } from 'vitest';
import { kindOfName, parseQuickText } from '../../../src/model/edit/quick-text.ts';

describe('a typed line', () => {
  test.each([
    ['App 3 × 99 %', { name: 'App', kind: 'service', replicas: 3, up: '99 %' }],
    ['App 3 x 99%', { name: 'App', kind: 'service', replicas: 3, up: '99 %' }],
    ['App ×3 99 %', { name: 'App', kind: 'service', replicas: 3, up: '99 %' }],
    ['App 3x', { name: 'App', kind: 'service', replicas: 3 }],
    ['3x App', { name: 'App', kind: 'service', replicas: 3 }],
    ['App 3', { name: 'App 3', kind: 'service' }],
    ['App 3 99 %', { name: 'App', kind: 'service', replicas: 3, up: '99 %' }],
    ['db 2x99.9%', { name: 'Db', kind: 'database', replicas: 2, up: '99.9 %' }],
    ['3 app 99 %', { name: 'App', kind: 'service', replicas: 3, up: '99 %' }],
    ['Redis cache', { name: 'Redis cache', kind: 'cache' }],
    ['2 of 3 App 99%', { name: 'App', kind: 'service', needed: 2, replicas: 3, up: '99 %' }],
    ['majority of 5 Raft store', { name: 'Raft store', kind: 'database', needed: 'majority', replicas: 5 }],
    ['Stripe 99.95 %', { name: 'Stripe', kind: 'external', up: '99.95 %' }],
    ['Payment gateway 99.95 %', { name: 'Payment gateway', kind: 'external', up: '99.95 %' }],
    ['API gateway', { name: 'API gateway', kind: 'balancer' }],
    ['Load balancer 2 × 99.9 %', { name: 'Load balancer', kind: 'balancer', replicas: 2, up: '99.9 %' }],
    ['Orders database 2 × 99.9 %', { name: 'Orders database', kind: 'database', replicas: 2, up: '99.9 %' }],
    ['App 4 nines', { name: 'App', kind: 'service', up: '4 nines' }],
    ['Shoppers', { name: 'Shoppers', kind: 'client' }],
    ['Shoppers 99.99 %', { name: 'Shoppers', kind: 'client', promised: '99.99 %' }],
    ['Any of', { name: 'Any of', kind: 'gate' }],
    ['S3 bucket', { name: 'S3 bucket', kind: 'database' }],
    ['Kafka 3 x 99.9 %', { name: 'Kafka', kind: 'queue', replicas: 3, up: '99.9 %' }],
    ['部署 2 × 99 %', { name: '部署', kind: 'service', replicas: 2, up: '99 %' }],
    ['Auth0', { name: 'Auth0', kind: 'external' }],
    ['0 app', { name: 'App', kind: 'service', replicas: 1 }],
    ['99 %', { name: 'App', kind: 'service', up: '99 %' }],
    ['  ', { name: 'App', kind: 'service' }],
  ])('"%s" is read', (text, expected) => {
    expect(parseQuickText(text)).toEqual(expected);
  });

  test('is read for the kind that is known', () => {
    expect(parseQuickText('Web shop 99.99 %', 'client')).toEqual({
      name: 'Web shop',
      kind: 'client',
      promised: '99.99 %',
    });
  });

  test('tells a kind by whole words only', () => {
    expect(kindOfName('Dbl')).toBe('service');
    expect(kindOfName('Cachet')).toBe('service');
    expect(kindOfName('orders-db')).toBe('database');
    expect(kindOfName('Thank you')).toBe('service');
  });

  test('of any length is read at once', () => {
    const started = performance.now();
    parseQuickText('9 × '.repeat(20_000));
    parseQuickText(`${'9'.repeat(50_000)} of`);
    parseQuickText(' '.repeat(50_000));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
