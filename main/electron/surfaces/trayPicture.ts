import { join } from 'node:path';
import { nativeImage, type NativeImage } from 'electron';
import type { TrayPicture } from '../../alerts/surfaces.ts';

/** The file of a tray picture; Electron finds the `@2x` one beside it by itself. */
export function trayPictureFile(folder: string, picture: TrayPicture, platform: NodeJS.Platform): string {
  if (platform === 'win32') return join(folder, `${picture}.ico`);
  if (platform === 'darwin') return join(folder, `${picture}Template.png`);
  return join(folder, `${picture}.png`);
}

/** A tray picture in the system's own form. */
export function trayImage(folder: string, picture: TrayPicture, platform: NodeJS.Platform): NativeImage {
  const image = nativeImage.createFromPath(trayPictureFile(folder, picture, platform));
  if (platform === 'darwin') image.setTemplateImage(true);
  return image;
}
