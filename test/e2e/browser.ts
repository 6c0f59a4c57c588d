/** A real Chromium for tests: Debian's when it is there, else the one from npm. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Nothing in the background, nothing to the network; root needs --no-sandbox. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function installedBrowser(): string | null {
  return INSTALLED.find((path) => existsSync(path)) ?? null;
}

export async function launchBrowser(): Promise<Browser> {
  const installed = installedBrowser();
  if (installed !== null) return chromium.launch({ executablePath: installed, args: FLAGS });
  const { default: packed } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await packed.executablePath(), args: [...packed.args, ...FLAGS] });
}
