/** A folder belongs to the product that reads it already, within its own organisation and never another's. */
import { expect, test } from 'vitest';
import { GitWorld } from '../../test/worlds/git-world.ts';
import { openStore } from './open-store.ts';
import { productIdOfTarget, productOfOrganisation } from './product.ts';
import { addSources } from './sources.ts';
import { resolveTarget } from './target.ts';

test('what an organisation has added is its own, and nothing of it is joined from elsewhere', async () => {
  const store = await openStore({ file: ':memory:', key: new Uint8Array(32) });
  using world = new GitWorld({ name: 'kettle' });
  world.commit('feat: boil', { files: { 'a.ts': 'a\n' } });
  world.save();
  const signal = new AbortController().signal;
  const adding = { as: null, target: world.folder, cwd: world.folder, env: {}, signal };
  const target = await resolveTarget(world.folder, world.folder, {});
  const works = await store.products.ensure({ name: 'Works', organisation: 'abroad' });
  await addSources(store, works.id, adding);
  // Nobody at this machine has it: its product is still to be made, and is not theirs.
  expect(await productIdOfTarget(store, target, signal)).not.toBe(works.id);
  expect(await productOfOrganisation(store, target, 'abroad')).toEqual(works);
  const own = await productOfOrganisation(store, target, 'elsewhere');
  expect([own.name, own.organisation]).toEqual(['kettle', 'elsewhere']);
  const parlour = await store.products.ensure({ name: 'Parlour', organisation: 'abroad' });
  await addSources(store, parlour.id, adding);
  await expect(productOfOrganisation(store, target, 'abroad')).rejects.toMatchObject({
    code: 'PRODUCT_UNCLEAR',
    details: { products: ['Parlour', 'Works'] },
  });
  await store.close();
});
