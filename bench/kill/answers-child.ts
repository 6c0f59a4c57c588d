/** A server of its own over a file, with a door for everybody, until it is killed. */

import { openStore } from '#engine/open-store.ts';
import { addDoors, openRound, roundsTold } from '#engine/rounds.ts';
import { serve } from '../../src/server/serve.ts';

const [database = ''] = process.argv.slice(2);
const opening = { file: database, key: new Uint8Array(32).fill(7) };
const store = await openStore(opening);
const { id: productId } = await store.products.ensure({ name: 'kettle' });
const onBug = (error: unknown) => console.error(error);
const order = {
  store,
  opening,
  host: '127.0.0.1',
  port: 0,
  web: null,
  cwd: '.',
  version: '0.0.0',
  onBug,
  shared: null,
};
const { address } = await serve(order);
const [known] = await roundsTold(store, productId);
const round = known ?? (await openRound(store, productId, { kind: 'anonymous', name: 'Spring', team: null }));
const [key] = await addDoors(store, productId, round, [{ role: 'staff', people: null }]);
console.log(`${address}/m/${productId}/${key?.token}`);
