import { WebSocket } from 'ws';
import { redeemLink, startWebHost } from '../../support/webHost.ts';
import { createDriven, heardSchema, type Opener } from './driven.ts';

/** The web host as it is released, in a process of its own, attached as its page is. */
export const webHosts: Opener = {
  version: `Node.js ${process.versions.node} (OpenSSL ${process.versions.openssl})`,
  open: async (place, policy) => {
    const none = { HTTPS_PROXY: '', https_proxy: '', ALL_PROXY: '', all_proxy: '', NO_PROXY: '', no_proxy: '' };
    const host = await startWebHost({ env: { ...none, ...place.env, EARSHOT_TEST_POLICY: JSON.stringify(policy) } });
    const headers = { cookie: await redeemLink(host.link), origin: host.origin };
    const socket = new WebSocket(`${host.origin.replace('http', 'ws')}/bridge`, { headers });
    const { driven, hear } = createDriven(
      (command) => {
        socket.send(JSON.stringify(command));
      },
      async () => {
        socket.terminate();
        await host.stop();
      },
    );
    socket.on('message', (data: Buffer) => {
      hear(heardSchema.parse(JSON.parse(data.toString())));
    });
    await new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    return driven;
  },
  close: () => Promise.resolve(),
};
