/** The version that a file is named after, where notes come one file a version: `8_0_release_notes.md`, `v1.2.rst`. */

export function versionOfFile(path: string): string | null {
  const name = (path.split('/').at(-1) ?? '').slice(0, 200).replace(/\.[a-z]{2,8}$/i, '');
  const match = /(?<![\d._])\d{1,4}[._]\d[\d._]{0,20}(?:-?(?:alpha|beta|rc|a|b)[.\d]{0,6})?/.exec(name);
  const version = match?.[0].replaceAll('_', '.').replace(/\.+$/, '');
  return version === undefined || !/^\d+\.\d/.test(version) ? null : version;
}
