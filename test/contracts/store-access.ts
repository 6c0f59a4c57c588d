/** The contract of who may do what, for every engine: members, links, tokens, webhooks, the log, the rows of sign-in. */
import { describe, expect, test } from 'vitest';
import { bench, type NewPlace } from './store-world.ts';

export function accessContract(newPlace: NewPlace): void {
  describe('access', () => {
    test('a link is used once, and not when it is too old', async () => {
      let now = 1_000;
      const { store } = await bench(await newPlace(), { now: () => now });
      const { organisations } = store;
      const order = { organisation: 'home', scope: '', role: 'owner', madeBy: null } as const;
      const id = await organisations.invite({ ...order, expiresAt: 2_000, tokenHash: 'h1' });
      await organisations.invite({ ...order, expiresAt: 2_000, tokenHash: 'h2' });
      expect(await organisations.invitation('h1')).toMatchObject({ id, role: 'owner' });
      expect([await organisations.use(id, 'ada'), await organisations.use(id, 'ben')]).toEqual([true, false]);
      expect(await organisations.invitation('h1')).toBeNull();
      now = 2_001;
      expect(await organisations.invitation('h2')).toBeNull();
    });

    test('somebody who manages an organisation is left in it', async () => {
      const { store } = await bench(await newPlace());
      const { organisations } = store;
      await organisations.join('home', 'ada', '', 'owner');
      await organisations.join('home', 'ben', '', 'viewer');
      await organisations.join('home', 'cem', 'p1', 'owner');
      expect(await organisations.change('home', 'ada', '', null)).toBe(false);
      expect(await organisations.change('home', 'ada', '', 'editor')).toBe(false);
      expect(await organisations.change('home', 'ben', '', 'owner')).toBe(true);
      expect(await organisations.change('home', 'ada', '', null)).toBe(true);
      expect(await organisations.of('ada')).toEqual([]);
      expect(await organisations.of('cem')).toMatchObject([{ scope: 'p1', role: 'owner' }]);
    });

    test('a token is found by its hash alone, under its product alone, until it is revoked', async () => {
      const { store, productId } = await bench(await newPlace());
      const made = await store.tokens.add(productId, { name: 'a script', scopes: ['read'], madeBy: null, hash: 'h' });
      expect(await store.tokens.use('another', 'h')).toBeNull();
      expect(await store.tokens.use(productId, 'h')).toMatchObject({ id: made.id, scopes: ['read'] });
      expect((await store.tokens.list(productId))[0]?.usedAt).toBeGreaterThan(0);
      expect([await store.tokens.revoke(productId, made.id), await store.tokens.revoke(productId, made.id)]).toEqual([
        true,
        false,
      ]);
      expect(await store.tokens.use(productId, 'h')).toBeNull();
    });

    test('a delivery that comes twice is one', async () => {
      const { store, productId } = await bench(await newPlace());
      const { id: webhookId } = await store.webhooks.add(productId, {
        url: null,
        events: ['github'],
        secret: 's',
        madeBy: null,
      });
      const delivery = { webhookId, id: 'd1', event: 'push', state: 'taken', told: null };
      expect([
        await store.webhooks.deliver(productId, delivery),
        await store.webhooks.deliver(productId, delivery),
      ]).toEqual([true, false]);
      expect(await store.webhooks.deliveries(productId, webhookId, 5)).toHaveLength(1);
      expect(await store.webhooks.remove(productId, webhookId)).toBe(true);
      expect(await store.webhooks.deliveries(productId, webhookId, 5)).toEqual([]);
    });

    test('the log is told newest first, in pages', async () => {
      const { store, productId } = await bench(await newPlace());
      for (const target of ['a', 'b', 'c'])
        await store.auditLog.add(productId, { actor: 'machine', verb: 'did', target });
      const [newest, middle] = await store.auditLog.list(productId, { limit: 2 });
      expect([newest?.target, middle?.target]).toEqual(['c', 'b']);
      const rest = await store.auditLog.list(productId, { limit: 2, ...(middle && { before: middle.id }) });
      expect(rest.map(({ target }) => target)).toEqual(['a']);
    });

    test('rows of sign-in are found, changed, counted and taken once', async () => {
      const { store } = await bench(await newPlace());
      const row = { identifier: 'x', value: '1', expires_at: 5, created_at: 1, updated_at: 1 };
      for (const id of ['1', '2', '3'])
        await store.signIn.insert('verifications', { ...row, id, expires_at: Number(id) });
      const before = { column: 'expires_at', is: 'lt', value: 3, or: false } as const;
      expect(await store.signIn.count('verifications', [before])).toBe(2);
      const either = [
        { column: 'id', is: 'eq', value: '1', or: false },
        { column: 'id', is: 'eq', value: '3', or: true },
      ] as const;
      expect((await store.signIn.find('verifications', either)).map(({ id }) => id)).toEqual(['1', '3']);
      expect(await store.signIn.update('verifications', [either[0]], { value: '2' })).toMatchObject([{ value: '2' }]);
      expect(await store.signIn.remove('verifications', [before])).toHaveLength(2);
      expect(await store.signIn.remove('verifications', [before])).toEqual([]);
      await expect(store.signIn.find('verifications', [{ ...before, column: 'nonsense' }])).rejects.toThrow(
        'no column',
      );
    });
  });
}
