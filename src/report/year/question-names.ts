/** What the questions of the Mirror Test are called where they stand in a row. */

const NAMES: Readonly<Record<string, string>> = {
  right: 'doing it right',
  missed: 'how many would miss us',
  very: 'very disappointed',
  'place/product': 'product in focus',
  'place/customer': 'customer in focus',
  'self-image': 'leaders’ guess and what customers say',
};

export function questionName(id: string): string {
  return NAMES[id] ?? id.replace('doing/', 'points for ');
}
