/** Before there is a reading: the map with nobody on it, so that one sees what will be told. */
import type { View } from '#report/view.ts';
import { PlaceMap } from '../figures/map.tsx';
import { PLACE_NAMES } from '../figures/place-names.ts';

const NOT_YET = { score: null, low: 0, high: 100, words: 'not known yet' };
const UNREAD: View['map'] = {
  ...{ head: '', stage: '', stageBecause: '', stageEvidence: [], norm: '' },
  alt: 'The map: what a product makes across, whom it serves upwards; four places, and nobody on it yet.',
  places: (['product', 'customer', 'both', 'neither'] as const).map((place) => ({
    ...{ place, name: PLACE_NAMES[place], draws: '', possible: false },
  })),
  ...{ line: false, region: null, strip: null, unknown: true },
  axes: { product: NOT_YET, customer: NOT_YET },
};

export function Somewhere() {
  return (
    <figure className="somewhere">
      <PlaceMap map={UNREAD} guess={null} />
      <figcaption className="fine">You will be somewhere here, as a region and not as a dot.</figcaption>
    </figure>
  );
}
