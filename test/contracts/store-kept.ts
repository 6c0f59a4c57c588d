/** The contract of kept facts, for every engine: rows come back as written, only differences move, nobody overwrites. */
import { describe, expect, test } from 'vitest';
import type { NeedMemberRow, NeedRow } from '#core/kept.ts';
import { NEVER } from '#store/kept.ts';
import { bench, type NewPlace } from './store-world.ts';

const need = (id: string, more: Partial<NeedRow> = {}): NeedRow => ({
  ...{ id, themeId: 'theme', name: `On time ${id}`, bornAt: 5, method: 'needs 1' },
  statement: [{ evidence: 'e1', from: 0, to: 12 }],
  ...more,
});
const member = (needId: string, evidenceId: string, more: Partial<NeedMemberRow> = {}): NeedMemberRow => ({
  ...{ needId, evidenceId, span: '', confidence: 0.5 },
  ...more,
});

export function keptContract(newPlace: NewPlace): void {
  describe('kept facts', () => {
    test('rows come back as they were written, in the order of their key', async () => {
      const { store, productId } = await bench(await newPlace());
      const rows = {
        needs: [need('b', { themeId: null, name: 'ü 漢' }), need('a')],
        needMembers: [member('b', 'e2', { span: '4-9' }), member('a', 'e1'), member('b', 'e1')],
      };
      expect(await store.kept.state(productId, 'needs')).toEqual(NEVER);
      const state = await store.kept.write(productId, 'needs', { from: NEVER, input: '1', rows });
      expect(state?.input).toBe('1');
      expect(await store.kept.state(productId, 'needs')).toEqual(state);
      expect(await store.kept.rows(productId, 'needs')).toEqual([rows.needs[1], rows.needs[0]]);
      const members = await store.kept.rows(productId, 'needMembers');
      expect(members.map(({ needId, evidenceId, span }) => `${needId} ${evidenceId} ${span}`)).toEqual([
        'a e1 ',
        'b e1 ',
        'b e2 4-9',
      ]);
    });

    test('links, claims and verdicts too', async () => {
      const { store, productId } = await bench(await newPlace());
      const links = [
        { kind: 'answers', fromId: 'c1', toId: 'f1', confidence: 0.97, method: 'text 1', because: { score: 3 } },
      ];
      const claims = [
        { id: 'k', class: 'promise', subject: 's', attribute: null, firstAt: 1, lastAt: null, spans: [[1, 2]] },
      ];
      const verdicts = [{ claimId: 'k', verdict: 'backed', confidence: 1, quotes: ['e'], method: 'm' }];
      await store.kept.write(productId, 'links', { from: NEVER, input: '1', rows: { links } });
      await store.kept.write(productId, 'claims', { from: NEVER, input: '1', rows: { claims, verdicts } });
      expect(await store.kept.rows(productId, 'links')).toEqual(links);
      expect(await store.kept.rows(productId, 'claims')).toEqual(claims);
      expect(await store.kept.rows(productId, 'verdicts')).toEqual(verdicts);
    });

    test('the next state takes the place of the one before, whatever order its rows are in', async () => {
      const { store, productId } = await bench(await newPlace());
      const members = Array.from({ length: 700 }, (_, n) => member('a', `e${n}`));
      const first = { needs: [need('a'), need('b')], needMembers: members };
      const one = await store.kept.write(productId, 'needs', { from: NEVER, input: '1', rows: first });
      const moved = [...members.slice(600), member('b', 'e1'), member('a', 'e2', { confidence: 0.9 })];
      const next = { needs: [need('b', { name: 'When' })], needMembers: moved };
      const two = await store.kept.write(productId, 'needs', { from: one ?? NEVER, input: '2', rows: next });
      expect((await store.kept.rows(productId, 'needs')).map(({ name }) => name)).toEqual(['When']);
      expect(await store.kept.rows(productId, 'needMembers')).toHaveLength(102);
      const turned = { needs: next.needs, needMembers: moved.toReversed() };
      const three = await store.kept.write(productId, 'needs', { from: two ?? NEVER, input: '2', rows: turned });
      expect(three).toEqual(two);
      await store.kept.write(productId, 'needs', {
        from: two ?? NEVER,
        input: '3',
        rows: { needs: [], needMembers: [] },
      });
      expect(await store.kept.rows(productId, 'needMembers')).toEqual([]);
    });

    test('who computed from an older state writes nothing', async () => {
      const { store, productId } = await bench(await newPlace());
      await store.kept.write(productId, 'needs', { from: NEVER, input: '1', rows: { needs: [need('a')] } });
      const late = await store.kept.write(productId, 'needs', { from: NEVER, input: '2', rows: { needs: [] } });
      expect(late).toBeNull();
      expect(await store.kept.rows(productId, 'needs')).toHaveLength(1);
    });

    test('what facts keep is part of the digests, and other products keep their own', async () => {
      const { store, productId } = await bench(await newPlace());
      const other = await store.products.ensure({ name: 'fizz' });
      const before = await store.digests(productId);
      await store.kept.write(productId, 'needs', { from: NEVER, input: '1', rows: { needs: [need('a')] } });
      const after = await store.digests(productId);
      expect(before.kept).toBe('0');
      expect({ ...after, kept: '0' }).toEqual(before);
      expect(after.kept).not.toBe('0');
      expect(await store.kept.rows(other.id, 'needs')).toEqual([]);
      expect((await store.digests(other.id)).kept).toBe('0');
    });
  });
}
