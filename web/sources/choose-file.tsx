/** The words that open the machine's own window for choosing files. */
import { handOver } from './incoming.ts';

export function ChooseFile({ words, className }: { words: string; className: string }) {
  return (
    <label className={className}>
      {words}
      <input
        type="file"
        multiple
        className="vh"
        onChange={({ target: field }) => {
          handOver(field.files ?? []);
          field.value = '';
        }}
      />
    </label>
  );
}
