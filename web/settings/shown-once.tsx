/** A secret that is shown this once: to be copied now. */
import { useState } from 'react';

export function ShownOnce({ label, secret, note }: { label: string; secret: string; note: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    setCopied(true);
  };
  return (
    <div className="once" role="status">
      <p>
        <b>{label}</b>, shown this once. {note}
      </p>
      <p className="mono">{secret}</p>
      <button type="button" className="btn tiny" onClick={() => void copy()}>
        {copied ? 'Copied' : 'Copy'}
      </button>
    </div>
  );
}
