/** The contract of the store on SQLite. */
import { accessContract } from '../../test/contracts/store-access.ts';
import { gatherContract } from '../../test/contracts/store-gathers.ts';
import { keptContract } from '../../test/contracts/store-kept.ts';
import { peopleContract } from '../../test/contracts/store-people.ts';
import { readContract } from '../../test/contracts/store-reads.ts';
import { restContract } from '../../test/contracts/store-rest.ts';
import { roundsContract } from '../../test/contracts/store-rounds.ts';
import { KEY, type Place } from '../../test/contracts/store-world.ts';
import { openStore } from './open.ts';

async function inMemory(): Promise<Place> {
  return { open: (options = {}) => openStore({ file: ':memory:', key: KEY, ...options }) };
}

gatherContract(inMemory);
readContract(inMemory);
peopleContract(inMemory);
keptContract(inMemory);
restContract(inMemory, inMemory);
roundsContract(inMemory, inMemory);
accessContract(inMemory);
