import { z } from 'zod';
import type { Errands } from './errands.ts';

/** A stream that the audio server plays. */
export interface Sound {
  readonly program: string;
  /** The output device, by the name that a person chooses it by. */
  readonly output: string;
  /** Neither paused by its program nor by the server. */
  readonly running: boolean;
  readonly muted: boolean;
}

const headset = ['module-null-sink', 'sink_name=headset', 'sink_properties=device.description=Headset'];

/** Arguments of an audio server of two outputs that nobody hears; the first is the one that is used unless another is chosen. */
export const audioServer = [
  '-n',
  '--daemonize=no',
  '--exit-idle-time=-1',
  '--load=module-native-protocol-unix',
  '--load=module-null-sink sink_name=speakers sink_properties=device.description=Speakers',
  `--load=${headset.join(' ')}`,
  '--load=module-always-sink',
];

const sinkInputs = z.array(
  z.object({
    sink: z.number(),
    corked: z.boolean(),
    mute: z.boolean(),
    properties: z.object({ 'application.name': z.string().default(''), 'application.process.binary': z.string().default('') }),
  }),
);
const sinks = z.array(z.object({ index: z.number(), description: z.string() }));

async function list({ run }: Errands, what: string): Promise<unknown> {
  return JSON.parse(await run('pactl', ['--format=json', 'list', what], { LC_ALL: 'C.UTF-8' }));
}

/** Everything that plays, read from the audio server. */
export async function sounds(errands: Errands): Promise<Sound[]> {
  const streams = sinkInputs.parse(await list(errands, 'sink-inputs'));
  if (streams.length === 0) return [];
  const outputs = sinks.parse(await list(errands, 'sinks'));
  return streams.map(({ sink, corked, mute, properties }) => ({
    program: properties['application.process.binary'] || properties['application.name'],
    output: outputs.find(({ index }) => index === sink)?.description ?? '',
    running: !corked,
    muted: mute,
  }));
}

/** Has the headset unplugged while `act` runs. */
export async function whileHeadsetUnplugged({ run }: Errands, act: () => Promise<void>): Promise<void> {
  const modules = (await run('pactl', ['list', 'short', 'modules'], { LC_ALL: 'C.UTF-8' })).split('\n');
  const [number = ''] = modules.find((line) => line.includes('sink_name=headset'))?.split('\t') ?? [];
  await run('pactl', ['unload-module', number]);
  try {
    await act();
  } finally {
    await run('pactl', ['load-module', ...headset]);
  }
}
