import { useEffect, useState } from 'react';

/** The output devices, as far as the browser tells. */
export interface OutputDevices {
  readonly names: readonly string[];
  /** There are devices, and the browser keeps their names to itself. */
  readonly withheld: boolean;
}

const none: OutputDevices = { names: [], withheld: false };

/** The output devices; the chosen one is among them even when it is unplugged. */
export function useOutputDevices(chosen: string): OutputDevices {
  const [devices, setDevices] = useState(none);
  useEffect(() => {
    // Not offered to pages that came over plain HTTP from another machine.
    if (!('mediaDevices' in navigator)) return undefined;
    const { mediaDevices } = navigator;
    let gone = false;
    const list = (): void => {
      mediaDevices.enumerateDevices().then(
        (all) => {
          if (!gone) setDevices(outputs(all));
        },
        () => {
          if (!gone) setDevices(none);
        },
      );
    };
    list();
    mediaDevices.addEventListener('devicechange', list);
    return () => {
      gone = true;
      mediaDevices.removeEventListener('devicechange', list);
    };
  }, []);
  const { names, withheld } = devices;
  return chosen === '' || names.includes(chosen) ? devices : { names: [...names, chosen], withheld };
}

function outputs(all: readonly MediaDeviceInfo[]): OutputDevices {
  const devices = all.filter(({ kind }) => kind === 'audiooutput');
  // `default` and `communications` are other names of devices that are in the list themselves.
  const named = devices.filter(({ deviceId, label }) => label !== '' && deviceId !== 'default' && deviceId !== 'communications');
  return { names: [...new Set(named.map(({ label }) => label))], withheld: devices.some(({ label }) => label === '') };
}
