/** Threads: who is on which side, who answered in their own words, how it ended and what shipped. */
import { expect, test } from 'vitest';
import { chain, commit, day, evaluate, identity, row, tag } from './rows.cases.ts';
import { closedOn, closing, comment, issue, merged, pull } from './voices.cases.ts';

const MAKER = { side: 'maker' };

test('a maker shown once is a maker everywhere, and both handles of a person are one', async () => {
  const { threads } = await evaluate({
    feedback: [issue(1, 1, 'ann', { comments: 2, commentsSeen: 2 }), issue(2, 2, 'mia')],
    replies: [comment(1, 2, 'mia', 'We look at it now.', MAKER), comment(1, 3, 'ann-home', 'Thanks')],
    identities: [identity('ann'), identity('ann-home', { personId: 'ann' }), identity('mia')],
  });
  expect(threads.all.map(({ side }) => side)).toEqual(['outsider', 'maker']);
  expect(threads.all[0]?.replies.map(({ side, person }) => [side, person === threads.all[0]?.asker])).toEqual([
    ['maker', false],
    ['outsider', true],
  ]);
  expect(threads.makers).toBe('told');
});

test('a thread whose replies came with a later file is read as soon as all that it tells of are there', async () => {
  const told = { comments: 2, commentsSeen: 0 };
  const replies = [comment(1, 2, 'mia', 'We look at it now.', MAKER), comment(1, 3, 'ann', 'Thanks')];
  const readOf = async (known: typeof replies) =>
    (await evaluate({ feedback: [issue(1, 1, 'ann', told)], replies: known })).threads.all[0]?.read;
  expect([await readOf([]), await readOf(replies.slice(1)), await readOf(replies)]).toEqual([false, false, true]);
});

test('where the platform tells somebody as maker, whoever it does not tell is an outsider', async () => {
  const { threads } = await evaluate({
    feedback: [issue(1, 1, 'ann', { side: 'unknown' })],
    replies: [comment(1, 2, 'mia', 'Hello', MAKER)],
  });
  expect(threads.all[0]?.side).toBe('outsider');
});

test('where nothing is told, whoever answers twenty threads of others is taken for a maker, and it is said', async () => {
  const unknown = { side: 'unknown', comments: 1, commentsSeen: 1 };
  const many = Array.from({ length: 20 }, (_, each) => each + 1);
  const rows = {
    feedback: many.map((number) => issue(number, number, `person ${number}`, unknown)),
    replies: many.map((number) =>
      comment(number, number + 1, 'mia', `Answer ${'abcdefghijklmnopqrstuv'[number]} of mine`, { side: 'unknown' }),
    ),
  };
  const { threads } = await evaluate(rows);
  expect([threads.makers, threads.all[0]?.side, threads.all[0]?.replies[0]?.side]).toEqual([
    'by behaviour',
    'outsider',
    'maker',
  ]);
  const fewer = await evaluate({ ...rows, replies: rows.replies.slice(1) });
  expect([fewer.threads.makers, fewer.threads.all[0]?.side]).toEqual(['unknown', 'unknown']);
});

test('a text that stands in five threads alike is a template, names and numbers aside; whoever writes only such is a bot', async () => {
  const feedback = Array.from({ length: 20 }, (_, each) =>
    issue(each, each, `p${each}`, { comments: 2, commentsSeen: 2 }),
  );
  const replies = feedback.flatMap((_, each) => [
    comment(each, each + 1, 'helpful', `Thanks for #${each}, @p${each}! We will look at it.`, MAKER),
    ...(each < 4 ? [comment(each, each + 2, 'mia', 'Please send the log.', MAKER)] : []),
  ]);
  const { threads } = await evaluate({ feedback, replies });
  expect(threads.all[0]?.replies.map(({ side, templated }) => [side, templated])).toEqual([
    ['bot', true],
    ['maker', false],
  ]);
});

test('silence can be told only where every reply was read', async () => {
  const { threads } = await evaluate({
    feedback: [
      issue(1, 1, 'ann', { comments: 3, commentsSeen: 2 }),
      issue(2, 1, 'ann', { comments: null }),
      issue(3, 1, 'ann', { comments: 3, commentsSeen: 3 }),
    ],
  });
  expect(threads.all.map(({ read }) => read).sort()).toEqual([false, false, true]);
});

