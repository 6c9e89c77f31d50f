// Draws every raster under assets/ from the SVGs beside this file: node assets/source/render.ts
// Chromium draws; CHROMIUM names its binary where it is not Debian's.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { iconFile } from './iconFile.ts';
import { templateOf } from './template.ts';

const source = import.meta.dirname;
const assets = join(source, '..');

/** Suffix and size of each PNG; Electron picks by the screen's scale. */
const traySizes = { '': 24, '@1.5x': 36, '@2x': 48 } as const;
const templateSizes = { '': 16, '@2x': 32 } as const;
const windowsTraySizes = [16, 20, 24, 32, 48];
/** The overlay on Windows' taskbar button. */
const badgeSizes = { '': 16, '@1.5x': 24, '@2x': 32 } as const;
const iconSizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const windowsIconSizes = [16, 24, 32, 48, 64, 128, 256];
/** Up to this size the icon's margin and gradient cost more than they give. */
const smallIcon = 32;

async function raster(page: Page, svg: string, size: number): Promise<Uint8Array> {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>*{margin:0}svg{display:block;width:${String(size)}px;height:${String(size)}px}</style>${svg}`);
  return page.screenshot({ omitBackground: true });
}

async function drawTray(page: Page): Promise<void> {
  const folder = join(assets, 'tray');
  await mkdir(folder, { recursive: true });
  for (const file of await readdir(join(source, 'tray'))) {
    const name = basename(file, '.svg');
    const svg = await readFile(join(source, 'tray', file), 'utf8');
    for (const [suffix, size] of Object.entries(traySizes)) {
      await writeFile(join(folder, `${name}${suffix}.png`), await raster(page, svg, size));
    }
    for (const [suffix, size] of Object.entries(templateSizes)) {
      await writeFile(join(folder, `${name}Template${suffix}.png`), await raster(page, templateOf(svg), size));
    }
    const pictures = [];
    for (const size of windowsTraySizes) pictures.push({ size, png: await raster(page, svg, size) });
    await writeFile(join(folder, `${name}.ico`), iconFile(pictures));
  }
}

async function drawBadges(page: Page): Promise<void> {
  const folder = join(assets, 'badge');
  await mkdir(folder, { recursive: true });
  for (const file of await readdir(join(source, 'badge'))) {
    const svg = await readFile(join(source, 'badge', file), 'utf8');
    for (const [suffix, size] of Object.entries(badgeSizes)) {
      await writeFile(join(folder, `${basename(file, '.svg')}${suffix}.png`), await raster(page, svg, size));
    }
  }
}

async function drawIcon(page: Page): Promise<void> {
  const folder = join(assets, 'icon');
  await mkdir(folder, { recursive: true });
  const large = await readFile(join(source, 'icon.svg'), 'utf8');
  const small = await readFile(join(source, 'tray', 'live.svg'), 'utf8');
  const pictures = [];
  for (const size of iconSizes) {
    const png = await raster(page, size <= smallIcon ? small : large, size);
    await writeFile(join(folder, `${String(size)}.png`), png);
    if (windowsIconSizes.includes(size)) pictures.push({ size, png });
  }
  await writeFile(join(folder, 'icon.ico'), iconFile(pictures));
}

const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium' });
try {
  const page = await browser.newPage();
  await drawTray(page);
  await drawBadges(page);
  await drawIcon(page);
} finally {
  await browser.close();
}
