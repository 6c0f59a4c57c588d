/** What people decide: needs named and split, a verdict disputed, a bad file taken back, weights moved, a step taken up. */
import { go, text, type Way } from './journey.ts';

const ROWS = [
  'id,text,date',
  'x1,The list view is slow,2021-10-01',
  'x2,It works,2021-10-02',
  'x3,No day here,someday',
];

export const DECISIONS: readonly Way[] = [
  [
    '6 The first need opened, renamed by key, taken back',
    async (journey) => {
      const { page } = journey;
      await go(journey, '/needs');
      await page.locator('.nrow h2 a').first().click();
      const near = page.locator('.near');
      await near.locator('.decide').waitFor();
      const head = await text(page, 'h1.verdict');
      const before = await text(page, '.nrow h2 a');
      await page.keyboard.press('Shift+R');
      await near.locator('input[name=name]').fill('A need by another name');
      await page.keyboard.press('Enter');
      await near.locator('.decide [role=status]', { hasText: 'Renamed.' }).waitFor();
      await page.keyboard.press('Shift+U');
      await near.locator('.decide [role=status]', { hasText: 'Taken back.' }).waitFor();
      return `${head} The first, “${before}”, was renamed, and that taken back`;
    },
  ],
  [
    '7 Two asks told apart as a need of their own, and put back',
    async (journey) => {
      const { page } = journey;
      const near = page.locator('.near');
      await page.keyboard.press('Shift+S');
      const asks = near.locator('.ask-of input');
      await asks.nth(0).check();
      await asks.nth(1).check();
      await near.locator('input[name=name]').fill('A need of two');
      await page.keyboard.press('Enter');
      await near.locator('.decide [role=status]', { hasText: 'Split.' }).waitFor();
      await page.keyboard.press('Shift+U');
      await near.locator('.decide [role=status]', { hasText: 'Taken back.' }).waitFor();
      return 'split, and taken back';
    },
  ],
  [
    '8 A verdict of a claim disputed, and taken back',
    async (journey) => {
      const { page } = journey;
      await go(journey, '/claims');
      await page.locator('.claim a').first().click();
      const near = page.locator('.near');
      const head = await text(page, 'h1.verdict');
      await near.getByRole('button', { name: 'The verdict is wrong' }).click();
      await near.getByText('Set aside.', { exact: true }).waitFor();
      await near.getByRole('button', { name: 'Undo' }).click();
      await near.getByRole('button', { name: 'The verdict is wrong' }).waitFor();
      return `${head} The first was set aside, and that taken back`;
    },
  ],
  [
    '9 A file with a bad row: which, taken without it, taken back',
    async (journey) => {
      const { page } = journey;
      await go(journey, '/sources');
      const sheet = { name: 'more.csv', mimeType: 'text/csv', buffer: Buffer.from(ROWS.join('\n')) };
      await page.locator('input[type=file]').first().setInputFiles(sheet);
      const dialog = page.getByRole('dialog');
      await dialog.getByText('2 of 3 rows would be taken').waitFor();
      const refused = (await dialog.locator('.refused').textContent()) ?? '';
      await dialog.getByRole('button', { name: 'Take 2 rows' }).click();
      await dialog.getByText('2 new').waitFor();
      await dialog.getByRole('button', { name: 'Undo' }).click();
      await dialog.getByText('Taken back: 2 pieces went.').waitFor();
      return `${refused}; taken without it, and taken back`;
    },
  ],
  [
    '10 A step taken up with an owner, tried on the map, taken back; a weight moved',
    async (journey) => {
      const { page } = journey;
      await go(journey, '/bridge');
      await page.locator('h1.verdict').waitFor();
      const head = await text(page, 'h1.verdict');
      await page.locator('.plank h3 a').first().click();
      const near = page.locator('.near');
      await near.locator('[name=owner]').fill('Support');
      await near.locator('[name=owner]').press('Enter');
      await near.getByRole('button', { name: /^Change who and when/ }).waitFor();
      await page
        .getByLabel(/^try it on the map/)
        .first()
        .check();
      await page.locator('[aria-labelledby=what-if]', { hasText: 'With 1 step' }).waitFor();
      const tried = await text(page, '[aria-labelledby=what-if] [role=status]');
      await near.getByRole('heading', { level: 2 }).click();
      await page.keyboard.press('Shift+U');
      await near.getByRole('button', { name: /^Take it up/ }).waitFor();
      await go(journey, '/settings');
      const weight = page.locator('.weight input:enabled').first();
      await weight.focus();
      await page.keyboard.press('End');
      await page
        .getByText(/counts 4 times/)
        .first()
        .waitFor();
      await page.waitForURL(/weights=/);
      const under = page.locator('.weights [role=status]').first();
      await under.getByText(/^(?:By your weights|Too few)/).waitFor();
      return `${head} ${tried} ${await under.textContent()}`;
    },
  ],
];
