/** From the first start to a reading with its customers, and looking about: figures, a shared address, words, releases. */
import { go, text, type Way } from './journey.ts';

/** What is only looked at is there sooner; whatever has to be found first says what is being done. */
const LOOK_MS = 900_000;
/** Whoever waits for a reading looks again this often. */
const AGAIN_MS = 10_000;
const TIMES = 90;

export const FIRST_WAYS: readonly Way[] = [
  [
    '1 From the first start to a sentence about a history',
    async (journey) => {
      const { page, at, history } = journey;
      await page.goto(at);
      await page.getByLabel(/What shall be read/).fill(history);
      await page.getByRole('button', { name: 'Read it' }).click();
      await page.getByRole('button', { name: 'More customer' }).click();
      await page.locator('#focus').waitFor();
      journey.product = /\/p\/([^/?]+)/.exec(page.url())?.[1] ?? '';
      return text(page, '#focus');
    },
  ],
  [
    '2 The tracker beside it: two files chosen, looked at, taken, read again',
    async (journey) => {
      const { page, files } = journey;
      await go(journey, '/sources');
      const said: string[] = [];
      const dialog = page.getByRole('dialog');
      for (const file of files) {
        await page.locator('input[type=file]').first().setInputFiles(file);
        await dialog.getByRole('button', { name: /^Take [\d,]+ rows/ }).click();
        const taken = dialog.locator('[role=status]', { hasText: 'rows read' });
        await taken.waitFor();
        said.push((await taken.textContent()) ?? '');
        if (file !== files.at(-1)) await dialog.getByRole('button', { name: 'Close' }).click();
      }
      await dialog.getByRole('button', { name: 'Read again' }).click();
      for (let time = 0; time < TIMES; time += 1) {
        await page.waitForTimeout(AGAIN_MS);
        await go(journey, '');
        await page.locator('#focus').waitFor();
        const sentence = await text(page, '#focus');
        if (sentence.includes('answered')) return `${said.join(' ')} ${sentence}`;
      }
      throw new Error('the sentence never told of answers');
    },
  ],
  [
    '3 One figure opened to its words, and its address shared with somebody',
    async (journey) => {
      const { page } = journey;
      page.setDefaultTimeout(LOOK_MS);
      await go(journey, '?near=question%3Aheard');
      const rows = page.locator('.near .said');
      await rows.first().waitFor();
      const words = await rows.allTextContents();
      const other = await (await page.context().browser()?.newContext())?.newPage();
      if (other === undefined) throw new Error('no other window');
      await other.goto(page.url());
      await other.locator('.near .said').first().waitFor();
      const same = JSON.stringify(await other.locator('.near .said').allTextContents()) === JSON.stringify(words);
      await other.context().close();
      if (!same) throw new Error('the other window shows other words');
      return `“${await text(page, '.near h2')}” opens to ${words.length} rows, the same in another window`;
    },
  ],
  [
    '4 What was said, by its words',
    async (journey) => {
      const { page } = journey;
      await go(journey, '/said?words=listview');
      await page.locator('.found .said').first().waitFor();
      return `${await page.locator('.found .said').count()} pieces that hold “listview” are shown, the closest first`;
    },
  ],
  [
    '5 A release, whom it answered and whether it helped; a likely answer confirmed and taken back',
    async (journey) => {
      const { page } = journey;
      await go(journey, '/shipped');
      await page.locator('h1.verdict').waitFor();
      const head = await text(page, 'h1.verdict');
      const likely = page.getByRole('link', { name: /^Look at [\d,]+ likely answers?/ });
      const offered = await likely.textContent();
      await likely.click();
      const rows = page.locator('[data-link]');
      await rows.first().waitFor();
      await page.keyboard.press('Shift+Y');
      await rows.nth(0).getByText('Somebody said yes.').waitFor();
      // The key goes on to the next; it is this one that is taken back.
      await page.keyboard.press('k');
      await page.keyboard.press('Shift+U');
      await rows.nth(0).getByRole('button', { name: /^Yes/ }).waitFor();
      return `${head} ${offered}; the first was confirmed, and that taken back`;
    },
  ],
];
