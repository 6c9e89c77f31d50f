import { useEffect, useState } from 'react';

/** The names of the output devices, as far as the browser tells; the chosen one is among them even when it is unplugged. */
export function useOutputDevices(chosen: string): readonly string[] {
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    // Not offered to pages that came over plain HTTP from another machine.
    if (!('mediaDevices' in navigator)) return undefined;
    const { mediaDevices } = navigator;
    let gone = false;
    const list = (): void => {
      mediaDevices.enumerateDevices().then(
        (devices) => {
          if (!gone) setNames(outputs(devices));
        },
        () => {
          if (!gone) setNames([]);
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
  return chosen === '' || names.includes(chosen) ? names : [...names, chosen];
}

function outputs(devices: readonly MediaDeviceInfo[]): string[] {
  // `default` and `communications` are other names of devices that are in the list themselves.
  const real = devices.filter(
    ({ kind, deviceId, label }) => kind === 'audiooutput' && label !== '' && deviceId !== 'default' && deviceId !== 'communications',
  );
  return [...new Set(real.map(({ label }) => label))];
}
