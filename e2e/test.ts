import { networkInterfaces } from 'node:os';
import { expect, test as base } from '@playwright/test';

export { expect };

/** The addresses that `serve.ts` opened. `lan` is null on a machine without a network interface of its own. */
export const addresses = {
  root: () => process.env['NINEBOARD_ROOT'] ?? '',
  deep: () => process.env['NINEBOARD_DEEP'] ?? '',
  lan: () => {
    const own = Object.values(networkInterfaces())
      .flat()
      .find((address) => address?.family === 'IPv4' && !address.internal);
    return own ? `http://${own.address}:${process.env['NINEBOARD_LAN_PORT']}/` : null;
  },
};

/**
 * Every test starts on the built page with an empty browser, and fails when the page reported an error, broke its
 * content security policy, or asked another host for anything.
 */
export const test = base.extend<{ quiet: void }>({
  baseURL: async ({}, provide) => provide(addresses.root()),
  quiet: [
    async ({ context }, provide) => {
      const complaints: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      context.on('weberror', (error) => complaints.push(String(error.error())));
      context.on('request', (request) => {
        const { protocol, hostname } = new URL(request.url());
        const own = hostname === '127.0.0.1' || hostname === new URL(addresses.lan() ?? 'http://127.0.0.1').hostname;
        if (protocol.startsWith('http') && !own) complaints.push(`asked ${request.url()}`);
      });
      await provide();
      expect(complaints, 'complaints of the page').toEqual([]);
    },
    { auto: true },
  ],
});
