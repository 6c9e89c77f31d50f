import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Where a process of this Linux machine listens: address and port, IPv4 and IPv6, TCP and UDP. */
export function listeningSockets(pid: number): { readonly table: string; readonly address: string; readonly port: number }[] {
  const inodes = new Set(
    readdirSync(`/proc/${String(pid)}/fd`).flatMap((fd) => {
      const inode = /^socket:\[(\d+)\]$/.exec(readlink(`/proc/${String(pid)}/fd/${fd}`))?.[1];
      return inode === undefined ? [] : [inode];
    }),
  );
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((table) =>
    readFileSync(`/proc/${String(pid)}/net/${table}`, 'utf8')
      .split('\n')
      .slice(1)
      .flatMap((line) => {
        const [, local = '', , state, , , , , , inode = ''] = line.trim().split(/\s+/);
        // 0A is LISTEN, 07 an open UDP socket.
        if (!inodes.has(inode) || (state !== '0A' && state !== '07')) return [];
        const [address = '', port = ''] = local.split(':');
        return [{ table, address: readable(address), port: Number.parseInt(port, 16) }];
      }),
  );
}

function readlink(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    // Closed meanwhile.
    return '';
  }
}

/** The kernel writes IPv4 as one little-endian number. */
function readable(address: string): string {
  if (address.length !== 8) return address;
  return (address.match(/../g) ?? [])
    .map((pair) => Number.parseInt(pair, 16))
    .reverse()
    .join('.');
}
