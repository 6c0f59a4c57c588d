/** How far a release went, by shape: a tinker is a stem, an iteration a stem with a ring, an overhaul a lens. */

export function StepMark({ step }: { step: string | null }) {
  return (
    <svg className="step-mark" viewBox="0 0 18 24" aria-hidden="true">
      {step === 'tinker' && <path d="M9 14v9" />}
      {step === 'iteration' && (
        <>
          <path d="M9 12v11" />
          <circle cx="9" cy="8" r="4" />
        </>
      )}
      {step === 'overhaul' && (
        <>
          <path d="M9 17v6" />
          <circle cx="9" cy="9" r="7.5" />
          <path className="filled" d="M4 10.5h10a5 5 0 0 1-10 0Z" />
        </>
      )}
      {step === null && <path className="unknown" d="M9 12v11" />}
    </svg>
  );
}
