import { expect, test as base } from '@playwright/test';
import { LAN_NAME } from './lan.ts';

export { expect };

/**
 * The addresses that `serve.ts` opened. `lan` stands for a machine in a meeting room: plain http on a name that the browser
 * looks up to be this machine, but does not trust as it trusts 127.0.0.1.
 */
export const addresses = {
  root: () => process.env['NINEBOARD_ROOT'] ?? '',
  deep: () => process.env['NINEBOARD_DEEP'] ?? '',
  lan: () => (process.env['NINEBOARD_ROOT'] ?? '').replace('127.0.0.1', LAN_NAME),
};

/**
 * Every test starts on the built page with an empty browser, and fails when the page reported an error, broke its
 * content security policy, or asked another host for anything.
 */
export const test = base.extend<{ quiet: void; expected: RegExp | null }>({
  /** Complaints that a test provokes on purpose. */
  expected: [null, { option: true }],
  baseURL: async ({}, provide) => provide(addresses.root()),
  quiet: [
    async ({ context, expected }, provide) => {
      const complaints: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      context.on('weberror', (error) => complaints.push(String(error.error())));
      context.on('request', (request) => {
        const { protocol, hostname } = new URL(request.url());
        const own = hostname === '127.0.0.1' || hostname === LAN_NAME;
        if (protocol.startsWith('http') && !own) complaints.push(`asked ${request.url()}`);
      });
      await provide();
      const unexpected = complaints.filter((complaint) => expected?.test(complaint) !== true);
      expect(unexpected, 'complaints of the page').toEqual([]);
    },
    { auto: true },
  ],
});
