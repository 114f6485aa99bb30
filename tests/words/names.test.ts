import { describe, expect, test } from 'vitest';
import { atStart, bare, componentName, inSentence, nameOf, subjectInside, subjectOf } from '../../src/words/names.ts';

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
