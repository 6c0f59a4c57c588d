/** The contract of the store on SQLite. */
import { gatherContract } from '../../test/contracts/store-gathers.ts';
import type { Place } from '../../test/contracts/store-world.ts';
import { KEY } from '../../test/contracts/store-world.ts';
import { openStore } from './open.ts';

async function inMemory(): Promise<Place> {
  return { open: (options = {}) => openStore({ file: ':memory:', key: KEY, ...options }) };
}

gatherContract(inMemory);