test('a closing after the time that is read has not happened', async () => {
  const feedback = [issue(1, 1, 'ann', closedOn(90))];
  expect((await evaluate({ feedback }, day(60))).threads.all[0]?.closed).toBeNull();
  expect((await evaluate({ feedback }, day(91))).threads.all[0]?.closed?.at).toBe(day(90));
});

test('an event within two seconds tells who closed, and by which change', async () => {
  const { threads } = await evaluate({
    changes: [commit('c1', 'Mend the switch', { day: 5 })],
    feedback: [issue(1, 1, 'ann', closedOn(5))],
    events: [closing(1, 5, 'mia', { commit: commit('c1', '').externalId })],
  });
  const [thread] = threads.all;
  expect([thread?.closed?.side, thread?.links.map(({ how, commit: at }) => [how, at])]).toEqual([
    'maker',
    [['closing', 0]],
  ]);
});

const lampWith = (subject: string, body?: string) => ({
  changes: chain(10, (index) => (index === 5 ? { subject, ...(body !== undefined && { body }) } : {})),
  releases: [tag('v1.0.0', 'c2', 2), tag('v1.1.0', 'c8', 8)],
});

test.each([
  ['Mend the switch (#7)', undefined],
  ['Mend the switch', 'It went out by itself.\n\nFixes #7'],
  ['Mend the switch', 'closes acme/lamp#7, and #8'],
  ['GH-7 mend the switch', undefined],
])('"%s" with "%s" ships what was asked in the release that contains it', async (subject, body) => {
  const { threads } = await evaluate({ ...lampWith(subject, body), feedback: [issue(7, 1, 'ann', closedOn(5))] });
  expect(threads.all[0]?.shipped).toMatchObject({ version: '1.1.0', at: day(8) });
});

test.each([
  ['Revert "Mend the switch (#7)"', undefined, closedOn(5)],
  ['Mend the switch', 'See #7 for the story.', closedOn(5)],
  ['Mend the switch (#7)', undefined, {}],
  ['Mend the switch (#7)', undefined, closedOn(6, 'not_planned')],
  ['Mend the switch (other/lamp#7)', undefined, closedOn(5)],
])('"%s" with "%s" ships nothing', async (subject, body, state) => {
  const { threads } = await evaluate({ ...lampWith(subject, body), feedback: [issue(7, 1, 'ann', state)] });
  expect(threads.all[0]?.shipped).toBeNull();
});

test.each([
  ['See #7 for the lamp', 'Light it\n\ncloses #7', '1.1.0'],
  ['Light it (#7)', 'Mend the shade', '1.0.0'],
])('"%s", then "%s": what says that it closes counts before what names', async (first, second, version) => {
  const [subject, body] = second.split('\n\n');
  const changes = chain(10, (index) =>
    index === 2 ? { subject: first } : index === 5 ? { subject, ...(body !== undefined && { body }) } : {},
  );
  const releases = [tag('v1.0.0', 'c3', 3), tag('v1.1.0', 'c8', 8)];
  const { threads } = await evaluate({ changes, releases, feedback: [issue(7, 1, 'ann', closedOn(5))] });
  expect(threads.all[0]?.shipped?.version).toBe(version);
});

test('what says that it closes and waits for a release has not shipped with what named it', async () => {
  const changes = chain(10, (index) =>
    index === 2 ? { subject: 'Prepare (#7)' } : index === 5 ? { subject: 'Light it', body: 'closes #7' } : {},
  );
  const note = row('release', 'notes', '1.0.0', day(3), {
    origin: 'changelog:x',
    version: '1.0.0',
    data: { lines: ['Prepared the lamp (#7)'] },
  });
  const rows = { changes, releases: [tag('v1.0.0', 'c3', 3), note], feedback: [issue(7, 1, 'ann', closedOn(5))] };
  expect((await evaluate(rows)).threads.all[0]?.shipped).toBeNull();
});

test('a change that landed before the ask answers nothing', async () => {
  const { threads } = await evaluate({ ...lampWith('Mend (#7)'), feedback: [issue(7, 6, 'ann', closedOn(7))] });
  expect(threads.all[0]?.links).toEqual([]);
});

