import { chmod, readFile, writeFile } from 'node:fs/promises';
import { isIPv4 } from 'node:net';
import { startSimulator } from '../../../simulator/index.ts';
import { expect, test } from '../../electron/fixtures.ts';
import { launch } from '../../electron/running.ts';
import { traceLacks } from '../../support/desktop/programs.ts';
import { signIn } from '../../support/signInPage.ts';

/** Every address that a traced process connected or sent to, as `address:port`; sockets within the machine's kernel aside. */
function reached(trace: string): string[] {
  return trace.split('\n').flatMap((line) => {
    const port = /sin6?_port=htons\((\d+)\)/.exec(line)?.[1];
    const address = /inet_addr\("([^"]+)"\)/.exec(line)?.[1] ?? /inet_pton\(AF_INET6, "([^"]+)"/.exec(line)?.[1];
    return port === undefined || address === undefined ? [] : [isIPv4(address) ? `${address}:${port}` : `[${address}]:${port}`];
  });
}

test('through the whole job no process of Earshot reaches for anything but the gateway', async ({ desktop }, testInfo) => {
  const lacks = traceLacks();
  test.skip(lacks.length > 0, lacks.join('; '));
  const simulator = await startSimulator({ agents: 40, centre: 'still', phone: { kind: 'picksUp', afterMs: 1_000 } });
  simulator.setAgent('20001', { name: 'Li Wei', state: 'talking' });
  const trace = testInfo.outputPath('sockets.trace');
  const underTrace = async (electron: string): Promise<string> => {
    const wrapper = testInfo.outputPath('electron-under-trace');
    const calls = 'connect,sendto,sendmsg,sendmmsg';
    await writeFile(
      wrapper,
      `#!/bin/sh\nexec strace -f --seccomp-bpf -qq -e trace=${calls} -e signal=none -o '${trace}' '${electron}' "$@"\n`,
    );
    await chmod(wrapper, 0o755);
    return wrapper;
  };
  const earshot = await launch({ desktop, entry: '.', around: underTrace });
  const { page } = earshot;
  await signIn(page, simulator);
  await page.getByRole('button', { name: 'Listen to 20001' }).click();
  const listen = page.getByRole('region', { name: 'Your listen' });
  await expect(listen).toContainText('Listening to Li Wei (20001)');
  await listen.getByRole('button', { name: 'Stop listening' }).click();
  await expect(listen).toContainText('Not listening');
  await earshot.close();
  await simulator.close();

  const addresses = new Set(reached(await readFile(trace, 'utf8')));
  expect(addresses).toContain(`127.0.0.1:${String(simulator.port)}`);
  expect([...addresses].filter((address) => address !== `127.0.0.1:${String(simulator.port)}`)).toEqual([]);
});
