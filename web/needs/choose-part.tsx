/** Whose needs are listed: everybody's, those of a theme, of a place where people speak, or of one product. */
import type { Needs } from '../api/needs.ts';
import { type Part, partsOf } from './narrowed.ts';

interface ChoosePartProps {
  readonly needs: Needs;
  readonly part: Part;
  readonly choose: (part: Part) => void;
}

export function ChoosePart({ needs: { items, themes }, part, choose }: ChoosePartProps) {
  const [kinds, lines] = [partsOf(items, 'kinds'), partsOf(items, 'lines')];
  if (themes.length < 2 && kinds.length + lines.length === 0) return null;
  const group = (label: string, what: string, names: readonly (readonly [value: string, words: string])[]) =>
    names.length > 0 && (
      <optgroup label={label}>
        {names.map(([value, words]) => (
          <option key={value} value={`${what}:${value}`}>
            {words}
          </option>
        ))}
      </optgroup>
    );
  return (
    <label className="choose-part small mt-6">
      Whose needs
      <select value={part} onChange={({ target }) => choose(target.value)}>
        <option value="">everybody’s</option>
        {group(
          'needs that lie together',
          'theme',
          themes.map(({ id, name, needs }) => [id, `${name} (${needs})`]),
        )}
        {group('heard in', 'kind', named(kinds))}
        {group('about', 'line', named(lines))}
      </select>
    </label>
  );
}

function named(names: readonly string[]): readonly (readonly [string, string])[] {
  return names.map((name) => [name, name]);
}