test('a pull request speaks for the commit that landed it, by subject or by event', async () => {
  const rows = {
    ...lampWith('Mend the switch (#9)'),
    feedback: [issue(7, 1, 'ann', closedOn(5))],
  };
  const bySubject = await evaluate({ ...rows, changes: [...rows.changes, pull(9, 4, 'mia', 'Fixes #7')] });
  expect(bySubject.threads.all[0]?.shipped?.version).toBe('1.1.0');
  const quiet = lampWith('Mend the switch');
  const byEvent = await evaluate({
    ...rows,
    changes: [...quiet.changes, pull(9, 4, 'mia', 'Fixes #7')],
    events: [merged(9, 5, 'c5')],
  });
  expect(byEvent.threads.all[0]?.shipped?.version).toBe('1.1.0');
});

test('told is a maker or a bot who names the version once the work landed, or notes that name the thread', async () => {
  const rows = { ...lampWith('Mend (#7)'), feedback: [issue(7, 1, 'ann', closedOn(5))] };
  const said = async (...replies: ReturnType<typeof comment>[]) =>
    (await evaluate({ ...rows, replies })).threads.all[0]?.told;
  expect(await said(comment(7, 9, 'mia', 'It is in v1.1.', MAKER))).toMatchObject({ by: 'human', at: day(9) });
  expect(await said(comment(7, 9, 'robot', 'Released in 1.1.0', { side: 'bot' }))).toMatchObject({ by: 'bot' });
  expect(await said(comment(7, 2, 'mia', 'Planned for 1.1.0', MAKER))).toBeNull();
  expect(await said(comment(7, 9, 'mia', 'It is in the newest one.', MAKER))).toBeNull();
  expect(await said(comment(7, 9, 'ben', 'I see it in 1.1.0'))).toBeNull();
  const notes = row('release', 'notes', '1.1.0', day(8), {
    origin: 'changelog:x',
    version: '1.1.0',
    data: { lines: ['The switch holds (#7)'] },
  });
  const noted = await evaluate({ ...rows, releases: [...rows.releases, notes] });
  expect(noted.threads.all[0]?.told).toMatchObject({ by: 'notes', evidence: notes.id });
});

test('only the asker, and only afterwards, says that it helped', async () => {
  const rows = { ...lampWith('Mend (#7)'), feedback: [issue(7, 1, 'ann', closedOn(5))] };
  const helped = async (...replies: ReturnType<typeof comment>[]) =>
    (await evaluate({ ...rows, replies })).threads.all[0]?.helped;
  expect(await helped(comment(7, 9, 'ann', 'Works great now, thanks!'))).toMatchObject({ at: day(9) });
  expect(await helped(comment(7, 9, 'ann', 'Thanks, but it still goes out.'))).toBeNull();
  expect(await helped(comment(7, 9, 'ben', 'Works great now, thanks!'))).toBeNull();
  expect(await helped(comment(7, 2, 'ann', 'Thanks!'))).toBeNull();
});

test('a tracker’s released fix version ships what was not declined; a sprint is none', async () => {
  const fix = (name: string, reason: string) =>
    issue(7, 1, 'ann', { ...closedOn(5, reason), fixVersions: [{ name, at: day(9) }] });
  const shipped = async (feedback: ReturnType<typeof issue>) =>
    (await evaluate({ feedback: [feedback] })).threads.all[0]?.shipped;
  expect(await shipped(fix('Release 6.2.0', 'Fixed'))).toMatchObject({ version: '6.2.0', release: -1 });
  expect(await shipped(fix('Release 6.2.0', "Won't Fix"))).toBeNull();
  expect(await shipped(fix('2012 Sprint 14', 'Fixed'))).toBeNull();
});

test('with two trackers of numbers a bare number means neither', async () => {
  const other = issue(7, 1, 'ben', closedOn(5), { origin: 'github:acme/shade', id: 'other' });
  const { threads } = await evaluate({ ...lampWith('Mend (#7)'), feedback: [issue(7, 1, 'ann', closedOn(5)), other] });
  expect(threads.all.map(({ shipped }) => shipped)).toEqual([null, null]);
});

test('what else is numbered does not stand in the way of the one tracker', async () => {
  const review = issue(7, 1, 'ben', {}, { origin: 'table:reviews', id: 'other', type: 'review' });
  const { threads } = await evaluate({ ...lampWith('Mend (#7)'), feedback: [issue(7, 1, 'ann', closedOn(5)), review] });
  expect(threads.all.map(({ shipped }) => shipped?.release ?? null)).toEqual([expect.any(Number), null]);
});

