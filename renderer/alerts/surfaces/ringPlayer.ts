import question from '../../../assets/sounds/question.wav';
import ring from '../../../assets/sounds/ring.wav';
import type { Shown, SoundPlan } from '../../../contract/alerts.ts';
import { overtaken, type RingPlayer } from './ringSound.ts';

const files: Readonly<Record<SoundPlan['sound'], string>> = { ring, question };

/** Plays nothing, and loads nothing, before it is asked to. */
export function createRingPlayer(): RingPlayer {
  let audio: HTMLAudioElement | null = null;
  let last: ChosenDevice | null = null;

  function silence(): void {
    if (audio !== null) letGo(audio);
    audio = null;
  }

  async function play(plan: SoundPlan): Promise<Shown> {
    silence();
    const mine = new Audio();
    audio = mine;
    mine.loop = plan.loop;
    mine.volume = plan.volume;
    // Before it has anything to play: it would open the system's own device first.
    if (plan.device !== '' && !(await isOnDevice(mine, plan.device, last))) {
      const found = await find(plan.device);
      // Kept although the sound's time is over: on a computer where the search takes longer than that, it would be too late at every ring.
      if (typeof found === 'string') last = { name: plan.device, id: found };
      if (audio !== mine) return overtaken;
      if (typeof found !== 'string') return found;
      await mine.setSinkId(found);
    }
    if (audio !== mine) return overtaken;
    mine.src = files[plan.sound];
    mine.addEventListener('ended', () => letGo(mine));
    const playing = new Promise((resolve) => {
      mine.addEventListener('playing', resolve, { once: true });
    });
    // Chromium plays into the void where there is no device, and says that it plays. Asked beside: on a busy computer it takes longer than all the rest.
    const [lacking] = await Promise.all([plan.device === '' ? lacksDevices() : false, playing, mine.play()]);
    if (lacking) {
      letGo(mine);
      return { kind: 'notShown', why: 'noAudioDevice' };
    }
    return { kind: 'shown' };
  }

  return {
    play: (plan) => play(plan).catch(notPlayed),
    silence,
  };
}

/** Chromium holds the device of a sound that is only paused; one without a source stops at once, and lets go of it in five seconds. */
function letGo(audio: HTMLAudioElement): void {
  audio.pause();
  audio.removeAttribute('src');
  audio.load();
}

/** A device that was played on, by the name that the inspector chose it by. */
interface ChosenDevice {
  readonly name: string;
  readonly id: string;
}

/** Whether it was set to the device that this name had the last time: to look for it among all of them takes as long again. One that is gone takes none. */
async function isOnDevice(audio: HTMLAudioElement, name: string, last: ChosenDevice | null): Promise<boolean> {
  if (last === null || last.name !== name) return false;
  return audio.setSinkId(last.id).then(
    () => true,
    () => false,
  );
}

/** Its id, or why it cannot be played on. */
async function find(name: string): Promise<string | Shown> {
  const present = await outputs();
  if (present.length === 0) return { kind: 'notShown', why: 'noAudioDevice' };
  return present.find(({ label }) => label === name)?.deviceId ?? { kind: 'notShown', why: 'deviceMissing' };
}

async function lacksDevices(): Promise<boolean> {
  return (await outputs()).length === 0;
}

async function outputs(): Promise<MediaDeviceInfo[]> {
  return (await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === 'audiooutput');
}

function notPlayed(error: unknown): Shown {
  if (!(error instanceof DOMException)) return { kind: 'notShown', why: 'failed', detail: 'unknown' };
  switch (error.name) {
    // A browser plays nothing on a page that nobody has touched yet.
    case 'NotAllowedError':
      return { kind: 'notShown', why: 'soundBlocked' };
    case 'AbortError':
      return overtaken;
    default:
      return { kind: 'notShown', why: 'failed', detail: error.name };
  }
}
