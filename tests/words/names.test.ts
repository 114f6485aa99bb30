import { describe, expect, test } from 'vitest';
import type { Design } from '../../src/model/scenario.ts';
import {
  atStart,
  bare,
  componentName,
  inSentence,
  isPlural,
  nameOf,
  partInSentence,
  partName,
  replicasOf,
  subjectInside,
  subjectOf,
  type Named,
} from '../../src/words/names.ts';

describe('a name inside a sentence', () => {
  test.each([
    ['Payment gateway', 'the payment gateway'],
    ['App', 'the app'],
    ['Orders database', 'the orders database'],
    ['Stripe', 'Stripe'],
    ['Payment Gateway', 'Payment Gateway'],
    ['S3', 'S3'],
    ['PostgreSQL', 'PostgreSQL'],
    ['db-1', 'db-1'],
    ['Order DB', 'the order DB'],
    ['Zahlungsdienst', 'Zahlungsdienst'],
    ['決済', '決済'],
    ['', ''],
  ])('"%s" reads "%s"', (name, text) => {
    expect(inSentence(name)).toBe(text);
  });

  test('has no article where it stands before a noun', () => {
    expect([bare('App'), bare('Stripe')]).toEqual(['app', 'Stripe']);
    expect(atStart(inSentence('App'))).toBe('The app');
  });

  test('is the id where there is no name, and what it does for a gate', () => {
    expect(nameOf('x', { kind: 'service' })).toBe('x');
    expect(nameOf('x', { kind: 'service', name: '  ' })).toBe('x');
    expect(nameOf('x', { kind: 'gate' })).toBe('Any of');
    expect(componentName({ name: 'd', components: {} }, 'toString')).toBe('toString');
  });

  test('of a domain is its own, or its kind and its id, and zones have no article', () => {
    const design: Design = {
      name: 'd',
      components: { a: { kind: 'service', name: 'App' } },
      domains: {
        a: { kind: 'zone' },
        'zone-b': { kind: 'zone' },
        feed: { kind: 'power', name: 'Power feed 1' },
        east: { kind: 'region', name: 'Virginia' },
        gateway: { kind: 'network', name: 'Network gateway of all' },
      },
    };
    const domains = ['a', 'zone-b', 'feed', 'east', 'gateway', 'gone'].map((id): Named => ({ of: 'domain', id }));
    expect(domains.map((part) => partName(design, part))).toEqual([
      'Zone a',
      'zone-b',
      'Power feed 1',
      'Virginia',
      'Network gateway of all',
      'gone',
    ]);
    expect(domains.map((part) => partInSentence(design, part))).toEqual([
      'zone a',
      'zone-b',
      'Power feed 1',
      'Virginia',
      'the network gateway of all',
      'gone',
    ]);
    expect(partName(design, { of: 'component', id: 'a' })).toBe('App');
    expect(partInSentence(design, { of: 'component', id: 'a' })).toBe('the app');
  });

  test('takes the plural where it is one', () => {
    expect(['Shards', 'App', 'Postgres', 'Orders', 'Web access', 'Users', 'DNS'].map(isPlural)).toEqual([
      true,
      false,
      false,
      true,
      false,
      true,
      false,
    ]);
    expect([replicasOf('App', 'many'), replicasOf('Shards', 'one')]).toEqual(['app replicas', 'replica of the shards']);
  });

  test('of a document that is a sentence or a question is no subject', () => {
    const titles = ['More replicas, less throughput', 'Search over 100 shards', 'A shared database', 'Why two?'];
    expect(titles.map(subjectOf)).toEqual(titles.map(() => 'This design'));
  });

  test('of a document is its title, where that is short enough', () => {
    expect([subjectOf('Checkout'), subjectOf(undefined), subjectOf('x'.repeat(41))]).toEqual([
      'Checkout',
      'This design',
      'This design',
    ]);
    expect([subjectInside('Checkout'), subjectInside(''), subjectInside('Shop 2')]).toEqual([
      'the checkout',
      'this design',
      'the shop 2',
    ]);
  });
});