test('the loop counts people, each once, as far as they came', async () => {
  const rows = {
    ...lampWith('Mend (#7), (#8)'),
    feedback: [
      issue(7, 1, 'ann', { ...closedOn(5), comments: 2, commentsSeen: 2 }),
      issue(8, 1, 'ben', { ...closedOn(5), comments: 1, commentsSeen: 1 }),
      issue(9, 2, 'ann'),
      issue(10, 2, 'cleo', { comments: 1, commentsSeen: 1 }),
      issue(11, 2, 'mia', { side: 'maker' }),
    ],
    replies: [
      comment(7, 9, 'mia', 'In 1.1.0 now.', MAKER),
      comment(7, 10, 'ann', 'That works, thank you!'),
      comment(10, 9, 'ben', 'Try the other switch.'),
    ],
  };
  const { loop } = await evaluate(rows, day(60));
  expect(loop).toEqual({ asked: 3, shipped: 2, told: 1, helped: 1, byPeers: 1, because: null });
});

test('serving is a maker’s own words to somebody outside, week by week, and the people who got any', async () => {
  const { weeks, signs } = await evaluate({
    feedback: [
      issue(1, 380, 'ann', { comments: 2, commentsSeen: 2 }),
      issue(2, 381, 'ben', { comments: 1, commentsSeen: 1 }),
      issue(3, 330, 'cleo'),
      issue(4, 331, 'dora'),
    ],
    replies: [
      comment(1, 395, 'mia', 'Here is how it works.', MAKER),
      comment(1, 396, 'ann', 'Thanks'),
      comment(2, 388, 'robot', 'Thank you for your report', { side: 'bot' }),
    ],
  });
  const { serving } = weeks;
  expect([serving.state, serving.weeks.length, serving.weeks.filter(({ happened }) => happened).length]).toEqual([
    'seen',
    11,
    1,
  ]);
  expect(serving.replaced?.map(({ gone }) => gone)).toEqual([0, 0, 1, 0]);
  expect(signs.unansweredNeeds).toBe(2);
});

test('a maker’s reply that names what did it links the thread; another customer’s does not', async () => {
  const changes = [...lampWith('Mend the switch (#9)').changes, pull(9, 4, 'mia', 'A better switch')];
  const rows = { ...lampWith('x'), changes, feedback: [issue(7, 1, 'ann', closedOn(6))] };
  const links = async (reply: ReturnType<typeof comment>) =>
    (await evaluate({ ...rows, replies: [reply] })).threads.all[0]?.links.map(({ how }) => how);
  expect(await links(comment(7, 6, 'mia', 'Fixed by #9.', MAKER))).toEqual(['reply']);
  expect(await links(comment(7, 6, 'mia', 'PR: https://github.com/acme/other/pull/3', MAKER))).toEqual(['reply']);
  expect(await links(comment(7, 6, 'mia', 'Like #9 in spirit.', MAKER))).toEqual([]);
  expect(await links(comment(7, 6, 'ben', 'Fixed by #9.'))).toEqual([]);
});

test('where nothing is told, whoever gives pull requests in three threads makes the product', async () => {
  const feedback = [1, 2, 3, 4].map((number) =>
    issue(number, number, number === 4 ? 'ann' : 'mia', { side: 'unknown' }),
  );
  const replies = [1, 2, 3].map((number) =>
    comment(number, 9, 'mia', `https://github.com/acme/lamp/pull/${number + 50}`, { side: 'unknown' }),
  );
  const { threads } = await evaluate({ feedback, replies });
  expect(threads.all.map(({ side }) => side)).toEqual(['maker', 'maker', 'maker', 'outsider']);
});

test('a tracker that is quiet at its end is known as long as its source says, whatever is written elsewhere meanwhile', async () => {
  const rows = { feedback: [issue(1, 1, 'ann'), { ...issue(2, 50, 'bob'), origin: 'csv:reviews' }] };
  const untilOf = ({ threads }: Awaited<ReturnType<typeof evaluate>>) => threads.all.map(({ until }) => until);
  const { origin } = issue(1, 1, 'ann');
  expect(untilOf(await evaluate(rows, day(60)))).toEqual([day(1), day(60)]);
  const known = { heardUntil: day(55), heardOf: new Map([[origin, day(55)]]) };
  expect(untilOf(await evaluate(rows, day(60), known))).toEqual([day(55), day(50)]);
});
