/** Where it stands: the stage, the sentence, the map; with one lens, a line. */
import type { Guess } from '#core/guess.ts';
import type { View } from '#report/view.ts';
import { Band, Caliper } from '../figures/caliper.tsx';
import { PlaceMap } from '../figures/map.tsx';
import { Glasses } from '../frame/symbols.tsx';
import { Closer } from '../near/closer.tsx';

export function MapPart({ view, guess }: { view: View; guess: Guess | null }) {
  const { map } = view;
  return (
    <section aria-labelledby="map">
      <p className="stage">
        <span>
          Stage: <b>{map.stage}</b>
        </span>
        <span>
          {map.stageEvidence.length > 0 ? <Closer near="stage">{map.stageBecause}</Closer> : map.stageBecause}
        </span>
        <span>{map.norm}</span>
      </p>
      <h2 className="place" id="map">
        {map.head}
      </h2>
      {map.line ? <Line view={view} guess={guess} /> : <PlaceMap map={map} guess={guess} />}
      {guess !== null && <p className="fine">The ring beside a name is your guess.</p>}
    </section>
  );
}

function Line({ view, guess }: { view: View; guess: Guess | null }) {
  const own = view.guesses.find(({ place }) => place === guess);
  return (
    <div className="line">
      {(['product', 'customer'] as const).map((id) => {
        const { score, low, high, words } = view.map.axes[id];
        const name = id === 'product' ? 'Product' : 'Customer';
        return (
          <div key={id}>
            <p className="fine axis">
              <b className={id === 'product' ? 'who-p' : 'who-c'}>{name}</b> {words}
            </p>
            {score === null ? (
              <Band hue={id} worst={low} best={high} name={`${name} ${words}`} />
            ) : (
              <Caliper hue={id} score={score} interval={{ low, high }} name={`${name} ${words}`} />
            )}
          </div>
        );
      })}
      <p className="fine">0 to 100; the tick stands at the norm, 50.</p>
      {own && (
        <p className="own">
          <Glasses place={own.place} /> {own.name}
          <svg className="dots" width="16" height="16" aria-hidden="true">
            <circle className="gd" cx="8" cy="8" r="5" />
          </svg>
        </p>
      )}
    </div>
  );
}
