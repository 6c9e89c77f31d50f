import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inProject } from '../../../scripts/project.ts';
import { makeFolder, startProgram } from '../program.ts';
import type { Group, Row } from '../row.ts';
import { placed, placesOf } from './places.ts';

interface TomcatRow extends Row {
  readonly connector?: string;
  /** How the application writes what it answers. */
  readonly written?: 'labelled-latin-1';
  readonly certificate?: string;
}

const rows: readonly TomcatRow[] = [
  { name: 'as it is installed', expected: 'trusted' },
  { name: 'certificate by keytool that signed itself', certificate: 'RSA 2048', expected: 'asked signedItself' },
  {
    name: 'answers labelled ISO-8859-1, as servlets do by default, with Chinese names in UTF-8',
    written: 'labelled-latin-1',
    expected: 'trusted',
  },
  {
    name: 'every connection ended after its answer (`maxKeepAliveRequests="1"`)',
    connector: 'maxKeepAliveRequests=1',
    expected: 'trusted',
  },
  { name: 'idle connections ended after a second (`keepAliveTimeout`)', connector: 'keepAliveTimeout=1000', expected: 'trusted' },
];

const jars = ['core', 'el'].map((part) => `/usr/share/java/tomcat10-embed-${part}.jar`);

export const tomcat: Group = {
  title: 'Tomcat',
  needs: [
    { what: 'java', debianPackage: 'default-jdk-headless' },
    { what: 'javac', debianPackage: 'default-jdk-headless' },
    { what: 'keytool', debianPackage: 'default-jdk-headless' },
    { what: 'openssl', debianPackage: 'openssl' },
    {
      what: '/usr/share/java/tomcat10-embed-core.jar',
      debianPackage: 'libtomcat10-embed-java',
      version: {
        name: 'Tomcat',
        program: 'java',
        args: ['-cp', jars.join(path.delimiter), 'org.apache.catalina.util.ServerInfo'],
        of: /Server number:\s+(\d+\.\d+\.\d+)/,
      },
    },
  ],
  rows,
  start: async (world, wanted) => {
    const folder = makeFolder(path.join(world.folder, 'tomcat'));
    const here = await placed(rows.filter((row) => wanted.includes(row)));
    const lines = await Promise.all(
      here.map(async ({ row, port }) => {
        const { store } = await world.certificates.of(row.certificate ?? 'of an authority');
        return [port, store, row.written ?? 'bytes', row.connector ?? '-'].join('\t');
      }),
    );
    const file = path.join(folder, 'endpoints');
    await writeFile(file, lines.join('\n'));
    const source = inProject('test', 'servers', 'java', 'TomcatGateway.java');
    const args = ['-cp', jars.join(path.delimiter), source, String(world.gatewayPort), folder, file];
    const started = await startProgram(
      'tomcat',
      'java',
      args,
      folder,
      here.map(({ port }) => port),
    );
    return { places: placesOf(here), stop: started.stop };
  },
};
